"""The chapters of a book, written in two shares at once where a core has nothing else to do."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from syllabus.press.chapters import body_of
from syllabus.press.helper import beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.blocks import Block
    from syllabus.press.book import Chapter
    from syllabus.press.gathered import Gathered
    from syllabus.press.sheet import Sheet
    from syllabus.press.tree import Node

FAR = 1_000_000
"""What the numbers of the later share begin with."""


def bodies_of(sheet: Sheet, chapters: Sequence[Chapter], trees: Sequence[Node], level: int, shared: bool) -> list[list[Block]]:
    """The blocks of each chapter; `sheet` gathers what comes to light. The same however many write."""

    def written(on: Sheet, numbers: range) -> list[list[Block]]:
        return [body_of(on, chapters[number], trees[number], number, level) for number in numbers]

    def later() -> tuple[list[list[Block]], Gathered]:
        apart = sheet.apart(FAR)
        return written(apart, range(middle, len(chapters))), apart.gathered

    middle = _middle([len(chapter.html) for chapter in chapters]) if shared else len(chapters)
    if middle == len(chapters):
        return written(sheet, range(middle))
    others = beside(later)
    bodies = written(sheet, range(middle))
    rest, gathered = others()
    sheet.take_up(gathered)
    return bodies + rest


def _middle(sizes: Sequence[int]) -> int:
    """How many come first, so that both shares are about as long."""
    before = [0, *accumulate(sizes)]
    return min(range(1, len(before)), key=lambda number: abs(2 * before[number] - before[-1]), default=0)
