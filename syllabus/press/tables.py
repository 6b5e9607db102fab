"""Tables: caption above, repeated head, rows that stay whole, columns wide enough for their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from syllabus.press.binding import binder, bound
from syllabus.press.blocks import COLUMN, FULL, LANDSCAPE, Block, Kind, Where
from syllabus.press.cells import LEAST_FIELD, LINE, PAD, cell_name, column_names, row_name
from syllabus.press.grid import Line, Slot, grid
from syllabus.press.heights import lines_of
from syllabus.press.inline import number
from syllabus.press.literal import array, block, quoted
from syllabus.press.run import glued
from syllabus.press.stagger import staggered
from syllabus.press.widths import PADDING, Content, Layout, lay_out

if TYPE_CHECKING:
    from syllabus.press.finish import Mark
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

FILL = {"baris-jeda": "luma(246)", "baris-spanduk": "luma(218)", "baris-jumlah": "luma(238)"}
EMPTY_ROW, TALLEST_EMPTY = 9, 60
"""Height in mm of a row to write in where the table asks for none, and the most that it may ask for."""
LOW = 13
"""Height in mm up to which the words of a row to write in stand in its middle."""
TALLEST = {"box": 45, "full": 45, "landscape": 26}
"""Lines of the tallest row that is still kept on one page."""
TALLER_THAN_A_PAGE = 1.4
"""How far the estimate must pass the tallest whole row before a row surely fills more than a page."""
ONE_LINE, TWO_LINES = 1.0, 2.0
"""Estimated lines up to which a row fits the height of a low and of a usual row to write in."""
SHORT = 16
"""Lines of a table that is kept on one page as a whole."""
UPRIGHT = 90
TALL_UPRIGHT = 9.0
"""A table that may be turned stands upright with letters at least this wide (percent) and rows of at most so many lines."""
SENTENCE = 60
LEAST_FOR_SENTENCES = 34.0
"""Letters from which on a cell holds a sentence, and the width in mm that a column of sentences needs."""
HYPHENATED = 60.0
"""Width in mm up to which a cell may break its words."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What all cells of a table share: its layout and place, lines of its tallest whole row, the marks it gathers, and
    whether its rows are bound, for a form the names of its columns, and the height in mm of rows to write in."""

    layout: Layout
    where: Where
    tallest: int
    marks: list[Mark]
    binds: bool
    form: bool
    columns: list[str]
    height: int

    @property
    def most(self) -> float:
        """Estimated lines up to which a row fits the height of a row to write in."""
        return TWO_LINES if self.height >= EMPTY_ROW else ONE_LINE


def table(writer: Writer, node: Node, where: Where) -> list[Block]:
    """One table. At the top of a chapter it may take the full width or a landscape page; in a box it keeps
    to the box."""
    rows = grid(node)
    if not rows:
        return writer.blocks(node.children, where)
    caption = next((child for child in node.elements if child.tag == "caption"), None)
    rows, shares = staggered(rows, _shares(node, len(rows[0].slots)))
    contents, form = _contents(rows), "tabel-formulir" in node.classes
    landscape = node.get("data-kertas") == "melintang" and not where.inside
    layout = lay_out(contents, shares, where.width if where.inside else LANDSCAPE if landscape else FULL, form)
    if landscape and "tabel-rubrik" not in node.classes:
        # A turned page costs the reader a turn, and the page before it its end: only for tables that are cramped upright.
        upright = lay_out(contents, [0] * len(contents), FULL, form)
        if not _cramped(rows, contents, upright):
            layout, landscape = upright, False
    kind: Kind = "landscape" if landscape else "box" if where.inside or sum(layout.widths) <= COLUMN else "full"
    return [
        Block(
            _code(writer, node, rows, layout, where, caption, kind),
            kind,
            caption.text if caption is not None else node.text[:80],
        )
    ]


def _cramped(rows: list[Line], contents: list[list[Content]], layout: Layout) -> bool:
    """Whether an upright table would need narrow letters, tall rows, or sentences in columns of a few words."""
    sentences = [any(len(cell.text) > SENTENCE for cell in column) for column in contents]
    tight = any(wordy and width < LEAST_FOR_SENTENCES for wordy, width in zip(sentences, layout.widths, strict=True))
    return tight or layout.stretch < UPRIGHT or max(lines_of(row, layout) for row in rows) > TALL_UPRIGHT


def _shares(node: Node, count: int) -> list[int]:
    """The author's relative widths."""
    shares: list[int] = []
    for column in (item for item in node.walk() if item.tag == "col"):
        number = next((name.removeprefix("lebar-") for name in sorted(column.classes) if name.startswith("lebar-")), "")
        span = column.get("span", "1")
        shares += [int(number) if number.isascii() and number.isdigit() else 0] * (int(span) if span.isdigit() and len(span) < 3 else 1)
    return (shares + [0] * count)[:count]


def _contents(rows: list[Line]) -> list[list[Content]]:
    """For each column, what its own cells hold; a cell over several columns asks nothing of any."""
    columns: list[list[Content]] = [[] for _ in rows[0].slots]
    for row in rows:
        for position, slot in enumerate(row.slots):
            if slot is not None and slot.columns == 1:
                heading = row.group == "head" or slot.row_head or bool(row.kinds & {"baris-jumlah", "baris-spanduk"})
                columns[position].append(Content(_asking(slot.node), heading))
    return columns


def _asking(node: Node | None) -> str:
    """What a cell asks of its column: its words; a table inside asks for the longest words of a row side by side."""
    if node is None:
        return ""
    inner = [item for item in node.walk() if item.tag == "tr"]
    rows = ["\u00a0mm\u00a0".join(max(cell.text.split(), key=len, default="") for cell in row.elements) for row in inner]
    return " ".join([glued(node.text), *rows])


def _code(
    writer: Writer,
    node: Node,
    rows: list[Line],
    layout: Layout,
    where: Where,
    caption: Node | None,
    kind: Kind,
) -> str:
    marks: list[Mark] = []
    writer.sheet.tables.append(marks)
    head = [row for row in rows if row.group == "head"]
    body = [row for row in rows if row.group == "body"]
    foot = [row for row in rows if row.group == "foot"]
    form = "tabel-formulir" in node.classes
    whole = sum(lines_of(row, layout) for row in rows) <= SHORT
    shape = Shape(layout, where, TALLEST[kind], marks, not whole, form, column_names(head), number(node.get("data-tinggi"), EMPTY_ROW, TALLEST_EMPTY))
    parts: list[str] = []
    if head:
        parts.append(f"table.header(repeat: true, {', '.join(_cells(writer, head, shape))})")
    # The foot is set as the last rows of the body: the typesetter's own foot may stand alone on a page.
    parts += _cells(writer, [*body, *foot], shape)
    empty_row = f"{shape.height}mm"
    heights = [(f"{empty_row} * susut" if lines_of(row, layout) < TWO_LINES else empty_row) if _written_on(row, shape) else "auto" for row in rows]
    options = [
        f"lebar: {array([f'{width}mm' for width in layout.widths] + ['0mm'] * shape.binds)}",
        f"kepala: {len(head)}",
        f"jenis: {quoted(_kind(node))}",
    ]
    if set(heights) != {"auto"}:
        options.append(f"tinggi: {array(heights)}")
    if layout.stretch != 100:
        options.append(f"rapat: {layout.stretch}%, ukuran: {layout.size}pt")
    if where.inside:
        options.append("sempit: true")
    if any(slot is not None and slot.edge for row in body for slot in row.slots):
        options.append("selang: true")
    if whole:
        options.append("utuh: true")
    if caption is not None and caption.text and not writer.sheet.heading.endswith(caption.text):  # not the same words twice
        options.append(f"judul: {writer.run(caption.children, where).code(False)}")
    return f"tabel({', '.join([*options, *parts])})"


def _kind(node: Node) -> str:
    """What the template sets in its own way."""
    return next((name for name in ("formulir", "rubrik", "langkah") if f"tabel-{name}" in node.classes), "")


def _written_on(row: Line, shape: Shape) -> bool:
    """Whether a row is there to be filled in by hand: all of it, or what a form leaves open in a row of few lines."""
    if row.group != "body" or row.empty or not shape.form:
        return row.group == "body" and row.empty
    gap = any(slot is not None and slot.node is not None and not slot.node.text for slot in row.slots)
    return gap and lines_of(row, shape.layout) <= shape.most


def _cells(writer: Writer, rows: list[Line], shape: Shape) -> list[str]:
    """The cells of some rows, and after each row the cell that binds it to others."""
    cells: list[str] = []
    lines = [lines_of(row, shape.layout) for row in rows]
    spans = bound(rows, lines) if shape.binds else []
    for place, row in enumerate(rows):
        if lines[place] > shape.tallest * TALLER_THAN_A_PAGE:
            _too_tall(writer, row)
        for position, slot in enumerate(row.slots):
            if slot is None:
                continue
            anchor = writer.anchor(row.anchor)
            wide = shape.binds and row.group == "head" and position + slot.columns == len(row.slots)
            shape.marks.append("wide" if wide else "row" if slot.row_head and row.group != "head" else "")
            width = sum(shape.layout.widths[position : position + slot.columns])
            where = replace(shape.where, label=cell_name(shape.columns, position, row_name(row, place + 1))) if shape.form else shape.where
            cells.append(_cell(writer, row, slot, where, width, slot.columns + wide, lines[place] <= shape.tallest, anchor, shape))
        if spans and row.group != "head" and spans[place]:
            shape.marks.append("binder")
            cells.append(binder(spans[place]))
    return cells


def _too_tall(writer: Writer, row: Line) -> None:
    writer.sheet.fault(
        "CTK07",
        writer.chapter,
        max((slot.node.text for slot in row.slots if slot is not None and slot.node is not None), key=len, default=""),
        "Baris tabel ini lebih tinggi daripada satu halaman.",
        "Bagi menjadi beberapa baris, atau pindahkan penjelasannya ke bawah tabel.",
    )


def _cell(writer: Writer, row: Line, slot: Slot, where: Where, width: float, columns: int, whole: bool, anchor: str, shape: Shape) -> str:
    node = slot.node
    options: list[str] = []
    if columns > 1:
        options.append(f"colspan: {columns}")
    if slot.rows > 1:
        options.append(f"rowspan: {slot.rows}")
    if whole and slot.rows == 1:
        options.append("breakable: false")
    classes = node.classes if node is not None else frozenset[str]()
    side = "right" if "angka" in classes else "center" if "tengah" in classes else _aligned(node)
    level = "bottom" if row.group == "head" else "horizon" if shape.height <= LOW and not slot.edge and _written_on(row, shape) else "top"
    if side != "left" or level != "top":
        options.append(f"align: {side} + {level}")
    if slot.edge:
        options.append(f"stroke: ({'bottom' if slot.edge == 'open' else 'top'}: none, rest: garis-kisi)")
    fill = next((FILL[name] for name in sorted(row.kinds) if name in FILL), None)
    if fill:
        options.append(f"fill: {fill}")
    inner = replace(where, inside=True, width=width - PADDING, hyphenate=width <= HYPHENATED and row.group != "head", size=shape.layout.size, stretch=shape.layout.stretch)
    empty = node is None or (not node.text and not node.elements)
    value = _blank(writer, row, where, shape) if empty or node is None else writer.anchored(node, inner)
    if row.group == "head" or slot.row_head or row.kinds & {"baris-jumlah", "baris-spanduk"}:
        value = f'text(weight: "semibold", {value})'
    elif "baris-jeda" in row.kinds:
        value = f"text(fill: tinta2, {value})"
    if anchor:
        value = block([anchor, value])
    return f"table.cell({', '.join([*options, value])})"


def _blank(writer: Writer, row: Line, where: Where, shape: Shape) -> str:
    """An empty cell; on a fillable form it is a field, as tall as the row will be at least."""
    address = writer.sheet.address(where.label, several=True) if where.label and row.group != "head" else "none"
    if address == "none":
        return "[]"
    tall = shape.height if _written_on(row, shape) else max(LEAST_FIELD, lines_of(row, shape.layout) // 1 * LINE + PAD)
    lower = " * susut" if _written_on(row, shape) and lines_of(row, shape.layout) < TWO_LINES else ""
    return f"isi-sel({address}, {tall:.1f}mm{lower})"


def _aligned(node: Node | None) -> str:
    """Alignment that a Markdown table wrote into the cell."""
    style = node.get("style").replace(" ", "") if node is not None else ""
    return "right" if "text-align:right" in style else "center" if "text-align:center" in style else "left"
