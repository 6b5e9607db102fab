"""Every loose sheet, public or not, as it is printed: no page that is hardly used, no table torn at its edge, no word over a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from syllabus.place import Place
from syllabus.press.book import Printed
from syllabus.press.design import BOOK
from syllabus.press.paper import Paper, print_paper
from syllabus.render.blanks import signatures
from syllabus.render.html import Child, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from tests.all_sheets import all_sheets
from tests.sheet_geometry import Box, Grid, Page, pages_of
from tests.signing import signing, squeezed

LEAST_USED = 0.25
"""Share of its height down to which a page that another page goes on with is used at least."""
SMALL = 0.4
"""Millimetres that a letter may reach over the rule of its cell: less than the eye sees."""


@pytest.fixture(scope="module")
def printed() -> dict[str, tuple[Leaf, tuple[Page, ...]]]:
    """All sheets of the curriculum, those for facilitators too."""
    several = all_sheets()
    assert any(leaflet.leaf.secret for leaflet in several) and not all(leaflet.leaf.secret for leaflet in several)
    return {leaflet.leaf.id: (leaflet.leaf, pages_of(leaflet.printed.pdf)) for leaflet in several}


def test_no_page_is_hardly_used_and_no_table_is_torn_at_its_edge(printed: dict[str, tuple[Leaf, tuple[Page, ...]]]) -> None:
    assert not [f"{name}: {fault}" for name, (leaf, pages) in printed.items() for fault in wasted(leaf, pages)]


def test_no_word_stands_over_a_rule_or_outside_of_its_page(printed: dict[str, tuple[Leaf, tuple[Page, ...]]]) -> None:
    assert not [f"{name}: {fault}" for name, (_, pages) in printed.items() for fault in overrun(pages)]


def test_the_foot_of_a_page_stands_on_one_line(printed: dict[str, tuple[Leaf, tuple[Page, ...]]]) -> None:
    assert not [f"{name}: {wrapped}" for name, (_, pages) in printed.items() for page in pages if (wrapped := wrapped_foot(page))]


def test_what_is_read_or_written_on_is_black(printed: dict[str, tuple[Leaf, tuple[Page, ...]]]) -> None:
    """An office's printer draws grey in dots: small letters and thin lines fall apart."""
    assert not {name: inks for name, (_, pages) in printed.items() if (inks := frozenset[int]().union(*(page.inks for page in pages)) - {0})}


def wrapped_foot(page: Page) -> str:
    """What stands below the line of the page's number."""
    number = next(word.box for word in page.words if word.text.startswith("Halaman ") and word not in page.body)
    return " ".join(word.text for word in page.words if word.box.top > number.bottom)


def wasted(leaf: Leaf, pages: tuple[Page, ...]) -> Iterator[str]:
    """What is wrong with how a sheet falls on its pages. A page goes on with another one where it has no title of its own."""
    for before, page in pairwise(pages):
        if squeezed(leaf.title) in squeezed(page.text):
            continue
        said = squeezed(page.text)
        for words in signing(leaf.html):
            said = said.replace(words, "", 1)
        if not said.replace("nip", ""):
            yield f"halaman {page.number} hanya berisi tanda tangan"
        if page.lowest < page.height * LEAST_USED:
            yield f"halaman {page.number} hampir kosong"
        if before.grids and page.grids and goes_on(before.grids[-1], page.grids[0]):
            for number, grid in ((before.number, before.grids[-1]), (page.number, page.grids[0])):
                if grid.rows < 2:
                    yield f"halaman {number} memuat kepala tabel dan {grid.rows} baris"


def goes_on(grid: Grid, other: Grid) -> bool:
    """Whether a table on the next page is the rest of one, under its repeated head."""
    return bool(grid.head) and [cell.text for cell in grid.head] == [cell.text for cell in other.head]


def overrun(pages: tuple[Page, ...]) -> Iterator[str]:
    """Words of a table that are in none of its cells as a whole, and words that leave the page."""
    for page in pages:
        sheet = Box(8, 5, page.width - 8, page.height - 5)
        for word in page.words:
            if not within(word.box, sheet):
                yield f'halaman {page.number}: "{word.text}" keluar dari halaman'
            grid = next((grid for grid in page.grids if grid.box.holds(word.box)), None)
            if grid is not None and not any(within(word.box, cell.box) for cell in grid.cells):
                yield f'halaman {page.number}: "{word.text}" melewati garis selnya'


def within(box: Box, other: Box) -> bool:
    return other.left - SMALL <= box.left and box.right <= other.right + SMALL and other.top - SMALL <= box.top and box.bottom <= other.bottom + SMALL


# --- proof that each of these is noticed ---


def sheet(*body: Child) -> tuple[Leaf, Printed]:
    leaf = Leaf("coba", "Lembar coba", join(body), "panitia", Place("x.yml"))
    done = print_paper(Paper("coba", leaf.title, leaf.html, leaf.place, "", "Program", date(2027, 1, 4), "Tim"), lambda _: None)
    assert done.pdf
    return leaf, done


def list_of(rows: int, height: int = 9) -> Child:
    columns = (Column("No.", 1), Column("Nama", 5), Column("Instansi", 4))
    return draw(Table("formulir", "Isi", columns, tuple(row(str(number), "", "", headed=False) for number in range(1, rows + 1)), row_height=height))


def faults(*body: Child) -> list[str]:
    leaf, done = sheet(*body)
    pages = pages_of(done.pdf)
    return [*wasted(leaf, pages), *overrun(pages)]


@pytest.fixture
def stubborn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A press that takes what comes first."""
    monkeypatch.setattr("syllabus.press.paper.OTHERWISE", ())


def test_grey_ink_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sheet in the inks of a book."""
    small = tag("p", "Cara menghitung.", class_="meta")
    assert pages_of(sheet(small, list_of(2))[1].pdf)[0].inks == {0}
    monkeypatch.setattr("syllabus.press.paper.SHEET", (*BOOK, "sheet"))
    assert pages_of(sheet(small, list_of(2))[1].pdf)[0].inks == {0, 75, 90, 150}


def test_a_foot_of_two_lines_is_noticed() -> None:
    long = Paper("a", "Judul", str(tag("p", "Isi.")), Place("a.yml"), "", "kaki " * 60, date(2027, 1, 1), "Rekaan")
    assert wrapped_foot(pages_of(print_paper(long, lambda _: None).pdf)[0]).startswith("kaki")


@pytest.mark.usefixtures("stubborn")
def test_a_page_of_signatures_alone_is_noticed() -> None:
    sign = signatures(["Ketua kelas", "Pengajar"], "Jambi", "2027")
    found = [faults(list_of(rows), sign) for rows in range(20, 30)]
    assert any("halaman 2 hanya berisi tanda tangan" in several for several in found)
    assert [] in found


@pytest.mark.usefixtures("stubborn")
def test_a_page_that_is_nearly_empty_is_noticed() -> None:
    found = [faults(*[tag("p", "Kalimat yang panjangnya satu baris saja.")] * count) for count in range(30, 60, 3)]
    assert ["halaman 2 hampir kosong"] in found and [] in found


def test_a_table_of_one_row_on_a_page_is_noticed() -> None:
    next_page = tag("div", class_="halaman-baru")
    assert "halaman 2 memuat kepala tabel dan 1 baris" in faults(list_of(20), next_page, list_of(1))
    assert "halaman 1 memuat kepala tabel dan 1 baris" in faults(*[tag("p", "Satu baris.")] * 28, list_of(1), next_page, list_of(20))
    assert not faults(list_of(20), next_page, list_of(12))


def test_a_press_that_tries_leaves_no_spill() -> None:
    """Of the same sheets those that can be saved are."""
    sign = signatures(["Ketua kelas", "Pengajar"], "Jambi", "2027")
    found = [faults(list_of(rows), sign) for rows in range(20, 30)]
    assert found == [[]] * 10


def test_a_word_over_a_rule_is_noticed() -> None:
    narrow = Table("formulir", "Isi", (Column("Nama", 1), Column("Ket.", 12)), (Row((Cell("Pertanggungjawabannyalah"), Cell(""))),))
    leaf, done = sheet(draw(narrow))
    (page,) = pages_of(done.pdf)
    assert not list(overrun((page,)))
    lower = replace(page, words=tuple(replace(word, box=replace(word.box, bottom=word.box.bottom + 6)) for word in page.words))
    assert any("melewati garis" in fault for fault in overrun((lower,)))
    beside = replace(page, words=tuple(replace(word, box=replace(word.box, right=word.box.right + 190)) for word in page.words))
    assert any("keluar dari halaman" in fault for fault in overrun((beside,)))
    assert leaf.title == "Lembar coba"
