"""The rows of an HTML table laid out on a full grid, with merged cells clamped to what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from syllabus.press.tree import Node

Group = Literal["head", "body", "foot"]
GROUPS: dict[str, Group] = {"thead": "head", "tbody": "body", "tfoot": "foot"}
MOST_COLUMNS = 40


class Slot(NamedTuple):
    """A cell at its upper left corner. `node` is None where the source left a gap; `edge` as in `stagger` and `carried`.

    A cell taken apart by `carried` has a `name`, and in each of its rows the `rest` of them, this one included.
    """

    node: Node | None
    columns: int
    rows: int
    row_head: bool
    edge: Literal["", "open", "closing", "first", "again"] = ""
    name: str = ""
    rest: int = 0


class Line(NamedTuple):
    """A row: one entry per column, None where a merged cell of the same or an earlier row covers it."""

    group: Group
    kinds: frozenset[str]
    slots: tuple[Slot | None, ...]
    anchor: str = ""

    @property
    def empty(self) -> bool:
        """Whether the row has nothing in it, so that it is there to be filled in by hand."""
        return not any(
            slot is not None and slot.node is not None and (slot.node.text or slot.node.elements) for slot in self.slots
        )


def grid(table: Node) -> list[Line]:
    """All rows: head first, then body, then foot, each as wide as the widest."""
    groups: dict[Group, list[Node]] = {"head": [], "body": [], "foot": []}
    for child in table.elements:
        if child.tag == "tr":
            groups["body"].append(child)
        elif child.tag in GROUPS:
            groups[GROUPS[child.tag]] += [row for row in child.elements if row.tag == "tr"]
    width = max((_width(rows) for rows in groups.values()), default=0)
    return [line for group, rows in groups.items() for line in _lines(group, rows, width)] if width else []


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.elements if cell.tag in ("td", "th")]


def _width(rows: list[Node]) -> int:
    """Columns that the rows of one group need, counting cells that reach down from above."""
    covered: dict[int, int] = {}
    most = 0
    for number, row in enumerate(rows):
        used = covered.get(number, 0)
        for cell in _cells(row):
            columns = _span(cell, "colspan", MOST_COLUMNS)
            used += columns
            for below in range(number + 1, min(number + _down(cell, len(rows) - number), len(rows))):
                covered[below] = covered.get(below, 0) + columns
        most = max(most, used)
    return most


def _lines(group: Group, rows: list[Node], width: int) -> list[Line]:
    taken: set[tuple[int, int]] = set()
    lines: list[Line] = []
    for number, row in enumerate(rows):
        slots: list[Slot | None] = [None] * width
        cells = iter(_cells(row))
        for position in range(width):
            if (number, position) in taken:
                continue
            cell = next(cells, None)
            slot = _slot(cell, group, len(rows) - number, _room(taken, number, position, width))
            slots[position] = slot
            taken |= {(number + down, position + right) for down in range(slot.rows) for right in range(slot.columns)}
        lines.append(Line(group, row.classes, tuple(slots), row.get("id")))
    return lines


def _room(taken: set[tuple[int, int]], number: int, position: int, width: int) -> int:
    end = position
    while end < width and (number, end) not in taken:
        end += 1
    return end - position


def _slot(cell: Node | None, group: Group, rows_left: int, room: int) -> Slot:
    if cell is None:
        return Slot(None, 1, 1, False)
    row_head = cell.tag == "th" and group != "head" and cell.get("scope", "row") in ("row", "rowgroup", "colgroup", "col")
    return Slot(cell, min(_span(cell, "colspan", MOST_COLUMNS), room), _down(cell, rows_left), row_head)


def _down(cell: Node, rows_left: int) -> int:
    return rows_left if cell.get("rowspan") == "0" else min(_span(cell, "rowspan", 1000), rows_left)


def _span(cell: Node, name: str, most: int) -> int:
    if name not in cell.attributes:
        return 1
    text = cell.get(name).strip()
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1
