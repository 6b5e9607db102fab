"""The rows of a table: which stay whole, which are written on by hand, and what each cell is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from syllabus.press.binding import binder, bound
from syllabus.press.carried import told
from syllabus.press.cells import LINE, answers, cell_name, row_name
from syllabus.press.heights import is_tall
from syllabus.press.literal import block
from syllabus.press.marks import Mark
from syllabus.press.widths import PADDING, Layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.blocks import Where
    from syllabus.press.fields import Question
    from syllabus.press.grid import Line, Slot
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

FILL = {"baris-jeda": "luma(246)", "baris-spanduk": "luma(218)", "baris-jumlah": "luma(238)"}
EMPTY_ROW = 9
"""Height in mm of a row to write in where the table asks for none."""
GROWN = "calc.min(susut, 1.4)"
"""Share of its height that a row keeps whose height was asked for: it may become lower as any other, but not much taller."""
NUMBER = "No."
"""The title of a column that numbers the rows of a form."""
LOW = 13
"""Height in mm up to which the words of a row to write in stand in its middle."""
TALLER_THAN_A_PAGE = 1.4
"""How far the estimate must pass the tallest whole row before a row surely fills more than a page."""
ONE_LINE, TWO_LINES = 1.0, 2.0
"""Estimated lines up to which a row surely fits the height that it is told, and up to which its words stand in its middle."""


class Shape(NamedTuple):
    """What all cells of a table share: its layout and place, lines of its tallest whole row, the marks it gathers, and
    whether its rows are bound, for a form the names of its columns, the height in mm of rows to write in and, as code, the share of
    it that they keep, where their words stand in it, the columns of figures, and whether it is a form with rows to write in, or to mark."""

    layout: Layout
    where: Where
    tallest: int
    marks: list[Mark]
    binds: bool
    form: bool
    columns: list[str]
    height: int
    share: str
    level: str
    numbers: frozenset[int]
    open: bool


def cells(writer: Writer, rows: list[Line], lines: Sequence[float], shape: Shape) -> list[str]:
    """The cells of some rows, and after each row the cell that binds it to others. `lines` are the rows' heights as estimated."""
    made: list[str] = []
    spans = bound(rows, lines, [is_tall(row, shape.layout) for row in rows]) if shape.binds else []
    for place, row in enumerate(rows):
        if lines[place] > shape.tallest * TALLER_THAN_A_PAGE:
            _too_tall(writer, row)
        name = row_name(row, place + 1)
        question = writer.sheet.question(name) if shape.form and any(map(answers, row.slots)) else None
        for position, slot in enumerate(row.slots):
            if slot is None:
                continue
            anchor = writer.anchor(row.anchor)
            wide = shape.binds and row.group == "head" and position + slot.columns == len(row.slots)
            shape.marks.append(_mark(row, slot, wide))
            width = sum(shape.layout.widths[position : position + slot.columns])
            where = _asked(shape, position, slot, name, question) if shape.form else shape.where
            made.append(_cell(writer, row, slot, where, width, slot.columns + wide, lines[place], anchor, shape, _side(shape, position, slot)))
        if spans and row.group != "head" and spans[place]:
            shape.marks.append(Mark(leaves=True))
            made.append(binder(spans[place]))
    return made


def _side(shape: Shape, position: int, slot: Slot) -> str:
    """Where figures stand: under one another by their last digit, those that number the rows of a form in the middle; else empty."""
    if slot.columns > 1:
        return ""
    return "right" if position in shape.numbers else "center" if shape.form and shape.columns[position : position + 1] == [NUMBER] else ""


def _asked(shape: Shape, position: int, slot: Slot, row: str, question: Question | None) -> Where:
    """Where a cell of a form stands: it answers the question of its row, or is called by column and row."""
    if question is not None and answers(slot):
        return shape.where._replace(label=cell_name(shape.columns, position, ""), question=question)
    return shape.where._replace(label=cell_name(shape.columns, position, row))


def _mark(row: Line, slot: Slot, wide: bool) -> Mark:
    if slot.edge == "again":
        return Mark(leaves=True)
    return Mark(slot.row_head and row.group != "head", wide, rows=slot.rest if slot.edge == "first" else 0)


def written_on(row: Line, form: bool) -> bool:
    """Whether a row is there to be filled in by hand: all of it, or what a form leaves open."""
    gap = form and any(slot is not None and slot.node is not None and not slot.node.text for slot in row.slots)
    return row.group != "head" and (row.empty or gap)


def beside_open(row: Line, shape: Shape) -> bool:
    """Whether a row is as tall as those to write in: one of them, or one of their neighbours that is printed."""
    return written_on(row, shape.form) or (shape.open and row.group == "body" and not row.kinds)


def _too_tall(writer: Writer, row: Line) -> None:
    writer.sheet.fault(
        "CTK07",
        writer.chapter,
        max((slot.node.text for slot in row.slots if slot is not None and slot.node is not None), key=len, default=""),
        "Baris tabel ini lebih tinggi daripada satu halaman.",
        "Bagi menjadi beberapa baris, atau pindahkan penjelasannya ke bawah tabel.",
    )


def _cell(writer: Writer, row: Line, slot: Slot, where: Where, width: float, columns: int, lines: float, anchor: str, shape: Shape, side: str) -> str:
    node = slot.node
    options: list[str] = []
    if columns > 1:
        options.append(f"colspan: {columns}")
    if slot.rows > 1:
        options.append(f"rowspan: {slot.rows}")
    if lines <= shape.tallest and slot.rows == 1:
        options.append("breakable: false")
    classes = node.classes if node is not None else frozenset[str]()
    side = side or ("right" if "angka" in classes else "center" if "tengah" in classes else _aligned(node))
    level = "bottom" if row.group == "head" else shape.level if not slot.edge and beside_open(row, shape) else "top"
    if side != "left" or level != "top":
        options.append(f"align: {side} + {level}")
    if slot.edge == "again":
        options.append("stroke: (top: none)")
    elif slot.edge in ("open", "closing"):
        options.append(f"stroke: ({'bottom' if slot.edge == 'open' else 'top'}: none, rest: garis-kisi)")
    fill = next((FILL[name] for name in sorted(row.kinds) if name in FILL), None)
    if fill and not slot.name:
        options.append(f"fill: {fill}")
    inner = where._replace(inside=True, width=width - PADDING, hyphenate=not shape.layout.fits and row.group != "head", size=shape.layout.size, stretch=shape.layout.stretch)
    empty = node is None or (not node.text and not node.elements)
    value = _blank(writer, row, lines, where, shape) if empty or node is None else "" if slot.edge == "again" else writer.anchored(node, inner)
    if slot.name:
        value = told(slot, value)
    if row.group == "head" or slot.row_head or row.kinds & {"baris-jumlah", "baris-spanduk"}:
        value = f'text(weight: "semibold", {value})'
    elif "baris-jeda" in row.kinds:
        value = f"text(fill: tinta2, {value})"
    if anchor:
        value = block([anchor, value])
    return f"table.cell({', '.join([*options, value])})"


def _blank(writer: Writer, row: Line, lines: float, where: Where, shape: Shape) -> str:
    """An empty cell, as tall as a row to write in is at least; on a fillable form it is a field, about as tall as its row."""
    if not written_on(row, shape.form):
        return "[]"
    address = writer.sheet.address(where.label, several=True) if where.label else "none"
    height = f"{shape.height}mm * {shape.share}"
    if address != "none" and lines * LINE > shape.height:
        height = f"calc.max({int(lines * LINE)}mm, {height})"
    return f"isi-kosong({height})" if address == "none" else f"isi-sel({address}, {height})"


def _aligned(node: Node | None) -> str:
    """Alignment that a Markdown table wrote into the cell."""
    style = node.get("style").replace(" ", "") if node is not None else ""
    return "right" if "text-align:right" in style else "center" if "text-align:center" in style else "left"
