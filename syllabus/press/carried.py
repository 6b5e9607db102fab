"""What a table says once is told again wherever it goes on to a next page: its title, and a cell beside several rows, such as the day
of a schedule.

A title stands in a row of its own above the head, which is without height where the table begins. For a cell, the typesetter would leave its place there empty. So it becomes a cell in each of its rows without rules between them; in the
finished file it is one cell again (`syllabus.press.finish`), and what is told again is no part of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.literal import label, quoted
from syllabus.press.marks import Mark
from syllabus.press.tree import INLINE
from syllabus.press.widths import PADDING, Layout, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.grid import Line, Slot
    from syllabus.press.rows import Shape

AGAIN = " (lanjutan)"
"""What stands behind its words on the next page."""
BESIDE_TWO = 3.0
"""Lines that have room beside two rows."""
_PLAIN = INLINE | {"td", "th", "br"}


def carried(rows: Sequence[Line], layout: Layout, table: int) -> list[Line]:
    """The rows of a table with such cells taken apart, as far as their words have room beside two rows."""
    slots = [list(row.slots) for row in rows]
    for number, row in enumerate(rows):
        for place, slot in enumerate(row.slots):
            if slot is None or slot.rows < 2 or not _fits(slot, layout, place):
                continue
            name = f"turun-{table}-{number}-{place}"
            for below in range(slot.rows):
                slots[number + below][place] = slot._replace(rows=1, edge="again" if below else "first", name=name, rest=slot.rows - below)
    return [row._replace(slots=tuple(several)) for row, several in zip(rows, slots, strict=True)]


def continued(title: str, rows: Sequence[Line], shape: Shape, table: int) -> str:
    """Code of the row above the head of a table that tells its title again on its next pages; none for a table that stays on one, or
    tells a cell again there."""
    if not shape.binds or any(slot is not None and slot.edge == "again" for row in rows for slot in row.slots):
        return ""
    name = label(f"tabel-{table}")
    shape.marks.append(Mark(leaves=True))
    return f"bersambung({len(rows[0].slots) + 1}, {name}, {quoted(title)}, {quoted(AGAIN)})"


def stays(row: Line) -> bool:
    """Whether a row is the first beside such a cell, or the last but one: it and the next row stay on one page."""
    return any(slot is not None and (slot.edge == "first" or (slot.edge == "again" and slot.rest == 2)) for slot in row.slots)


def told(slot: Slot, value: str) -> str:
    """Code of the words of such a cell in one of its rows."""
    if slot.edge == "first" or slot.node is None:
        return f"turun({label(slot.name)}, {value})"
    return f"lanjutan({label(slot.name)}, {quoted(slot.node.text + AGAIN)})"


def _fits(slot: Slot, layout: Layout, place: int) -> bool:
    node = slot.node
    if node is None or not node.text or any(item.tag not in _PLAIN for item in node.all):
        return False
    width = sum(layout.widths[place : place + slot.columns]) - PADDING
    return text_width(node.text + AGAIN, layout.size, layout.stretch) <= BESIDE_TWO * width
