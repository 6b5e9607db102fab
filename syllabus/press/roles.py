"""Role cards stand two abreast in a booklet, all of one width and each two equally high: its leader cuts them out and hands them on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from syllabus.press.blocks import FULL, Block, Where, made
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from syllabus.press.writer import Writer

CARD, PAIR = "kartu-peran", "dua-peran"
GAP, FRAME = 4.0, 10.0
"""Width in mm between two cards, and of what the frame of a card takes."""


def paired(tree: Node) -> Node:
    """A chapter with role cards that follow one another as pairs."""
    return replace(tree, children=tuple(_paired(tree.children)))


def _paired(children: Iterable[Node | str]) -> Iterator[Node | str]:
    cards: list[Node] = []
    for child in children:
        if isinstance(child, Node) and CARD in child.classes:
            cards.append(child)
        elif not cards or isinstance(child, Node) or child.strip():
            yield from _pairs(cards)
            cards = []
            yield child
    yield from _pairs(cards)


def _pairs(cards: list[Node]) -> Iterator[Node]:
    if len(cards) < 2:
        yield from cards
    else:
        yield from (Node("div", {"class": PAIR}, tuple(cards[place : place + 2])) for place in range(0, len(cards), 2))


def pair(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Two cards, or the last one alone as wide as the others, over the full width of the page."""
    inner = where._replace(inside=True, width=(FULL - GAP) / 2 - FRAME)
    cards = ", ".join(f'tinggi => kartu("peran", utuh: true, tinggi: tinggi, {writer.anchored(card, inner)})' for card in node.elements)
    return made(f"dua-peran({GAP}mm, {cards})", node.text, "full")
