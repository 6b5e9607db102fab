"""The end of a chapter: its last blocks are kept together, so that no page holds a few lines alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import APART

if TYPE_CHECKING:
    from syllabus.press.blocks import Block

SETTING = {"column": "kolom({}{})", "box": "kolom({}jarak: 5.5mm, {})"}
"""How blocks that keep to the text column are set: whether their end stays with what follows, and their code."""
TAIL = 8
"""Groups of blocks at the end of a chapter that may be kept together. How many are is measured by the design."""
OWN_PAGE = ("pagebreak(", "lembar-baru()", "bentang(")
"""Code that begins a page itself, which nothing that is kept together may hold."""
SPACE = {"column": "0.95em", "box": "5.5mm", "heading": "6mm"}
SECTION = "8mm"
OTHER = "6mm"
"""Space above a block that comes first in what is kept together: by kind, of a section, and of any other. As in the design."""
OPENING = "9mm"
"""Space under the opening of a chapter, above what comes first in it. As in the design."""


def tail_of(groups: list[list[Block]]) -> list[Block]:
    """The last blocks of a chapter, up to one that has pages of its own; none if that is less than two, or if a long table ends it,
    whose last rows stay together by themselves."""
    tail: list[Block] = []
    if groups and groups[-1][-1].code.startswith("tabel(") and "utuh: true" not in groups[-1][-1].code:
        return tail
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
