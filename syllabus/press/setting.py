"""One run of the typesetter: a source to a PDF, with every fault at its author's line."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import typst

from syllabus.press.fitting import LABEL
from syllabus.press.fonts import font_folder
from syllabus.press.reports import Home, reports
from syllabus.press.sheet import place_of
from syllabus.press.spread import LONG
from syllabus.problem import Problem

if TYPE_CHECKING:
    from syllabus.press.source_lines import Source

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
ALONE, LEFT_OVER, SMALLER = "<sendiri>", "<sisa>", "<kecil>"
"""Left by signatures that begin a page, by a loose sheet or a booklet whose last page is nearly empty, and by what is set in smaller letters to fit."""


PAGES = "<jumlah-halaman>"
"""Left at the end of a loose sheet, with its pages."""


class Laid(NamedTuple):
    """A source whose pages are laid out: what was found, whether signatures stand alone on a page, whether a spread runs over, whether a
    loose sheet or a booklet ends on a page that stays nearly empty, whether a part of it is set in smaller letters to fit its page, and how
    many pages a loose sheet has. There is no compiler where it cannot be laid out."""

    source: Source
    compiler: typst.Compiler | None
    problems: list[Problem]
    alone: bool = False
    overlong: bool = False
    spills: bool = False
    smaller: bool = False
    pages: int = 0


class Set(NamedTuple):
    """What the typesetter made: the PDF (empty when it cannot be set), and what it found."""

    pdf: bytes
    problems: list[Problem]


class Typesetter:
    """Sets one print: lays out its pages, in several ways where need be, and makes the PDF of one of them. What it writes stays until its
    block is left. `day` is the file's own date, `home` is blamed where no line of an author is known."""

    def __init__(self, day: date, home: Home) -> None:
        self._stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
        self._home = home
        self._kept = TemporaryDirectory(prefix="press-")
        self._folder = Path(self._kept.name)
        self._sources = 0

    def __enter__(self) -> Typesetter:
        return self

    def __exit__(self, *_: object) -> None:
        self._kept.cleanup()

    def lay(self, source: Source) -> Laid:
        """Lay out the pages of a source as it stands, and ask what they tell."""
        for name, data in source.files.items():
            if not (self._folder / name).exists():  # bears the mark of its bytes
                (self._folder / name).write_bytes(data)
        self._sources += 1
        main = self._folder / f"buku-{self._sources}.typ"
        main.write_text(source.text, encoding="utf-8")
        sheet, problems = source.sheet, list(source.sheet.problems)
        try:
            compiler = typst.Compiler(main, root=self._folder, font_paths=[font_folder()], ignore_system_fonts=True)
            problems += _overflows(compiler, source) if sheet.watched else []
            overlong = _overlong(compiler, source) if sheet.spreads else []
            return Laid(
                source,
                compiler,
                [*problems, *overlong],
                alone=sheet.signed and _told(compiler, ALONE) != [],
                overlong=bool(overlong),
                spills=(sheet.loose or sheet.booklet) and _told(compiler, LEFT_OVER) != [],
                smaller=sheet.loose and _told(compiler, SMALLER) != [],
                pages=sum(_told(compiler, PAGES)) if sheet.loose else 0,
            )
        except typst.TypstError as error:
            return Laid(source, None, [*problems, *self._fatal(error, source)])

    def make(self, laid: Laid) -> Set:
        """Make the PDF of pages that are laid out; their layout is remembered."""
        if laid.compiler is None:
            return Set(b"", laid.problems)
        try:
            pdf, warnings = laid.compiler.compile_with_warnings(pdf_standards=STANDARDS, timestamp=self._stamp)
        except typst.TypstError as error:
            return Set(b"", [*laid.problems, *self._fatal(error, laid.source)])
        assert isinstance(pdf, bytes)
        told = [warning.diagnostic or f"warning: {warning.message}\n" for warning in warnings]
        return Set(pdf, [*laid.problems, *(problem for one in told for problem in reports(one, laid.source, self._home, "saran"))])

    def _fatal(self, error: typst.TypstError, source: Source) -> list[Problem]:
        return reports(error.diagnostic or f"error: {error.message}\n", source, self._home, "galat")


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
