"""One call from a book to its PDF: write, set, finish, and tell every fault at its author's line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TYPE_CHECKING, Any

import typst

from syllabus.place import Place
from syllabus.press.book import Assets, Book, Printed
from syllabus.press.compose import compose
from syllabus.press.fitting import LABEL
from syllabus.press.fonts import font_folder
from syllabus.press.sheet import place_of
from syllabus.press.source_lines import Source
from syllabus.press.spread import LONG
from syllabus.problem import Problem, Severity, in_order
from syllabus.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.proof import Words
    from syllabus.press.tree import Node

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
MOST_PAGES = 400
"""Above this many pages a book needs more than 1 GiB of memory and should be split."""

SHARES = (1.0, 0.95, 0.9, 0.86)
"""How low rows to write in, room to sign and the air between lines of a spread may become, so that signatures do not begin a page
and a spread keeps to two; tried in turn."""
ALONE, LEFT_OVER = "<sendiri>", "<sisa>"
"""Left by signatures that begin a page, and by a loose sheet whose last page is nearly empty."""
_REPORT = re.compile(r"^(error|warning): (?P<message>[^\n]+)\n(?:\s*┌─ [^\n]*?:(?P<line>\d+):\d+)?", re.MULTILINE)
_GLYPH = re.compile(r'the text `"?(?P<text>.+?)"?` could not be displayed')


@dataclass(frozen=True, slots=True)
class Home:
    """Whose print it is: place, kind and title that a message falls back on where it knows no line."""

    place: Place
    kind: str
    title: str

    @property
    def subject(self) -> str:
        """The thing by its own name: `Buku "Buku Peserta"`."""
        return f'{self.kind} "{self.title}"'


@uncollected()
def typeset(book: Book, assets: Assets, hyphenate: bool = True) -> Printed:
    """Print a book. Same book, same bytes. Never raises for what authors wrote; faults come back as problems.

    `hyphenate` off saves about half of the time, for previews.
    """
    source = compose(book, assets, hyphenate)
    home = Home(Place(f"curriculum/buku/{book.id}.yml"), "Buku", book.title)
    # The typesetter does without the interpreter, which meanwhile gets ready for what follows.
    words: list[Words] = []
    waiting = Thread(target=_get_ready, args=(source.trees, words))
    waiting.start()
    made = _set_book(source, book.date, home)
    waiting.join()
    from syllabus.press.finish import finish
    from syllabus.press.proof import losses

    problems = made.problems
    if not made.pdf:
        return Printed(b"", 0, in_order(problems))
    finished, pages, outline = finish(made.pdf, source.sheet.tables)
    problems += losses(book, finished, words)
    if pages > MOST_PAGES:
        problems.append(
            Problem(
                "CTK08",
                Place(f"curriculum/buku/{book.id}.yml"),
                f"Buku ini {pages} halaman.",
                f"Bagi menjadi buku yang masing-masing paling banyak {MOST_PAGES} halaman.",
                "saran",
            )
        )
    return Printed(finished, pages, in_order(problems), outline)


def _get_ready(trees: Sequence[Node], words: list[Words]) -> None:
    """Read in what finishing and proof need, and gather the words of the chapters."""
    from syllabus.press import finish, proof  # noqa: F401

    words += map(proof.words_of, trees)


@dataclass(frozen=True, slots=True)
class Set:
    """What the typesetter made: the PDF (empty when it cannot be set), what it found, whether signatures stand alone on a page,
    whether a spread runs over, and whether a loose sheet spills over to a page that stays nearly empty."""

    pdf: bytes
    problems: list[Problem]
    alone: bool = False
    overlong: bool = False
    spills: bool = False


def _set_book(source: Source, day: date, home: Home) -> Set:
    """The book as airy as it is designed; lower where signatures would begin a page or a spread would run over, if that helps."""
    usual = set_source(source, day, home)
    lower = usual
    for share in SHARES[1:]:
        if not lower.alone and not lower.overlong:
            return lower
        lower = set_source(source.with_share("susut", share), day, home)
    return usual if lower.alone or lower.overlong else lower


def set_source(source: Source, day: date, home: Home) -> Set:
    """Set one source as it stands. `day` is the file's own date, `home` is blamed where no line of an author is known."""
    problems = list(source.sheet.problems)
    with TemporaryDirectory(prefix="press-") as folder:
        for name, data in source.files.items():
            (Path(folder) / name).write_bytes(data)
        main = Path(folder) / "buku.typ"
        main.write_text(source.text, encoding="utf-8")
        try:
            compiler = typst.Compiler(main, root=Path(folder), font_paths=[font_folder()], ignore_system_fonts=True)
            stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
            pdf, warnings = compiler.compile_with_warnings(pdf_standards=STANDARDS, timestamp=stamp)
            assert isinstance(pdf, bytes)
            problems += _overflows(compiler, source) if source.sheet.watched else []
            overlong = _overlong(compiler, source) if source.sheet.spreads else []
            alone = source.sheet.signed and _told(compiler, ALONE) != []
            spills = source.sheet.loose and _told(compiler, LEFT_OVER) != []
        except typst.TypstError as error:
            return Set(b"", [*problems, *_reports(error.diagnostic or f"error: {error.message}\n", source, home, "galat")])
    for warning in warnings:
        problems += _reports(warning.diagnostic or f"warning: {warning.message}\n", source, home, "saran")
    return Set(pdf, [*problems, *overlong], alone, bool(overlong), spills)


def _overflows(compiler: typst.Compiler, source: Source) -> list[Problem]:
    """Words wider than their place; the typesetter kept what it measured, so asking costs nothing."""
    watched = source.sheet.watched
    found = sorted(set(_told(compiler, LABEL)))
    return [
        Problem(
            "CTK04",
            place_of(chapter, clue),
            f'Kata "{word[:60]}" lebih lebar daripada tempatnya.',
            "Pendekkan kata itu; pada tabel, kurangi kolom, perlebar kolomnya, atau tandai tabel agar dicetak melintang.",
            "galat",
            chapter.subject,
        )
        for chapter, clue, word in (watched[number] for number in found)
    ]


def _overlong(compiler: typst.Compiler, source: Source) -> list[Problem]:
    """Spreads that need more than the two pages that lie open at once."""
    return [
        Problem(
            "CTK10",
            place_of(chapter, clue),
            f'"{clue}" memerlukan {pages} halaman, lebih dari dua halaman yang terbuka bersama.',
            "Pendekkan langkah, kekeliruan, atau jawaban harapan sesi itu.",
            "saran",
            chapter.subject,
        )
        for (chapter, clue), pages in ((source.sheet.spreads[number], pages) for number, pages in _told(compiler, LONG))
    ]


def _told(compiler: typst.Compiler, label: str) -> list[Any]:
    """What the set document holds under a label."""
    found: list[Any] = json.loads(compiler.query(label, field="value"))
    return found


def _reports(diagnostic: str, source: Source, home: Home, severity: Severity) -> list[Problem]:
    """Each report of the typesetter as a problem at the author's line."""
    found: list[Problem] = []
    for match in _REPORT.finditer(diagnostic):
        line = match.group("line")
        glyph = _GLYPH.search(match.group("message"))
        # A missing letter is reported without its line: the first line that holds it is the author's.
        known = source.place(int(line)) if line else source.holding(glyph.group("text")) if glyph else None
        place, subject = known if known is not None else (home.place, home.subject)
        if glyph:
            found.append(
                Problem(
                    "CTK05",
                    place,
                    f"Huruf {_named(glyph.group('text'))} tidak ada dalam huruf cetak.",
                    "Ganti dengan huruf Latin atau tanda baca biasa.",
                    "galat",
                    subject,
                )
            )
        else:
            found.append(
                Problem(
                    "CTK06",
                    place,
                    "Bagian ini tidak dapat dicetak.",
                    f"Laporkan kepada pengelola dengan catatan ini: {match.group('message')}",
                    severity,
                    subject,
                )
            )
    return found or [
        Problem(
            "CTK06",
            home.place,
            f"{home.kind} ini tidak dapat dicetak.",
            "Laporkan kepada pengelola.",
            severity,
            home.subject,
        )
    ]


def _named(text: str) -> str:
    """ "中" (U+4E2D)."""
    shown = text.encode().decode("unicode_escape") if text.startswith("\\u") and "{" not in text else text
    return f'"{shown}" ({", ".join(f"U+{ord(letter):04X}" for letter in shown[:3])})'
