"""Cards for sharing: one picture a page, drawn by the typesetter of the books in their fonts, small enough for a messenger."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from PIL import Image

from syllabus import bahasa
from syllabus.curriculum import Curriculum
from syllabus.press.design import design
from syllabus.press.fonts import font_folder

WIDTH, HEIGHT = 1200, 630
"""Dots. The size that sharing services ask for; a card is about 30 kB."""
_PAPER = (31, 47, 99)
_INKS = ((255, 255, 255), (243, 213, 148), (244, 239, 230), (207, 213, 234), (227, 182, 92), (168, 50, 63), (142, 36, 51), (217, 165, 72))
_STEPS = 14
_HALVES = 2
"""Drawn side by side. Fixed, so that no machine draws anything else."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says."""

    label: str
    title: str
    summary: str


def card(curriculum: Curriculum, page: str, section: str, home: str) -> Card:
    """The card of a page (its path below docs), which stands in a section of the site. The first page of a section, which
    bears its name, says `home` above it."""
    front, stem = curriculum.pages[page], page.rpartition("/")[2]
    lesson, rubric = curriculum.lesson(stem), curriculum.rubrics.get(stem)
    label = section
    if lesson is not None and page.startswith(("modul/", "lokakarya/")):
        label = f"{section} {lesson.value.code}"
        if lesson.value.jp is not None:
            label += f"  ·  {lesson.value.jp.total} JP, {bahasa.minutes(lesson.value.jp.total * curriculum.program.value.jp_minutes.minutes)}"
    elif rubric is not None and page.startswith("rubrik/"):
        label = f"{section}  ·  {len(rubric.value.criteria)} kriteria"
    label = home if label == front.meta("title") else label
    return Card(label, front.meta("title"), front.meta("deskripsi"))


def draw(cards: Sequence[Card], site: str, edition: str, emblem: bytes) -> tuple[bytes, ...]:
    """PNG pictures of the cards, in order. `emblem` is an SVG drawing. Same cards, same bytes."""
    if not cards:
        return ()
    size = -(-len(cards) // _HALVES)
    parts = [cards[start : start + size] for start in range(0, len(cards), size)]
    with ThreadPoolExecutor(_HALVES) as pool:
        return tuple(chain.from_iterable(pool.map(lambda part: _drawn(part, site, edition, emblem), parts)))


def _drawn(cards: Sequence[Card], site: str, edition: str, emblem: bytes) -> list[bytes]:
    """The texts reach the typesetter as data, never as code."""
    given = {"site": site, "edition": edition, "cards": [asdict(each) for each in cards]}
    with TemporaryDirectory(prefix="kartu-") as name:
        folder = Path(name)
        (folder / "kartu.json").write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
        (folder / "lambang.svg").write_bytes(emblem)
        main = folder / "kartu.typ"
        main.write_text("\n".join(design("card")), encoding="utf-8")
        pages = typst.compile(main, root=folder, font_paths=[font_folder()], ignore_system_fonts=True, format="png", ppi=72)
    return [_small(page) for page in (pages if isinstance(pages, list) else [pages])]


def _small(picture: bytes) -> bytes:
    """The same picture with the few colours that it is made of: a third of the bytes, no visible difference."""
    small = BytesIO()
    with Image.open(BytesIO(picture)) as whole:
        whole.convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE).save(small, "PNG", compress_level=6)
    return small.getvalue()


def _palette() -> Image.Image:
    """The paper, the inks, and the steps between them at the edges of letters."""
    pairs = [(_PAPER, ink) for ink in _INKS] + [(_INKS[6], _INKS[1])]
    colours: list[tuple[int, ...]] = [_PAPER, *_INKS]
    for one, other in pairs:
        colours += [tuple(round(a + (b - a) * step / _STEPS) for a, b in zip(one, other, strict=True)) for step in range(1, _STEPS)]
    holder = Image.new("P", (1, 1))
    holder.putpalette([value for colour in colours for value in colour])
    return holder
