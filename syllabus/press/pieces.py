"""Code, rules and quotations to Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where
from syllabus.press.literal import block, quoted_lines

if TYPE_CHECKING:
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer


def code(writer: Writer, node: Node, where: Where) -> list[Block]:
    guard = writer.guard(node.text, where.within(6), "kode: true")
    made = f"kode({quoted_lines(''.join(node.texts()).strip(chr(10)))})"
    return [Block(block([guard, made]) if guard else made, "box", node.text[:80])]


def rule(_writer: Writer, _node: Node, _where: Where) -> list[Block]:
    return [Block("garis-pisah", "box")]


def quotation(writer: Writer, node: Node, where: Where) -> list[Block]:
    return [Block(f"kutipan({writer.value(node.children, where.within(6))})", "box", node.text[:80])]
