"""Images: found through the book's assets, never fetched, and never without words for those who cannot see
them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.blocks import Block, Where
from syllabus.press.links import href_path
from syllabus.press.literal import quoted

if TYPE_CHECKING:
    from syllabus.press.tree import Node
    from syllabus.press.writer import Writer

ADVICE = "Tulis isi gambar dalam kurung siku: ![Alur pengaduan dari loket sampai jawaban](alur.svg)."


def figure(writer: Writer, node: Node, where: Where) -> list[Block]:
    """An image with its caption. Anything else in a figure (a table, code) is set as usual, with its
    caption below."""
    image = next((child for child in node.all if child.tag in ("img", "svg")), None)
    caption = next((child for child in node.elements if child.tag == "figcaption"), None)
    words = writer.run(caption.children, where) if caption is not None else None
    if image is None:
        made = writer.blocks((child for child in node.children if child is not caption), where)
        return made + (writer.paragraph(list(caption.children), where) if caption is not None else [])
    stored = _stored(writer, image)
    if stored is None:
        return writer.paragraph(list(caption.children), where) if caption is not None else []
    name, alt = stored
    title = f", judul: {words.code(False)}" if words is not None and not words.empty else ""
    code = f"gambar(image({quoted(name)}, alt: {quoted(alt)}, width: {_width(image, where.width)}){title})"
    return [Block(code, "box", image.get("src") or alt)]


def inline_image(writer: Writer, node: Node) -> str:
    """A small image in a line of text."""
    stored = _stored(writer, node)
    return "none" if stored is None else f"box(height: 1.1em, baseline: 0.2em, image({quoted(stored[0])}, alt: {quoted(stored[1])}, height: 1.1em))"


def _width(image: Node, available: float) -> str:
    """Width in mm where the author gives pixels (96 to the inch), all of the column for drawings, natural
    size otherwise."""
    pixels = image.get("width").removesuffix("px")
    if pixels.isascii() and pixels.isdigit() and len(pixels) < 6:
        return f"{min(max(int(pixels), 1) * 25.4 / 96, available):.1f}mm"
    return f"{available:.1f}mm" if image.get("src").lower().endswith(".svg") or image.tag == "svg" else "auto"


def _stored(writer: Writer, image: Node) -> tuple[str, str] | None:
    """The file name of an image in this job and its words; None, with a problem noted, if it cannot be
    printed."""
    sheet, chapter = writer.sheet, writer.chapter
    source = image.get("src")
    alt = (image.get("alt") or image.get("aria-label")).strip()
    clue = source or "svg"
    if not alt:
        sheet.fault(
            "CTK01",
            chapter,
            clue,
            f'Gambar "{source or "SVG dalam halaman"}" tidak punya teks pengganti.',
            ADVICE,
        )
        alt = "Gambar tanpa keterangan"
    if image.tag == "svg":
        return sheet.keep_image(image.markup.encode(), "svg"), alt
    if source.startswith(("http:", "https:", "//", "data:")):
        sheet.fault(
            "CTK02",
            chapter,
            clue,
            f'Gambar "{source[:80]}" tidak ada di folder docs.',
            "Simpan gambar di folder docs, lalu panggil dengan alamat di dalam situs.",
        )
        return None
    data = sheet.image_at(href_path(chapter.url_path, source).split("#")[0].split("?")[0])
    kind = None if data is None else _kind(data)
    if data is None or kind is None:
        sheet.fault(
            "CTK02",
            chapter,
            clue,
            f'Gambar "{source}" tidak ditemukan atau bukan SVG, PNG, atau JPEG.',
            "Periksa nama berkas dan foldernya.",
        )
        return None
    return sheet.keep_image(data, kind), alt


def _kind(data: bytes) -> str | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if start.startswith(b"<") and b"<svg" in data[:5000] else None
