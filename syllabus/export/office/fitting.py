"""A filled-in document on its paper: columns as wide as their words, rows with room to write, and no page for the last few of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Mm
from docx.table import Table, _Cell

from syllabus.export.office.document import Document, Grid

FILLED, SIGNED = "isian", "tanda tangan"
"""Alternative titles of the tables that take a grid and the signatures: their columns are fitted."""
NARROWEST = Cm(1.1)
LETTER, PADDING = int(Cm(0.21)), int(Cm(0.42))
"""Width of a letter of a title, and what a cell takes beside its words."""
KEPT = 2
"""Rows at the end of a table that stay with the signatures."""
FEW_ROWS, USUAL_ROW = 8, 8
LOWEST, NEARLY = 0.78, 1.15
"""How low rows may become, and up to which share of its pages a form goes on no further one."""
ROOM_TO_WRITE = (16, 13)
"""mm, upright and landscape. Up to `FEW_ROWS` rows are for sentences, not for names: they get room to write by hand. Names get `USUAL_ROW`."""


def fit(word: WordDocument, document: Document) -> None:
    """Turn the paper where the form is wide, and give each filled table its columns' widths."""
    section = word.sections[0]
    width, height = sorted((Emu(section.page_width or 0), Emu(section.page_height or 0)))
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if document.landscape else (width, height)
    room = int(section.page_width) - int(section.left_margin or 0) - int(section.right_margin or 0)
    share = _share(document)
    for table, grid in zip(_called(word, FILLED), document.grids, strict=False):
        _dress(table, grid, document.landscape, share)
        _widen(table, _shares(grid, room))
        _stack(table, grid)
    for table in _called(word, SIGNED):
        parties = len(document.signatures)
        _widen(table, [room // max(3, parties)] * parties)


def _called(word: WordDocument, name: str) -> Iterator[Table]:
    """Tables by the alternative title that their designer gave them."""
    for table in word.tables:
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        if caption is not None and caption.get(qn("w:val")) == name:
            yield table


def _widen(table: Table, shares: Sequence[int]) -> None:
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=False):
        column.width = Emu(share)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=False):
            cell.width = Emu(share)


def _share(document: Document) -> float:
    """How much lower rows become, so that a little over a page, or over several, goes on no further one; all in mm, estimated."""
    page, width = (165, 140) if document.landscape else (246, 95)
    rest = 20.0 + 6 * len(document.notes) + 46 * bool(document.signatures)
    for part in document.in_order:
        rest += 9 * bool(part.title) + sum(7 + 5 * (len(text) // width) for text in part.sentences) + 6.4 * len(part.label_lines) + 4 * bool(part.head) + 8.5 * part.room
        rest += sum(14 + 8 * bool(grid.title) + 5 * bool(grid.groups) for grid in part.grids)
    rows = sum(len(grid.rows) * _height(grid, document.landscape) for grid in document.grids)
    heads = max((14 + 5 * bool(grid.groups) for grid in document.grids), default=0)
    pages = max(1, int((rest + rows) / page))
    full = page * pages - heads * (pages - 1)  # a table repeats its heads
    return max(LOWEST, (full - rest) / rows) if full < rest + rows < full * NEARLY else 1.0


def _height(grid: Grid, landscape: bool) -> int:
    """mm of a row that is to be filled in."""
    return grid.height or (ROOM_TO_WRITE[landscape] if len(grid.rows) <= FEW_ROWS else USUAL_ROW)


def _dress(table: Table, grid: Grid, landscape: bool, share: float) -> None:
    """Give rows their height, and titles of groups of rows the whole width. The last rows stay with what is signed below."""
    rows = table.rows[1:]
    height = Mm(round(_height(grid, landscape) * share, 1))
    for place, (row, cells) in enumerate(zip(rows, grid.rows, strict=False)):
        if place in grid.banners:
            whole = _merged(row.cells[0], row.cells[-1])
            for run in (run for line in whole.paragraphs for run in line.runs):
                run.bold = True
        elif grid.height or not any(cells[1:]):
            row.height = height
    for row in rows[-KEPT:]:
        for line in (line for cell in row.cells for line in cell.paragraphs):
            line.paragraph_format.keep_with_next = True


def _merged(cell: _Cell, other: _Cell) -> _Cell:
    """Two cells as one, without the empty lines that the other leaves."""
    whole: _Cell = cell.merge(other)
    for line in [line for line in whole.paragraphs if not line.text][: len(whole.paragraphs) - 1]:
        line._p.getparent().remove(line._p)
    return whole


def _stack(table: Table, grid: Grid) -> None:
    """Put titles of several columns into a row of their own above them."""
    if not grid.groups:
        return
    lower = table.rows[0]
    lower._tr.addprevious(deepcopy(lower._tr))
    start = 0
    for title, several in groupby(grid.groups):
        count = len(list(several))
        upper, end = table.rows[0].cells, start + count
        for cell in (upper if title else table.rows[1].cells)[start:end]:
            for run in cell.paragraphs[0].runs:
                run.text = ""
        if title:
            whole = _merged(upper[start], upper[end - 1])
            whole.paragraphs[0].runs[0].text = title
        else:
            for place in range(start, end):
                _merged(table.rows[1].cells[place], table.rows[0].cells[place])
        start = end


def _shares(grid: Grid, room: int) -> list[int]:
    """The page's width dealt out in the author's proportions, no column narrower than the longest word of its title."""
    least = [max(int(NARROWEST), max(map(len, title.split()), default=0) * LETTER + PADDING) for title in grid.columns]
    if sum(least) > room:
        return [room * one // sum(least) for one in least]
    wishes = [room * width // max(1, sum(grid.widths)) for width in grid.widths]
    missing = sum(max(0, low - wish) for low, wish in zip(least, wishes, strict=True))
    spare = sum(max(0, wish - low) for low, wish in zip(least, wishes, strict=True))
    return [max(low, wish - (max(0, wish - low) * missing // max(1, spare))) for low, wish in zip(least, wishes, strict=True)]
