"""Signatures that alternate: odd numbers left, even ones right, each two rows tall and half a box apart.

A row of 8 mm then gives a hand 16 mm. One column of the source becomes two; a box is two cells whose common border is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from syllabus.press.grid import Line, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Edge = Literal["", "open", "closing"]
"""How a cell ends: as usual, open below because its box goes on, or open above because it began before."""
SIDES = frozenset({"ttd-kiri", "ttd-kanan"})


def staggered(rows: Sequence[Line], shares: Sequence[int]) -> tuple[list[Line], list[int]]:
    """The rows with each column of alternating signatures as two, and the relative widths of the columns."""
    places = {place for row in rows for place, slot in enumerate(row.slots) if _side(slot)}
    if not places:
        return list(rows), list(shares)
    last = max((number for number, row in enumerate(rows) if row.group == "body"), default=0)
    wide = [share for place, share in enumerate(shares) for share in ([share, share] if place in places else [share * 2])]
    return [row._replace(slots=tuple(_slots(row, places, number == last))) for number, row in enumerate(rows)], wide


def opens(row: Line) -> bool:
    """Whether a box begins in this row at the left: it and the next row stay on one page."""
    return any(_side(slot) == "ttd-kiri" for slot in row.slots)


def _slots(row: Line, places: set[int], last: bool) -> Iterator[Slot | None]:
    for place, slot in enumerate(row.slots):
        if place not in places:
            extra = len(places & set(range(place, place + slot.columns))) if slot is not None else 0
            yield slot._replace(columns=slot.columns + extra) if slot is not None else None
            continue
        side = _side(slot)
        if slot is None:
            yield from (None, None)
        elif not side:
            yield from (slot._replace(columns=slot.columns + 1), None)
        else:
            box = slot._replace(edge="" if last else "open")
            rest = Slot(None, 1, 1, False, "closing")
            yield from (box, rest) if side == "ttd-kiri" else (rest, box)


def _side(slot: Slot | None) -> str:
    return next(iter(sorted(slot.node.classes & SIDES)), "") if slot is not None and slot.node is not None else ""
