"""Answers of self-check items: on paper they stand after the last item, so that nobody reads them before trying."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where
from syllabus.press.literal import block, quoted

if TYPE_CHECKING:
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer


FEW = 2
"""Answers that a box has at most for its ends to be left alone."""


@dataclass(slots=True)
class Answers:
    """Answers of the items that were set so far and wait for the last one."""

    waiting: list[tuple[str, Node]] = field(default_factory=list)

    def take(self, item: Node) -> Node:
        """The item without its answer, which is kept."""
        answer = next((child for child in item.elements if "jawaban" in child.classes), None)
        if answer is None:
            return item
        number = next((node.text for node in item.all if "nomor" in node.classes), "")
        self.waiting.append((number, answer))
        return replace(item, children=tuple(child for child in item.children if child is not answer))

    def give(self, writer: Writer, where: Where) -> list[Block]:
        """All answers that wait, in one box under the title that they have on the web."""
        if not self.waiting:
            return []
        inner = where.within(6).ragged
        title = next((child.text for _, answer in self.waiting for child in answer.elements if child.tag == "summary"), "")
        parts: list[str] = []
        for number, answer in self.waiting:
            body = [child for child in answer.children if isinstance(child, str) or child.tag != "summary"]
            parts.append(f"jawaban({quoted(number)}, {block([part.code for part in writer.blocks(body, inner)])})")
        self.waiting.clear()
        if len(parts) > FEW:
            for place in {0, len(parts) - 2}:  # no page holds the first or the last one alone
                parts[place] = f"menempel({parts[place]})"
        return [Block(f'catatan("tunggal", none, {quoted(title)}, {block(parts)})', "box", title)]
