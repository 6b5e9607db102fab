"""Words of a book are found and copied whole by the viewers of phones, and every glyph stands where it was set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pypdfium2 import raw

from syllabus.press import finish
from syllabus.press.reading import page_texts, words_of_pdf
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, one

if TYPE_CHECKING:
    import pikepdf

TEXT = "<p>" + "Pertanggungjawaban penyelenggaraan (a-b) fiksi \\ flora. " * 30 + "</p>"
Glyphs = list[tuple[str, float, float]]


def glyphs(pdf: bytes) -> Glyphs:
    """Letters of all pages with their left and lower edge, in points; marks and blanks left out."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
                if letter.isalnum() and not raw.FPDFText_IsGenerated(text.raw, index):
                    left, bottom, _, _ = text.get_charbox(index)
                    found.append((letter, left, bottom))
    return found


def test_words_stay_whole() -> None:
    text = " ".join("".join(page_texts(typeset(one(TEXT), assets).pdf)).split())
    assert text.count("Pertanggungjawaban penyelenggaraan (a-b) fiksi \\ flora.") == 30


def test_nothing_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    mended = glyphs(typeset(book(), assets).pdf)

    def untouched(_document: pikepdf.Pdf) -> None:
        return None

    monkeypatch.setattr(finish, "clean_text", untouched)
    as_set = glyphs(typeset(book(), assets).pdf)
    assert len(mended) > 5_000
    assert [letter for letter, _, _ in mended] == [letter for letter, _, _ in as_set]
    assert max(abs(one[1] - two[1]) + abs(one[2] - two[2]) for one, two in zip(mended, as_set, strict=True)) < 0.1


def test_properties_and_bookmarks_are_read_too() -> None:
    text = words_of_pdf(typeset(book(), assets).pdf)
    assert "Bahan belajar, skenario, rubrik, dan latihan" in text.split("Daftar isi")[0]
    assert "Klaster A: Pelayanan publik" in text.split("Daftar isi")[0]
