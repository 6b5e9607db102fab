"""Boxes: cards, notes, quiz items, worksheets, tabs. In print they differ by rule and title, not by
colour."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from syllabus.press import forms, spread
from syllabus.press.blocks import FULL, LANDSCAPE, Block, Kind, Where
from syllabus.press.heights import MOST_LINES, lines_in
from syllabus.press.inline import number
from syllabus.press.literal import block, boolean, quoted
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from syllabus.press.writer import Writer

CLASSES = frozenset(
    {
        "admonition",
        "tabbed-set",
        "footnote",
        "khusus-fasilitator",
        "ruang-tulis",
        "halaman-baru",
        "berdampingan",
        "piagam",
        "pas-foto",
        "tanda-tangan",
        "kop",
        "penetapan",
        "ruang-tanda-tangan",
        "lembar-cetak",
        "kepala-isian",
        "lembar-baru",
        "selembar",
        "soal",
        "ringkasan",
        "kartu",
        *spread.CLASSES,
    }
)

# Kind of note: its bar, and its name in Indonesian. Python-Markdown gives the English name as title when
# there is none.
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
CARD_KINDS = {
    "kartu-skenario": "skenario",
    "kartu-peran": "peran",
    "kartu-modul": "identitas",
    "kartu-lokakarya": "identitas",
    "kartu-rubrik": "identitas",
    "kartu-program": "identitas",
}
SHEETS = frozenset({"kartu-lembar-kerja", "kartu-templat"})
FORMS = frozenset({"kartu-formulir", "kartu-instrumen"})
BESIDE = (0.4, 0.68)
"""Share of the width that each of two parts beside each other does without, the gap included. As in the design."""
WHOLE = 17.0
"""Lines of a box that is kept on one page: taller ones would leave too much of a page empty."""
FEW_PARTS = 4
SMALL_PARTS = ("catatan(", 'kartu("peran"')
"""Parts that a box of few has at most, and small boxes within a box."""


def box(writer: Writer, node: Node, where: Where) -> list[Block] | None:
    """Blocks of an element that is a box by its class or tag; None if it is none."""
    classes = node.classes
    where = where.ragged if classes & CLASSES or node.tag == "details" else where
    if "footnote" in classes and node.tag == "div":
        return []
    if "ruang-tulis" in classes:
        lines = number(node.get("data-baris"), 4, MOST_LINES)
        return _made(f"ruang-tulis({lines}, ruas: {writer.sheet.address(where.label, several=True)}, tinggi: 8.5mm * calc.min(1.0, susut))", "")
    if "lembar-baru" in classes:
        return _made("lembar-baru()", "")
    if "selembar" in classes:
        return _made(f"sehalaman({_lower(_inside(writer, node, where))})", node.text, "full")
    if "kepala-isian" in classes:
        return forms.head_fields(writer, node, where)
    if "tanda-tangan" in classes and any("penanda" in child.classes for child in node.elements):
        return forms.signers(writer, node, where)
    if "halaman-baru" in classes:
        return _made("pagebreak(weak: true)", "")
    if "berdampingan" in classes:
        return _beside(writer, node, where)
    if "piagam" in classes:
        return _made(f"piagam({_inside(writer, node, where)})", node.text, "full")
    if "pas-foto" in classes:
        return _made(f"pas-foto({quoted(node.text)})", node.text)
    if "tanda-tangan" in classes:
        return _signatures(writer, node, where)
    if "kop" in classes or "penetapan" in classes:
        name = "kop" if "kop" in classes else "penetapan"
        return _made(f"{name}({_inside(writer, node, where.within(0))})", node.text, "full")
    if "ruang-tanda-tangan" in classes:
        return _made("ruang-tanda-tangan", "")
    if "lembar-cetak" in classes:
        return _print_sheet(writer, node, where)
    if classes & spread.CLASSES:
        return spread.spread(writer, node, where)
    if "tabbed-set" in classes:
        return _tabs(writer, node, where)
    if "admonition" in classes or node.tag == "details":
        return _note(writer, node, where)
    if "khusus-fasilitator" in classes:
        return [
            *_made('tanda-fasilitator("Khusus fasilitator")', "", "heading"),
            *writer.blocks(node.children, where),
        ]
    if "soal" in classes:
        return _made(f"soal(utuh: {_whole(node, where)}, {_inside(writer, node, where.within(0))})", node.text)
    if classes & SHEETS:
        return _sheet(writer, node, where._replace(close="kartu-templat" in classes), f"lembar(templat: {boolean('kartu-templat' in classes)}, utuh: {_whole(node, where)}, ", "full")
    if classes & FORMS:
        turned = any(child.get("data-kertas") == "melintang" for child in node.walk())
        return _sheet(writer, node, where._replace(close=True), "formulir(judul: ruang-judul, ", "landscape" if turned else "sheet")
    if "kartu" in classes:
        return _card(writer, node, where)
    return None


def _made(code: str, clue: str, kind: Kind = "box") -> list[Block]:
    return [Block(code, kind, clue[:80])]


def _inside(writer: Writer, node: Node, where: Where) -> str:
    return block([part.code for part in writer.blocks(node.children, where)])


def _held(writer: Writer, node: Node, where: Where) -> str:
    """What a tall box holds. Its first words stay with what follows them, and its last small part with the one before."""
    codes = [part.code for part in writer.blocks(node.children, where)]
    if len(codes) > FEW_PARTS:
        first = next((place for place, code in enumerate(codes) if code.startswith("par(")), None)
        if first is not None and first < FEW_PARTS:
            codes[first] = f"menempel({codes[first]})"
        if codes[-2].startswith(SMALL_PARTS):
            codes[-2] = f"menempel-kotak({codes[-2]})"
        elif codes[-1].startswith("ruang-tulis(") and codes[-2].startswith("tabel(") and "utuh: true" in codes[-2]:
            codes[-2] = f"menempel({codes[-2]})"
    return block(codes)


def _card(writer: Writer, node: Node, where: Where) -> list[Block]:
    kind = next((CARD_KINDS[name] for name in sorted(node.classes) if name in CARD_KINDS), "polos")
    return _made(f'kartu("{kind}", utuh: {_whole(node, where)}, {_held(writer, node, where.within(10))})', node.text)


def _sheet(writer: Writer, node: Node, where: Where, call: str, kind: Kind) -> list[Block]:
    """A worksheet, template or form stands over the full width: its tables are filled in by hand."""
    inner = where.within(0) if where.inside else where._replace(inside=True, width=LANDSCAPE if kind == "landscape" else FULL)
    return _made(f"{call}{_lower(_held(writer, node, inner))})", node.text, kind)


def _lower(code: str) -> str:
    """Code as a function of the share of their height that rows to write in have."""
    return f"bagian => {{let susut = susut * bagian; {code}}}"


def _whole(node: Node, where: Where) -> str:
    return boolean(lines_in(node, where.width - 10) <= WHOLE)


def _print_sheet(writer: Writer, node: Node, where: Where) -> list[Block]:
    """A sheet of an office over the full width; on landscape pages where it asks for them."""
    turned = node.get("data-kertas") == "melintang" and not where.inside
    inner = where if where.inside else where._replace(inside=True, width=LANDSCAPE if turned else FULL)
    return _made(f"dalam-kotak({_inside(writer, node, inner)})", node.text, "landscape" if turned else "full")


def _note(writer: Writer, node: Node, where: Where) -> list[Block]:
    kind = next((name for name in NOTES if name in node.classes), "")
    bar, name = NOTES.get(kind, ("tunggal", ""))
    tag = "summary" if node.tag == "details" else "p"
    title = next(
        (child for child in node.elements if child.tag == tag and (tag == "summary" or "admonition-title" in child.classes)),
        None,
    )
    words = title.text if title is not None else ""
    inner = where.within(6)
    body = block([part.code for part in writer.blocks((child for child in node.children if child is not title), inner)])
    if not words or words.lower() == kind:
        label, shown = "none", quoted(name) if name else "none"
    else:
        label = quoted(name) if name and node.tag != "details" and words != name else "none"
        shown = writer.run(title.children, inner).code(False) if title is not None else "none"
    return _made(f'catatan("{bar}", {label}, {shown}, utuh: {_whole(node, where)}, {body})', words or node.text)


def _tabs(writer: Writer, node: Node, where: Where) -> list[Block]:
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
        body, shown = _inside(writer, panel, where.within(6)), quoted(title) if title else "none"
        parts += _made(f'catatan("tunggal", none, {shown}, utuh: {_whole(panel, where)}, {body})', title or panel.text)
    return parts


def _beside(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Small print at the left, what is signed at the right."""
    parts = [_inside(writer, part, where.within(where.width * lost)) for part, lost in zip(node.elements, BESIDE, strict=False)]
    return _made(f"berdampingan({', '.join(parts)})", node.text, "full") if parts else []


def _signatures(writer: Writer, node: Node, where: Where) -> list[Block]:
    places = list(node.elements)
    if not places:
        return []
    inner = where.within(where.width * (1 - 1 / min(3, len(places))))
    return _made(f"tanda-tangan({', '.join(_inside(writer, _unlined(place), inner) for place in places)})", node.text, "full")


def _unlined(place: Node) -> Node:
    """A place to sign has room and no lines to write on."""
    kept = (
        replace(child, attributes={"class": "ruang-tanda-tangan"}) if isinstance(child, Node) and "ruang-tulis" in child.classes else child
        for child in place.children
    )
    return replace(place, children=tuple(kept))
