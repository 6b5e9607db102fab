"""Boxes: notes, cards, quiz items, worksheets, forms. In print they differ by rule and title, not by colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from syllabus.press import notes, roles, sheet_parts, spread
from syllabus.press.blocks import FULL, LANDSCAPE, Block, Kind, Where, made
from syllabus.press.heights import held_together, kept_whole
from syllabus.press.literal import block, boolean
from syllabus.press.neighbours import LINE
from syllabus.press.sheet_parts import lowered

if TYPE_CHECKING:
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

CARD_KINDS = {
    "kartu-skenario": "skenario",
    "kartu-peran": "peran",
    "kartu-modul": "identitas",
    "kartu-lokakarya": "identitas",
    "kartu-rubrik": "identitas",
    "kartu-program": "identitas",
}
FEW_PARTS = 4
SMALL_PARTS = ("catatan(", "petunjuk(", 'kartu("peran"')
"""Parts that a box of few has at most, and small boxes within a box."""
BESIDE, GAP = 76.0, 6.0
"""Width in mm of the left of two sides of a card, and what parts them."""


def box(writer: Writer, node: Node, where: Where) -> list[Block] | None:
    """Blocks of an element that is a box by its class or tag; None if it is none."""
    fold = node.tag == "details"
    if not fold and not node.classes & CLASSES:
        return None
    name = next((name for name in SETTERS if name in node.classes), "admonition" if fold else "")
    return SETTERS[name](writer, node, where.ragged) if name else None


def _footnotes(_writer: Writer, node: Node, _where: Where) -> list[Block] | None:
    """They stand at the foot of the page that calls them; anything else of that name is no box."""
    return [] if node.tag == "div" else None


def _for_facilitators(writer: Writer, node: Node, where: Where) -> list[Block]:
    return [*made('tanda-fasilitator("Khusus fasilitator")', "", "heading"), *writer.blocks(node.children, where)]


def _rubric_card(writer: Writer, node: Node, where: Where) -> list[Block]:
    """What a rubric is for. In a book that leaves something of the chapter out, like where the rubric is used, it stands beside how to
    use it, so that the table has room on the same page."""
    if where.inside or not writer.chapter.without or [child.tag for child in node.elements] != ["dl", "h2", "ul"]:
        return _card(writer, node, where)
    about, *use = node.elements
    sides = (writer.inside([about], where._replace(inside=True, width=BESIDE)), writer.inside(use, where._replace(inside=True, width=FULL - BESIDE - GAP)))
    return made(f'kartu("identitas", utuh: true, sisi-kartu({BESIDE}mm, {GAP}mm, {", ".join(sides)}))', node.text, "full")


def _item(writer: Writer, node: Node, where: Where) -> list[Block]:
    return made(f"soal(utuh: {_kept(node, where)}, {writer.inside(node.children, where.within(0))})", node.text)


def _held(writer: Writer, node: Node, where: Where) -> str:
    """What a tall box holds. A line that it begins with stays with what follows it, and its last small part with the one before."""
    parts = writer.blocks(node.children, where)
    codes = [part.code for part in parts]
    if len(codes) > FEW_PARTS:
        first = next((place for place, code in enumerate(codes[:FEW_PARTS]) if code.startswith("par(")), None)
        if first is not None and len(parts[first].clue) < LINE:
            codes[first] = f"menempel({codes[first]})"
        if codes[-2].startswith(SMALL_PARTS):
            codes[-2] = f"menempel-kotak({codes[-2]})"
        elif codes[-1].startswith("ruang-tulis(") and codes[-2].startswith("tabel(") and "utuh: true" in codes[-2]:
            codes[-2] = f"menempel({codes[-2]})"
    return block(codes)


def _card(writer: Writer, node: Node, where: Where) -> list[Block]:
    kind = next((CARD_KINDS[name] for name in sorted(node.classes) if name in CARD_KINDS), "polos")
    return made(f'kartu("{kind}", {held_together(node, where.width)}, {_held(writer, node, where.within(10))})', node.text)


def _worksheet(writer: Writer, node: Node, where: Where) -> list[Block]:
    template = "kartu-templat" in node.classes
    return _sheet(writer, node, where._replace(close=template), f"lembar(templat: {boolean(template)}, utuh: {_kept(node, where)}, ", "full")


def _form(writer: Writer, node: Node, where: Where) -> list[Block]:
    turned = any(child.get("data-kertas") == "melintang" for child in node.all)
    return _sheet(writer, node, where._replace(close=True), "formulir(judul: ruang-judul, sendiri: sendiri, ", "landscape" if turned else "sheet")


def _sheet(writer: Writer, node: Node, where: Where, call: str, kind: Kind) -> list[Block]:
    """A worksheet, template or form stands over the full width: its tables are filled in by hand."""
    inner = where.within(0) if where.inside else where._replace(inside=True, width=LANDSCAPE if kind == "landscape" else FULL)
    return made(f"{call}{lowered(_held(writer, node, inner))})", node.text, kind)


def _kept(node: Node, where: Where) -> str:
    return boolean(kept_whole(node, where.width))


SETTERS: Mapping[str, Callable[[Writer, Node, Where], list[Block] | None]] = MappingProxyType({
    "footnote": _footnotes,
    **sheet_parts.SETTERS,
    **dict.fromkeys(spread.CLASSES, spread.spread),
    "tabbed-set": notes.tabs,
    "admonition": notes.note,
    "khusus-fasilitator": _for_facilitators,
    "soal": _item,
    "kartu-lembar-kerja": _worksheet,
    "kartu-templat": _worksheet,
    "kartu-formulir": _form,
    "kartu-instrumen": _form,
    "kartu-rubrik": _rubric_card,
    roles.PAIR: roles.pair,
    "kartu": _card,
})
"""By class, the first that an element has: many cards are of a kind as well."""
CLASSES = frozenset(SETTERS) | {"ringkasan"}
"""All that are set as boxes are, a summary's words included."""
