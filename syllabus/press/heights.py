"""How tall a row of a table or a whole element will be, in lines, before it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.inline import WIDEST_BLANK, number
from syllabus.press.widths import MM_PER_POINT, PADDING, Layout, text_width

if TYPE_CHECKING:
    from syllabus.press.grid import Line
    from syllabus.press.tree import Node

BLOCKS = frozenset({"p", "li", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "tr", "pre"})
TALL, SURELY = 4, 0.85
"""Lines of a tall row, and the share of its estimated width that a text surely takes: the estimate errs on the wide side."""
MOST_LINES = 60
"""Lines of room to write that an element may ask for."""
BOX_TEXT = 9.5
"""Size in points of the text in boxes, as in the design."""
BOX_PADDING = 10.0
"""Width in mm that the frame of a box takes."""
WRITING_LINE = 2.0
"""Lines that a line to write on takes."""
SIGNED = 8.0
"""Lines that signatures take, who signs included."""
EMPTY_ROW = 2.2
"""Lines that a row to fill in takes."""
WHOLE = 17.0
"""Lines of an item or a worksheet that is kept on one page: taller ones would leave too much of a page empty."""
LOW = 9.0
"""Lines of a card or a note that is kept on one page."""
BOX_LINE = 4.3
"""Height in mm of a line in a box, a share of the air between its paragraphs included."""
BEGINNING = 34.0
"""Room in mm that a taller one needs at most to begin on a page: so much of it then stands there."""
PICTURE = 20.0
"""Lines that an image may take."""


def lines_of(row: Line, layout: Layout) -> float:
    """Estimated height of a row in lines."""
    lines = 1.0
    for position, slot in enumerate(row.slots):
        if slot is not None and slot.node is not None and slot.rows == 1:
            width = max(sum(layout.widths[position : position + slot.columns]) - PADDING, 5.0)
            blocks = sum(1 for item in slot.node.all if item.tag in ("p", "li", "br", "div"))
            lines = max(lines, text_width(slot.node.text, layout.size, layout.stretch) / width + blocks)
    return lines


def is_tall(row: Line, layout: Layout) -> bool:
    """Whether a row surely takes so many lines that it may stand alone on a page, as a paragraph may."""
    return any(
        sum(int(text_width(text, layout.size, layout.stretch) * SURELY / max(width, 5.0)) + 1 for text in texts) >= TALL
        for width, texts in (
            (sum(layout.widths[position : position + slot.columns]) - PADDING, [item.text for item in slot.node.all if item.tag == "li"] or [slot.node.text])
            for position, slot in enumerate(row.slots) if slot is not None and slot.node is not None and slot.rows == 1
        )
    )


def kept_whole(node: Node, width: float) -> bool:
    """Whether an item or a worksheet of a width in mm is low enough to be kept on one page."""
    return lines_in(node, width - BOX_PADDING) <= WHOLE


def held_together(node: Node, width: float) -> str:
    """How a card or note of a width in mm keeps together, as an option in code: whole, or with about half of it where it begins."""
    lines = lines_in(node, width - BOX_PADDING)
    return "utuh: true" if lines <= LOW else f"awal: {min(lines / 2 * BOX_LINE, BEGINNING):.1f}mm"


def lines_in(node: Node, width: float) -> float:
    """Estimated height in lines of all that an element holds, set in a width in mm."""
    lines = text_width(node.text, BOX_TEXT, 100) / max(width, 20.0)
    for item in node.all:
        if item.tag == "tr":
            empty = not all(cell.text for cell in item.elements)
            lines += EMPTY_ROW if empty else 1.0
        elif item.tag in ("img", "svg"):
            lines += PICTURE
        elif "ruang-tulis" in item.classes:
            lines += _writing(item)
        elif "tanda-tangan" in item.classes:  # parties stand beside each other, and have room for the hand, no lines
            lines += SIGNED
        elif "isian" in item.classes:
            lines += number(item.get("data-lebar"), 8, WIDEST_BLANK) * BOX_TEXT * MM_PER_POINT / max(width, 20.0)
        elif item.tag in BLOCKS:
            lines += 0.8
    return lines


def _writing(item: Node) -> float:
    return WRITING_LINE * number(item.get("data-baris"), 4, MOST_LINES)
