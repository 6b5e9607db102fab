"""The pages of a book: how they are counted, turned and marked, and where chapters, notes and repeated heads stand."""

from __future__ import annotations

import re

import pikepdf
import pytest

from syllabus.press.book import Chapter, Printed
from syllabus.press.reading import page_texts
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, one
from tests.press_text import pages_of, text_of


def test_pages_count_themselves(sample_book: Printed) -> None:
    pages = pages_of(sample_book.pdf)
    assert f"Halaman 5 dari {sample_book.pages}" in " ".join(pages[4].split())
    assert "Halaman" not in pages[0] + pages[1]


def test_chapters_open_on_right_hand_pages(sample_book: Printed) -> None:
    opened = [number for number, page in enumerate(pages_of(sample_book.pdf), 1) if re.search(r"^Bab \d", page, re.MULTILINE)]
    assert len(opened) == 2
    assert all(number % 2 == 1 for number in opened)


def test_landscape_pages(sample_pdf: pikepdf.Pdf) -> None:
    turned = [page for page in sample_pdf.pages if page.mediabox[2] > page.mediabox[3]]
    assert len(turned) == 2


def test_heading_stands_with_its_landscape_table(sample_book: Printed) -> None:
    page = next(page for page in pages_of(sample_book.pdf) if "Kegiatan fasilitator" in page)
    assert page.count("Rencana pembelajaran") >= 2


def test_rubric_stands_upright_in_one_view(sample_pdf: pikepdf.Pdf, sample_book: Printed) -> None:
    [number] = [number for number, page in enumerate(pages_of(sample_book.pdf)) if "Rubrik R1" in page]
    page = sample_pdf.pages[number]
    assert page.mediabox[2] < page.mediabox[3]
    assert "4 Sangat baik" not in pages_of(sample_book.pdf)[number + 1]


def test_head_is_repeated_on_the_next_page(sample_book: Printed) -> None:
    shown = [page for page in pages_of(sample_book.pdf) if "Kegiatan fasilitator" in page]
    assert len(shown) == 2
    assert ["Langkah ke-1\n" in page for page in shown] == [True, False]


def test_footnote_stands_on_the_page_of_its_mark(sample_book: Printed) -> None:
    page = next(page for page in pages_of(sample_book.pdf) if "kabar, bukan serangan" in page)
    assert "Unsur catatan disepakati" in page


def test_draft_mark_only_on_drafts(sample_book: Printed) -> None:
    assert "DRAF" in pages_of(sample_book.pdf)[0]
    final = typeset(one("<p>Isi.</p>"), assets)
    assert "DRAF" not in text_of(final.pdf)


def test_confidential_book_says_so_on_every_page() -> None:
    made = typeset(one("<p>Isi.</p>")._replace(confidential=True, audience="Fasilitator"), assets)
    pages = pages_of(made.pdf)
    assert "TERBATAS: UNTUK FASILITATOR" in pages[0]
    assert "terbatas" in pages[4]
    open_book = "".join(pages_of(typeset(one("<p>Isi.</p>"), assets).pdf))
    assert "terbatas" not in open_book.lower()


@pytest.mark.parametrize(("kind", "whole"), [("jadwal", True), ("daftar", False)])
def test_the_schedule_of_a_day_stands_on_one_page(kind: str, whole: bool) -> None:
    """Any other table of its length begins where there is room and goes on."""
    rows = "".join(f"<tr><td>{hour}.00</td><td>Kegiatan ke-{hour}</td></tr>" for hour in range(10, 26))
    day = f'<table class="tabel tabel-{kind}"><caption>Hari ke-1</caption><thead><tr><th>Jam</th><th>Kegiatan</th></tr></thead><tbody>{rows}</tbody></table>'
    chapter = Chapter("Jadwal", "<p>Satu alinea sebelumnya.</p>" * 24 + day + "<p>Sesudahnya.</p>" * 9, "docs/jadwal.md", "jadwal/")
    texts = page_texts(typeset(book(chapter, web_address=None), assets).pdf)
    assert any("Kegiatan ke-10" in text and "Kegiatan ke-25" in text for text in texts) == whole
