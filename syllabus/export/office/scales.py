"""A grading scale as a sheet of its own, and the formula that looks a mark up in it. Staff change a band there, not in formulas."""

from __future__ import annotations

from openpyxl import Workbook

from syllabus.export.office.book import UNWRAPPED, head, heading, sheet, write
from syllabus.shapes.reference import Band, GradeScale

TITLE = "Skala"
FIRST_ROW = 3


def scale_sheet(book: Workbook, scale: GradeScale) -> None:
    """Bands from the lowest up, as look-ups need them."""
    page = sheet(book, TITLE, [12, 12, 26, 44])
    heading(page, scale.name)
    head(page, 2, ["Dari", "Sampai", "Sebutan", "Keputusan"])
    for number, band in enumerate(_rising(scale)):
        row = FIRST_ROW + number
        write(page, row, 1, float(band.least))
        write(page, row, 2, float(band.most))
        write(page, row, 3, band.label)
        write(page, row, 4, band.decision or "")
    source = write(page, FIRST_ROW + len(scale.bands) + 1, 1, f"Sumber: {scale.source}", framed=False)
    source.alignment = UNWRAPPED


def band_formula(scale: GradeScale, value: str, column: str = "C") -> str:
    """The label (or, with column D, the decision) of a mark, which is rounded as the scale says before it is looked up."""
    last = FIRST_ROW + len(scale.bands) - 1
    bands, labels = (f"{TITLE}!${letter}${FIRST_ROW}:${letter}${last}" for letter in ("A", column))
    return f"LOOKUP(ROUND({value},{scale.precision}),{bands},{labels})"


def _rising(scale: GradeScale) -> list[Band]:
    return sorted(scale.bands, key=lambda band: band.least)
