"""Blank forms and attendance: boxes that alternate, heads filled from the schedule, signatures that never stand alone."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from macros.project import project_from
from scripts.leaves import Leaflet, paper_of
from syllabus.check import check
from syllabus.place import Place
from syllabus.press.book import Chapter
from syllabus.press.grid import grid
from syllabus.press.paper import Paper, print_paper
from syllabus.press.stagger import SIDES, staggered
from syllabus.press.tree import read
from syllabus.press.typeset import typeset
from syllabus.render.attendance import UNSIGNED, attendance_leaves
from syllabus.render.blanks import signatures, with_blanks
from syllabus.render.form import form_body, form_leaves
from syllabus.render.html import Html, join
from syllabus.render.leaf import Leaf
from syllabus.render.lesson import blank_table
from syllabus.render.session import speaker_name
from syllabus.render.table import Cell, Column, Row, Table, draw
from syllabus.render.view import View
from syllabus.shapes.evaluation import BlankForm
from syllabus.shapes.lesson import SIGNATURE
from tests.press_book import book

ROOT = Path(__file__).parent.parent
REPORT = check(ROOT)
assert REPORT.curriculum is not None
VIEW = View(REPORT.curriculum, REPORT.timetables, "program/formulir")
FORMS = REPORT.curriculum.forms


@pytest.fixture(scope="module")
def printed() -> dict[str, Leaflet]:
    """Blank forms and attendance."""
    project = project_from(REPORT, "publik")
    own = [*form_leaves(VIEW), *attendance_leaves(VIEW)]
    return {leaf.id: Leaflet(leaf, print_paper(paper_of(project, leaf), lambda _: None)) for leaf in own}


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def signing(count: int) -> Html:
    rows = tuple(Row((Cell(str(n)), Cell(""), Cell(f"{n}.", kind="ttd-kiri" if n % 2 else "ttd-kanan")), headed=False) for n in range(1, count + 1))
    return draw(Table("formulir", "Hadir", (Column("No.", 1), Column("Nama", 5), Column("Tanda tangan", 5)), rows, row_height=8))


def test_a_column_of_alternating_signatures_becomes_two() -> None:
    table = next(node for node in read(signing(4)).all if node.tag == "table")
    rows, shares = staggered(grid(table), [1, 5, 5])
    assert shares == [2, 10, 5, 5]
    assert rows[0].slots[2] is not None and rows[0].slots[2].columns == 2 and rows[0].slots[3] is None
    edges = [tuple("" if slot is None else slot.edge for slot in row.slots[2:]) for row in rows[1:]]
    assert edges == [("open", "closing"), ("closing", "open"), ("open", "closing"), ("closing", "")]
    plain = grid(next(node for node in read(draw(Table("formulir", "x", (Column("A"),), (Row((Cell("1"),)),)))).all if node.tag == "table"))
    assert staggered(plain, [3]) == (plain, [3])


@pytest.mark.parametrize("name", sorted(REPORT.curriculum.workshops))
def test_whoever_attends_a_workshop_signs_in_turn_left_and_right(name: str) -> None:
    lists = [table for item in VIEW.curriculum.workshops[name].value.templates for table in item.tables if table.columns[-1] == SIGNATURE]
    assert lists
    for table in lists:
        sides = [next(iter(node.classes & SIDES)) for node in read(str(blank_table(table))).all if node.classes & SIDES]
        assert sides == (["ttd-kiri", "ttd-kanan"] * table.rows)[: table.rows] and table.rows > 10


def test_boxes_alternate_on_paper_and_pages_end_with_an_even_number() -> None:
    done = print_paper(Paper("x", "Hadir", signing(60), Place("x.yml"), "", "p", date(2027, 1, 4), "t"), lambda _: None)
    assert done.pages == 2 and not done.problems
    for text in pages(done.pdf)[:-1]:
        numbers = [int(found) for found in re.findall(r"\b(\d+)\.", text)]
        assert max(numbers) % 2 == 0
    places: dict[int, float] = {}

    def note(text: str, matrix: list[float], _tm: object, _font: object, _size: float) -> None:
        if re.fullmatch(r"\d+\.", text.strip()):
            places[int(text.strip()[:-1])] = matrix[4]

    PdfReader(BytesIO(done.pdf)).pages[0].extract_text(visitor_text=note)
    lefts, rights = {round(places[n]) for n in (1, 3, 5)}, {round(places[n]) for n in (2, 4, 6)}
    assert len(lefts) == len(rights) == 1 and min(rights) - min(lefts) > 70, "odd numbers left, even ones right"


def test_attendance_says_what_the_schedule_says(printed: dict[str, Leaflet]) -> None:
    name, cohort = next(iter(VIEW.curriculum.cohorts.items()))
    day = VIEW.timetables[name].days[0]
    text = " ".join(" ".join(pages(printed[f"daftar-hadir-{name}-hari-1"].printed.pdf)).split())
    taught = [planned for planned in day.rows if planned.kind == "pembelajaran"]
    assert taught
    for planned in taught:
        assert planned.title.split(":")[0][:30] in text
        assert f"{planned.start:%H.%M} – {planned.end:%H.%M} {cohort.value.zone}" in text
        assert all(speaker_name(VIEW, speaker) in text for speaker in planned.speakers)
    assert "2027" in text and cohort.value.name in text
    assert VIEW.curriculum.program.value.name in printed[f"daftar-hadir-{name}-hari-1"].leaf.html
    assert re.findall(rf"\b{cohort.value.participants}\.", text), "as many rows as participants"
    assert not re.search(rf"\b{cohort.value.participants + 1}\.", text)


def test_three_sessions_lie_side_by_side_under_repeated_heads(printed: dict[str, Leaflet]) -> None:
    name = next(iter(VIEW.curriculum.cohorts))
    sheet = printed[f"daftar-hadir-tiga-sesi-{name}-hari-1"]
    with pikepdf.open(BytesIO(sheet.printed.pdf)) as pdf:
        assert all(page.mediabox[2] > page.mediabox[3] for page in pdf.pages)
    for text in pages(sheet.printed.pdf):
        assert "Sesi 1" in text and "Sesi 2" in text and "Sesi 3" in text


def test_every_day_and_session_has_its_sheet(printed: dict[str, Leaflet]) -> None:
    for name in VIEW.curriculum.cohorts:
        for number in range(1, len(VIEW.timetables[name].days) + 1):
            assert f"daftar-hadir-{name}-hari-{number}" in printed and f"daftar-hadir-tiga-sesi-{name}-hari-{number}" in printed
        record = " ".join(pages(printed[f"daftar-hadir-pengajar-{name}"].printed.pdf))
        assert all(f"{planned.start:%H.%M}" in record for _, planned in VIEW.timetables[name].rows if planned.kind == "pembelajaran")


def test_each_of_two_teachers_has_a_row_for_name_and_signature() -> None:
    """What stands in the schedule is a post: whoever taught writes the name, and no two share a box."""
    shared = 0
    for name in VIEW.curriculum.cohorts:
        (leaf,) = (leaf for leaf in attendance_leaves(VIEW) if leaf.id == f"daftar-hadir-pengajar-{name}")
        lists = [table for table in read(leaf.html).all if table.tag == "table"]
        for day, table in zip(VIEW.timetables[name].days, lists, strict=True):
            titles, *rows = ([cell.text for cell in line.elements] for line in table.all if line.tag == "tr")
            who, write, sign = (titles.index(title) for title in ("Pengajar", "Nama pengajar", "Tanda tangan"))
            sessions = [planned for planned in day.rows if planned.kind not in UNSIGNED]
            assert [row[who] for row in rows] == [speaker_name(VIEW, speaker) for planned in sessions for speaker in planned.speakers]
            assert not any(row[write] or row[sign] for row in rows)
            shared += sum(len(planned.speakers) > 1 for planned in sessions)
    assert shared, "some session has two"


def test_a_blank_list_of_three_sessions_asks_what_they_are_about() -> None:
    """The one of a cohort is told by its schedule instead, as far as its day has sessions."""
    blank = next(leaf for leaf in form_leaves(VIEW) if leaf.id == "formulir-daftar-hadir-tiga-sesi")
    known = next(leaf for leaf in attendance_leaves(VIEW) if leaf.id.startswith("daftar-hadir-tiga-sesi-"))
    assert [lines_over(blank, f"Sesi {number}") for number in (1, 2, 3)] == [["Waktu", "Materi", "Pengajar"]] * 3
    assert lines_over(known, "Sesi 1") == [] and not lines_over(blank, "Nama")


def lines_over(leaf: Leaf, title: str) -> list[str]:
    """What is asked for in the head of a column, line by line."""
    head = next(node for node in read(leaf.html).all if node.tag == "th" and node.text.startswith(title))
    return re.findall(r"[A-Z][a-z]+", head.text.removeprefix(title)) if any("isian" in node.classes for node in head.all) else []


def test_signatures_never_stand_alone_on_a_page(printed: dict[str, Leaflet]) -> None:
    signers = {role for entry in FORMS.values() for role in entry.value.signatures}
    for leaflet in printed.values():
        for text in pages(leaflet.printed.pdf):
            said = [line for line in text.split("\n") if line.strip() and "Halaman" not in line and not line.startswith(("F", "NIP", "Jambi"))]
            assert [line for line in said if not any(role in line for role in signers)], leaflet.leaf.id


def test_a_book_has_no_page_of_signatures_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(rows: int) -> bool:
        form = Chapter("Hadir", str(join((signing(rows), signatures(["Ketua kelas"], "Jambi")))), "docs/x.md", "x/", "")
        last = pages(typeset(book(form), lambda _: None).pdf)[-1]
        return "Ketua kelas" in last and f"{rows}." not in last

    with monkeypatch.context() as without:
        without.setattr("syllabus.press.trials.SHARES", ())
        crowded = [rows for rows in range(18, 32) if alone(rows)]
    assert crowded
    assert not alone(crowded[0])


def test_rows_give_way_for_signatures_and_no_further() -> None:
    def height(rows: int) -> tuple[int, float]:
        body = join((signing(rows), signatures(["Ketua kelas"], "Jambi")))
        done = print_paper(Paper("x", "Hadir", body, Place("x.yml"), "", "p", date(2027, 1, 4), "t"), lambda _: None)
        ys: dict[int, float] = {}

        def note(text: str, matrix: list[float], _tm: object, _font: object, _size: float) -> None:
            if text.strip() in ("1.", "3."):
                ys[int(text.strip()[:-1])] = matrix[5]

        PdfReader(BytesIO(done.pdf)).pages[0].extract_text(visitor_text=note)
        return done.pages, (ys[1] - ys[3]) / 2 / 72 * 25.4

    count, usual = height(10)
    assert count == 1 and usual == pytest.approx(8, abs=0.05)
    squeezed = next(found for rows in range(22, 32) if (found := height(rows))[1] < 7.9)
    assert squeezed[0] == 1 and squeezed[1] > 6.8


def test_no_form_prints_a_number_of_a_person_or_a_field_for_it(printed: dict[str, Leaflet]) -> None:
    seen = 0
    for name, leaflet in printed.items():
        found = PdfReader(BytesIO(leaflet.printed.pdf)).get_fields() or {}
        assert bool(found) == leaflet.leaf.fillable, name
        seen += len(found)
        assert not [one for one in found.values() if re.search(r"\b(NIP|NIK|paraf|tanda tangan)\b", str(one["/TU"]), re.IGNORECASE)]
    assert seen > 100


def test_a_sentence_has_lines_to_write_on_and_boxes() -> None:
    assert with_blanks("Hari .... pukul 08.00 [ ] ya ( ) sah") == (
        'Hari <span class="isian" data-lebar="4"></span> pukul 08.00 <span class="kotak"></span> ya <span class="kotak tunggal"></span> sah'
    )


def test_a_form_for_marks_says_what_they_are_called() -> None:
    """The bands are those of the scale, told once; a form that names no scale prints none."""
    form = FORMS["lembar-penilaian"].value
    (scale,) = (entry.value for name, entry in VIEW.curriculum.scales.items() if name == form.scale)
    assert all(band.label in form_body(VIEW, form) for band in scale.bands)
    assert not any(band.label in form_body(VIEW, form.model_copy(update={"scale": None})) for band in scale.bands)


def test_a_form_says_nothing_that_its_editor_did_not_write() -> None:
    form = BlankForm.model_validate({
        "kode": "F1", "judul": "Coba", "tujuan": "x", "untuk": "panitia",
        "bagian": [{"kolom": [{"judul": "No."}, {"judul": "Ada", "isi": "centang"}], "terisi": [["Kelompok"], ["1", ""]], "baris": "1"}],
    })
    body = form_body(VIEW, form)
    assert 'colspan="2"' in body and ">Kelompok</td>" in body
    assert body.count('class="kotak"') == 2 and ">2</td>" in body and "tanda-tangan" not in body
