"""The chapters of a book, each written by itself; by two at once where a core has nothing else to do."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from syllabus.press.chapters import body_of
from syllabus.press.helper import halved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from syllabus.press.blocks import Block
    from syllabus.press.book import Chapter
    from syllabus.press.gathered import Gathered
    from syllabus.press.sheet import Sheet
    from syllabus.press.tree import Node

FAR = 10_000
"""More than the numbers of one chapter's tables, spreads and watched words."""


def bodies_of(sheet: Sheet, chapters: Sequence[Chapter], trees: Sequence[Node], level: int, shared: bool) -> list[list[Block]]:
    """The blocks of each chapter; `sheet` gathers what comes to light. The same however many write, since each is written by itself."""

    def written(turns: Iterable[int]) -> dict[int, tuple[int, list[Block], Gathered]]:
        done = {}
        for turn in turns:
            number = order[turn]
            apart = sheet.apart(number * FAR)
            done[turn] = number, body_of(apart, chapters[number], trees[number], number, level), apart.gathered
        return done

    # Long ones first: so nobody begins one when all else is done.
    order = sorted(range(len(chapters)), key=lambda number: -len(chapters[number].html))
    done = halved(len(order), written) if shared and len(order) > 1 else list(written(range(len(order))).values())
    in_order = sorted(done, key=itemgetter(0))
    for _, _, gathered in in_order:
        sheet.take_up(gathered)
    return [blocks for _, blocks, _ in in_order]
