"""The final marks of a cohort: weights and scale of the programme as formulas, attendance as a condition, N-gain beside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from syllabus.export.office.book import (
    INCOMPLETE,
    SIGNED,
    UNWRAPPED,
    as_bytes,
    between,
    formula,
    head,
    heading,
    keep_formulas,
    new_book,
    sheet,
    signing,
    write,
)
from syllabus.export.office.scales import band_formula, scale_sheet
from syllabus.shapes.program import FinalMark
from syllabus.shapes.reference import GradeScale

FIRST_ROW = 4
MOST = 100
"""Points of a full pretest and posttest."""


def final_marks_sheet(title: str, rule: FinalMark, scale: GradeScale, names: int, day: date) -> bytes:
    """An XLSX with one row per participant: attendance in percent, each component in points of 100, pretest and posttest for N-gain."""
    book = new_book()
    parts = rule.parts
    count = len(parts)
    page = sheet(book, "Rekap nilai", [5, 28, 22, 12, *[11] * count, 12, 18, 26, 9, 9, 22], landscape=True)
    heading(page, f"Rekap nilai {title}")
    head(page, 2, ["No", "Nama", "Instansi", "Kehadiran (%)", *(part.name for part in parts), "Nilai akhir", "Sebutan", "Keputusan",
                   "Pretes", "Postes", "N-gain"])
    write(page, 3, 3, "Bobot")
    for number, part in enumerate(parts):
        write(page, 3, 5 + number, float(part.weight))
    last = FIRST_ROW + names - 1
    present, first, final = "D", get_column_letter(5), get_column_letter(4 + count)
    mark_at, before, after = (get_column_letter(5 + count + step) for step in (0, 3, 4))
    between(page, f"{present}{FIRST_ROW}:{final}{last}", 0, 100)
    between(page, f"{before}{FIRST_ROW}:{after}{last}", 0, MOST)
    for row in range(FIRST_ROW, last + 1):
        write(page, row, 1, row - FIRST_ROW + 1)
        for column in (*range(2, 5 + count), 8 + count, 9 + count):
            write(page, row, column, None)
        mine = f"{first}{row}:{final}{row}"
        mark = f"{mark_at}{row}"
        lacking = f'{present}{row}<{rule.least_attendance}'
        formula(page, row, 5 + count, f'=IF(COUNT({mine})=0,"",IF(COUNT({mine})<{count},"{INCOMPLETE}",'
                                      f"ROUND(SUMPRODUCT({first}$3:{final}$3,{mine})/SUM({first}$3:{final}$3),{scale.precision})))")
        formula(page, row, 6 + count, f'=IF(ISNUMBER({mark}),{band_formula(scale, mark)},"")')
        formula(page, row, 7 + count, f'=IF(NOT(ISNUMBER({mark})),"",IF({present}{row}="","kehadiran belum diisi",'
                                      f'IF({lacking},"Syarat kehadiran belum terpenuhi",{band_formula(scale, mark, "D")})))')
        formula(page, row, 10 + count, gain_formula(f"{before}{row}", f"{after}{row}"))
    _median(page, last + 2, 9 + count, f"{get_column_letter(10 + count)}{FIRST_ROW}:{get_column_letter(10 + count)}{last}")
    signing(page, last + 2, SIGNED)
    page.freeze_panes = f"D{FIRST_ROW}"
    keep_formulas(page)
    scale_sheet(book, scale)
    return as_bytes(book, f"Rekap nilai {title}", day)


def gain_formula(before: str, after: str) -> str:
    """N-gain, as `gain` computes it. A full pretest leaves nothing to gain, which is said; a loss is shown as it is."""
    return (f'=IF(COUNT({before},{after})<2,"",IF({before}>={MOST},"tidak dihitung: pretes maksimum",'
            f"ROUND(({after}-{before})/({MOST}-{before}),2)))")


def gain(before: Decimal, after: Decimal) -> Decimal | None:
    """(post - pre) / (100 - pre) in two decimals; None for a full pretest."""
    return None if before >= MOST else round((after - before) / (MOST - before), 2)


def _median(page: Worksheet, row: int, column: int, gains: str) -> None:
    write(page, row, column - 1, "Median N-gain", bold=True, framed=False).alignment = UNWRAPPED
    formula(page, row, column + 1, f'=IF(COUNT({gains})=0,"",MEDIAN({gains}))')
