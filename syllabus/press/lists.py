"""Lists: bullets, numbers, check lists, cards, and terms with their descriptions."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from syllabus.press.blocks import NARROW, Block, Where, made
from syllabus.press.heights import BOX_LINE, TALL, held_together, lines_in
from syllabus.press.inline import excludes
from syllabus.press.literal import block, boolean
from syllabus.press.tree import Node
from syllabus.press.widths import text_width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from syllabus.press.writer import Writer

NUMBERING = {"a": '"a."', "A": '"A."', "i": '"i."', "I": '"I."'}
SHORT = 8.0
"""Lines of a list that is kept on one page."""
GLOSSARY = 12
"""Terms from which on a list of them is set in two columns over the full width."""
LONGEST_TERM = 30
"""Letters of a term that still stands beside its description."""
ROOMY, BESIDE = 90.0, 70.0
"""Width in mm from which on all terms take the same room, and from which on they stand beside their descriptions at all."""
LABEL = 8.5
"""Size in points of such a term, as in the design."""


def listing(writer: Writer, node: Node, where: Where) -> list[Block]:
    """A list. Cards become boxes, check lists get boxes to tick, key points a shaded ground."""
    items = list(node.elements)
    if not items:
        return writer.blocks(node.children, where)
    if "petak" in node.classes or any("kartu" in item.classes for item in items):
        return [part for item in items for part in _card(writer, item, where)]
    inner = where.within(6).ragged
    whole = lines_in(node, where.width) <= SHORT
    rooms = [0.0] * len(items) if whole or where.inside else _rooms(items, where.width)
    tight = "true" if not any(child.tag == "p" for item in items for child in item.elements) else "false"
    code = _numbered(writer, node, items, inner, tight, rooms) if node.tag == "ol" else _bulleted(writer, items, inner, tight, rooms)
    if "poin-kunci" in node.classes:
        return made(f'kartu("poin", {held_together(node, where.width)}, {code})', node.text)
    return made(f"utuh({code})" if whole else code, node.text, "column")


def _rooms(items: list[Node], width: float) -> list[float]:
    """What keeps the first two items of a list together, and the last two: room in mm that each item needs to begin on a page, 0 where
    any will do. One among them that is tall may stand alone, as a paragraph may."""
    # Where paragraphs stand in an item, they are its lines.
    lines = [lines_in(replace(item, tag="div") if any(child.tag == "p" for child in item.elements) else item, width) for item in items]
    rooms = [0.0] * len(items)
    for place in (0, len(items) - 2) if len(items) > 2 else ():
        together = lines[place : 3 if len(items) == 3 else place + 2]
        if max(together) < TALL:
            rooms[place] = sum(together) * BOX_LINE
    return rooms


def _value(writer: Writer, item: Node, where: Where, room: float) -> str:
    """What an item says, with the room in mm that it needs to begin on a page."""
    value = writer.anchored(item, where)
    return f"berawal({room:.1f}mm, {value})" if room else value


def _numbered(writer: Writer, node: Node, items: list[Node], where: Where, tight: str, rooms: list[float]) -> str:
    start = _integer(node.get("start"), 1)
    parts: list[str] = []
    for item, room in zip(items, rooms, strict=True):
        value = _value(writer, item, where, room)
        parts.append(f"enum.item({_integer(item.get('value'), 1)}, {value})" if item.get("value") else value)
    style = NUMBERING.get(node.get("type"), '"1."')
    return f"enum(start: {start}, numbering: {style}, tight: {tight}, {', '.join(parts)})"


def _bulleted(writer: Writer, items: list[Node], where: Where, tight: str, rooms: list[float]) -> str:
    parts: list[str] = []
    if writer.sheet.fields is not None and any(_tick(item) is not None for item in items):
        # A field for each box: every item is a list of its own.
        if where.question is None and any(excludes(part) for item in items for part in item.all):
            where = where._replace(question=writer.sheet.question(where.label))
        return block([_ticked(writer, item, where, tight) for item in items])
    for tick, group in groupby(zip(items, rooms, strict=True), lambda pair: _tick(pair[0])):
        values = [_value(writer, item if tick is None else replace(item, children=_without_tick(item)), where, room) for item, room in group]
        marker = "" if tick is None else f"marker: kotak(isi: {'true' if tick else 'false'}), "
        parts.append(f"list({marker}tight: {tight}, {', '.join(values)})")
    return parts[0] if len(parts) == 1 else block(parts)


def _ticked(writer: Writer, item: Node, where: Where, tight: str) -> str:
    tick = _tick(item)
    if tick is None:
        return f"list(tight: {tight}, {writer.anchored(item, where)})"
    box = writer.sheet.box(item.text, where.question, f"kotak(isi: {boolean(tick)})")
    return f"list(marker: {box}, tight: {tight}, {writer.anchored(replace(item, children=_without_tick(item)), where)})"


def _tick(item: Node) -> bool | None:
    """Whether an item opens with a box to tick (and a ticked one), or with none."""
    first = next((child for child in item.children if isinstance(child, Node) or child.strip()), None)
    if isinstance(first, Node) and first.tag == "p" and not first.classes:
        return _tick(first)
    if not isinstance(first, Node):
        return None
    if "kotak" in first.classes:
        return False
    box = next((child for child in first.all if child.tag == "input" and child.get("type") == "checkbox"), None)
    return None if box is None or first.tag not in ("label", "input") else "checked" in box.attributes


def _without_tick(item: Node) -> tuple[Node | str, ...]:
    kept = list(item.children)
    for position, child in enumerate(kept):
        if isinstance(child, Node):
            if child.tag == "p":
                kept[position] = replace(child, children=_without_tick(child))
            elif child.tag == "label":
                kept[position : position + 1] = [part for part in child.children if isinstance(part, str)]
            else:
                del kept[position]
            break
    return tuple(kept)


def _card(writer: Writer, item: Node, where: Where) -> list[Block]:
    value = block([part.code for part in writer.blocks(item.children, where.within(10, page_references=False).ragged)])
    return made(f'kartu("daftar", utuh: true, {value})', item.text)


def definitions(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Terms and descriptions: side by side when the terms are short, as in an identity card, else one
    below the other."""
    entries = [entry for child in node.elements for entry in ((child,) if child.tag in ("dt", "dd") else child.elements)]
    # A link to a group leads to its first words.
    marks = {id(child.elements[0]): writer.anchor(child.get("id")) for child in node.elements if child.tag == "div" and child.elements}
    terms = [entry for entry in entries if entry.tag == "dt"]
    grouped = any(child.tag == "div" for child in node.elements)
    beside = grouped and where.inside and where.width >= BESIDE and all(len(term.text) <= LONGEST_TERM for term in terms)
    if beside:
        cells: list[str] = []
        for position, entry in enumerate(entries):
            previous = entries[position - 1].tag if position else "dd"
            if entry.tag == previous == "dt" or entry.tag == previous == "dd":
                cells.append("[]")
            value = _led_to(marks, entry, writer.anchored(entry, where.within(38).ragged))
            cells.append(f"huruf({LABEL}pt, fill: tinta2, {value})" if entry.tag == "dt" else value)
        if len(cells) % 2:
            cells.append("[]")
        label = "" if where.width >= ROOMY else f"label: {max(text_width(term.text, LABEL, 100) for term in terms):.1f}mm, "
        return made(f"pasangan({label}{', '.join(cells)})", node.text, "column")
    wide = not where.inside and len(terms) >= GLOSSARY
    where = where._replace(width=NARROW, inside=True) if wide else where
    parts = [
        f"istilah({_led_to(marks, entry, writer.anchored(entry, where))})" if entry.tag == "dt" else f"uraian({writer.anchored(entry, where.within(5))})"
        for entry in entries
    ]
    return made(f"dua-lajur({block(parts)})" if wide else block(parts), node.text, "full" if wide else "column")


def _led_to(marks: Mapping[int, str], entry: Node, value: str) -> str:
    mark = marks.get(id(entry), "")
    return block([mark, value]) if mark else value


def _integer(text: str, default: int) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else default
