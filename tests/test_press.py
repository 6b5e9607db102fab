"""A printed book: complete, tagged, honest about its faults, and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pypdfium2
import pytest

from syllabus.press.book import Chapter
from syllabus.press.tree import Node, read
from syllabus.press.typeset import typeset
from tests.pdf_tags import tags
from tests.press_book import assets, book, chapter, html, one

if TYPE_CHECKING:
    from syllabus.press.book import Printed


@pytest.fixture(scope="module")
def printed() -> Printed:
    made = typeset(book(), assets)
    assert made.pdf, made.problems
    return made


@pytest.fixture(scope="module")
def document(printed: Printed) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(printed.pdf))


@pytest.fixture(scope="module")
def words(printed: Printed) -> str:
    return squeezed(text_of(printed.pdf))


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line breaks and hyphens do not count."""
    return re.sub(r"[\W_]+", "", text)


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def trees() -> list[Node]:
    return [read(page.html) for part in book().parts for page in part.chapters]


def test_clean_pages_have_no_problem(printed: Printed) -> None:
    assert printed.problems == ()


def test_every_heading_is_in_the_outline(printed: Printed) -> None:
    titles = [heading.title for heading in printed.outline]
    wanted = [node.text for tree in trees() for node in tree.walk() if re.fullmatch(r"h[1-6]", node.tag)]
    assert len(wanted) > 15
    assert [title for title in titles if title != "Klaster A: Pelayanan publik"] == wanted


def test_every_row_and_paragraph_is_in_the_text(words: str) -> None:
    rows = [
        cell
        for tree in trees()
        for node in tree.walk()
        if node.tag in ("tr", "p", "li", "dt", "dd", "summary", "caption")
        for cell in (list(node.elements) if node.tag == "tr" else [node])
    ]
    texts = [
        squeezed(cell.text)
        for cell in rows
        if not any(child.tag in ("table", "ul", "ol", "sup", "a", "p") for child in cell.walk() if child is not cell)
    ]
    missing = [text for text in texts if text and text not in words and "admonition" not in text and text != "Note"]
    assert len(texts) > 150
    assert missing == []


def test_row_order_is_kept(printed: Printed) -> None:
    text = squeezed(text_of(printed.pdf))
    places = [text.index(f"Langkahke{n}Penyajian") for n in range(1, 13)]
    assert places == sorted(places)


def test_language_title_and_tags(document: pikepdf.Pdf) -> None:
    assert str(document.Root.Lang) == "id"
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    assert str(document.docinfo["/Title"]) == "Buku Peserta: Pembinaan ASN Jambi"
    assert str(document.docinfo["/Author"]) == "Tim Penyusun Kurikulum"
    assert "Pembinaan ASN Jambi" in str(document.docinfo["/Keywords"])
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_each_table_is_one_tagged_table_with_scopes(document: pikepdf.Pdf) -> None:
    tables = [node for node in tags(document.Root.StructTreeRoot.K) if node.S == "/Table"]
    wanted = [node for tree in trees() for node in tree.walk() if node.tag == "table"]
    assert len(tables) == len(wanted)
    heads = [node for node in tags(document.Root.StructTreeRoot.K) if node.S == "/TH"]
    scopes = [str(item.Scope) for head in heads for item in pikepdf.Array(head.A) if "/Scope" in item]
    sources = [cell for table in wanted for cell in table.walk() if cell.tag == "th"]
    assert len(heads) == len(scopes) == len(sources)
    rows = sum(cell.get("scope") in ("row", "rowgroup") for cell in sources)
    assert scopes.count("/Row") == rows > 5


def test_head_is_repeated_on_the_next_page(printed: Printed) -> None:
    shown = [page for page in pages_of(printed.pdf) if "Kegiatan fasilitator" in page]
    assert len(shown) == 2
    assert ["Langkah ke-1\n" in page for page in shown] == [True, False]


def test_landscape_pages(document: pikepdf.Pdf) -> None:
    turned = [page for page in document.pages if page.mediabox[2] > page.mediabox[3]]
    assert len(turned) == 3


def test_heading_stands_with_its_landscape_table(printed: Printed) -> None:
    page = next(page for page in pages_of(printed.pdf) if "Rubrik R1" in page)
    assert page.count("Rubrik") >= 2


def test_pages_count_themselves(printed: Printed) -> None:
    pages = pages_of(printed.pdf)
    assert f"Halaman 5 dari {printed.pages}" in " ".join(pages[4].split())
    assert "Halaman" not in pages[0] + pages[1]


def test_chapters_open_on_right_hand_pages(printed: Printed) -> None:
    opened = [number for number, page in enumerate(pages_of(printed.pdf), 1) if re.search(r"^Bab \d", page, re.MULTILINE)]
    assert len(opened) == 2
    assert all(number % 2 == 1 for number in opened)


def test_links_between_chapters_name_the_page(printed: Printed) -> None:
    pages = pages_of(printed.pdf)
    target = next(number for number, page in enumerate(pages, 1) if "Bab 2" in page)
    assert f"loket (hlm. {target})" in " ".join(text_of(printed.pdf).split())
    cards = pages[target - 1]
    assert "Pengaduan (hlm" not in cards


def test_soft_hyphens_break_lines_but_leave_the_text_clean() -> None:
    text = "pertanggungjawaban penyelenggaraan " * 40
    made = typeset(one(f"<p>{text}</p>"), assets)
    found = text_of(made.pdf)
    assert "pertanggungjawaban" in found
    broken = found.count("\u00ad") + len(re.findall(r"\w-\n", found))
    assert broken > 0
    assert "\u00ad" not in re.sub("\u00ad\n", "", found)
    plain = text_of(typeset(one(f"<p>{text}</p>"), assets, hyphenate=False).pdf)
    assert "\u00ad" not in plain
    assert not re.findall(r"\w-\n", plain)


def test_same_book_same_bytes(printed: Printed) -> None:
    assert typeset(book(), assets).pdf == printed.pdf


def test_draft_mark_only_on_drafts(printed: Printed) -> None:
    assert "DRAF" in pages_of(printed.pdf)[0]
    final = typeset(one("<p>Isi.</p>"), assets)
    assert "DRAF" not in text_of(final.pdf)


def test_footnote_stands_on_the_page_of_its_mark(printed: Printed) -> None:
    page = next(page for page in pages_of(printed.pdf) if "kabar, bukan serangan" in page)
    assert "Unsur catatan disepakati" in page


def test_default_titles_of_notes_are_indonesian(words: str) -> None:
    assert "CatatanCatatansingkattanpajudul" in words


def test_link_to_a_page_outside_goes_to_the_web_only_with_an_address() -> None:
    page = '<p><a href="../lain/">Halaman lain</a></p>'
    outside = links_of(typeset(one(page), assets).pdf)
    assert outside == []
    sample = book(chapter("a2.md", "Komunikasi Layanan dan Pelayanan Inklusif", "modul/a2/"))
    assert "https://contoh.go.id/asn/modul/a3/index.html#menulis-jawaban" in links_of(typeset(sample, assets).pdf)


def links_of(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(note.A.URI) for page in document.pages for note in page.get("/Annots", []) if "/A" in note and "/URI" in note.A]


def test_confidential_book_says_so_on_every_page() -> None:
    made = typeset(replace(one("<p>Isi.</p>"), confidential=True, audience="Fasilitator"), assets)
    pages = pages_of(made.pdf)
    assert "TERBATAS: UNTUK FASILITATOR" in pages[0]
    assert "terbatas" in pages[4]
    open_book = "".join(pages_of(typeset(one("<p>Isi.</p>"), assets).pdf))
    assert "terbatas" not in open_book.lower()


def test_page_of_a_target_is_named_once_a_chapter() -> None:
    link = '<p><a href="../dua/">tujuan</a></p>'
    pages = (Chapter("Satu", link * 3, "docs/satu.md", "satu/"), Chapter("Dua", "<p>Isi.</p>", "docs/dua.md", "dua/"))
    text = text_of(typeset(book(*pages), assets).pdf)
    assert text.count("tujuan") == 3
    assert text.count("(hlm.") == 1


def test_markdown_of_the_samples_is_what_the_site_makes() -> None:
    assert 'class="footnote-ref"' in html("a[^1]\n\n[^1]: b")


def test_rows_stay_together_at_a_page_end() -> None:
    """Whatever stands before it, a table never leaves one row behind nor sends one row on, and no banner closes a page."""
    for filling in range(0, 26, 5):
        rows = "".join(f"<tr><td>baris-{n}.</td><td>Isi baris.</td></tr>" for n in range(1, 31))
        banner = '<tr class="baris-spanduk"><th scope="row" colspan="2">spanduk.</th></tr><tr><td>penutup.</td><td>x</td></tr>'
        table = f"<table><tr><th>Kolom</th><th>Isi</th></tr>{rows}{banner}</table>"
        pages = [page.split() for page in pages_of(typeset(one("<p>Awal.</p>" * filling + table), assets).pdf)]
        rows_of = [[word for word in page if word.startswith(("baris-", "spanduk", "penutup"))] for page in pages]
        counts = [len(found) for found in rows_of if found]
        assert sum(counts) == 32
        assert min(counts) >= 2, (filling, counts)
        assert all(found[-1] != "spanduk." for found in rows_of if found)


def test_a_total_never_stands_alone_on_a_page() -> None:
    rows = "".join(f"<tr><td>baris-{n}.</td><td>{n}</td></tr>" for n in range(1, 31))
    table = f"<table><thead><tr><th>Kolom</th><th>Isi</th></tr></thead><tbody>{rows}</tbody><tfoot><tr><td>Seluruhnya</td><td>465</td></tr></tfoot></table>"
    for filling in range(26):
        pages = pages_of(typeset(one("<p>Awal.</p>" * filling + table), assets, hyphenate=False).pdf)
        assert "baris-30." in next(page for page in pages if "Seluruhnya" in page), filling


def test_words_that_announce_a_list_do_not_stay_behind() -> None:
    items = "<ul>" + "<li>butir.</li>" * 5 + "</ul>"
    for filling in range(14, 34):
        pages = pages_of(typeset(one("<p>Awal.</p>" * filling + f"<p>Yang disiapkan:</p>{items}"), assets, hyphenate=False).pdf)
        assert "butir." in next(page for page in pages if "Yang disiapkan" in page), filling


def test_a_box_to_tick_stays_with_its_name() -> None:
    """No box stands so near the end of its line that its name, at least 10 mm wide, has no room there."""
    name = '<span class="kotak"></span>{space}nama{n}, '
    text = "".join(name.format(space=" \u00a0"[n % 2], n="x" * (n % 5)) for n in range(200))
    boxes: list[float] = []
    for page in pypdfium2.PdfDocument(typeset(one(f"<p>{text}</p>"), assets, hyphenate=False).pdf):
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = item.get_bounds()
            if 8 < right - left < 12 and 8 < top - bottom < 12:
                boxes.append(right)
    assert len(boxes) == 200
    assert max(boxes) < 177 * 72 / 25.4


def test_binders_leave_the_tags(document: pikepdf.Pdf) -> None:
    """Every row of a table has as many columns as its head, counting cells over several columns and rows."""
    tables = [node for node in tags(document.Root.StructTreeRoot.K) if node.S == "/Table"]
    for table in tables:
        widths: list[int] = []
        reach: dict[int, int] = {}
        for number, row in enumerate(node for node in tags(table.K) if node.S == "/TR"):
            width = reach.get(number, 0)
            for cell in row.K:
                spans = {key: int(item[key]) for item in cell.get("/A", []) for key in ("/ColSpan", "/RowSpan") if key in item}
                width += spans.get("/ColSpan", 1)
                for below in range(1, spans.get("/RowSpan", 1)):
                    reach[number + below] = reach.get(number + below, 0) + spans.get("/ColSpan", 1)
            widths.append(width)
        assert len(set(widths)) == 1, widths


def test_quotation_marks_are_curly() -> None:
    text = text_of(typeset(one('<p>Ia berkata, "<em>Siap</em>," lalu \'pergi\' pada hari Jum\'at ("besok").</p>'), assets).pdf)
    assert "“Siap,” lalu ‘pergi’ pada hari Jum’at (“besok”)" in " ".join(text.split())


def test_clock_times_stay_on_one_line() -> None:
    text = text_of(typeset(one("<p>" + "pukul 07.30 – 08.15 " * 60 + "</p>"), assets).pdf)
    assert text.replace("\u00a0", " ").count("07.30 – 08.15") == 60


def test_a_caption_that_repeats_its_heading_is_printed_once() -> None:
    made = typeset(one("<h2>Daftar alat</h2><table><caption>Daftar alat</caption><tr><td>Pena</td></tr></table>"), assets)
    assert pages_of(made.pdf)[4].count("Daftar alat") == 1


def test_answers_stand_after_the_last_item() -> None:
    item = (
        '<div class="soal"><p class="soal-teks"><span class="nomor">{n}.</span> Tanya {n}?</p><ol type="A"><li>ya</li></ol>'
        '<details class="jawaban"><summary>Jawaban dan pembahasan</summary><p><strong>Jawaban: A. </strong>Sebab {n}.</p></details></div>'
    )
    page = " ".join(pages_of(typeset(one("".join(item.format(n=n) for n in (1, 2)) + "<p>Sesudahnya.</p>"), assets).pdf)[4].split())
    order = [page.index(words) for words in ("Tanya 1?", "Tanya 2?", "Jawaban dan pembahasan", "Sebab 1.", "Sebab 2.", "Sesudahnya.")]
    assert order == sorted(order)
    assert page.count("Jawaban dan pembahasan") == 1


@pytest.mark.parametrize(("rows", "pages"), [(14, 1), (21, 1), (40, 2)])
def test_a_form_stays_on_one_page_where_it_can(rows: int, pages: int) -> None:
    lines = "".join(f"<tr><td>{n}</td><td></td></tr>" for n in range(rows))
    form = f'<section class="kartu kartu-formulir"><h3>F1 Daftar</h3><table class="tabel-formulir"><thead><tr><th>No</th><th>Nama</th></tr></thead>{lines}</table></section>'
    made = pages_of(typeset(one("<p>Pengantar.</p>" + form * 2), assets).pdf)
    shown = [page for page in made[4:] if "F1 Daftar" in page or "Nama" in page]
    assert len(shown) == 2 * pages
