"""Parts of a form: labelled lines above it, and where people sign below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where, made
from syllabus.press.heights import BOX_TEXT
from syllabus.press.inline import number
from syllabus.press.literal import array, block, boolean
from syllabus.press.rows import GROWN
from syllabus.press.widths import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

LABEL, LONGEST_LABEL = 34.0, 62.0
"""Width in mm of the labels above a form where they stand in one column, and the most that labels take."""
LETTERS = 10.0
"""Size of labels in points, as in the design."""
COLON, GAPS = 4.0, 8.0
"""Millimetres that the colon takes with the air around it, and the same with what parts columns of labels."""
NARROW = 120.0
"""Width in mm below which one signature takes all there is, with less room for the hand."""


def head_fields(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Labels with their values; an empty value is a line to write on, as long as the column, and what takes one line beside it, or
    above and below it in one column, is as tall."""
    columns = number(node.get("data-lajur"), 1, 3)
    inner = where.within(where.width * (1 - 1 / columns) + LABEL).ragged
    pairs: list[tuple[str, Node]] = []
    labels: list[str] = []
    codes: list[tuple[str, str]] = []
    for entry in node.all:
        if entry.tag == "dt":
            labels.append(entry.text)
            label = writer.run(entry.children, inner).code(False)
        elif entry.tag == "dd":
            pairs.append((labels[-1], entry))
            value = writer.sheet.field("isi-sisa", labels[-1]) if _open(entry) else writer.value(entry.children, inner._replace(label=labels[-1]))
            codes.append((label, value))
    if not codes:
        return []
    widths = _label_widths(labels, columns)
    room = where.width / columns - max(widths) - (COLON if columns == 1 else GAPS)
    cells = []
    for place, ((_, entry), (label, value)) in enumerate(zip(pairs, codes, strict=True)):
        beside = pairs[place - place % columns :][:columns] if columns > 1 else pairs
        low = any(_open(other) for _, other in beside) and text_width(entry.text, BOX_TEXT, 100) <= room
        cells.append(f"..baris-isian({boolean(low)}, {label}, {value})")
    return made(f"kepala-isian(label: {array([f'{width:.1f}mm' for width in widths])}, {', '.join(cells)})", node.text)


def _open(entry: Node) -> bool:
    return not entry.text and not entry.elements


def _label_widths(labels: Sequence[str], columns: int) -> list[float]:
    """Width in mm of each column of labels: as wide as its longest."""
    least = LABEL if columns == 1 else 0.0
    return [
        min(max(least, *(text_width(label, LETTERS, 100) for label in labels[place::columns])), LONGEST_LABEL)
        for place in range(min(columns, len(labels)))
    ]


def signers(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Parties beside each other, each with room for the hand over a line for the name."""
    inner = where.within(where.width * 2 / 3).ragged
    day = inner._replace(label="Tanggal")
    narrow = where.width < NARROW
    room = "8mm" if narrow else "14mm"
    parties: list[str] = []
    writer.sheet.signed = True
    for party in node.elements:
        role = [child for child in party.elements if not child.classes & {"nama", "tempat-tanggal"}]
        dated = next((child for child in party.elements if "tempat-tanggal" in child.classes), None)
        place = f"tempat: {writer.run(dated.children, day).code(False)}, " if dated is not None else ""
        name = writer.sheet.field("isi-nama", f"Nama {' '.join(child.text for child in role)}", centred=True)
        numbered = "" if "tanpa-nip" not in party.classes else "nip: false, "
        parties.append(f"penanda({place}{numbered}sela: {room} * {GROWN}, nama: {name}, {block([writer.value(child.children, inner) for child in role])})")
    return made(f"para-penanda({'sempit: true, ' if narrow else ''}{', '.join(parties)})", node.text) if parties else []
