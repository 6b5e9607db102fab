"""The index of a book: where terms are explained, on the pages where they really stand."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest

from syllabus.press.book import Book, Chapter, Term
from syllabus.press.index import MOST_PLACES, spots
from syllabus.press.tree import read
from syllabus.press.typeset import typeset
from tests.press_book import assets, book

TERMS = (
    Term("Maklumat", ("maklumat",)),
    Term("SKM (Survei Kepuasan Masyarakat)", ("SKM", "Survei Kepuasan Masyarakat")),
    Term("Gratifikasi", ("gratifikasi", "pemberian")),
    Term("Loket", ("loket",)),
    Term("Berita acara", ("berita acara",)),
    Term("Widyaiswara", ("widyaiswara",)),
    Term("Tidak disebut", ("tidak disebut",)),
)
LONG = "<p>Kalimat pengisi halaman yang tidak menyebut apa pun.</p>" * 60
PAGES = (
    ("Survei Kepuasan Masyarakat", f"<h1>Survei Kepuasan Masyarakat</h1><p>Pembuka.</p>{LONG}<p>Penutup.</p>"),
    (
        "Dua",
        (f"<h1>Dua</h1><p>Kata loket dan maklumat disebut sekali.</p>{LONG}<h2>Maklumat di loket</h2><p>Isinya janji.</p>"
        f"{LONG}<h2>Lain</h2><p>Gratifikasi adalah pemberian. skm kecil bukan singkatan.</p>"),
    ),
    ("Tiga", "<h1>Tiga</h1><table><tr><td>berita acara</td></tr></table><ul><li>Berita acara ditandatangani.</li><li>Widyaiswara.</li></ul>"),
)


def sample(terms: tuple[Term, ...] = TERMS) -> Book:
    pages = (Chapter(title, html, f"docs/{title}.md", f"{title}/") for title, html in PAGES)
    return book(*pages, watermark=False, web_address=None)._replace(terms=terms)


@pytest.fixture(scope="module")
def pages() -> list[str]:
    made = typeset(sample(), assets)
    assert made.problems == ()
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(made.pdf)).pages]


def page_with(pages: list[str], words: str) -> int:
    return next(number for number, page in enumerate(pages, 1) if words in page and "Daftar isi" not in page)


def test_page_numbers_are_those_of_the_words(pages: list[str]) -> None:
    index = pages[-1]
    assert index.count("Indeks") >= 1
    assert f"Gratifikasi {page_with(pages, 'Gratifikasi adalah')}" in index
    assert f"Berita acara {page_with(pages, 'ditandatangani')}" in index
    assert f"Widyaiswara {page_with(pages, 'Widyaiswara.')}" in index


def test_a_chapter_or_section_about_a_term_is_a_range(pages: list[str]) -> None:
    first, last = page_with(pages, "Pembuka."), page_with(pages, "Penutup.")
    assert last > first
    assert f"Masyarakat) {first}–{last}" in pages[-1]
    heading = next(number for number, page in enumerate(pages, 1) if "Isinya janji" in page)
    assert re.search(rf"Maklumat {heading}–\d+", pages[-1])


def test_terms_that_are_not_spoken_of_are_left_out(pages: list[str]) -> None:
    assert "Tidak disebut" not in pages[-1]


def test_the_index_is_in_the_outline_and_the_contents(pages: list[str]) -> None:
    made = typeset(sample(), assets)
    assert made.outline[-1].title == "Indeks"
    assert re.search(rf"Indeks .*{len(pages)}", next(page for page in pages if "Daftar isi" in page))


def test_few_terms_make_no_index() -> None:
    made = typeset(sample(TERMS[:3]), assets)
    assert "Indeks" not in [heading.title for heading in made.outline]


def test_no_term_has_more_places_than_a_reader_wants() -> None:
    trees = [read(f"<h1>Bab {n}</h1>" + "<p>loket dan loket</p>" * 3) for n in range(40)]
    found = spots(trees, TERMS)
    assert list(found) == ["Loket"]
    assert len(found["Loket"]) == MOST_PLACES


def test_headings_that_all_chapters_have_say_nothing() -> None:
    trees = [read("<h1>A</h1><h2>Loket</h2><p>Lain.</p><h2>Isi</h2><p>Loket ialah meja.</p>") for _ in range(4)]
    assert {spot.node.text for spot in spots(trees, TERMS)["Loket"]} == {"Loket ialah meja."}


def test_order_is_by_letter_whatever_the_case() -> None:
    trees = [read("<p>loket, berita acara, SKM, gratifikasi, maklumat, widyaiswara</p>")]
    assert list(spots(trees, TERMS)) == ["Berita acara", "Gratifikasi", "Loket", "Maklumat", "SKM (Survei Kepuasan Masyarakat)", "Widyaiswara"]


FILLING = range(20, 30)


def parted_sheets(terms: tuple[Term, ...]) -> int:
    """How many of some worksheets, each a little further down its page, begin with their first words on a page of their own."""
    sheet = (
        '<div class="kartu kartu-lembar-kerja"><h3>Lembar hitung</h3><p class="meta">Lembar kerja</p><p>Menghitung neraca{}.</p><h4>Bahan dan alat</h4>'
        "<ul><li>Pena</li><li>Kertas</li><li>Meja</li></ul><h4>Langkah</h4><ol><li>Hitung.</li><li>Tulis.</li></ol>"
        "<table><thead><tr><th>No</th></tr></thead><tbody>" + "<tr><td>1</td></tr>" * 30 + "</tbody></table></div>"
    )
    chapters = tuple(
        Chapter(f"Bab {n}", f"<h1>Bab {n}</h1>" + "<p>Baris.</p>" * n + f"<h2>Lembar kerja</h2>{sheet.format(n)}", f"docs/{n}.md", f"{n}/") for n in FILLING
    )
    made = typeset(book(*chapters, watermark=False, web_address=None)._replace(terms=terms), assets, hyphenate=False)
    pages = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(made.pdf)).pages]
    return sum("Menghitung neraca" in page and "Pena" not in page for page in pages)


def test_a_term_in_the_first_words_of_a_worksheet_does_not_part_them_from_what_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = tuple(Term(f"Neraca {n}", (f"neraca{n}",)) for n in FILLING)
    assert parted_sheets(()) == parted_sheets(terms) == 0
    monkeypatch.setattr("syllabus.press.writer.marked", lambda code, anchors: "{" + ";".join([*anchors, code]) + "}")
    assert parted_sheets(terms) > 0
