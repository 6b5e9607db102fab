"""Booklets: the order of folded sheets, and that no page is lost."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdf

from syllabus.press.imposition import booklet, order
from syllabus.press.qr import qr
from syllabus.press.typeset import typeset
from tests.press_book import assets, book


def test_order_of_eight_pages() -> None:
    assert list(order(8)) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_blank_pages_fill_the_last_sheet() -> None:
    assert list(order(5)) == [(None, 0), (1, None), (None, 2), (3, 4)]


def test_gatherings_follow_one_another() -> None:
    assert list(order(8, sheets=1)) == [(3, 0), (1, 2), (7, 4), (5, 6)]


def test_every_page_stands_once() -> None:
    for pages in range(1, 60):
        for sheets in (0, 1, 4):
            sides = list(order(pages, sheets))
            assert sorted(number for side in sides for number in side if number is not None) == list(range(pages))
            assert len(sides) % 2 == 0


def test_booklet_of_the_sample() -> None:
    made = typeset(book(), assets, hyphenate=False)
    folded = booklet(made.pdf)
    assert folded == booklet(made.pdf)
    with pikepdf.open(BytesIO(folded)) as document:
        assert len(document.pages) == -(-made.pages // 4) * 2
        assert all(page.mediabox[2] > page.mediabox[3] for page in document.pages)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(folded)).pages)
    assert all(f"dari {made.pages}" in text and word in text for word in ("Rencana pembelajaran", "Daftar isi", "Bab 2"))


def test_qr_is_svg_and_steady() -> None:
    assert qr("https://contoh.go.id/").startswith(b"<svg")
    assert qr("https://contoh.go.id/") == qr("https://contoh.go.id/") != qr("https://contoh.go.id/a")
