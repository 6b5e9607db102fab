"""Room for the hand on every loose sheet, measured on its paper: how tall rows are, and how wide what is written in them needs its column.

Where the measures come from: lines of school paper are 7 to 8 mm apart, narrow ones 6; a name in block letters with title takes 45 mm, a
signature 30 by 8, or 24 by 13 where odd and even numbers alternate; 18 digits (NIP) at 1.7 mm each 30; a date in figures 20; a score 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from tests.all_sheets import all_sheets
from tests.sheet_geometry import Cell, Grid, Page, pages_of

LEAST_HEIGHT, LEAST_SCORES = 7.0, 6.0
"""Millimetres of a row to write words in, and of one for figures alone: in recaps, and in the list of a class on one page."""
FIGURES = 20.0
"""Up to this width a column is for figures and short marks."""
NEARLY = 0.1
BOX = (24.0, 13.0)
"""Width and height of a box to sign in where they alternate; it is two rows tall."""
WIDTHS = (
    (re.compile(r"^(No\.?|Nomor|Huruf|Menit|JP|L/P|Ada|Tidak|Bobot|Waktu \(JP\) .*)$"), 9.0),
    (re.compile(r"^Nama\b"), 45.0),
    (re.compile(r"\bNIP\b"), 30.0),
    (re.compile(r"^Tanda tangan"), 30.0),
    (re.compile(r"^Paraf"), 15.0),
    (re.compile(r"\b(tanggal|Tanggal|waktu|Waktu)\b"), 20.0),
    (re.compile(r"^(Instansi|Unit kerja|Unit|Alamat|Jabatan)\b"), 26.0),
    (re.compile(r"^(Skor|Nilai|Pretes|Postes|Hadir|Tidak|Persen|Ket\.|[A-F]$|MP \d|[A-D]\d|BLC|RTL|Rerata|\d( \w+)?$)"), 10.0),
    (re.compile(""), 15.0),
)
"""By the title of a column, the least width of its cells in mm; the first that fits counts."""
SCORED = re.compile(r"^penilaian-.*-20$|-rekap$|^jawaban-")
"""Sheets whose rows are for figures, or for letters to cross."""


def tight(name: str, pages: tuple[Page, ...]) -> Iterator[str]:
    """Cells to write in that are too low or too narrow, each kind once."""
    return (fault for fault in dict.fromkeys(fault for page in pages for grid in page.grids for fault in _tight(name, grid)))


def _tight(name: str, grid: Grid) -> Iterator[str]:
    titles = {cell.box.left: grid.title(cell) for cell in sorted(grid.head, key=lambda cell: cell.box.top)}
    if not titles:
        return
    signing = {left for left, title in titles.items() if title.startswith(("Tanda tangan", "Sesi ")) and _alternates(grid, left)}
    for cell in grid.body:
        left = max((place for place in titles if place <= cell.box.left + 1), default=None)
        if left is None or cell.box.width > grid.box.width * 0.9:
            continue
        if left in signing:
            if cell.text and cell.text != last_number(grid) and (cell.box.width < BOX[0] - NEARLY or cell.box.height < BOX[1] - NEARLY):
                yield f'kotak "{titles[left]}" {cell.box.width:.0f} × {cell.box.height:.1f} mm'
        elif not cell.text:
            figures = cell.box.width <= FIGURES or SCORED.search(name)
            if cell.box.height < (LEAST_SCORES if figures else LEAST_HEIGHT) - NEARLY:
                yield f'baris pada kolom "{titles[left]}" {cell.box.height:.1f} mm'
            least = next(width for pattern, width in WIDTHS if pattern.search(titles[left]))
            if cell.box.width < least - NEARLY:
                yield f'kolom "{titles[left]}" {cell.box.width:.0f} mm, perlu {least:.0f} mm'


def _alternates(grid: Grid, left: float) -> bool:
    """Whether the numbers of a column stand in its cells, now left, now right."""
    return any(re.fullmatch(r"\d+\.", cell.text) for cell in grid.body if abs(cell.box.left - left) < 1)


def last_number(grid: Grid) -> str:
    """The last box of a list may be one row tall: there is no row below it."""
    return max((cell.text for cell in grid.body if re.fullmatch(r"\d+\.", cell.text)), key=lambda text: int(text[:-1]), default="")


@pytest.fixture(scope="module")
def printed() -> dict[str, tuple[Page, ...]]:
    return {leaflet.leaf.id: pages_of(leaflet.printed.pdf) for leaflet in all_sheets()}


def test_every_form_has_room_for_the_hand(printed: dict[str, tuple[Page, ...]]) -> None:
    assert not [f"{name}: {fault}" for name, pages in printed.items() for fault in tight(name, pages)]


def test_lines_in_a_row_have_room_between_them(printed: dict[str, tuple[Page, ...]]) -> None:
    """Dotted lines over the width of the page, one under the other, are ruled as paper is."""
    told = []
    for name, pages in printed.items():
        for page in pages:
            tops = sorted(line.top for line in page.dotted if line.width > 150)
            told += [f"{name}, halaman {page.number}: {gap:.1f} mm" for one, other in pairwise(tops) if 0.5 < (gap := other - one) < LEAST_HEIGHT - 0.3]
    assert not told


def test_a_form_without_room_is_noticed(printed: dict[str, tuple[Page, ...]]) -> None:
    """The real list of participants with rows of five millimetres, then with columns half as wide."""
    pages = printed["formulir-daftar-hadir"]
    assert not list(tight("coba", pages))
    (grid,) = pages[0].grids

    def shrunk(cell: Cell, wide: float, tall: float) -> Cell:
        box = cell.box
        return replace(cell, box=replace(box, right=box.left + box.width * wide, bottom=box.top + box.height * tall))

    low = replace(grid, cells=tuple(shrunk(cell, 1, 0.43) for cell in grid.cells))
    narrow = replace(grid, cells=tuple(shrunk(cell, 0.5, 1) for cell in grid.cells))
    assert {'baris pada kolom "Nama" 4.8 mm', 'kotak "Tanda tangan" 24 × 9.6 mm'} <= set(_tight("coba", low))
    assert {'kolom "Nama" 24 mm, perlu 45 mm', 'kolom "L/P" 5 mm, perlu 9 mm', 'kotak "Tanda tangan" 12 × 22.4 mm'} <= set(_tight("coba", narrow))
