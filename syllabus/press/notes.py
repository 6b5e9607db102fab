"""Notes, folds and tabs. In print the kinds of notes differ by the bar at their side, not by colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where, made
from syllabus.press.heights import held_together
from syllabus.press.literal import quoted
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from syllabus.press.writer import Writer

NOTES = {
    "note": ("tunggal", "Catatan"),
    "info": ("tunggal", "Informasi"),
    "abstract": ("tunggal", "Ringkasan"),
    "tip": ("ganda", "Kiat"),
    "success": ("ganda", "Berhasil"),
    "example": ("putus", "Contoh"),
    "question": ("titik", "Pertanyaan"),
    "quote": ("titik", "Kutipan"),
    "warning": ("tebal", "Perhatian"),
    "danger": ("tebal", "Awas"),
    "failure": ("tebal", "Jangan"),
    "bug": ("tebal", "Kekeliruan"),
}
"""Kind of note: its bar, and its name in Indonesian. Python-Markdown gives the English name as title when there is none."""


def note(writer: Writer, node: Node, where: Where) -> list[Block]:
    """A note or a fold: its bar tells its kind, then its title and what it holds. A hint within a card is a line behind its name."""
    kind = next((name for name in NOTES if name in node.classes), "")
    bar, name = NOTES.get(kind, ("tunggal", ""))
    tag = "summary" if node.tag == "details" else "p"
    title = next(
        (child for child in node.elements if child.tag == tag and (tag == "summary" or "admonition-title" in child.classes)),
        None,
    )
    words = title.text if title is not None else ""
    inner = where.within(6)
    rest = [child for child in node.elements if child is not title]
    if node.tag == "details" and where.inside and title is not None and [child.tag for child in rest] == ["p"]:
        hint = writer.value(rest[0].children, inner.ragged)
        return made(f"petunjuk({writer.run(title.children, inner).code(False)}, {hint})", words)
    body = writer.inside((child for child in node.children if child is not title), inner)
    if not words or words.lower() == kind:
        label, shown = "none", quoted(name) if name else "none"
    else:
        label = quoted(name) if name and node.tag != "details" and words != name else "none"
        shown = writer.run(title.children, inner).code(False) if title is not None else "none"
    return made(f'catatan("{bar}", {label}, {shown}, {held_together(node, where.width)}, {body})', words or node.text)


def tabs(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Tabs are printed one after another, each under its title."""
    labels = next((child for child in node.elements if "tabbed-labels" in child.classes), None)
    content = next((child for child in node.elements if "tabbed-content" in child.classes), None)
    if labels is None or content is None:
        return writer.blocks(
            (child for child in node.children if not (isinstance(child, Node) and child.tag == "input")),
            where,
        )
    titles = [child.text for child in labels.elements]
    parts: list[Block] = []
    for position, panel in enumerate(content.elements):
        title = titles[position] if position < len(titles) else ""
        body, shown = writer.inside(panel.children, where.within(6)), quoted(title) if title else "none"
        parts += made(f'catatan("tunggal", none, {shown}, {held_together(panel, where.width)}, {body})', title or panel.text)
    return parts
