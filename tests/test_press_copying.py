"""Words of a book are found and copied whole by the viewers of phones, and every glyph stands where it was set."""

from __future__ import annotations

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from syllabus.press import finish
from syllabus.press.copying import joined
from syllabus.press.glyphs import Font
from syllabus.press.reading import page_texts, words_of_pdf
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, one

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

    def untouched(_document: pikepdf.Pdf, *_: object) -> None:
        return None

    monkeypatch.setattr(finish, "clean_maps", untouched)
    monkeypatch.setattr(finish, "put", untouched)
    as_set = glyphs(typeset(book(), assets).pdf)
    assert len(mended) > 5_000
    assert [letter for letter, _, _ in mended] == [letter for letter, _, _ in as_set]
    assert max(abs(one[1] - two[1]) + abs(one[2] - two[2]) for one, two in zip(mended, as_set, strict=True)) < 0.1


def test_runs_become_one_with_every_move_kept() -> None:
    widths = pikepdf.Dictionary(DescendantFonts=[pikepdf.Dictionary(DW=1000, W=[1, [500, 250], 40, 41, 600])])
    fonts = {b"f0": Font(widths)}

    def run(x: float, shown: str, y: int = 0) -> str:
        return f"0 Tr/f0 10 Tf 1 0 0 -1 {x} {y} Tm{shown}"

    # 500 and 250 wide; then with a move at its end; then escaped, where the pen stands already; then another line.
    shown = [r"(\000\001\000\002)Tj", r"[(\000\001)-20]TJ", r"[30(\000\()-5(\000\\)]TJ", r"(\000\002)Tj"]
    page = " ".join([run(0, shown[0]), run(8, shown[1]), run(13.2, shown[2]), run(0, shown[3], 9)])
    assert joined(f"BT {page}\nET".encode(), fonts) == (
        rb"BT 0 Tr/f0 10 Tf 1 0 0 -1 0 0 Tm[(\000\001\000\002)-50(\000\001)-20 30(\000\()-5(\000\\)]TJ 0 Tr/f0 10 Tf 1 0 0 -1 0 9 Tm(\000\002)Tj"
        b"\nET"
    )


def test_properties_and_bookmarks_are_read_too() -> None:
    text = words_of_pdf(typeset(book(), assets).pdf)
    assert "Bahan belajar, skenario, rubrik, dan latihan" in text.split("Daftar isi")[0]
    assert "Klaster A: Pelayanan publik" in text.split("Daftar isi")[0]
