"""A spread: facing pages that open on the left, filled up with lines for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where
from syllabus.press.literal import block, boolean, quoted

if TYPE_CHECKING:
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

WIDTH = 172.0
"""Width in mm of the type area of a spread. As in the design."""
LONG = "<panjang>"
"""Under this label the set book holds the numbers of the spreads that did not fit facing pages, with their pages."""
CLASSES = frozenset({"bentang", "pembuka-sesi", "bawa-ke-ruang", "dua-lajur", "catatan-kosong"})


def spread(writer: Writer, node: Node, where: Where) -> list[Block] | None:
    """Blocks of an element that belongs to a spread; None if it is none."""
    if "bentang" in node.classes:
        inner = where if where.inside else where._replace(inside=True, width=WIDTH)
        title = next((child.text for child in node.elements if child.tag in ("h2", "h3")), node.text[:80])
        writer.sheet.spreads.append((writer.chapter, title))
        number, marks = len(writer.sheet.spreads) - 1, writer.anchors(node)  # on its own page: before it they would stand on the last one
        return [Block(f"bentang({number}, {block([*marks, _inside(writer, node, inner.ragged)])})", "full", node.text[:80])]
    if "pembuka-sesi" in node.classes:
        return [Block(f"pembuka-sesi({_inside(writer, node, where.within(8))})", "box", node.text[:80])]
    if "bawa-ke-ruang" in node.classes:
        return [Block(f"bawa-ke-ruang({_inside(writer, node, where)})", "box", node.text[:80])]
    if "dua-lajur" in node.classes:
        cells = [_inside(writer, child, where.within(where.width / 2)) for child in node.elements]
        whole = boolean("utuh" in node.classes)
        return [Block(f"lajur-sesi(utuh: {whole}, {', '.join(cells)})", "box", node.text[:80])]
    if "catatan-kosong" in node.classes:
        return [Block(f"catatan-kosong({quoted(node.text)})", "full", node.text[:80])]
    return None


def _inside(writer: Writer, node: Node, where: Where) -> str:
    return block([part.code for part in writer.blocks(node.children, where)])
