"""The end of a chapter: its last blocks are kept together, so that no page holds a few lines alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from syllabus.press.blocks import APART, COLUMN
from syllabus.press.heights import lines_in
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from syllabus.press.blocks import Block

SETTING = {"column": "kolom({}{})", "box": "kolom({}jarak: 5.5mm, {})"}
"""How blocks that keep to the text column are set: whether their end stays with what follows, and their code."""
TAIL = 8
"""Groups of blocks at the end of a chapter that may be kept together. How many are is measured by the design."""
OWN_PAGE = ("pagebreak(", "lembar-baru()", "bentang(")
"""Code that begins a page itself, which nothing that is kept together may hold."""
SPACE = {"column": "0.95em", "box": "5.5mm", "heading": "6mm"}
SECTION = "10mm"
OTHER = "6mm"
"""Space above a block that comes first in what is kept together: by kind, of a section, and of any other. As in the design."""
SHORT_SECTION = 14.0
"""Estimated lines up to which a section after turned pages would leave its page almost empty."""


TO_COPY = "kartu-templat"
"""Class of what is torn out or copied, and stands on pages of its own."""


def copied_last(tree: Node) -> Node:
    """A chapter with its templates behind all else, as in an annex: they would cut its text, and leave holes before them."""
    starts = [place for place, child in enumerate(tree.children) if isinstance(child, Node) and child.tag == "h2"]
    sections = [tree.children[start:end] for start, end in pairwise([*starts, len(tree.children)])]
    copied = [any(TO_COPY in node.classes for child in _nodes(section) for node in child.walk()) for section in sections]
    if not any(copied):
        return tree
    ordered = [section for last in (False, True) for section, is_copied in zip(sections, copied, strict=True) if is_copied == last]
    return replace(tree, children=(*tree.children[: starts[0]], *(child for section in ordered for child in section)))


def turned_last(tree: Node) -> Node:
    """A chapter whose short last section would stand alone after turned pages: the section of those pages goes last."""
    starts = [place for place, child in enumerate(tree.children) if isinstance(child, Node) and child.tag == "h2"]
    if len(starts) < 2:
        return tree
    turned, last = tree.children[starts[-2] : starts[-1]], tree.children[starts[-1] :]
    ends_turned = any(node.get("data-kertas") == "melintang" for node in _nodes(turned)[-1].walk())
    if not ends_turned or sum(lines_in(node, COLUMN) for node in _nodes(last)) > SHORT_SECTION:
        return tree
    return replace(tree, children=(*tree.children[: starts[-2]], *last, *turned))


def _nodes(children: Iterable[Node | str]) -> list[Node]:
    return [child for child in children if isinstance(child, Node)]


def tail_of(groups: list[list[Block]]) -> list[Block]:
    """The last blocks of a chapter, up to one that has pages of its own; none if that is less than two."""
    tail: list[Block] = []
    for group in reversed(groups[-TAIL:]):
        if group[-1].kind in APART or any(name in group[-1].code for name in OWN_PAGE):
            break
        tail = group + tail
    return tail if len(tail) > 1 else []


def space_above(block: Block) -> str:
    """Space above a block that comes first in what is kept together."""
    return SECTION if block.rank == 1 else SPACE.get(block.kind, OTHER)


def placed(block: Block) -> str:
    """Code of a block in the text column, or over the full width."""
    # What is bound inside the column binds the column only if that says so itself.
    staying = "lekat: true, " if block.code.startswith("menempel(") else "rapat: true, " if block.code.startswith("sumber(") else ""
    return SETTING[block.kind].format(staying, block.code) if block.kind in SETTING else block.code
