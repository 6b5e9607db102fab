"""A spread: facing pages that open on the left, filled up with lines for notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press import lists
from syllabus.press.blocks import BROAD, FULL, Block, Where, made
from syllabus.press.literal import block, boolean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

LONG = "<panjang>"
"""Under this label the set book holds the numbers of the spreads that did not fit facing pages, with their pages."""
ALOUD, SILENT = 128, 121.6
"""Widths in mm of what is read aloud and of other sentences, in letters of 10 and 9.5 points as in the design: lines of about 72 letters."""
CLASSES = frozenset({"bentang", "pembuka-sesi", "lebar-baca", "bawa-ke-ruang", "dua-lajur"})


def spread(writer: Writer, node: Node, where: Where) -> list[Block] | None:
    """Blocks of an element that belongs to a spread; None if it is none."""
    if "bentang" in node.classes:
        inner = where if where.inside else where._replace(inside=True, width=BROAD, enlarged=True)
        title = next((child.text for child in node.all if child.tag in ("h2", "h3")), node.text[:80])
        number = writer.sheet.next_number(writer.sheet.spreads)
        writer.sheet.spreads[number] = writer.chapter, title
        marks = writer.anchors(node)  # on its own page: before it they would stand on the last one
        faces = [child for child in node.elements if "muka" in child.classes]
        parts = [writer.inside(face.children, inner.ragged) for face in faces] or list(_parts(writer, node, inner.ragged))
        steps = any("tabel-langkah" in child.classes for child in node.all)
        notes = next((child.text for child in node.elements if "catatan-kosong" in child.classes), "")
        options = f"tanda: {block(marks)}, catatan: {quoted(notes)}, terbagi: {boolean(bool(faces))}, berlangkah: {boolean(steps)}"
        closer = (f"bagian => {{ let (tabel, lajur-sesi, bawa-ke-ruang) = lebih-rapat(bagian); {part} }}" for part in parts)
        return made(f"bentang({number}, {options}, {', '.join(closer)})", node.text, "full")
    if "pembuka-sesi" in node.classes:
        return made(f"pembuka-sesi({ALOUD}mm, {writer.inside(node.children, where._replace(inside=True, width=ALOUD))})", node.text)
    if "lebar-baca" in node.classes:
        inner = where._replace(width=SILENT)
        sentences = lists.listing(writer, node, inner) if node.tag == "ul" else writer.paragraph(list(node.children), inner)
        return made(f"lebar-baca({SILENT}mm, {block([part.code for part in sentences])})", node.text) if where.inside else sentences
    if "bawa-ke-ruang" in node.classes:
        return made(f"bawa-ke-ruang({writer.inside(node.children, where)})", node.text)
    if "dua-lajur" in node.classes:
        width = where.width if where.inside else FULL
        cells = [writer.inside(child.children, where._replace(width=width).within(width / 2).ragged) for child in node.elements]
        options = f"(utuh: {boolean('utuh' in node.classes)}, {', '.join(cells)})"
        return made(f"lajur-sesi{options}", node.text) if where.inside else made(f"lajur-lega{options}", node.text, "full")
    return None


def _parts(writer: Writer, node: Node, where: Where) -> Iterator[str]:
    """Parts of a spread that the typesetter may lay on its left or right page; a title and single lines stay with what
    follows them."""
    held: list[Node] = []
    for child in node.elements:
        if "catatan-kosong" in child.classes:
            continue
        held.append(child)
        if child.tag not in ("h2", "h3", "p"):
            yield writer.inside(held, where)
            held = []
    if held:
        yield writer.inside(held, where)
