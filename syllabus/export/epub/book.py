"""A whole book for phones and e-readers as EPUB 3: cover, title, contents, one chapter per page of the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from syllabus import bahasa
from syllabus.export.epub.chapter import Part, written
from syllabus.export.epub.front import COVER, contents, cover_page, title_page

_STYLE = Path(__file__).with_name("gaya.css")
_ACCESS = (
    ("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual"), ("accessibilityFeature", "tableOfContents"),
    ("accessibilityFeature", "structuralNavigation"), ("accessibilityFeature", "alternativeText"), ("accessibilityHazard", "none"),
    ("accessibilitySummary", "Teks dengan judul, daftar isi, dan tabel berkepala. Gambar sampul tidak memuat keterangan lain."),
)


@dataclass(frozen=True)
class Ebook:
    """A book before it is packed. `cover` is a PNG picture, `date` the edition's."""

    title: str
    subtitle: str
    owner: str
    edition: str
    date: date
    cover: bytes
    parts: tuple[Part, ...]


def epub(book: Ebook) -> bytes:
    """The whole book as EPUB 3 bytes, the same for the same content."""
    packed = BytesIO()
    stamp = (book.date.year, book.date.month, book.date.day, 0, 0, 0)
    with ZipFile(packed, "w") as archive:
        archive.writestr(ZipInfo("mimetype", stamp), "application/epub+zip", ZIP_STORED)
        for name, data in _files(book):
            archive.writestr(ZipInfo(name, stamp), data, ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED)
    return packed.getvalue()


def _files(book: Ebook) -> Iterator[tuple[str, str | bytes]]:
    pages = [chapter for part in book.parts for chapter in part.chapters]
    names = {chapter.path: f"bab-{number:02d}.xhtml" for number, chapter in enumerate(pages, 1)}
    chapters = {names[chapter.path]: written(chapter, names) for chapter in pages}
    several = len(book.parts) > 1
    parts = [(part.title if several else "", [(names[page.path], chapters[names[page.path]]) for page in part.chapters]) for part in book.parts]
    landmarks = [("cover", "sampul.xhtml", "Sampul"), ("toc", "daftar-isi.xhtml", "Daftar isi"), ("bodymatter", next(iter(chapters), "judul.xhtml"), "Isi")]
    lines = (f"Edisi {book.edition}, {bahasa.long_date(book.date)}", book.owner, "Lisensi isi: CC BY 4.0")
    yield "META-INF/container.xml", _CONTAINER
    yield "OEBPS/buku.opf", _package(book, list(chapters))
    yield f"OEBPS/{COVER}", book.cover
    yield "OEBPS/sampul.xhtml", cover_page(book.title)
    yield "OEBPS/judul.xhtml", title_page(book.title, book.subtitle, lines)
    yield "OEBPS/daftar-isi.xhtml", contents(book.title, parts, landmarks)
    yield "OEBPS/gaya.css", _STYLE.read_text(encoding="utf-8")
    for name, chapter in chapters.items():
        yield f"OEBPS/{name}", chapter.xhtml


def _package(book: Ebook, names: Sequence[str]) -> str:
    files = {"sampul": "sampul.xhtml", "judul": "judul.xhtml", "isi": "daftar-isi.xhtml", **{f"b{n}": name for n, name in enumerate(names, 1)}}
    kinds = {"isi": ' properties="nav"'}
    items = "".join(f'<item id="{key}" href="{name}" media-type="application/xhtml+xml"{kinds.get(key, "")}/>' for key, name in files.items())
    spine = "".join(f'<itemref idref="{key}"/>' for key in files)
    access = "".join(f'<meta property="schema:{name}">{value}</meta>' for name, value in _ACCESS)
    day = book.date.isoformat()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{uuid5(NAMESPACE_URL, f"{book.title} {book.edition}")}</dc:identifier>'
        f"<dc:title>{escape(book.title)}</dc:title><dc:language>id</dc:language><dc:creator>{escape(book.owner)}</dc:creator>"
        f'<dc:date>{day}</dc:date><dc:description>{escape(f"{book.subtitle}. Edisi {book.edition}")}</dc:description>'
        f'<dc:rights>CC BY 4.0</dc:rights><meta property="dcterms:modified">{day}T00:00:00Z</meta><meta name="cover" content="gambar-sampul"/>{access}'
        f'</metadata><manifest>{items}<item id="gambar-sampul" href="{COVER}" media-type="image/png" properties="cover-image"/>'
        f'<item id="gaya" href="gaya.css" media-type="text/css"/></manifest><spine>{spine}</spine></package>\n'
    )


_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/buku.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
