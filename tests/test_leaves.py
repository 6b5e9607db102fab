"""Loose sheets: printed alone, accessible, honest about their author's line, and never a secret one in public."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from pypdf import PdfReader

from scripts.leaves import Leaflet
from syllabus.check import check
from syllabus.place import Place
from syllabus.press.paper import Paper, print_paper
from syllabus.render import leaves as register
from syllabus.render.blanks import BOX, blank, fields, signatures
from syllabus.render.html import Html, tag
from syllabus.render.leaf import Leaf
from syllabus.render.leaf_list import leaf_list
from syllabus.render.leaves import leaves
from syllabus.render.table import Column, Row, Table, draw, row
from syllabus.render.view import NotFound, View
from tests.all_sheets import all_sheets

ROOT = Path(__file__).parent.parent
ROWS = tuple(row(str(number), "", "", headed=False) for number in range(1, 61))


def paper(html: str, text: str = "", **more: object) -> Paper:
    """A sheet with this body."""
    given: dict[str, object] = {
        "id": "coba", "title": "Lembar coba", "html": html, "place": Place("curriculum/formulir/coba.yml", 2), "text": text,
        "foot": "Program · edisi 2027", "date": date(2027, 1, 4), "author": "Tim", "code": "F1", "letterhead": ("", ""), **more,
    }
    return Paper(**given)  # type: ignore[arg-type]


def table(rows: tuple[Row, ...] = ROWS) -> Html:
    return draw(Table("formulir", "Isi", (Column("No.", 1), Column("Nama", 5), Column("Tanda tangan", 4)), rows))


def words(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


@pytest.fixture(scope="module")
def printed() -> tuple[Leaflet, ...]:
    """Every sheet of the curriculum."""
    return all_sheets()


def test_a_sheet_says_its_title_code_and_page_on_a4() -> None:
    done = print_paper(paper(fields([("Angkatan", None)]) + table() + signatures(["Ketua kelas", "Pengajar"], "Jambi", "2027")), lambda _: None)
    assert not done.problems
    pages = words(done.pdf)
    assert len(pages) == done.pages == 3
    assert "LEMBAR COBA" in pages[0] and "Angkatan" in pages[0]
    for number, text in enumerate(pages, 1):
        assert "Nama" in text, "the head of the table is repeated"
        assert f"Halaman {number} dari 3" in text and "F1 · Program · edisi 2027" in text
    assert "Jambi, " in pages[-1] and "Ketua kelas" in pages[-1]
    with pikepdf.open(BytesIO(done.pdf)) as pdf:
        assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox] == [0, 0, 210, 297]
        assert str(pdf.Root.Lang) == "id" and pdf.Root.MarkInfo.Marked
        assert "pdfuaid:part" in (metadata := pdf.Root.Metadata.read_bytes().decode()) and "pdfaid:part" in metadata


def test_a_landscape_sheet_lies_on_its_side() -> None:
    done = print_paper(paper(table(ROWS[:3]), landscape=True), lambda _: None)
    with pikepdf.open(BytesIO(done.pdf)) as pdf:
        assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox] == [0, 0, 297, 210]


def test_same_sheet_same_bytes() -> None:
    assert print_paper(paper(table()), lambda _: None) == print_paper(paper(table()), lambda _: None)


def test_what_cannot_be_printed_is_told_at_the_authors_line() -> None:
    done = print_paper(paper(tag("p", "Huruf 中 ini"), "kode: F1\njudul: Coba\ntujuan: Huruf 中 ini\n"), lambda _: None)
    assert [(problem.code, str(problem.place), problem.subject) for problem in done.problems] == [
        ("CTK05", "curriculum/formulir/coba.yml:3:1", 'Lembar "Lembar coba"'),
    ]


def test_a_box_and_a_line_to_write_on_take_no_words() -> None:
    done = print_paper(paper(tag("p", BOX, " Ya ", blank(9))), lambda _: None)
    assert not done.problems and "Ya" in words(done.pdf)[0]


def test_every_sheet_of_the_curriculum_prints_without_a_word_of_complaint(printed: tuple[Leaflet, ...]) -> None:
    assert printed
    assert [problem for leaflet in printed for problem in leaflet.printed.problems] == []
    assert all(leaflet.printed.pages for leaflet in printed)


def test_the_list_names_every_sheet_once_under_its_kind() -> None:
    report = check(ROOT)
    assert report.curriculum is not None
    view = View(report.curriculum, report.timetables, "unduhan/formulir")
    shown = leaf_list(view)
    known = leaves(view)
    assert sorted(re.findall(r'data-lembar="([^"]+)"', shown)) == sorted(leaf.id for leaf in known)
    assert all(f'href="formulir/{leaf.id}.pdf"' in shown for leaf in known)
    tree = html.fromstring(shown)
    kinds = [node.findtext("summary", "") for node in tree.iter("details")]
    assert any(words.startswith("Kehadiran menurut jadwal, ") for words in kinds)
    for node in tree.iter("details"):
        words = [link.text for link in node.iter("a")]
        assert words and len(words) == len(set(words)), "each link says where it leads"
    assert leaf_list(view, "mentor").count("<li>") == sum(leaf.group == "mentor" for leaf in known)
    with pytest.raises(NotFound):
        leaf_list(view, "siapa")


def test_a_secret_sheet_stays_out_of_the_public_view(monkeypatch: pytest.MonkeyPatch) -> None:
    def sources(_view: View) -> tuple[Leaf, ...]:
        place = Place("curriculum/soal/coba.yml")
        return (Leaf("kunci-coba", "Kunci", tag("p", "B"), "fasilitator", place, secret=True), Leaf("coba", "Soal", tag("p", "?"), "peserta", place))

    monkeypatch.setattr(register, "SOURCES", (("Coba", sources),))
    report = check(ROOT)
    assert report.curriculum is not None
    shown = [[leaf.id for leaf in leaves(View(report.curriculum, {}, "index", whose))] for whose in (False, True)]
    assert shown == [["coba"], ["kunci-coba", "coba"]]
    monkeypatch.setattr(register, "SOURCES", (("Coba", sources), ("Lagi", sources)))
    with pytest.raises(ValueError, match="coba"):
        leaves(View(report.curriculum, {}, "index"))


def test_no_two_sheets_have_one_name_in_the_list() -> None:
    report = check(ROOT)
    assert report.curriculum is not None
    names = [(leaf.title, leaf.subtitle, leaf.variant) for leaf in leaves(View(report.curriculum, report.timetables, "index", for_facilitator=True))]
    assert len(set(names)) == len(names) > 200
