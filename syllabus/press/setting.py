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


class Set(NamedTuple):
    """What the typesetter made: the PDF (empty when it cannot be set), what it found, whether signatures stand alone on a page,
    whether a spread runs over, whether a loose sheet or a booklet ends on a page that stays nearly empty, and whether a part of it is set in smaller letters to fit its page."""

    pdf: bytes
    problems: list[Problem]
    alone: bool = False
    overlong: bool = False
    spills: bool = False
    smaller: bool = False


def set_source(source: Source, day: date, home: Home) -> Set:
    """Set one source as it stands. `day` is the file's own date, `home` is blamed where no line of an author is known.

    Pages are laid out first, and what they tell is asked for, then their PDF is made.
    """
    problems = list(source.sheet.problems)
    with TemporaryDirectory(prefix="press-") as folder:
        for name, data in source.files.items():
            (Path(folder) / name).write_bytes(data)
        main = Path(folder) / "buku.typ"
        main.write_text(source.text, encoding="utf-8")
        try:
            compiler = typst.Compiler(main, root=Path(folder), font_paths=[font_folder()], ignore_system_fonts=True)
            problems += _overflows(compiler, source) if source.sheet.watched else []
            overlong = _overlong(compiler, source) if source.sheet.spreads else []
            alone = source.sheet.signed and _told(compiler, ALONE) != []
            spills = (source.sheet.loose or source.sheet.booklet) and _told(compiler, LEFT_OVER) != []
            smaller = source.sheet.loose and _told(compiler, SMALLER) != []
            stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
            pdf, warnings = compiler.compile_with_warnings(pdf_standards=STANDARDS, timestamp=stamp)
            assert isinstance(pdf, bytes)
        except typst.TypstError as error:
            return Set(b"", [*problems, *reports(error.diagnostic or f"error: {error.message}\n", source, home, "galat")])
    for warning in warnings:
        problems += reports(warning.diagnostic or f"warning: {warning.message}\n", source, home, "saran")
    return Set(pdf, [*problems, *overlong], alone, bool(overlong), spills, smaller)


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
