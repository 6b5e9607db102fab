"""How tall a row of a table will be, before it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.widths import PADDING, Layout, text_width

if TYPE_CHECKING:
    from syllabus.press.grid import Line


def lines_of(row: Line, layout: Layout) -> float:
    """Estimated height of a row in lines."""
    lines = 1.0
    for position, slot in enumerate(row.slots):
        if slot is not None and slot.node is not None and slot.rows == 1:
            width = max(sum(layout.widths[position : position + slot.columns]) - PADDING, 5.0)
            blocks = sum(1 for item in slot.node.walk() if item.tag in ("p", "li", "br", "div"))
            lines = max(lines, text_width(slot.node.text, layout.size, layout.stretch) / width + blocks)
    return lines
