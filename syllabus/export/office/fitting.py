"""The tables of a filled Word template, by the alternative titles that their designer gave them, fitted to what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Mm
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row

from syllabus.export.office.document import Document, Grid, Paper
from syllabus.export.office.lowering import lowered, share

LABELS, FILLED, SIGNED = "kepala", "isian", "tanda tangan"
"""Alternative titles of the tables that take labels with lines to write on, a grid, and the signatures."""
NARROWEST = Cm(1.1)
LETTER, PADDING = int(Cm(0.21)), int(Cm(0.42))
"""Width of a letter of a title, and what a cell takes beside its words."""
LABEL = (Cm(3.2), Cm(5.6))
"""Least and most room for labels."""
KEPT, WHOLE = 2, 5
"""Rows at the end of a document that stay with its signatures, and rows of a table that stays in one piece, its head among them."""


def fit(word: WordDocument, document: Document, paper: Paper) -> None:
    """Turn the paper where the form is wide, and give each table its columns' widths and its rows their height."""
    section = word.sections[0]
    width, high = sorted((Emu(section.page_width or 0), Emu(section.page_height or 0)))
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (high, width) if document.landscape else (width, high)
    room = int(section.page_width) - int(section.left_margin or 0) - int(section.right_margin or 0)
    widths = [_shares(grid, room) for grid in document.grids]
    lower = share(document, len(paper.letterhead), [[Emu(one).mm for one in columns] for columns in widths])
    _to_the_edge(word, room)
    for place, (table, grid, columns) in enumerate(zip(_called(word, FILLED), document.grids, widths, strict=False), 1):
        _dress(table, grid, lowered(grid, document.landscape, lower))
        _keep(table, KEPT if document.signatures and place == len(document.grids) else 0)
        _widen(table, columns)
        _stack(table, grid)
    for table in _called(word, LABELS):
        _line_up(table, room)
    for table in _called(word, SIGNED):
        parties = len(document.signatures)
        _widen(table, [room // max(3, parties)] * parties)


def _to_the_edge(word: WordDocument, room: int) -> None:
    """Tab stops at the right edge stay there when the paper turns."""
    for style in word.styles:
        for stop in style.paragraph_format.tab_stops if isinstance(style, ParagraphStyle) else ():
            if stop.alignment == WD_TAB_ALIGNMENT.RIGHT:
                stop.position = Emu(room)


def _called(word: WordDocument, name: str) -> Iterator[Table]:
    for table in word.tables:
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        if caption is not None and caption.get(qn("w:val")) == name:
            yield table


def _widen(table: Table, shares: Sequence[int]) -> None:
    table.autofit = False
    for column, one in zip(table.columns, shares, strict=False):
        column.width = Emu(one)
    for row in table.rows:
        for cell, one in zip(row.cells, shares, strict=False):
            cell.width = Emu(one)


def _line_up(table: Table, room: int) -> None:
    """Give labels the room that the longest takes, and a label alone on its row a line as long as the page is wide."""
    rows = [row.cells for row in table.rows]
    if len(table.columns) != 4:
        return
    paired = any(cells[2].text for cells in rows)
    longest = max((len(cell.text) for cells in rows for cell in (cells[0], cells[2])), default=0)
    label = min(max(int(LABEL[0]), longest * LETTER + PADDING), int(LABEL[1]), room // 4)
    half = room // 2 if paired else room
    _widen(table, [label, half - label, label, room - half - label] if paired else [label, *[(room - label) // 3] * 3])
    for cells in rows:
        for cell in (cells[1], cells[3]):
            if cell.text.strip(": "):
                _unlined(cell)
        if not paired:
            _merged(cells[1], cells[3])
        elif not cells[2].text:
            _merged(cells[2], cells[3])


def _unlined(cell: _Cell) -> None:
    """What is told needs no line to write on."""
    about = cell._tc.get_or_add_tcPr()
    borders = about.find(qn("w:tcBorders"))
    if borders is not None:
        about.remove(borders)


def _dress(table: Table, grid: Grid, high: float) -> None:
    """Give rows their height in mm, and titles of groups of rows the whole width."""
    for place, (row, cells) in enumerate(zip(table.rows[1:], grid.rows, strict=False)):
        if place in grid.banners:
            whole = _merged(row.cells[0], row.cells[-1])
            for run in (run for line in whole.paragraphs for run in line.runs):
                run.bold = True
            _bind(row)
        elif grid.height or not any(cells[1:]):
            row.height = Mm(round(high, 1))


def _keep(table: Table, last: int) -> None:
    """Keep a short table in one piece, and the last rows with what is signed below."""
    rows = list(table.rows)
    if len(rows) <= WHOLE:
        for row in rows[:-1]:
            _bind(row)
    for row in rows[len(rows) - last :]:
        _bind(row)


def _bind(row: _Row) -> None:
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
