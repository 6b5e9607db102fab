"""Columns of printed tables: within the page, and never narrower than their longest word when all fit."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, strategies as st

from syllabus.press.typeset import typeset
from syllabus.press.widths import PADDING, Content, lay_out, text_width
from tests.press_book import assets, one

WORDS = st.text("abcdefghijklmnopqrstuvwxyz ABC.,", max_size=60)
COLUMNS = st.lists(st.lists(WORDS.map(Content), min_size=3, max_size=3), min_size=1, max_size=8)


@given(COLUMNS, st.integers(0, 12), st.booleans())
def test_columns_stay_on_the_page(columns: list[list[Content]], share: int, form: bool) -> None:
    layout = lay_out(columns, [share] * len(columns), 160.0, form)
    assert sum(layout.widths) <= 160.1
    if layout.fits:
        for column, width in zip(columns, layout.widths, strict=True):
            words = [word for cell in column for word in cell.text.split()]
            longest = max((text_width(word, layout.size, layout.stretch) for word in words), default=0.0)
            assert width >= longest + PADDING - 0.1


def test_narrow_share_gives_way_to_the_word_in_it() -> None:
    layout = lay_out([[Content("Menit", bold=True)], [Content("Kegiatan")]], [1, 60], 160.0)
    assert layout.widths[0] >= text_width("Menit", 9.0, 100, bold=True)


def test_crowded_table_is_condensed_before_it_fails() -> None:
    column = [Content("pertanggungjawaban")]
    assert lay_out([column] * 4, [0] * 4, 160.0).stretch == 100
    assert lay_out([column] * 5, [0] * 5, 160.0).stretch < 100
    assert not lay_out([column] * 9, [0] * 9, 160.0).fits


def test_form_gives_hands_the_room() -> None:
    head, empty = Content("No", bold=True), Content("")
    layout = lay_out([[head, Content("1")], [Content("Catatan", bold=True), empty]], [0, 0], 160.0, form=True)
    assert layout.widths[1] > 3 * layout.widths[0]
    assert abs(sum(layout.widths) - 160.0) < 0.1


def test_column_for_one_letter_leaves_its_room_to_the_sentences() -> None:
    def widths(head: str) -> tuple[float, ...]:
        sentence = [Content("Perilaku", bold=True), Content("Petugas menirukan logat warga dari daerah lain sambil tertawa.")]
        return lay_out([sentence, [Content(head, bold=True), Content("")], [Content("Alasan", bold=True), Content("")]], [0, 0, 0], 160.0, form=True).widths

    told, letter, _ = widths("S, U, atau P")
    assert letter < widths("Kapan atau di mana")[1] and told > widths("Kapan atau di mana")[0]


WORDS_OF_A_STEP = "Memandu giliran, mencatat setiap kesepakatan, lalu membacakannya kepada semua peserta sampai mereka setuju."


def turned_table(columns: int) -> str:
    """A table that may be turned, with so many columns of sentences beside a running number and minutes."""
    cells = f"<td>{WORDS_OF_A_STEP}</td>" * columns
    head = "<th>No</th>" + "<th>Kegiatan</th>" * columns + "<th>Menit</th>"
    rows = "".join(f"<tr><td>{number}</td>{cells}<td>30</td></tr>" for number in range(1, 7))
    return f'<p>Sebelum tabel.</p><table data-kertas="melintang"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>Sesudah tabel.</p>'


@pytest.mark.parametrize(("columns", "turned"), [(3, False), (4, False), (6, True), (7, True)])
def test_only_a_table_that_is_cramped_upright_is_turned(columns: int, turned: bool) -> None:
    with pikepdf.open(BytesIO(typeset(one(turned_table(columns)), assets, hyphenate=False).pdf)) as document:
        assert any(page.mediabox[2] > page.mediabox[3] for page in document.pages) is turned
