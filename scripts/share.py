"""The pictures that messengers show below a link to a page, one a page, laid into the finished site."""

from __future__ import annotations

from pathlib import Path

from macros.navigation import HOME, sections
from macros.project import Project
from scripts.settings import HOUSE
from syllabus.pages import for_facilitator
from syllabus.press.cards import card, draw

FOLDER = "bagikan"
_EMBLEM = HOUSE / "tema" / "assets" / "gambar" / "mahkota.svg"


def share(site: Path, project: Project, name: str, home: str) -> None:
    """Draw the card of every public page of a site called `name`; `home` stands above the titles of first pages."""
    whole = project.curriculum
    pages = sorted(page for page, read in whole.pages.items() if not for_facilitator(read))
    section = {page: title for title, inside in sections(project, pages) for page in inside} | {HOME: home}
    cards = [card(whole, page, section[page], home) for page in pages]
    for page, picture in zip(pages, draw(cards, name, f"Edisi {whole.program.value.edition}", _EMBLEM.read_bytes()), strict=True):
        file = site / FOLDER / f"{page}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(picture)
