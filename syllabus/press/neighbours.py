"""What a block owes to its neighbours: small print stands close, a question stays with its room, marks move into their paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.literal import block

if TYPE_CHECKING:
    from syllabus.press.blocks import Block, Where
    from syllabus.press.tree import Node

ANNOUNCEMENT, LINE = 160, 80
"""Letters of a paragraph that announces a list, and of one that surely takes a line."""
LISTS = frozenset({"ol", "ul"})
WRITTEN_UNDER = frozenset({"ruang-tulis", "tanda-tangan"})
"""Room to write or to sign in, which follows its words on the same page."""
OPENINGS = ("menempel(par(", "baris-samping(par(", "par(", "par-isian(", "par-kotak(")
"""How the code of a paragraph begins."""


def small_print(out: list[Block], child: Node, made: list[Block], where: Where) -> list[Block]:
    """Small print close to what it belongs to: the source of a table under it, and what is said further of an item."""
    if not out or child.tag != "p" or "meta" not in child.classes or not made:
        return made
    words = made[0].code.removeprefix("baris-samping(").removesuffix(")")
    if not where.inside and out[-1].code.startswith("tabel("):
        out[-1] = out[-1]._replace(code=out[-1].code.replace("tabel(", "tabel(bersumber: true, ", 1))
        return [made[0]._replace(code=f"sumber({words})", kind=out[-1].kind)]
    if where.inside and out[-1].code.startswith("par("):
        out[-1] = out[-1]._replace(code=f"pokok({out[-1].code})")
        return [made[0]._replace(code=f"rincian({words})")]
    return made


def stays(out: list[Block], before: Node, child: Node) -> bool:
    """Whether the last paragraph stays with the element after it: a question with room to write, a few words before a list, a line
    alone under its heading."""
    if not out or not out[-1].code.startswith(OPENINGS[2:]):
        return False
    letters = len(before.text) if before.tag == "p" else ANNOUNCEMENT + 1
    alone = len(out) > 1 and out[-2].kind == "heading" and child.tag != "p" and letters <= LINE
    return bool(child.classes & WRITTEN_UNDER) or alone or (child.tag in LISTS and letters <= ANNOUNCEMENT)


def marked(code: str, anchors: list[str]) -> str:
    """Code with marks before it. Those of a paragraph stand in it, so that it is still seen to be one and stays with what follows."""
    opening = next((name for name in OPENINGS if code.startswith(name)), "")
    if not opening:
        return block([*anchors, code])
    closing = ")" * opening.count("(")
    return f"{opening}{block([*anchors, code[len(opening):-len(closing)]])}{closing}"


def announces(words: str) -> bool:
    """Whether a paragraph announces what follows, and so does not stay behind at the end of a page."""
    return words.endswith(":") or (len(words) < ANNOUNCEMENT and words.endswith("berikut."))
