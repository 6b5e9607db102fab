"""What guides for leaders ask of pages: sentences of a length that reads well, notes before a spread, role cards to cut out, titles that begin with a code."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from syllabus.press.book import Chapter
from syllabus.press.roles import paired
from syllabus.press.tree import Node, read
from syllabus.press.typeset import typeset
from tests.book_pages import pages_of
from tests.press_book import assets, book, html, one
from tests.sheet_geometry import words_on
from tests.standards.layout import LONGEST_LINE, SHORTEST_LINE

SENTENCES = "Peserta sering datang dengan keyakinan bahwa papan di unitnya sudah lengkap, dan tidak seorang pun pernah memeriksanya. " * 4
SPREAD = '<section class="bentang"><div class="muka"><h2>A1 Sesi</h2>{}</div><div class="muka"><p>Isi.</p></div><div class="catatan-kosong"><p>Catatan</p></div></section>'


def lines(body: str) -> list[list[str]]:
    made = typeset(one(body), assets, hyphenate=False)
    assert made.pdf and not made.problems
    return [page.lines for page in pages_of(made.pdf)]


@pytest.mark.parametrize(("opening", "closing"), [('<p class="lebar-baca">', "</p>"), ('<ul class="lebar-baca"><li>', "</li></ul>"), ('<div class="pembuka-sesi"><p>', "</p></div>")])
def test_sentences_of_a_spread_keep_to_lines_that_read_well(opening: str, closing: str) -> None:
    def usual(body: str) -> int:
        [page] = [page for page in lines(SPREAD.format(body)) if "A1 Sesi" in page]
        return max(len(line) for line in page)

    assert SHORTEST_LINE <= usual(f"{opening}{SENTENCES}{closing}") <= LONGEST_LINE
    assert usual(f"<p>{SENTENCES}</p>") > LONGEST_LINE


def test_what_is_left_of_a_page_before_a_spread_is_for_notes_and_no_page_is_ruled_twice() -> None:
    before, *spreads = [page for page in lines("<p>Yang dibawa.</p>" + SPREAD.format("<p>Isi.</p>") * 2) if page][-5:]
    assert before[-2:] == ["Yang dibawa.", "Catatan"]
    assert [page.count("Catatan") for page in spreads] == [1] * 4
    filled = [[page for page in lines("<p>" + "Baris.<br>" * count + "</p>" + SPREAD.format("<p>Isi.</p>")) if "Baris." in page] for count in (30, 37)]
    assert [["Catatan" in page for page in pages] for pages in filled] == [[True], [False]]


def test_role_cards_of_a_page_stand_two_abreast_equally_high() -> None:
    card = '<section class="kartu kartu-peran"><h3>Peran: {}</h3><p>{}</p></section>'
    cards = card.format("Warga", "Singkat.") + "\n" + card.format("Petugas", "Anda berbicara panjang. " * 8) + card.format("Mentor", "Singkat.")
    pairs = [child for child in paired(read(f"<h2>Kartu</h2>{cards}<p>Sesudahnya.</p>")).children if isinstance(child, Node)]
    assert [(child.tag, len(child.elements)) for child in pairs] == [("h2", 0), ("div", 2), ("div", 1), ("p", 0)]
    assert [child.tag for child in paired(read(card.format("Satu", "Sendiri."))).children if isinstance(child, Node)] == ["section"]
    made = typeset(one(f"<h2>Kartu</h2>{cards}")._replace(compact=True), assets, hyphenate=False)
    with pypdfium2.PdfDocument(made.pdf) as document:
        places = {word.text: word.box for page in document for word in words_on(page)}
    assert abs(places["Peran: Warga"].top - places["Peran: Petugas"].top) < 0.1 and places["Peran: Petugas"].left - places["Peran: Warga"].left > 70
    assert abs(places["Peran: Mentor"].left - places["Peran: Warga"].left) < 3 and places["Peran: Mentor"].top > places["Peran: Petugas"].top + 20


@pytest.mark.parametrize("title", ["Panduan W4 Klinik RTL dan Mentoring", "Panduan A4 Survei Kepuasan Masyarakat dan Tindak Lanjut"])
def test_the_code_in_a_title_ends_the_first_line_of_a_cover(title: str) -> None:
    sample = book(Chapter("Bab", html("# Bab\n\nIsi."), "docs/x.md", "x/"))._replace(title=title)
    cover = pages_of(typeset(sample, assets, hyphenate=False).pdf)[0].lines
    assert title[:10] in cover
    other = sample._replace(title=title.replace(title[8:10], "Untuk"))
    assert "Panduan Untuk" not in pages_of(typeset(other, assets, hyphenate=False).pdf)[0].lines


def test_labels_of_a_letter_stand_at_one_pitch_in_a_book_too() -> None:
    told = (("Nomor", ""), ("Sifat", "Biasa"), ("Lampiran", ""), ("Hal", "Undangan klinik RTL dan mentoring"))
    fields = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in told)
    letter = f'<section class="kartu kartu-templat"><div class="berdampingan"><div><dl class="kepala-isian">{fields}</dl></div><div><p>Jambi, 2027</p></div></div></section>'
    with pypdfium2.PdfDocument(typeset(one(letter), assets, hyphenate=False).pdf) as document:
        colons = [word.box.bottom for page in document for word in words_on(page) if word.text.startswith(":")]
    steps = [later - earlier for earlier, later in pairwise(colons)]
    assert len(steps) == 3 and max(steps) - min(steps) < 0.5, steps  # mm; a hand does not see less
