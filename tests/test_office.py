"""Sheets for the office: marks follow weights and NA policy, text never becomes a formula, same bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as new_document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from macros.project import Project
from scripts.office import office
from syllabus.check import check
from syllabus.export.office.answers import FEW, NARROW, WIDE, answers_sheet, good
from syllabus.export.office.book import as_bytes, new_book, sheet, signing, write
from syllabus.export.office.document import BOX, Document, Grid, Paper, of_form, of_schedule, of_template
from syllabus.export.office.docx import Faulty, docx, problem
from syllabus.export.office.lowering import LOWEST, share
from syllabus.export.office.marks import final_marks_sheet, gain
from syllabus.export.office.plans import COLUMNS, attendance_sheet, schedule_sheet
from syllabus.export.office.scores import FIRST_ROW, mark, score_sheet
from syllabus.render.office_files import office_files
from syllabus.render.view import View

REPORT = check(Path(__file__).parent / "sites" / "provinsi-lain")
assert REPORT.curriculum is not None
WHOLE = REPORT.curriculum
SCALE = WHOLE.scales[WHOLE.program.value.final_mark.scale].value
RUBRIC = WHOLE.rubrics["penjelasan-lisan"].value
ROOT = Path(__file__).parent.parent
REAL_REPORT = check(ROOT)
assert REAL_REPORT.curriculum is not None
REAL = REAL_REPORT.curriculum
PROJECT = Project(REAL, REAL_REPORT.timetables, "publik")
TEMPLATE = (ROOT / "tema" / "kantor" / "naskah.docx").read_bytes()
PAPER = Paper((), "Rekaan", "kaki", "2027")
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All workbooks of the real curriculum by name."""
    folder = tmp_path_factory.mktemp("kantor")
    assert office(folder, PROJECT, ROOT).problems == ()
    return {path.stem: load_workbook(path) for path in sorted(folder.glob("*.xlsx"))}


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data)).worksheets[0]


def test_the_mark_follows_weights_and_shares_out_the_weight_of_na() -> None:
    assert mark(RUBRIC, {"isi": Decimal(15), "sikap": Decimal(5)}) == Decimal("100.00")
    assert mark(RUBRIC, {"isi": Decimal(10), "sikap": Decimal(0)}) == Decimal("46.67")
    assert mark(RUBRIC, {"isi": Decimal(10), "sikap": None}) == Decimal("66.67")
    lacking: tuple[dict[str, Decimal | None], ...] = ({}, {"isi": Decimal(15)}, {"isi": None, "sikap": Decimal(5)})
    assert [mark(RUBRIC, scores) for scores in lacking] == [None] * 3, "a missing score is no NA"
    zero = RUBRIC.model_copy(update={"skip_policy": "dihitung_nol"})
    assert mark(zero, {"isi": Decimal(15), "sikap": None}) == Decimal("70.00")


def test_only_the_rubrics_own_scores_can_be_entered() -> None:
    page = opened(score_sheet(RUBRIC, SCALE, DAY))
    rules = [rule.formula1 for rule in page.data_validations.dataValidation]
    assert rules == ['"15,10,0"', '"5,0,NA"']
    assert [page.cell(row=3, column=column).value for column in (4, 5)] == [70, 30]
    counted = str(page.cell(row=FIRST_ROW, column=6).value)
    assert counted.startswith('=IF(COUNTA(D5:E5)=0,"",IF(COUNT(D5:E5)+(E5="NA")<2,"belum lengkap",'), "only the criterion that may have an NA counts with it"


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
    assert sum(cell.value for row in page.iter_rows(min_row=4, min_col=5, max_col=7) for cell in row if isinstance(cell.value, int)) == 5
    assert page["H5"].value == '=IF(COUNT(E5:G5)=0,"",SUM(E5:G5))'
    assert page["I5"].value == '=IF(H5="","",SUM(H$4:H5))'
    assert re.fullmatch(r"=SUM\(E4:E\d+\)", page["E2"].value) and page["D2"].value == "Jumlah"
    recap = opened(attendance_sheet(cohort, REPORT.timetables["angkatan-satu"], 80, DAY))
    assert sum(cell.value for cell in recap[3] if isinstance(cell.value, int)) == 5


def test_same_content_same_bytes() -> None:
    assert score_sheet(RUBRIC, SCALE, DAY) == score_sheet(RUBRIC, SCALE, DAY)


@pytest.mark.parametrize(("before", "after", "wanted"), [("40", "70", "0.50"), ("70", "40", "-1.00"), ("0", "100", "1.00"), ("100", "90", None)])
def test_gain_shows_a_loss_and_knows_a_full_pretest(before: str, after: str, wanted: str | None) -> None:
    assert gain(Decimal(before), Decimal(after)) == (None if wanted is None else Decimal(wanted))


def test_final_marks_take_weights_from_the_programme() -> None:
    rule = WHOLE.program.value.final_mark
    page = opened(final_marks_sheet("Angkatan", rule, SCALE, 3, DAY))
    weights = [page.cell(row=3, column=5 + number).value for number in range(len(rule.parts))]
    assert weights == [float(part.weight) for part in rule.parts] and sum(weights) == 100
    assert f"<{rule.least_attendance}," in page.cell(row=4, column=7 + len(rule.parts)).value


def test_good_starts_above_the_middle_of_the_scale() -> None:
    item = REAL.instruments["evaluasi-fasilitator"].value
    assert good(item.model_copy(update={"scale": ("a", "b", "c", "d", "e")})) == 4
    assert good(item.model_copy(update={"scale": ("a", "b", "c", "d")})) == 3


@pytest.mark.parametrize("text", ["Tarif < 5 & > 2", "{{ 7 * 7 }}", '"kutip" {% raw %}', "a\u00adb"])
def test_text_stays_text_in_a_letter(text: str) -> None:
    document = Document("x", text, paragraphs=(text,), grids=(Grid("", (text, "b"), (1, 2), ((text, ""),)),))
    words = paragraphs_of(docx(document, PAPER, TEMPLATE, DAY))
    assert words.count(text) == 4


def test_rows_go_on_counting_after_titles_and_boxes_are_there_to_tick() -> None:
    form = REAL.forms["checklist-pembukaan"].value
    word = opened_word(docx(of_form("x", form), PAPER, TEMPLATE, DAY))
    table = next(table for table in word.tables if table.rows[0].cells[0].text == "No.")
    numbers = [row.cells[0].text for row in table.rows[1:]]
    assert [int(number) for number in numbers if number.isdigit()] == list(range(1, sum(map(str.isdigit, numbers)) + 1))
    titles = [row for row in table.rows[1:] if row.cells[0]._tc is row.cells[-1]._tc]
    assert [row.cells[0].text for row in titles] == [cells[0] for part in form.parts for cells in part.given if len(cells) == 1]
    assert all(len(row.cells[0].paragraphs) == 1 and row.cells[0].paragraphs[0].runs[0].bold for row in titles)
    assert all(row.cells[2].text == row.cells[3].text == BOX for row in table.rows[1:] if row.cells[0].text.isdigit())


def test_signatures_of_a_list_alternate_in_word_too() -> None:
    items = {item.id: item for item in REAL.workshops["dialog-masyarakat"].value.templates}
    for document in (of_form("x", REAL.forms["daftar-hadir"].value), of_template(items["daftar-hadir-dialog"])):
        table = next(table for table in opened_word(docx(document, PAPER, TEMPLATE, DAY)).tables if table.rows[0].cells[-1].text == "Tanda tangan")
        assert [row.cells[-1].text for row in table.rows[1:5]] == ["1.", "\t\t2.", "3.", "\t\t4."]


def test_parts_stand_in_their_order_with_room_to_write() -> None:
    form = REAL.forms["berita-acara-ujian"].value
    said = " ".join(paragraphs_of(docx(of_form("x", form), PAPER, TEMPLATE, DAY)))
    last = next(part for part in form.parts if part.room)
    assert last.title and said.index("Pengawas") < said.index(last.title) < said.index(last.sentences[0])
    word = opened_word(docx(of_form("x", form), PAPER, TEMPLATE, DAY))
    assert sum(line.style.name == "Garis tulis" for line in word.paragraphs) == last.room


def test_the_design_is_told_by_styles_that_staff_can_change() -> None:
    word = opened_word(TEMPLATE)
    assert not word.element.body.xpath(".//w:r/w:rPr | .//w:p/w:pPr/*[not(self::w:pStyle)]")
    used = {line.style.name for line in word.paragraphs} | {line.style.name for table in word.tables for cell in table._cells for line in cell.paragraphs}
    assert {"Kop", "Title", "Heading 2", "Kalimat", "Kepala tabel", "Sel tabel", "Garis tulis", "Penanda tangan", "Nama penanda tangan"} <= used
    assert {table.style.name for table in word.tables} == {"Normal Table", "Tabel isian"}


def test_lines_to_write_on_reach_the_right_edge_of_either_paper() -> None:
    for landscape in (False, True):
        word = opened_word(docx(Document("x", "Judul", head=("Nama",), paragraphs=("Dasar kegiatan: .......", "Selesai."), landscape=landscape), PAPER, TEMPLATE, DAY))
        section = word.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        line, whole = (next(one for one in word.paragraphs if one.text.startswith(start)) for start in ("Dasar", "Selesai"))
        assert line.text == "Dasar kegiatan: \t" and whole.text == "Selesai."
        assert [stop.position for stop in line.style.paragraph_format.tab_stops] == [pytest.approx(room, abs=700)]
        labels = word.tables[0].rows[0].cells
        assert labels[0].text == "Nama" and labels[1]._tc is labels[3]._tc
        assert sum(column.width for column in word.tables[0].columns) == pytest.approx(room, abs=3000)


def test_a_letter_of_a_workshop_has_its_head_in_word_too() -> None:
    letter = next(item for item in REAL.workshops["dialog-masyarakat"].value.templates if item.letter)
    assert letter.letter is not None
    word = opened_word(docx(of_template(letter), PAPER, TEMPLATE, DAY))
    head, about = word.tables[:2]
    assert [row.cells[0].text for row in head.rows] == ["Nomor", "Sifat", "Lampiran", "Hal"]
    assert head.rows[3].cells[1].text == f": {letter.letter.subject}" and about.rows[1].cells[1].text == ": pukul 07.30 s.d. 16.15 WIB"
    lined = [row.cells[1]._tc.tcPr.find(qn("w:tcBorders")) is not None for row in head.rows]
    assert lined == [True, False, True, False], "what is told needs no line to write on"
    said = [line.text for line in word.paragraphs]
    assert not any(line.style.name == "Title" for line in word.paragraphs) and said.count(f"{PAPER.place}, .................... 2027") == 1
    assert any(text.startswith("Yth.") for text in said)
    assert opened_word(docx(replace(of_template(letter), year="2031"), PAPER, TEMPLATE, DAY)).paragraphs[0].text.endswith(" 2031")
    copied = letter.model_copy(update={"letter": letter.letter.model_copy(update={"copies": ("Sekretaris daerah",)})})
    assert "Sekretaris daerah" in paragraphs_of(docx(of_template(copied), PAPER, TEMPLATE, DAY))


@pytest.mark.parametrize(("document", "asked"), [
    (of_template(next(item for item in REAL.workshops["dialog-masyarakat"].value.templates if item.letter)), True),
    (of_form("x", REAL.forms["notulen"].value), True),
    (of_template(next(item for item in REAL.workshops["dialog-masyarakat"].value.templates if item.signatures and not item.letter)), False),
])
def test_civil_servants_write_their_number_below_their_name_and_citizens_none(document: Document, asked: bool) -> None:
    signing = opened_word(docx(document, PAPER, TEMPLATE, DAY)).tables[-1]
    for cell in signing.rows[-1].cells:
        assert [line.text.split(" ")[0].rstrip(".)") for line in cell.paragraphs] == ["(", "NIP"][:1 + asked]


def test_ordinals_and_codes_are_not_parted_at_their_hyphen() -> None:
    word = paragraphs_of(docx(Document("x", "Judul", paragraphs=("Pada hari ke-30, ke-60, indikator A1-2, N-gain, undang-undang.",)), PAPER, TEMPLATE, DAY))
    assert "Pada hari ke\u201130, ke\u201160, indikator A1\u20112, N\u2011gain, undang-undang." in word


def test_a_day_of_a_schedule_tells_its_date_with_its_heads_on_every_page() -> None:
    cohort = REAL.cohorts["profesionalisme-juli"].value
    plan = REAL_REPORT.timetables["profesionalisme-juli"]
    people = {name: entry.value for name, entry in REAL.facilitators.items()}
    word = opened_word(docx(of_schedule("x", cohort, plan, people), PAPER, TEMPLATE, DAY))
    days = [table for table in word.tables if table.style.name == "Tabel isian"]
    assert [table.rows[0].cells[0].text.split(",")[0] for table in days] == ["Rabu", "Kamis", "Jumat"]
    assert all("tblHeader" in row._tr.xml for table in days for row in table.rows[:2])
    assert [row.cells[0].text for table in days for row in table.rows[2:]] == [str(number) for number in range(1, sum(1 for _ in plan.rows) + 1)]


def test_the_last_rows_stay_with_the_signatures_and_a_short_table_in_one_piece() -> None:
    long, short = (Grid("", ("No", "Nama"), (1, 5), tuple((str(number), "") for number in range(count))) for count in (30, 3))
    word = opened_word(docx(Document("x", "Judul", grids=(long, short, long), signatures=("Ketua",)), PAPER, TEMPLATE, DAY))
    first, middle, last = (table for table in word.tables if table.style.name == "Tabel isian")

    def kept(table: Any) -> list[bool]:
        return [all(line.paragraph_format.keep_with_next for cell in row.cells for line in cell.paragraphs) for row in table.rows[1:]]

    assert kept(first) == [False] * 30 and kept(middle) == [True, True, False] and kept(last) == [False] * 28 + [True] * 2
    assert all("cantSplit" in row._tr.xml for table in (first, middle, last) for row in table.rows)


@pytest.mark.parametrize(("rows", "landscape", "lower"), [(20, False, 1.0), (28, False, 0.9), (40, False, 1.0), (36, True, 0.94)])
def test_rows_become_lower_where_signatures_would_stand_alone(rows: int, landscape: bool, lower: float) -> None:
    grid = Grid("", ("No", "Nama"), (1, 5), (("", ""),) * rows, 8)
    document = Document("x", "Judul", grids=(grid,), signatures=("Ketua",), landscape=landscape)
    kept = share(document, 0, ((20.0, 150.0),))
    assert LOWEST <= kept <= 1.0 and (kept == 1.0) == (lower == 1.0)
    assert kept == pytest.approx(lower, abs=0.06)


def test_columns_are_as_wide_as_the_words_of_their_titles_and_groups_stand_above_theirs() -> None:
    for form in REAL.forms.values():
        document = of_form("x", form.value)
        word = opened_word(docx(document, PAPER, TEMPLATE, DAY))
        tables = [table for table in word.tables if table.rows[0]._tr.xml.count("tblHeader")]
        assert len(tables) == len(document.grids)
        for table, grid in zip(tables, document.grids, strict=True):
            assert all(column.width / 360_000 > 0.2 * max(map(len, title.split())) for column, title in zip(table.columns, grid.columns, strict=True))
            assert not grid.groups or set(filter(None, grid.groups)) <= {cell.text for cell in table.rows[0].cells}
            assert not grid.groups or [cell.text for cell in table.rows[1].cells] == list(grid.columns)


def test_a_form_keeps_its_columns_rows_and_paper() -> None:
    form = REAL.forms["notulen"].value
    part = form.parts[-1]
    wide = of_form("x", form.model_copy(update={"paper": "melintang", "parts": (part.model_copy(update={"rows": 3, "given": ()}),)}))
    word = opened_word(docx(wide, Paper(("Pemerintah Kabupaten Rekaan",), "Rekaan", "kaki", "2027"), TEMPLATE, DAY))
    section = word.sections[0]
    assert section.page_width > section.page_height
    table = next(table for table in word.tables if len(table.columns) == len(part.columns))
    assert [cell.text for cell in table.rows[0].cells] == [column.title for column in part.columns]
    assert len(table.rows) == 4
    assert word.paragraphs[0].text == "Pemerintah Kabupaten Rekaan"


def test_every_document_of_the_real_curriculum_says_all_its_words(tmp_path: Path) -> None:
    made = office(tmp_path, PROJECT, ROOT)
    assert made.problems == () and made.count == sum(1 for _ in tmp_path.iterdir())
    listed = str(office_files(View(REAL, REAL_REPORT.timetables, "unduhan/kantor")))
    assert sorted(re.findall(r'href="kantor/([^"]+)"', listed)) == sorted(path.name for path in tmp_path.iterdir())
    for name, entry in REAL.forms.items():
        words = " ".join(paragraphs_of((tmp_path / f"formulir-{name}.docx").read_bytes()))
        parts = entry.value.parts
        assert entry.value.purpose not in words, name
        for said in (entry.value.title, *entry.value.notes, *entry.value.signatures,
                     *(text for part in parts for text in (*part.head, *part.sentences)),
                     *(column.title for part in parts for column in part.columns), *(cell for part in parts for row in part.given for cell in row)):
            assert said.replace("[ ]", BOX).replace("( )", BOX).rstrip(".") in words, f"{name}: {said}"


def test_a_sheet_of_a_workshop_says_how_it_is_used_but_a_letter_does_not() -> None:
    told = [item for entry in REAL.workshops.values() for item in entry.value.templates if item.note]
    assert {item.letter is None for item in told} == {True, False}
    for item in told:
        words = " ".join(paragraphs_of(docx(of_template(item), PAPER, TEMPLATE, DAY)))
        assert ((item.note or "") in words) is (item.letter is None), item.id


def test_same_document_same_bytes() -> None:
    document = Document("x", "Judul", signatures=("Ketua",))
    assert docx(document, PAPER, TEMPLATE, DAY) == docx(document, PAPER, TEMPLATE, DAY)


def designed(*texts: str, extra: dict[str, bytes] | None = None) -> bytes:
    word = new_document()
    for text in texts:
        word.add_paragraph(text)
    raw = BytesIO()
    word.save(raw)
    with ZipFile(raw, "a") as parts:
        for name, data in (extra or {}).items():
            parts.writestr(name, data)
    return raw.getvalue()


@pytest.mark.parametrize(("template", "sentence"), [
    (designed("{{ judul.upper() }}"), "memanggil fungsi"),
    (designed("{% for a in range(9) %}x{% endfor %}"), "memanggil fungsi"),
    (designed("{{ judul|upper }}"), "memanggil fungsi"),
    (designed("{{ rahasia }}"), "isian yang tidak ada"),
    (designed("{{ judul "), "terputus"),
    (designed("{{ judul.__class__ }}"), "di luar isian"),
    (designed(extra={"word/vbaProject.bin": b"x"}), "makro"),
    (designed(extra={"word/_rels/x.rels": b'<R TargetMode="External"/>'}), "di luar dirinya"),
    (designed(extra={"word/besar.bin": b"0" * 21_000_000}), "terlalu besar"),
    (b"bukan zip", "bukan naskah Word"),
])
def test_a_template_shows_values_and_does_nothing_else(template: bytes, sentence: str) -> None:
    with pytest.raises(Faulty, match=sentence) as caught:
        docx(Document("x", "Judul"), PAPER, template, DAY)
    told = str(problem(Document("x", "Judul"), "tema/kantor/x.docx", caught.value))
    assert told.startswith('tema/kantor/x.docx:1:1: galat KTR01: Naskah kantor "Judul": ')


def test_an_office_may_design_one_document_anew(tmp_path: Path) -> None:
    (tmp_path / "tema" / "kantor").mkdir(parents=True)
    (tmp_path / "tema" / "kantor" / "formulir-rtl.docx").write_bytes(designed("Rancangan kantor kami: {{ judul }}"))
    office(tmp_path / "kantor", PROJECT, tmp_path)
    assert paragraphs_of((tmp_path / "kantor" / "formulir-rtl.docx").read_bytes()) == ["Rancangan kantor kami: Rencana tindak lanjut"]
    assert len(paragraphs_of((tmp_path / "kantor" / "formulir-notulen.docx").read_bytes())) > 10


def opened_word(data: bytes) -> Any:
    return new_document(BytesIO(data))


def paragraphs_of(data: bytes) -> list[str]:
    word = opened_word(data)
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [text for text in (*(paragraph.text for paragraph in word.paragraphs), *cells) if text]


def test_every_sheet_prints_all_that_is_written_and_repeats_its_heads(books: dict[str, Any]) -> None:
    for name, book in books.items():
        for page in book.worksheets:
            left, top, right, bottom = range_boundaries(page.print_area.rpartition("!")[2])
            written = [cell for row in page.iter_rows() for cell in row if cell.value is not None and cell.column <= right]
            assert (left, top) == (1, 1) and max(cell.row for cell in written) <= bottom, f"{name} {page.title}"
            shown = len(COLUMNS) - 3 if name.startswith("jadwal-") else page.max_column
            assert right == shown, f"{name} {page.title}"
            assert str(page.print_title_rows).startswith("$1:$") and page.page_setup.fitToWidth == 1 and page.freeze_panes, f"{name} {page.title}"


def test_formulas_are_guarded_and_what_is_to_be_filled_in_is_open(books: dict[str, Any]) -> None:
    guarded = [(name, page) for name, book in books.items() for page in book.worksheets if not name.startswith("jadwal-") and page.title != "Skala"]
    assert len(guarded) > 20
    for name, page in guarded:
        assert page.protection.sheet and not page.protection.password and page.protection.insertRows is False, f"{name} {page.title}"
        for row in page.iter_rows():
            for cell in row:
                assert not (cell.data_type == "f" and not cell.protection.locked), f"{name} {cell.coordinate}"
        for rule in page.data_validations.dataValidation:
            assert rule.error and rule.errorTitle and rule.showErrorMessage
            for area in rule.sqref.ranges:
                opened = [page.cell(row=row, column=column) for row, column in area.cells]
                assert not any(cell.protection.locked for cell in opened if cell.value is None), f"{name} {area}"


@pytest.mark.parametrize("name", [name for name, item in REAL.instruments.items() if item.value.scale])
def test_answers_print_readably_on_the_width_of_a_page_and_fill_the_pages_they_take(name: str) -> None:
    """A question's title stands upright where there are many; letters keep 6 points at least; rows grow to fill the pages."""
    item = REAL.instruments[name].value
    page = load_workbook(BytesIO(answers_sheet(item, None, 60, DAY)))["Jawaban"]
    count = sum(len(group.items) for group in item.groups)
    assert [page.cell(3, column).alignment.text_rotation for column in (1, 2, 1 + count, 2 + count)] == [0, *[90 * (count > FEW)] * 2, 0]
    assert page.column_dimensions["B"].width == (NARROW if count > FEW else WIDE)
    scale = min(1.0, 770 / (5.6 * (45 + count * page.column_dimensions["B"].width)))
    assert 10 * scale >= 6
    rows = [float(page.row_dimensions[row].height) for row in range(1, page.max_row + 1)]
    assert len(set(rows[3:])) == 1 and 15 <= rows[-1] <= 15 * 1.5
    assert page.page_setup.fitToHeight == 2
    titles = [str(page.cell(3, column).value) for column in range(2, 2 + count)]
    assert rows[2] >= 4.5 * max(map(len, titles)) / 2 if count > FEW else rows[2] < 100


def test_rows_grow_to_fill_a_page_but_not_for_a_short_list_and_leave_room_for_the_hand() -> None:
    book = new_book()
    for name, rows in (("Pendek", 5), ("Sedang", 24), ("Penuh", 34)):
        page = sheet(book, name, [20, 60, 20], landscape=True)
        for row in range(1, rows + 1):
            write(page, row, 1, row)
        signing(page, rows + 2, ("Tempat", "Tanda tangan"))
    short, middle, full = load_workbook(BytesIO(as_bytes(book, "A", DAY))).worksheets
    assert [page.row_dimensions[1].height for page in (short, full)] == [15, 15] and 17 < middle.row_dimensions[1].height <= 22.5
    assert [page.row_dimensions[page.max_row].height for page in (short, middle, full)] == [30, 30, 30]
    assert sum(middle.row_dimensions[row].height for row in range(1, middle.max_row + 1)) < 595 - 144 * 0.6


def test_a_sheet_shrinks_to_fewer_pages_only_while_it_can_be_read() -> None:
    book = new_book()
    short, long = (sheet(book, name, [20, 60], landscape=True) for name in ("Pendek", "Panjang"))
    for page, rows in ((short, 44), (long, 50)):
        for row in range(1, rows + 1):
            write(page, row, 1, row)
    pages = load_workbook(BytesIO(as_bytes(book, "A", DAY))).worksheets
    assert [page.page_setup.fitToHeight for page in pages] == [1, 2]
