"""Which rows of a table stay on one page: the first two unless the first is tall, the last two and the total below them, a banner with what it announces, the two before a banner, two that share boxes,
and the first and last two beside a cell.

The typesetter keeps rows together where one cell runs down over them. A column without width at the right edge holds such
cells; they leave the file again when it is finished, so that no reader ever meets them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.carried import stays
from syllabus.press.stagger import opens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.grid import Line

MOST_LINES = 24.0
"""Estimated lines of rows that are kept together at most: more would leave half a page empty."""
BINDER = "table.cell(inset: 0pt{})[]"


def bound(rows: Sequence[Line], lines: Sequence[float], tall: Sequence[bool]) -> list[int]:
    """For each row of a body how many rows a binding that starts there holds: 1 for none, 0 inside another one.

    `lines` is the estimated height of each row; `tall` says which may stand alone on a page.
    """
    last = len(rows) - 1
    total = bool(rows) and "baris-jumlah" in rows[last].kinds
    ending = last - 1 - total  # a row and its total alone on a page are one row alone
    banners = ["baris-spanduk" in row.kinds for row in rows]
    ties = [
        ((number == 0 and not tall[0]) or number >= ending or any(banners[number : number + 3 : 2]) or opens(rows[number]) or stays(rows[number]))
        and lines[number] + lines[number + 1] <= MOST_LINES
        for number in range(last)
    ]
    spans = [1] * len(rows)
    for number in range(last - 1, -1, -1):
        if ties[number] and sum(lines[number : number + 1 + spans[number + 1]]) <= MOST_LINES:
            spans[number] += spans[number + 1]
            spans[number + 1] = 0
    return spans


def binder(span: int) -> str:
    """Code of the cell that holds so many rows together."""
    return BINDER.format(f", rowspan: {span}, breakable: false" if span > 1 else "")
