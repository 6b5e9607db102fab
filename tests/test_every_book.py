"""Every book as it is printed, public or for facilitators: no page of signatures alone, of a few lines, or ending with a heading, and no row of a table alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from macros.project import Profile, project_from
from scripts.books import Bound, articles_of, books, parts_of
from scripts.site import build_site
from syllabus.check import check
from syllabus.press.book import Chapter
from syllabus.press.compose import compose
from syllabus.press.reading import page_texts
from syllabus.press.typeset import typeset
from tests.book_pages import FOOT, Page, holes, left_at_end, pages_of
from tests.press_book import assets, book, html, one
from tests.sheet_geometry import MM, words_on
from tests.signing import signing, squeezed

ROOT = Path(__file__).parent.parent
FEWEST_LINES = 5
"""Lines of text that a page has at least; a blank one before a right-hand page has none."""
HOLE, LARGEST_HOLE, MOST_HOLES = 0.18, 0.24, 1
"""Share of a page's type area that may stay empty before its chapter ends; how much may on how many pages of a book for participants."""
SCHEDULED, MOST_BEFORE_A_DAY = re.compile(r"Rekap JP|Hari ke-\d"), 0.35
"""What pages of a schedule hold, and the share of their type area that may stay empty before the next day."""
MOST_LEFT = 0.6
"""Share of the type area that the last page of a participant's booklet leaves empty at most."""
SPREAD = re.compile(r"Hari ke-|Pembahasan |(BLC|RTL|[A-CW]\d) ")
"""How titles of what takes facing pages begin."""
DAY = re.compile(r"Hari ke-\d+: [^.]*? Kegiatan hari ini")
"""How the left page of a day sheet begins."""
FRONT = 2
"""Cover and colophon, which are no pages of text."""
PICTURE = 154.0
"""Millimetres from the upper edge of a cover where its picture begins, and a little before."""
KEYED_ON = re.compile(r"Soal dan kunci .*\(lanjutan\)")
"""What is told again where a test with its keys goes on to a next page."""

Signed = frozenset[str]
PROFILES: tuple[Profile, ...] = ("publik", "fasilitator")


@pytest.fixture(scope="module", params=PROFILES)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, Signed]]:
    """All books of one profile, with the words of their signatures."""
    project = project_from(check(ROOT), request.param)
    site = tmp_path_factory.mktemp("situs")
    assert not build_site(ROOT, site, project)
    articles = articles_of(site)
    bound: Sequence[Bound] = books(project, site, request.param == "publik", None)
    assert len(bound) > 10 and all(several.printed.pdf for several in bound)
    return {
        several.volume.id: (several.printed.pdf, _signed(chapter.html for part in parts_of(project, several.volume, articles)[0] for chapter in part.chapters))
        for several in bound
    }


def test_every_page_of_every_book_is_worth_its_paper(printed: dict[str, tuple[bytes, Signed]]) -> None:
    assert not [f"{name}: {fault}" for name, (pdf, signed) in printed.items() for fault in faults(pages_of(pdf), signed)]


def test_pages_are_full_before_their_chapter_ends(printed: dict[str, tuple[bytes, Signed]]) -> None:
    """A page ends early only for what must stay together. Books of forms, each on a page of its own, are not asked."""
    read = {name: pdf for name, (pdf, _) in printed.items() if name == "peserta" or name.startswith("modul-")}
    found = {name: [(number, round(empty, 2)) for number, empty in holes(pdf) if empty > HOLE] for name, pdf in read.items()}
    assert not {name: several for name, several in found.items() if len(several) > MOST_HOLES or any(empty > LARGEST_HOLE for _, empty in several)}


def test_pages_of_schedules_are_worth_their_paper(printed: dict[str, tuple[bytes, Signed]]) -> None:
    """The days of a cohort stand two to a page where they can, behind the recap of its hours."""
    read = {name: pdf for name, (pdf, _) in printed.items() if name == "panitia"}
    days = {name: {page.number for page in pages_of(pdf) if SCHEDULED.search(page.text)} for name, pdf in read.items()}
    assert all(len(numbers) > 5 for numbers in days.values())
    assert not [(number, empty) for name, pdf in read.items() for number, empty in holes(pdf) if number in days[name] and empty > MOST_BEFORE_A_DAY]


def test_the_last_page_of_a_booklet_is_worth_its_paper(printed: dict[str, tuple[bytes, Signed]]) -> None:
    ends = {name: round(left_at_end(pdf), 2) for name, (pdf, _) in printed.items() if name.startswith("modul-")}
    assert not {name: left for name, left in ends.items() if left > MOST_LEFT}


def test_books_may_be_printed_on_both_sides_from_their_first_page(printed: dict[str, tuple[bytes, Signed]]) -> None:
    assert not [f"{name}: {fault}" for name, (pdf, _) in printed.items() for fault in misbound(pdf)]


def test_the_words_of_a_cover_keep_clear_of_its_picture(printed: dict[str, tuple[bytes, Signed]]) -> None:
    assert not [name for name, (pdf, _) in printed.items() if lowest_on_cover(pdf) > PICTURE]


def test_a_test_of_a_module_stands_on_one_page_with_its_keys(printed: dict[str, tuple[bytes, Signed]]) -> None:
    assert not [f"{name}: {line}" for name, (pdf, _) in printed.items() for page in pages_of(pdf) for line in page.lines if KEYED_ON.match(line)]


def test_a_day_sheet_has_all_that_is_done_on_its_left_and_all_that_is_brought_on_its_right(printed: dict[str, tuple[bytes, Signed]]) -> None:
    days = [(name, left, right) for name, (pdf, _) in printed.items() for left, right in pairwise(pages_of(pdf)) if DAY.match(left.text)]
    assert not [f"{name}: halaman {right.number}" for name, _, right in days if not right.text.startswith("Dicetak dan dibagikan")]
    assert bool(days) == any(name.startswith("panduan-angkatan") for name in printed)


def test_no_print_offers_itself_for_printing(printed: dict[str, tuple[bytes, Signed]]) -> None:
    """A page of the site leads to its prints; on paper that line leads nowhere."""
    assert not [name for name, (pdf, _) in printed.items() if "Untuk dicetak" in " ".join(page_texts(pdf))]


def lowest_on_cover(pdf: bytes) -> float:
    """How far down the words of a cover reach, in mm."""
    with pypdfium2.PdfDocument(pdf) as document:
        return max(word.box.bottom for word in words_on(document[0]))


def misbound(pdf: bytes) -> Iterator[str]:
    """Where sheets printed on both sides would come wrong: page numbers towards the binding, and spreads that open on the right."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            middle = page.get_width() * MM / 2
            for word in words_on(page):
                if word.text == "Halaman" and word.box.top > page.get_height() * MM - FOOT and (word.box.left < middle) != (number % 2 == 0):
                    yield f"nomor halaman {number} berdiri di sisi jilid"
        for mark in document.get_toc():
            place = mark.get_dest()
            if SPREAD.match(mark.get_title()) and place is not None and (place.get_index() or 0) % 2 == 0:
                yield f'"{mark.get_title()}" terbuka di halaman kanan'


def faults(pages: Iterable[Page], signed: Signed, front: int = FRONT) -> Iterator[str]:
    """What is wrong with pages after those of the front."""
    for page in pages:
        if page.number <= front or not page.lines:
            continue
        if not without(page.text, signed):
            yield f"halaman {page.number} hanya berisi tanda tangan"
        elif len(page.lines) < FEWEST_LINES:
            yield f"halaman {page.number} hanya berisi {len(page.lines)} baris"
        if page.ends_with:
            yield f"halaman {page.number} berakhir dengan judul"
        if 1 in page.rows:
            yield f"halaman {page.number} memuat satu baris dari sebuah tabel"


def _signed(chapters: Iterable[str]) -> Signed:
    return frozenset(words for chapter in chapters for words in signing(chapter))


def without(text: str, signed: Signed) -> str:
    """The letters of a text without some words, and without the mark of a civil servant's number."""
    left = squeezed(text)
    for words in sorted(signed, key=len, reverse=True):
        left = left.replace(words, "")
    return left.replace("nip", "")


# --- proof that each of these is noticed ---

SIGN = (
    '<div class="tanda-tangan"><div class="penanda"><p class="jabatan">Ketua kelas</p><p class="nama"></p></div>'
    '<div class="penanda"><p class="tempat-tanggal">Jambi, 2027</p><p class="jabatan">Pengajar</p><p class="nama"></p></div></div>'
)
CONTENTS = 3
"""The page of contents of a sample, which are short."""
ON_A_PAGE = '<div class="lembar-cetak" data-kertas="melintang">{}</div>'
"""A sheet with a page of its own."""
WORDS = "<p>Kalimat yang berdiri pada satu baris.</p>" * 8


def found(*body: str) -> list[str]:
    made = typeset(one("".join(body)), assets, hyphenate=False)
    assert made.pdf
    return list(faults(pages_of(made.pdf), _signed(body), CONTENTS))


def test_pages_of_signatures_of_few_lines_and_of_a_heading_at_the_foot_are_noticed() -> None:
    assert found(WORDS, WORDS) == []
    assert found(WORDS, ON_A_PAGE.format(SIGN)) == ["halaman 6 hanya berisi tanda tangan"]
    assert found(WORDS, ON_A_PAGE.format("<p>Sebaris.</p>")) == ["halaman 6 hanya berisi 1 baris"]
    assert found(WORDS, "<h2>Judul di kaki</h2>") == ["halaman 5 berakhir dengan judul"]


def test_a_page_that_ends_early_is_noticed() -> None:
    box = '<section class="kartu kartu-templat"><h3>Templat</h3><p>' + "Baris.<br>" * 40 + "</p></section>"
    made = typeset(one(WORDS * 3 + box), assets, hyphenate=False).pdf
    [(number, empty)] = holes(made)
    assert number == 5 and 0.2 < empty < 0.3


def test_a_booklet_whose_last_page_is_almost_empty_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A little less air, or a little more, and it ends on a page that is worth its paper."""
    samples = [one("<p>Sebaris.</p>" * lines)._replace(compact=True) for lines in range(264, 277, 4)]
    assert max(left_at_end(typeset(sample, assets, hyphenate=False).pdf) for sample in samples) <= MOST_LEFT
    monkeypatch.setattr("syllabus.press.trials.AIR", ())
    assert min(left_at_end(typeset(sample, assets, hyphenate=False).pdf) for sample in samples) > MOST_LEFT


def test_a_cover_whose_words_do_not_give_way_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = book(Chapter("Bab", html("# Bab\n\nIsi."), "docs/x.md", "x/"))._replace(title="Panduan A3 Pengelolaan Pengaduan dan Pencegahan Maladministrasi " * 2, subtitle="Anak judul")
    assert lowest_on_cover(typeset(sample, assets, hyphenate=False).pdf) < PICTURE
    monkeypatch.setattr("syllabus.press.compose.compose", lambda *given, **named: (source := compose(*given, **named))._replace(text=source.text.replace("<= tinggi-kata", "> 0mm")))
    assert lowest_on_cover(typeset(sample, assets, hyphenate=False).pdf) > PICTURE


def test_a_test_that_goes_on_is_noticed() -> None:
    def lines(items: int) -> list[str]:
        rows = "".join(f"<tr><th scope=row>{number}</th><td><p>Soal</p><ol><li>Satu</li><li>Dua</li><li>Tiga</li><li>Empat</li></ol></td></tr>" for number in range(items))
        table = f'<table class="tabel tabel-soal-kunci"><caption>Soal dan kunci A1</caption><thead><tr><th>No</th><th>Soal</th></tr></thead><tbody>{rows}</tbody></table>'
        return [line for page in pages_of(typeset(one(table), assets, hyphenate=False).pdf) for line in page.lines if KEYED_ON.match(line)]

    assert not lines(10) and lines(20)


def test_a_row_of_a_table_alone_on_a_page_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"<tr><td>{number}</td><td>Isi</td></tr>" for number in range(30))
    table = f"<table><thead><tr><th>No</th><th>Hal</th></tr></thead><tbody>{rows}</tbody></table>"
    filled = ["<p>" + "Baris.<br>" * filling + f"</p>{table}" for filling in range(18, 34)]
    assert [found(WORDS, body) for body in filled] == [[]] * len(filled)
    monkeypatch.setattr("syllabus.press.rows.bound", lambda rows, lines, tall: [1] * len(rows))
    assert any("memuat satu baris dari sebuah tabel" in fault for body in filled for fault in found(WORDS, body))


def test_a_chapter_without_care_for_its_end_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = book(*(
        Chapter(f"Bab {number}", html(f"# Bab {number}\n\n" + "Sebaris saja.\n\n" * (26 + number)), f"docs/{number}.md", f"{number}/") for number in range(8)
    ), watermark=False)
    assert not list(faults(pages_of(typeset(sample, assets, hyphenate=False).pdf), frozenset(), CONTENTS))
    monkeypatch.setattr("syllabus.press.chapters.tail_of", lambda groups: [])
    assert any("hanya berisi" in fault for fault in faults(pages_of(typeset(sample, assets, hyphenate=False).pdf), frozenset(), CONTENTS))


def test_a_spread_on_the_right_and_a_number_at_the_binding_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    spread = '<section class="bentang"><div class="muka"><h2>A1 Sesi</h2></div><div class="muka"><p>Isi.</p></div></section>'
    sample = one(WORDS + spread)
    assert not list(misbound(typeset(sample, assets, hyphenate=False).pdf))
    for old, new, told in (('pagebreak(to: "even"', 'pagebreak(to: "odd"', '"A1 Sesi" terbuka di halaman kanan'), ("calc.odd(n)", "calc.even(n)", "berdiri di sisi jilid")):
        with monkeypatch.context() as planted:
            planted.setattr("syllabus.press.compose.compose", lambda *given, old=old, new=new, **named: (source := compose(*given, **named))._replace(text=source.text.replace(old, new)))
            assert any(told in fault for fault in misbound(typeset(sample, assets, hyphenate=False).pdf))
