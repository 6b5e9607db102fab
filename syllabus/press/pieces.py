"""Code, rules and quotations to Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where, made
from syllabus.press.literal import block, quoted_lines

if TYPE_CHECKING:
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer


def code(writer: Writer, node: Node, where: Where) -> list[Block]:
    guard = writer.guard(node.text, where.within(6), "kode: true")
    shown = f"kode({quoted_lines(''.join(node.texts()).strip(chr(10)))})"
    return made(block([guard, shown]) if guard else shown, node.text)


def rule(_writer: Writer, _node: Node, _where: Where) -> list[Block]:
    return made("garis-pisah", "")


def quotation(writer: Writer, node: Node, where: Where) -> list[Block]:
    return made(f"kutipan({writer.value(node.children, where.within(6))})", node.text)
