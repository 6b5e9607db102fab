"""Sheets for the office: marks follow weights and NA policy, text never becomes a formula, same bytes."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from syllabus.check import check
from syllabus.export.office.book import as_bytes, new_book, sheet, write
from syllabus.export.office.plans import attendance_sheet, schedule_sheet
from syllabus.export.office.scores import FIRST_ROW, mark, score_sheet

REPORT = check(Path(__file__).parent / "sites" / "provinsi-lain")
assert REPORT.curriculum is not None
WHOLE = REPORT.curriculum
RUBRIC = WHOLE.rubrics["penjelasan-lisan"].value
DAY = date(2026, 12, 1)


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data)).worksheets[0]


def test_the_mark_follows_weights_and_shares_out_the_weight_of_na() -> None:
    assert mark(RUBRIC, {"isi": Decimal(15), "sikap": Decimal(5)}) == Decimal("100.00")
    assert mark(RUBRIC, {"isi": Decimal(10), "sikap": Decimal(0)}) == Decimal("46.67")
    assert mark(RUBRIC, {"isi": Decimal(10), "sikap": None}) == Decimal("66.67")
    assert mark(RUBRIC, {}) is None
    zero = RUBRIC.model_copy(update={"skip_policy": "dihitung_nol"})
    assert mark(zero, {"isi": Decimal(15), "sikap": None}) == Decimal("70.00")


def test_only_the_rubrics_own_scores_can_be_entered() -> None:
    page = opened(score_sheet(RUBRIC, DAY))
    rules = [rule.formula1 for rule in page.data_validations.dataValidation]
    assert rules == ['"15,10,0"', '"5,0,NA"']
    assert [page.cell(row=3, column=column).value for column in (4, 5)] == [70, 30]
    assert page.cell(row=FIRST_ROW, column=6).value.startswith("=IF(COUNT(D5:E5)=0")


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@a", "\tx"])
def test_text_never_becomes_a_formula(text: str) -> None:
    book = new_book()
    write(sheet(book, "A", [10]), 1, 1, text)
    cell = opened(as_bytes(book, "A", DAY)).cell(row=1, column=1)
    assert cell.data_type == "s" and cell.value == text and cell.quotePrefix


def test_the_schedule_adds_up() -> None:
    cohort = WHOLE.cohorts["angkatan-satu"].value
    people = {name: entry.value for name, entry in WHOLE.facilitators.items()}
    page = opened(schedule_sheet(cohort, REPORT.timetables["angkatan-satu"], people, DAY))
    assert [row[8].value for row in page.iter_rows(min_row=3) if row[8].value][-1] == 5
    recap = opened(attendance_sheet(cohort, REPORT.timetables["angkatan-satu"], DAY))
    assert sum(cell.value for cell in recap[3] if isinstance(cell.value, int)) == 5


def test_same_content_same_bytes() -> None:
    assert score_sheet(RUBRIC, DAY) == score_sheet(RUBRIC, DAY)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice belum terpasang; rumus tidak dihitung ulang")
def test_an_office_program_computes_the_same_mark(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(score_sheet(RUBRIC, DAY)))
    page = book.worksheets[0]
    cases: list[tuple[Any, Any]] = [(15, 5), (10, 0), (10, "NA"), (None, None)]
    for number, (first, second) in enumerate(cases):
        page.cell(row=FIRST_ROW + number, column=4).value = first
        page.cell(row=FIRST_ROW + number, column=5).value = second
    book.save(tmp_path / "nilai.xlsx")
    subprocess.run(["soffice", "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), str(tmp_path / "nilai.xlsx")],
                   check=True, capture_output=True, timeout=120)
    rows = (tmp_path / "nilai.csv").read_text(encoding="utf-8").splitlines()[FIRST_ROW - 1 : FIRST_ROW + 3]
    assert [row.split(",")[5] for row in rows] == ["100", "46.67", "66.67", ""]
