"""A block of a chapter, and the surroundings in which it is set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from syllabus.press.fields import Question

FULL = 160.0
COLUMN = 128.0
BROAD = 172.0
LANDSCAPE = 257.0
NARROW = 76.0
LEAST = 20.0
"""Widths in mm of the page's type area, its text column, that of a page as broad as a spread's and of a landscape page, one of two
columns (as in the design), and the narrowest place there is."""


Kind = Literal["column", "box", "full", "heading", "broad", "landscape", "sheet"]
"""Running text in its column, a box in the column, the full width, a heading (full width), a page as broad as a spread, a landscape
page, a form that begins a page after another one."""
APART = frozenset[Kind]({"broad", "landscape", "sheet"})
"""Kinds that have pages of their own, to which the headings before them go along."""


class Block(NamedTuple):
    """Typst code, where it stands on the page, words of it to find its source by, and the depth of a heading under its
    chapter, from 1."""

    code: str
    kind: Kind
    clue: str = ""
    rank: int = 0


def made(code: str, words: str, kind: Kind = "box") -> list[Block]:
    """One block, found by the first of its words."""
    return [Block(code, kind, words[:80])]


class Where(NamedTuple):
    """Surroundings of an element: inside a box or not, the width it has in mm, whether links name their page, whether words
    may be broken, the letters (size in points, width in percent), what a place to fill in is called there, the question that its
    boxes answer, whether all of it may be set larger, so that columns are shares of the width, and whether titles of tables stand
    close to what is before, as on forms."""

    inside: bool = False
    width: float = COLUMN
    page_references: bool = True
    hyphenate: bool = True
    size: float = 11.5
    stretch: int = 100
    label: str = ""
    question: Question | None = None
    enlarged: bool = False
    close: bool = False

    def within(self, inset: float, page_references: bool | None = None) -> Where:
        """Inside a box that takes `inset` mm of the width."""
        kept = self.page_references if page_references is None else page_references
        return self._replace(inside=True, width=max(self.width - inset, LEAST), page_references=kept)

    @property
    def ragged(self) -> Where:
        """The same place with words left whole: lines that end ragged need no hyphens."""
        return self._replace(hyphenate=False)
