"""What the formulas come to in an office program is what the rules say."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.project import Project
from scripts.office import office
from syllabus.check import check
from syllabus.export.office.marks import gain
from syllabus.export.office.scores import FIRST_ROW, mark
from tests.office.libre import PROGRAM, converted

ROOT = Path(__file__).parent.parent.parent
REPORT = check(ROOT)
assert REPORT.curriculum is not None
WHOLE = REPORT.curriculum
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice belum terpasang; rumus tidak dihitung")
Fill = Callable[[Any], None]
ONE_PAGE = 18
"""Rows below which a form and its signatures stand on one page."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    assert office(folder, Project(WHOLE, REPORT.timetables, "publik"), ROOT).problems == ()
    return folder


@pytest.fixture(scope="module")
def computed(made: Path) -> Callable[[str], Any]:
    """All sheets filled in and computed in one run of the program."""
    filled = made / "terisi"
    filled.mkdir()
    for path in sorted(made.glob("*.xlsx")):
        book = load_workbook(path)
        fill = next((one for start, one in FILLS.items() if path.stem.startswith(start)), None)
        if fill:
            fill(book)
        book.save(filled / path.name)
    done = made / "hasil"
    converted(sorted(filled.glob("*.xlsx")), "xlsx", done)
    return lambda name: load_workbook(done / f"{name}.xlsx", data_only=True)


def scores(book: Any) -> None:
    page = book.worksheets[0]
    count = sum(1 for cell in page[3][3:] if isinstance(cell.value, int | float))
    for row, given in enumerate(([4] * count, [1] * count, [3, *[4] * (count - 1)])):
        for column, score in enumerate(given):
            page.cell(row=FIRST_ROW + row, column=4 + column).value = score
    for column in range(1, count):
        page.cell(row=FIRST_ROW + 3, column=4 + column).value = 4
    for row in range(4, 4 + count):
        for column in range(count):
            page.cell(row=FIRST_ROW + row, column=4 + column).value = "NA" if row - 4 == column else 3 if column == count - 1 else 4


def attendance(book: Any) -> None:
    """All present, then one absent from the last module, then the last module still open."""
    page = book.worksheets[0]
    hours = [cell.value for cell in page[3][3:] if isinstance(cell.value, int)]
    for row, given in enumerate((hours, [*hours[:-1], 0], hours[:-1]), 4):
        for column, jp in enumerate(given, 4):
            page.cell(row=row, column=column).value = jp


def marks(book: Any) -> None:
    page = book.worksheets[0]
    for row, values in enumerate(((100, 90, 90, 90.03, None, 40, 70), (79, 80, 80, 80, None, 100, 90), (100, 80, None, 70, None, 70, 40)), 4):
        present, first, second, third, _, before, after = values
        for column, value in ((4, present), (5, first), (6, second), (7, third), (11, before), (12, after)):
            page.cell(row=row, column=column).value = value


def answers(book: Any) -> None:
    page = book["Jawaban"]
    questions = page.max_column - 2
    for row, shift in enumerate((0, 1, 2), 4):
        for column in range(questions):
            page.cell(row=row, column=2 + column).value = 2 + (column + shift) % 3
    page.cell(row=7, column=3).value = 3


FILLS: dict[str, Fill] = {"nilai-": scores, "kehadiran-": attendance, "rekap-nilai-": marks, "rekap-": answers}


def test_scores_become_marks(computed: Callable[[str], Any]) -> None:
    for name, entry in WHOLE.rubrics.items():
        page = computed(f"nilai-{name}").worksheets[0]
        rubric = entry.value
        at = 4 + len(rubric.criteria)
        thirds: dict[str, Decimal | None] = {criterion.id: Decimal(3 if number == 0 else 4) for number, criterion in enumerate(rubric.criteria)}
        expected = mark(rubric, thirds)
        assert expected is not None
        assert page.cell(row=FIRST_ROW, column=at).value == 100
        assert page.cell(row=FIRST_ROW + 1, column=at).value == 25
        assert Decimal(str(page.cell(row=FIRST_ROW + 2, column=at).value)) == expected
        assert [page.cell(row=FIRST_ROW + row, column=at + 1).value or "" for row in range(4)] == \
            ["Sangat baik", "Belum tercapai", label(expected), ""]
        assert page.cell(row=FIRST_ROW + 3, column=at).value == "belum lengkap"
        for number, skipped in enumerate(rubric.criteria):
            given = {criterion.id: None if criterion is skipped else Decimal(3 if criterion is rubric.criteria[-1] else 4) for criterion in rubric.criteria}
            shown = page.cell(row=FIRST_ROW + 4 + number, column=at).value
            wanted = mark(rubric, given)
            assert (shown == "belum lengkap") if wanted is None else (Decimal(str(shown)) == wanted), f"{name} {skipped.id}"
            assert (wanted is not None) == skipped.may_skip


def test_attendance_counts_an_absence_but_no_empty_cell(computed: Callable[[str], Any]) -> None:
    for name, entry in WHOLE.cohorts.items():
        page = computed(f"kehadiran-{name}").worksheets[0]
        hours = [cell.value for cell in page[3][3:] if isinstance(cell.value, int)]
        shares = [page.cell(row=row, column=5 + len(hours)).value for row in (4, 5, 6)]
        assert shares[0] == 100 and 0 < shares[1] < 100 and shares[2] == "belum lengkap", entry.id
        assert [page.cell(row=6, column=6 + len(hours)).value or "", page.cell(row=7, column=5 + len(hours)).value or ""] == ["", ""]


def label(value: Decimal) -> str:
    scale = WHOLE.scales[WHOLE.program.value.final_mark.scale].value
    return next(band.label for band in scale.bands if band.least <= value <= band.most)


def test_final_marks_and_gains(computed: Callable[[str], Any]) -> None:
    page = computed("rekap-nilai-teknis-april").worksheets[0]

    def row(number: int) -> list[Any]:
        return ["" if cell.value is None else cell.value for cell in page[number][7:13]]

    assert row(4) == [90.02, "Sangat baik", "Lulus", 40, 70, float(gain(Decimal(40), Decimal(70)) or 0)]
    assert row(5)[:3] == [80, "Cukup", "Syarat kehadiran belum terpenuhi"]
    assert row(5)[5] == "tidak dihitung: pretes maksimum"
    assert row(6) == ["belum lengkap", "", "", 70, 40, -1]
    assert row(7) == ["", "", "", "", "", ""]


def test_answers_become_means_labels_and_an_index(computed: Callable[[str], Any]) -> None:
    page = computed("rekap-evaluasi-fasilitator")["Rekap"]
    found = {row[1].value: [cell.value for cell in row[2:5]] for row in page.iter_rows(min_row=4)}
    item = WHOLE.instruments["evaluasi-fasilitator"].value
    assert found[item.groups[0].items[0].text] == [3, 33.3, "Cukup"]
    assert found["Jumlah nilai (rerata jumlah setiap pengisi)"][0] == 36
    assert found["Jumlah nilai (rerata jumlah setiap pengisi)"][2] == "Cukup"
    assert found["Jumlah pengisi"][0] == 4, "also who left out the first question"
    assert found["Di antaranya belum lengkap; butir kosong tidak dihitung nol"][0] == 1
    survey = computed("rekap-skm-sebelum-sesudah")["Rekap"]
    index = next(row for row in survey.iter_rows(min_row=4, values_only=True) if str(row[1]).startswith("Indeks"))
    assert index[2:5] == (75, None, "C Kurang baik")


def test_no_formula_of_any_sheet_fails(computed: Callable[[str], Any], made: Path) -> None:
    for path in sorted(made.glob("*.xlsx")):
        for page in computed(path.stem).worksheets:
            wrong = [cell.coordinate for row in page.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value.startswith(("#", "Err:"))]
            assert wrong == [], f"{path.name} {page.title}"


def test_schedules_add_up(computed: Callable[[str], Any]) -> None:
    for name, entry in WHOLE.cohorts.items():
        page = computed(f"jadwal-{name}").worksheets[0]
        wanted = sum(row.jp for _, row in REPORT.timetables[name].rows)
        sums = next(row for row in page.iter_rows(values_only=True) if row[3] == "Jumlah")
        assert sums[7] == wanted == sum(sums[4:7]), entry.id
        assert max(row[8] for row in page.iter_rows(min_row=3, values_only=True) if isinstance(row[8], int)) == wanted


def test_all_files_open_and_print_with_their_title(made: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    for kind in ("docx", "xlsx"):
        files = sorted(made.glob(f"*.{kind}"))
        converted(files, "pdf", tmp_path / kind)
        assert {path.stem for path in (tmp_path / kind).glob("*.pdf")} == {path.stem for path in files}
    for name, form in WHOLE.forms.items():
        reader = PdfReader(tmp_path / "docx" / f"formulir-{name}.pdf")
        words = " ".join(page.extract_text() for page in reader.pages)
        assert form.value.title in words and "{{" not in words and "{%" not in words
        wide = float(reader.pages[0].mediabox.width) > float(reader.pages[0].mediabox.height)
        assert wide == (form.value.paper == "melintang")
        rows = sum(len(part.given) + part.rows for part in form.value.parts)
        assert len(reader.pages) <= (1 if rows < ONE_PAGE else 2), name
    for path in sorted((tmp_path / "docx").glob("*.pdf")):
        last = PdfReader(path).pages[-1].extract_text()
        assert re.search(r"^(\d+|No\.?)\s", last, re.MULTILINE) or len(PdfReader(path).pages) == 1, f"{path.name}: signatures alone on the last page"
    for path in sorted((tmp_path / "xlsx").glob("*.pdf")):
        sheets = load_workbook(made / f"{path.stem}.xlsx").worksheets
        printed = PdfReader(path).pages
        assert len(printed) <= sum(page.page_setup.fitToHeight or 0 for page in sheets), path.name
        titles = ["".join(str(page["A1"].value).split()) for page in sheets]
        for number, page in enumerate(printed, 1):
            words = "".join(page.extract_text().split())
            assert any(title in words for title in titles), f"{path.name}, halaman {number} tanpa judul"
    for name in WHOLE.cohorts:
        assert len(PdfReader(tmp_path / "xlsx" / f"jadwal-{name}.pdf").pages) == 1, name
