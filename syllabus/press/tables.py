"""Tables: caption above, repeated head, rows that stay whole, columns wide enough for their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from syllabus.press.blocks import BROAD, COLUMN, FULL, LANDSCAPE, Block, Kind, Where
from syllabus.press.carried import carried, continued
from syllabus.press.cells import column_names
from syllabus.press.glue import glued
from syllabus.press.grid import Line, grid
from syllabus.press.heights import lines_of
from syllabus.press.inline import number
from syllabus.press.literal import array, quoted
from syllabus.press.rows import EMPTY_ROW, GROWN, LOW, ONE_LINE, TWO_LINES, Shape, beside_open, cells, written_on
from syllabus.press.stagger import staggered
from syllabus.press.widths import Content, Layout, lay_out, widened

if TYPE_CHECKING:
    from syllabus.press.marks import Mark
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

TALLEST_EMPTY = 60
"""Height in mm that a row to write in may ask for at most."""
TALLEST = {"box": 45, "full": 45, "broad": 45, "landscape": 26}
"""Lines of the tallest row that is still kept on one page."""
SHORT, ONE_VIEW = 7, 50
"""Lines of a table that is kept on one page as a whole, and of one that is `SEEN_WHOLE`."""
SEEN_WHOLE = frozenset({"tabel-rubrik", "tabel-jadwal"})
"""A rubric, whose levels are compared in one view, and the schedule of a day."""
LINE_AND_AIR = 4.6
"""Height in mm of a row of one line, its air included."""
ROUNDING = 0.5
"""Millimetres by which the widths of columns may miss the width of their place."""
UPRIGHT = 90
TALL_UPRIGHT = 13.0
"""A table that may be turned stands upright with letters at least this wide (percent) and rows of at most so many lines."""
SENTENCE = 60
LEAST_FOR_SENTENCES, LEAST_FOR_LEVELS = 29.5, 24.5
MOST_COLUMNS = 7
"""Letters from which on a cell holds a sentence, the width in mm that a column of sentences needs, and one of a rubric's levels, the
lowest of which say little; and the columns that an upright table with sentences has at most."""

_FIGURE = re.compile(r"[+−–-]?(?:Rp)?\d[\d.,]*%?|–|-")
"""A number by itself, or a dash where there is none."""


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
    broad = "tabel-soal-kunci" in node.classes and not where.inside
    layout = lay_out(contents, shares, where.width if where.inside else LANDSCAPE if landscape else BROAD if broad else FULL, form)
    if landscape:
        # A turned page costs the reader a turn, and the page before it its end: only for tables that are cramped upright.
        upright = (lay_out(contents, wanted, FULL, form) for wanted in ([0] * len(contents), shares))
        least = LEAST_FOR_LEVELS if "tabel-rubrik" in node.classes else LEAST_FOR_SENTENCES
        fit = next((one for one in upright if not _cramped(rows, contents, one, least)), None)
        if fit is not None:
            layout, landscape = fit, False
    numbers = _numbers(rows, form)
    kind: Kind = "landscape" if landscape else "broad" if broad else "box" if where.inside or sum(layout.widths) <= COLUMN else "full"
    if not where.inside and not landscape and not broad:
        layout = widened(layout, COLUMN if kind == "box" else FULL, numbers)
    return [
        Block(
            _code(writer, node, rows, layout, where, caption, kind, numbers),
            kind,
            caption.text if caption is not None else node.text[:80],
        )
    ]


def _cramped(rows: list[Line], contents: list[list[Content]], layout: Layout, least: float) -> bool:
    """Whether an upright table would need narrow letters, tall rows, or sentences in columns narrower than `least` mm."""
    sentences = [any(len(cell.text) > SENTENCE for cell in column) for column in contents]
    crowded = any(sentences) and len(contents) > MOST_COLUMNS
    tight = any(wordy and width < least for wordy, width in zip(sentences, layout.widths, strict=True))
    return crowded or tight or layout.stretch < UPRIGHT or max(lines_of(row, layout) for row in rows) > TALL_UPRIGHT


def _numbers(rows: list[Line], form: bool) -> frozenset[int]:
    """Columns that hold figures alone, which stand under one another by their last digit. On a form, hands write as they like."""
    if form:
        return frozenset()
    body = [row for row in rows if row.group != "head"]
    found: set[int] = set()
    for position in range(1, len(rows[0].slots)):
        slots = [row.slots[position] for row in body]
        texts = [slot.node.text for slot in slots if slot is not None and slot.columns == 1 and slot.node is not None and slot.node.text]
        if len(texts) > 1 and all(_FIGURE.fullmatch(text) for text in texts):
            found.add(position)
    return frozenset(found)


def _shares(node: Node, count: int) -> list[int]:
    """The author's relative widths."""
    shares: list[int] = []
    for column in (item for item in node.all if item.tag == "col"):
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
    inner = [item for item in node.all if item.tag == "tr"]
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
    numbers: frozenset[int],
) -> str:
    marks: list[Mark] = []
    table = writer.sheet.next_number(writer.sheet.tables)
    writer.sheet.tables.append(marks)
    head = [row for row in rows if row.group == "head"]
    body = [row for row in rows if row.group == "body"]
    foot = [row for row in rows if row.group == "foot"]
    form = "tabel-formulir" in node.classes
    lines = [lines_of(row, layout) for row in rows]
    height = number(node.get("data-tinggi"), EMPTY_ROW, TALLEST_EMPTY)
    whole = sum(max(tall, height / LINE_AND_AIR) if written_on(row, form) else tall for row, tall in zip(rows, lines, strict=True)) <= (ONE_VIEW if node.classes & SEEN_WHOLE else SHORT)
    level = "horizon" if height <= LOW and all(tall <= TWO_LINES for row, tall in zip(rows, lines, strict=True) if row.group == "body" and not row.kinds) else "top"
    shape = Shape(layout, where, TALLEST[kind], marks, not whole, form, column_names(head), height, GROWN if node.get("data-tinggi") else "susut", level, numbers, form and (bool(node.get("data-tinggi")) or any(written_on(row, form) for row in body)))
    parts: list[str] = []
    # The same words twice are no title.
    title = caption if caption is not None and caption.text and caption.text != writer.chapter.title and not writer.sheet.heading.endswith(caption.text) else None
    if shape.binds:
        body = carried(body, layout, table)
    again = continued(title.text, body, shape, table) if title is not None and head and body else ""
    if head:
        several = cells(writer, head, lines[: len(head)], shape)
        parts.append(f"table.header(repeat: true, {', '.join([again, *several] if again else several)})")
    # The foot is set as the last rows of the body: the typesetter's own foot may stand alone on a page.
    parts += cells(writer, [*body, *foot], lines[len(head) :], shape)
    empty_row = f"{shape.height}mm * {shape.share}"
    # A row whose words surely take one line is as tall as it is told; any other grows with them, and its open cells hold it open.
    heights = [empty_row if tall <= ONE_LINE and beside_open(row, shape) else "auto" for row, tall in zip(rows, lines, strict=True)]
    if again:
        heights.insert(0, "auto")
    fills = where.inside and abs(sum(layout.widths) - where.width) < ROUNDING
    options = [
        f"lebar: {array([_wide(width, where, fills) for width in layout.widths] + ['0mm'] * shape.binds)}",
        f"kepala: {len(head)}",
        f"jenis: {quoted('luas' if kind == 'broad' else _kind(node))}",
    ]
    if set(heights) != {"auto"}:
        options.append(f"tinggi: {array(heights)}")
    if layout.stretch != 100:
        options.append(f"rapat: {layout.stretch}%, ukuran: {layout.size}pt")
    if where.inside:
        options.append("sempit: true" + ", lega: true" * (title is not None and not where.close))
    if any(slot is not None and slot.edge in ("open", "closing") for row in body for slot in row.slots):
        options.append("selang: true")
    if whole:
        options.append("utuh: true")
    if title is not None:
        words = writer.run(title.children, where).code(False)
        options.append(f"judul: {words}")
    if again:
        options.append("bersambung: true")
    return f"tabel({', '.join([*options, *parts])})"


def _wide(width: float, where: Where, fills: bool) -> str:
    """A column in millimetres; in a table that fills its place, which may be set larger or smaller, as a share of it."""
    return f"{width / where.width:.3%}" if where.enlarged or fills else f"{width}mm"


def _kind(node: Node) -> str:
    """What the design sets in its own way."""
    return next((name for name in ("formulir", "rubrik", "langkah", "hari", "jadwal") if f"tabel-{name}" in node.classes), "")
