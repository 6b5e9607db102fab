"""The book for phones: well-formed chapters, links that stay inside, nothing that acts, the same bytes."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

from syllabus.export.epub.book import Ebook, epub
from syllabus.export.epub.chapter import Chapter, Part
from syllabus.render.blanks import fields, signatures, with_blanks, writing_room

CHAPTERS = (
    Chapter("Satu & awal", '<h1 id="a">Satu</h1><div class="bawaan">Untuk dicetak</div><h3 id="x">Lepas</h3><h2 id="c">Bagian &amp; awal</h2><h3 id="d">Di bawahnya</h3><p>Lihat <a href="../modul/dua.html#b">dua</a> dan <a href="../tentang/x.html">luar</a>.</p>'
                '<details><summary>Jawaban</summary><p>B.</p></details><script>x</script><p onclick="y" style="z">Teks</p>', "modul/satu.html"),
    Chapter("Dua", '<h1>Dua</h1><div class="gulir" tabindex="0"><table><caption>T</caption><colgroup><col></colgroup>'
                '<tbody><tr><th scope="row" id="b">k</th><td>v</td></tr></tbody></table></div>', "modul/dua.html"),
)
DAY = date(2026, 11, 24)
COVER = b"PNG"


def packed(*parts: Part) -> bytes:
    return epub(Ebook("Buku", "Semua modul", "Pemilik", "2027.1", DAY, COVER, parts))


def book() -> ZipFile:
    return ZipFile(BytesIO(packed(Part("Bagian satu", CHAPTERS[:1]), Part("Bagian dua", CHAPTERS[1:]))))


def test_the_type_comes_first_and_plain() -> None:
    first = book().infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_every_part_is_well_formed_and_every_link_leads_somewhere() -> None:
    files = book()
    pages = {name: etree.fromstring(files.read(name)) for name in files.namelist() if name.endswith((".xhtml", ".opf", ".xml"))}
    ids = {name: {node.get("id") for node in tree.iter()} for name, tree in pages.items()}
    for name, tree in pages.items():
        for address in (node.get("href", "") for node in tree.iter("{*}a") if node.get("href")):
            target, _, anchor = address.partition("#")
            inside = f"OEBPS/{target}" if target else name
            assert inside in pages and (not anchor or anchor in ids[inside]), address


def test_words_stay_and_what_acts_goes() -> None:
    text = book().read("OEBPS/bab-01.xhtml").decode()
    assert "luar" in text and "Jawaban" in text and "B." in text
    assert '<p class="judul-lipatan">Jawaban</p>' in text and ".judul-lipatan {" in book().read("OEBPS/gaya.css").decode()
    assert not any(word in text for word in ("<script", "onclick", "style=", "<details", "tentang/x", "Untuk dicetak"))


def test_it_opens_with_its_title_and_edition() -> None:
    files = book()
    package = etree.fromstring(files.read("OEBPS/buku.opf"))
    assert [item.get("idref") for item in package.iter("{*}itemref")][:3] == ["sampul", "judul", "isi"]
    assert [item.get("href") for item in package.iter("{*}item") if item.get("properties") == "cover-image"] == ["sampul.png"]
    assert files.read("OEBPS/sampul.png") == COVER
    said = " ".join(map(str, etree.fromstring(files.read("OEBPS/judul.xhtml")).itertext()))
    assert all(word in said for word in ("Buku", "Semua modul", "Edisi 2027.1, 24 November 2026", "Pemilik", "CC BY 4.0"))


def test_what_forms_leave_open_is_seen_and_narrow_screens_know_their_columns() -> None:
    """Lines and boxes have no words: a book that does not draw them shows nothing where a reader is to write."""
    form = with_blanks("Hari .... pukul [ ]") + signatures(["Ketua"]) + fields([("Nama", None)]) + writing_room(2)
    table = '<table class="bertumpuk"><tr class="baris-kosong"><th>a</th><td data-label="Hasil"></td></tr></table>'
    files = ZipFile(BytesIO(packed(Part("", (Chapter("Satu", str(form) + table, "satu.html"),)))))
    page, style = files.read("OEBPS/bab-01.xhtml").decode(), files.read("OEBPS/gaya.css").decode()
    for name in ("isian", "kotak", "nama", "ruang-tulis", "kepala-isian", "baris-kosong", "bertumpuk"):
        assert f'"{name}' in page and f".{name}" in style, name
    assert 'data-label="Hasil"' in page and "attr(data-label)" in style


def test_the_menu_has_parts_chapters_and_headings_and_the_page_of_contents_no_headings() -> None:
    menu, places = etree.fromstring(book().read("OEBPS/daftar-isi.xhtml")).iter("{*}nav")
    assert [node.text for node in menu.iter("{*}span", "{*}a")] == ["Bagian satu", "Satu & awal", "Bagian & awal", "Di bawahnya", "Bagian dua", "Dua"]
    assert [node.get("href") for node in menu.iter("{*}a")] == ["bab-01.xhtml", "bab-01.xhtml#c", "bab-01.xhtml#d", "bab-02.xhtml"]
    assert [node.get("hidden") for node in menu.iter("{*}ol")] == [None, None, "hidden", None, None]
    assert [node.get("href") for node in places.iter("{*}a")] == ["sampul.xhtml", "daftar-isi.xhtml", "bab-01.xhtml"]


def test_colours_are_legible_on_any_paper() -> None:
    """A reading program turns letters white at night and leaves our grounds as they are."""
    style = book().read("OEBPS/gaya.css").decode()
    assert not re.search(r"(?<![-\w])color:", style) and not re.search(r"background: (?!rgba)", style)


def test_same_content_same_bytes() -> None:
    assert packed(Part("", CHAPTERS)) == packed(Part("", CHAPTERS))
