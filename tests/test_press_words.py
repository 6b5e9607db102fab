"""The words of a book: hyphens, quotation marks, clock times, links that name their page, and nothing said twice."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from syllabus.press.book import Chapter, Printed
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, chapter, one
from tests.press_text import pages_of, sample, squeezed, text_of


@pytest.fixture(scope="module")
def printed() -> Printed:
    return sample()


@pytest.fixture(scope="module")
def words() -> str:
    return squeezed(text_of(sample().pdf))


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


def test_quotation_marks_are_curly() -> None:
    text = text_of(typeset(one('<p>Ia berkata, "<em>Siap</em>," lalu \'pergi\' pada hari Jum\'at ("besok").</p>'), assets).pdf)
    assert "“Siap,” lalu ‘pergi’ pada hari Jum’at (“besok”)" in " ".join(text.split())


def test_clock_times_stay_on_one_line() -> None:
    text = text_of(typeset(one("<p>" + "pukul 07.30 – 08.15 " * 60 + "</p>"), assets).pdf)
    assert text.replace("\u00a0", " ").count("07.30 – 08.15") == 60


def test_default_titles_of_notes_are_indonesian(words: str) -> None:
    assert "CatatanCatatansingkattanpajudul" in words


def test_a_caption_that_repeats_its_heading_is_printed_once() -> None:
    made = typeset(one("<h2>Daftar alat</h2><table><caption>Daftar alat</caption><tr><td>Pena</td></tr></table>"), assets)
    assert pages_of(made.pdf)[4].count("Daftar alat") == 1


def test_links_between_chapters_name_the_page(printed: Printed) -> None:
    pages = pages_of(printed.pdf)
    target = next(number for number, page in enumerate(pages, 1) if "Bab 2" in page)
    assert f"loket (hlm. {target})" in " ".join(text_of(printed.pdf).split())
    cards = pages[target - 1]
    assert "Pengaduan (hlm" not in cards


def test_a_card_names_the_page_of_a_link_that_asks_for_it() -> None:
    card = '<ul class="petak"><li class="kartu"><h3><a href="../dua/">Jalur</a></h3><ol><li><a class="dengan-halaman" href="../dua/">tujuan</a></li></ol></li></ul>'
    pages = (Chapter("Satu", card, "docs/satu.md", "satu/"), Chapter("Dua", "<p>Isi.</p>", "docs/dua.md", "dua/"))
    text = " ".join(text_of(typeset(book(*pages), assets).pdf).split())
    assert "tujuan (hlm. 7)" in text and text.count("(hlm.") == 1


def test_page_of_a_target_is_named_once_a_chapter() -> None:
    link = '<p><a href="../dua/">tujuan</a></p>'
    pages = (Chapter("Satu", link * 3, "docs/satu.md", "satu/"), Chapter("Dua", "<p>Isi.</p>", "docs/dua.md", "dua/"))
    text = text_of(typeset(book(*pages), assets).pdf)
    assert text.count("tujuan") == 3
    assert text.count("(hlm.") == 1


def test_link_to_a_page_outside_goes_to_the_web_only_with_an_address() -> None:
    page = '<p><a href="../lain/">Halaman lain</a></p>'
    outside = links_of(typeset(one(page), assets).pdf)
    assert outside == []
    sample = book(chapter("a2.md", "Komunikasi Layanan dan Pelayanan Inklusif", "modul/a2/"))
    assert "https://contoh.go.id/asn/modul/a3/index.html#menulis-jawaban" in links_of(typeset(sample, assets).pdf)


def links_of(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        return [str(note.A.URI) for page in document.pages for note in page.get("/Annots", []) if "/A" in note and "/URI" in note.A]


def test_answers_stand_after_the_last_item() -> None:
    item = (
        '<div class="soal"><p class="soal-teks"><span class="nomor">{n}.</span> Tanya {n}?</p><ol type="A"><li>ya</li></ol>'
        '<details class="jawaban"><summary>Jawaban dan pembahasan</summary><p><strong>Jawaban: A. </strong>Sebab {n}.</p></details></div>'
    )
    page = " ".join(pages_of(typeset(one("".join(item.format(n=n) for n in (1, 2)) + "<p>Sesudahnya.</p>"), assets).pdf)[4].split())
    order = [page.index(words) for words in ("Tanya 1?", "Tanya 2?", "Jawaban dan pembahasan", "Sebab 1.", "Sebab 2.", "Sesudahnya.")]
    assert order == sorted(order)
    assert page.count("Jawaban dan pembahasan") == 1


def test_a_link_to_a_page_about_the_site_says_so() -> None:
    """No book holds such a page. A term or a law keeps to its name, and so does a module of another book."""
    names = ("../tentang/sumber.html", "../tentang/regulasi.html#pp-11-2017", "../modul/a2.html")
    text = text_of(typeset(one("".join(f'<p>Lihat <a href="{href}">catatan</a> ini.</p>' for href in names)), assets).pdf)
    assert [" ".join(line.split()) for line in text.replace("\u00a0", " ").splitlines() if line.startswith("Lihat")] == ["Lihat catatan (di situs) ini.", "Lihat catatan ini.", "Lihat catatan ini."]
