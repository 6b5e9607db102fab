"""The participant's book for phones and e-readers: EPUB 3, one chapter per page, no scripts, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO
from posixpath import dirname, normpath
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree, html

from syllabus import bahasa

_STYLE = """body{line-height:1.5}h1,h2,h3,h4{line-height:1.2}.gulir{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9em}caption{font-weight:bold;text-align:left;padding:.3em 0}
th,td{border:1px solid #777;padding:.25em .4em;text-align:left;vertical-align:top}thead th{background:#eee}
.angka{text-align:right}.tengah{text-align:center}.baris-kosong td{height:2em}.baris-spanduk td,.baris-jumlah td,.baris-jumlah th{font-weight:bold;background:#eee}
.kartu,.soal,.admonition{border-left:.2em solid #777;padding-left:.7em;margin:1em 0}.admonition-title,.jawaban>p:first-child{font-weight:bold}
.meta{color:#444;font-size:.9em}.lencana{border:1px solid #777;border-radius:.2em;padding:0 .3em;font-size:.85em}dt{font-weight:bold}
.isian{display:inline-block;min-width:6em;border-bottom:1px dotted #555}.kotak{display:inline-block;width:.8em;height:.8em;border:1px solid #555}
.ruang-tulis{border-bottom:1px dotted #555;height:4em}.kepala-isian dd:empty,.penanda .nama{border-bottom:1px dotted #555;height:1.6em}
.penanda{margin:1em 0;max-width:16em}.penanda .nama{height:4em}.pilihan{list-style:upper-alpha}
.judul-buku{text-align:center;margin-top:20vh}
@media (max-width:34em){.bertumpuk,.bertumpuk caption,.bertumpuk tbody,.bertumpuk tfoot,.bertumpuk tr,.bertumpuk th,.bertumpuk td{display:block;width:auto;border:0}
.bertumpuk thead{display:none}.bertumpuk tr{border-top:1px solid #777;padding:.5em 0}.bertumpuk td[data-label]:before{content:attr(data-label);display:block;font-size:.8em;font-weight:bold}
.bertumpuk .angka,.bertumpuk .tengah{text-align:left}}"""
_KEPT = frozenset({"id", "class", "href", "colspan", "rowspan", "scope", "start", "type", "src", "alt", "data-label"})
_RENAMED = {"details": "section", "summary": "p"}
"""E-readers differ in folded blocks, so answers stand open under their title."""
_DROPPED = frozenset({"script", "style", "button", "template", "input", "colgroup", "form", "svg"})


@dataclass(frozen=True)
class EpubChapter:
    """One page: its title, the article's HTML, and its address within the site."""

    title: str
    html: str
    path: str


def epub(title: str, owner: str, edition: str, day: date, chapters: Sequence[EpubChapter]) -> bytes:
    """The whole book as EPUB 3 bytes, the same for the same content. The date is the edition's."""
    names = {chapter.path: f"bab-{number:02d}.xhtml" for number, chapter in enumerate(chapters, 1)}
    pages = {names[chapter.path]: _page(chapter, names) for chapter in chapters}
    identifier = f"urn:uuid:{uuid5(NAMESPACE_URL, f'{title} {edition}')}"
    files = {
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/buku.opf": _package(title, owner, edition, day, identifier, list(pages)),
        "OEBPS/judul.xhtml": _title_page(title, owner, edition, day),
        "OEBPS/daftar-isi.xhtml": _contents(title, [(chapter.title, names[chapter.path]) for chapter in chapters]),
        "OEBPS/gaya.css": _STYLE,
        **{f"OEBPS/{name}": text for name, text in pages.items()},
    }
    packed = BytesIO()
    stamp = (day.year, day.month, day.day, 0, 0, 0)
    with ZipFile(packed, "w") as archive:
        archive.writestr(ZipInfo("mimetype", stamp), "application/epub+zip", ZIP_STORED)
        for name, text in files.items():
            archive.writestr(ZipInfo(name, stamp), text, ZIP_DEFLATED)
    return packed.getvalue()


def _page(chapter: EpubChapter, names: dict[str, str]) -> str:
    body = html.fragment_fromstring(chapter.html, create_parent="div")
    _clean(body, chapter.path, names)
    if body.find(".//h1") is None:
        heading = etree.Element("h1")
        heading.text = chapter.title
        body.insert(0, heading)
    inner = etree.tostring(body, encoding="unicode", method="xml", with_tail=False)
    return _frame(chapter.title, inner)


def _clean(body: html.HtmlElement, path: str, names: dict[str, str]) -> None:
    """Keep what an e-reader understands: structure, links inside the book, nothing that acts."""
    for node in list(body.iter()):
        if not isinstance(node.tag, str) or node.tag in _DROPPED or "headerlink" in (node.get("class") or ""):
            if node.getparent() is not None:
                node.drop_tree()
            continue
        node.tag = _RENAMED.get(node.tag, node.tag)
        for key in list(node.attrib):
            if key not in _KEPT or (key == "type" and node.tag != "ol"):
                del node.attrib[key]
        if node.tag == "a" and "href" in node.attrib:
            _relink(node, path, names)
    seen: set[str] = set()
    for node in body.iter():
        name = node.get("id")
        if name is not None and name in seen:
            del node.attrib["id"]
        seen.add(name or "")


def _relink(node: html.HtmlElement, path: str, names: dict[str, str]) -> None:
    address = node.get("href") or ""
    if address.startswith(("https://", "#")):
        return
    page, _, anchor = address.partition("#")
    target = names.get(normpath(f"{dirname(path)}/{page}") if page else path)
    if target is None:
        del node.attrib["href"]  # a page outside the book: its words stay
    else:
        node.set("href", f"{target}#{anchor}" if anchor else target)


def _frame(title: str, inner: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="id" xml:lang="id">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="gaya.css"/></head><body>{inner}</body></html>\n'
    )


def _title_page(title: str, owner: str, edition: str, day: date) -> str:
    lines = (f"Edisi {edition}, {bahasa.long_date(day)}", owner, "Lisensi isi: CC BY 4.0")
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return _frame(title, f'<section epub:type="titlepage" class="judul-buku"><h1>{escape(title)}</h1>{said}</section>')


def _contents(title: str, chapters: list[tuple[str, str]]) -> str:
    items = "".join(f'<li><a href="{name}">{escape(text)}</a></li>' for text, name in chapters)
    return _frame(title, f'<nav epub:type="toc" id="isi"><h1>Daftar isi</h1><ol>{items}</ol></nav>')


def _package(title: str, owner: str, edition: str, day: date, identifier: str, names: list[str]) -> str:
    manifest = "".join(f'<item id="b{number}" href="{name}" media-type="application/xhtml+xml"/>' for number, name in enumerate(names, 1))
    spine = "".join(f'<itemref idref="b{number}"/>' for number in range(1, len(names) + 1))
    access = "".join(
        f'<meta property="schema:{name}">{value}</meta>' for name, value in (
            ("accessMode", "textual"), ("accessModeSufficient", "textual"), ("accessibilityFeature", "tableOfContents"),
            ("accessibilityFeature", "structuralNavigation"), ("accessibilityHazard", "none"),
            ("accessibilitySummary", "Teks dengan judul, daftar isi, dan tabel berkepala. Tidak ada gambar yang memuat keterangan."),
        )
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="id">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{identifier}</dc:identifier><dc:title>{escape(title)}</dc:title><dc:language>id</dc:language>'
        f'<dc:creator>{escape(owner)}</dc:creator><dc:date>{day.isoformat()}</dc:date><dc:description>{escape(f"Edisi {edition}")}</dc:description>'
        f'<dc:rights>CC BY 4.0</dc:rights><meta property="dcterms:modified">{day.isoformat()}T00:00:00Z</meta>{access}</metadata>'
        '<manifest><item id="isi" href="daftar-isi.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="judul" href="judul.xhtml" media-type="application/xhtml+xml"/>'
        f'<item id="gaya" href="gaya.css" media-type="text/css"/>{manifest}</manifest><spine><itemref idref="judul"/><itemref idref="isi"/>{spine}</spine></package>\n'
    )


_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/buku.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
