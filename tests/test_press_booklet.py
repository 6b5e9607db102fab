"""Booklets: the order of folded sheets, and that no page is lost."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from syllabus.press.imposition import booklet, folding, order
from syllabus.press.qr import qr
from syllabus.press.reading import page_texts
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


@pytest.mark.parametrize(("pages", "sheets", "together", "gatherings"), [
    (1, 1, 1, 1), (4, 1, 1, 1), (5, 2, 2, 1), (48, 12, 12, 1), (49, 13, 7, 2), (54, 14, 7, 2), (228, 57, 8, 8),
])
def test_thick_books_are_folded_in_gatherings_of_about_equal_size(pages: int, sheets: int, together: int, gatherings: int) -> None:
    fold = folding(pages)
    assert (fold.sheets, fold.together, fold.gatherings) == (sheets, together, gatherings)
    assert len(list(order(pages, fold.together))) == 2 * sheets


def test_booklet_of_the_sample() -> None:
    made = typeset(book(), assets, hyphenate=False)
    folded = booklet(made.pdf)
    assert folded == booklet(made.pdf)
    assert len(folded) < len(made.pdf)
    with pikepdf.open(BytesIO(folded)) as document:
        assert len(document.pages) == -(-made.pages // 4) * 2
        assert all(page.mediabox[2] > page.mediabox[3] for page in document.pages)
        assert "buklet A5" in str(document.docinfo["/Title"])
    text = "".join(page_texts(folded))
    assert all(word in text for word in ("Rencana pembelajaran", "Daftar isi", "Bab 2", f"dari {made.pages}"))


@pytest.mark.parametrize("pages", [1, 6, 8, 50])
def test_the_pages_stand_left_and_right_as_the_order_says(pages: int) -> None:
    """Told by the number that is printed on each page."""
    found = []
    with pypdfium2.PdfDocument(booklet(numbered(pages))) as document:
        for side in document:
            text = side.get_textpage()
            width, height = side.get_size()
            halves = (text.get_text_bounded(0, 0, width / 2, height), text.get_text_bounded(width / 2, 0, width, height))
            found.append(tuple(int(half) - 1 if half.strip() else None for half in halves))
    assert found == list(order(pages, folding(pages).together))


def test_gatherings_carry_a_bar_that_steps_down() -> None:
    thick = booklet(numbered(100))
    bars = []
    with pikepdf.open(BytesIO(thick)) as document:
        for page in document.pages:
            bars += [float(found[1]) for found in re.finditer(rb"q 0 g [\d.]+ ([\d.]+) 5.6 17 re f Q", page.Contents.read_bytes())]
    assert len(bars) == folding(100).gatherings == 4
    assert bars == sorted(bars, reverse=True)
    with pikepdf.open(BytesIO(booklet(numbered(48)))) as document:
        assert not any(b"0 g" in page.Contents.read_bytes() for page in document.pages)


def numbered(pages: int) -> bytes:
    """A4 pages with nothing but their number, from 1."""
    out = BytesIO()
    with pikepdf.new() as document:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for number in range(1, pages + 1):
            page = document.add_blank_page(page_size=(595, 842))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.Contents = document.make_stream(f"BT /F 20 Tf 300 400 Td ({number}) Tj ET".encode())
        document.save(out)
    return out.getvalue()


def test_qr_is_svg_and_steady() -> None:
    assert qr("https://contoh.go.id/").startswith(b"<svg")
    assert qr("https://contoh.go.id/") == qr("https://contoh.go.id/") != qr("https://contoh.go.id/a")
