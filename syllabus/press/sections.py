"""Which sections a chapter is printed with, and in what order: some stand better behind the others on paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from syllabus.press.blocks import COLUMN, FULL
from syllabus.press.heights import lines_in
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Section = tuple[Node | str, ...]

TO_COPY = "kartu-templat"
"""Class of what is torn out or copied, and stands on pages of its own."""
LONG_TABLES = 20.0
"""Estimated lines of tables that surely go on over a page's end."""
SHORT_SECTION, PART_OF_A_PAGE = 14.0, 36.0
"""Estimated lines up to which sections would leave their page almost empty, or partly."""


def arranged(tree: Node, without: tuple[str, ...]) -> Node:
    """A chapter as it is printed, without the sections of some titles."""
    sections = _sections(tree)
    if not sections:
        return tree
    kept = [section for section in sections if _nodes(section)[0].text not in without]
    opening = tree.children[: len(tree.children) - sum(map(len, sections))]
    return replace(tree, children=(*opening, *(child for section in copied_last(turned_last(tables_last(kept))) for child in section)))


def copied_last(sections: Sequence[Section]) -> list[Section]:
    """Templates behind all else, as in an annex: they would cut the text, and leave holes before them."""
    return sorted(sections, key=lambda section: any(TO_COPY in node.classes for child in _nodes(section) for node in child.all))


def tables_last(sections: Sequence[Section]) -> list[Section]:
    """A section of long tables behind what little follows it: tables go on over a page's end anywhere, a few lines would stand on the
    last page alone."""
    place = next((place for place, section in enumerate(sections) if _tabular(section)), len(sections))
    if sum(_lines(section) for section in sections[place + 1 :]) > PART_OF_A_PAGE:
        return list(sections)
    return [*sections[:place], *sections[place + 1 :], *sections[place : place + 1]]


def turned_last(sections: Sequence[Section]) -> list[Section]:
    """Turned pages behind a short last section, which would stand alone after them."""
    if len(sections) < 2:
        return list(sections)
    *others, turned, last = sections
    ends_turned = any(node.get("data-kertas") == "melintang" for node in _nodes(turned)[-1].all)
    return [*others, last, turned] if ends_turned and _lines(last) <= SHORT_SECTION else list(sections)


def _tabular(section: Section) -> bool:
    """Whether a section is long tables, with a list of notes at most."""
    tables = [node for node in _nodes(section)[1:] if node.tag != "ul"]
    return bool(tables) and all(_is_table(node) for node in tables) and _lines(section) > LONG_TABLES


def _is_table(node: Node) -> bool:
    """Whether an element is a table, or what the web scrolls it in."""
    return node.tag == "table" or [_is_table(child) for child in node.elements] == [True]


def _sections(tree: Node) -> list[Section]:
    starts = [place for place, child in enumerate(tree.children) if isinstance(child, Node) and child.tag == "h2"]
    return [tree.children[start:end] for start, end in pairwise([*starts, len(tree.children)])]


def _lines(section: Section) -> float:
    return sum(lines_in(node, FULL if _is_table(node) else COLUMN) for node in _nodes(section))


def _nodes(children: Iterable[Node | str]) -> list[Node]:
    return [child for child in children if isinstance(child, Node)]
