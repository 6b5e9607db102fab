"""What a chapter ends with, and what the contents say of it, in a printed book."""

from __future__ import annotations

import pytest

from syllabus.press.book import Book, Chapter, Part, Printed
from syllabus.press.compose import compose
from syllabus.press.reading import page_texts
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, html

CHAPTERS = 12
FEWEST_LINES = 9
"""Lines of text that the last page of a chapter has at least; its head and foot are not counted."""


def long_chapter(number: int) -> Chapter:
    """A chapter of about two pages; each is a little longer than the one before, so that some end right after a page's end."""
    filling = "\n\n".join(f"Kalimat ke-{line} mengisi halaman." for line in range(52 + number))
    text = (
        f"# Bab Nomor {number}\n\n{filling}\n\n## Rujukan\n\n- Sumber pertama\n- Sumber kedua\n- Sumber ketiga\n- Sumber keempat\n\n"
        f"Rujukan selesai.\n\n## Sendiri {number}\n\nHanya di sini.\n\n## Berikutnya\n\nAKHIR BAB {number}.\n"
    )
    return Chapter(f"Bab Nomor {number}", html(text), f"docs/modul/n{number}.md", f"modul/n{number}/", text)


@pytest.fixture(scope="module")
def printed() -> Printed:
    made: Book = book(*map(long_chapter, range(CHAPTERS)))
    return typeset(made._replace(parts=tuple(Part("", part.chapters) for part in made.parts)), assets, hyphenate=False)


def test_no_chapter_ends_with_a_few_lines_on_a_page(printed: Printed) -> None:
    lasts = [page for page in page_texts(printed.pdf) if "AKHIR BAB" in page]
    assert len(lasts) == CHAPTERS
    assert min(len([line for line in page.split("\n") if line.strip()]) for page in lasts) >= FEWEST_LINES + 2


def test_sections_of_every_chapter_are_bookmarks_and_not_in_the_contents(printed: Printed) -> None:
    contents = page_texts(printed.pdf)[2]
    assert "Daftar isi" in contents
    assert "Sendiri 3" in contents
    assert "Berikutnya" not in contents and "Rujukan" not in contents
    titles = [heading.title for heading in printed.outline]
    assert titles.count("Berikutnya") == titles.count("Rujukan") == CHAPTERS


def test_sections_that_few_chapters_have_are_in_the_contents() -> None:
    made = typeset(book(long_chapter(0), long_chapter(1)), assets, hyphenate=False)
    contents = next(page for page in page_texts(made.pdf) if "Daftar isi" in page)
    assert contents.count("Berikutnya") == 2


@pytest.mark.parametrize(("compact", "brief", "first"), [(False, False, 5), (False, True, 5), (True, False, 3)])
def test_every_chapter_starts_on_a_right_hand_page(compact: bool, brief: bool, first: int) -> None:
    chapters = tuple(Chapter(f"Bab {number}", html(f"# Bab {number}\n\nSebaris."), f"docs/{number}.md", f"{number}/") for number in range(3))
    parts = (Part("" if compact else "Bagian", chapters, brief),)
    made = typeset(book(*chapters, watermark=False)._replace(parts=parts, compact=compact), assets, hyphenate=False)
    assert [number for number, text in enumerate(page_texts(made.pdf), 1) if "Sebaris." in text] == [first, first + 2, first + 4]


@pytest.mark.parametrize("brief", [True, False])
def test_the_contents_tell_short_chapters_of_a_part_alone(brief: bool) -> None:
    made = typeset(book()._replace(parts=(Part("Bagian", (long_chapter(0), long_chapter(1)), brief),)), assets, hyphenate=False)
    contents = next(page for page in page_texts(made.pdf) if "Daftar isi" in page)
    assert ("Bab Nomor 1" in contents, "Sendiri 1" in contents) == (True, not brief)
    assert "Sendiri 1" in [heading.title for heading in made.outline]


@pytest.mark.parametrize("compact", [True, False])
def test_a_section_called_like_its_chapter_is_in_the_contents_of_a_booklet_alone(compact: bool) -> None:
    text = "# Panduan A1 Layanan\n\nPengantar.\n\n## A1 Layanan\n\nLangkah.\n"
    guide = Chapter("Panduan A1 Layanan", html(text), "docs/fasilitator/a1.md", "fasilitator/a1/", text)
    whole = book(guide, long_chapter(0))
    made = typeset(whole._replace(compact=compact, parts=tuple(Part("", part.chapters) for part in whole.parts)), assets, hyphenate=False)
    contents = next(page for page in page_texts(made.pdf) if "Daftar isi" in page)
    assert contents.count("A1 Layanan") == 1 + compact
    assert [heading.title for heading in made.outline].count("A1 Layanan") == 1


def test_the_contents_tell_topics_of_sections_that_all_chapters_have() -> None:
    def chapter(number: int) -> Chapter:
        text = f"# Bab {number}\n\n## Materi\n\n### Pokok {number}\n\nIsi.\n\n## Hanya {number}\n\n### Rincian {number}\n\nIsi.\n"
        return Chapter(f"Bab {number}", html(text), f"docs/{number}.md", f"{number}/")

    made = typeset(book(*map(chapter, range(4))), assets)
    contents = next(page for page in page_texts(made.pdf) if "Daftar isi" in page)
    assert [name in contents for name in ("Materi", "Pokok 3", "Hanya 3", "Rincian 3")] == [False, True, True, False]


def test_the_contents_keep_a_chapter_and_its_topics_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def chapter(number: int) -> Chapter:
        text = f"# Bab {number}\n\n## Materi\n\n" + "".join(f"### Pokok {number}.{topic}\n\nIsi.\n\n" for topic in range(4))
        return Chapter(f"Bab {number}", html(text), f"docs/{number}.md", f"{number}/")

    def told(chapters: int) -> list[int]:
        made = typeset(book(*map(chapter, range(chapters)), watermark=False, web_address=None), assets, hyphenate=False)
        return [page.count("Pokok") for page in page_texts(made.pdf)[2:4]]

    lengths = (11, 13)
    assert all(sum(counts := told(chapters)) == 4 * chapters and counts[0] % 4 == 0 for chapters in lengths)
    monkeypatch.setattr("syllabus.press.compose.compose", lambda *given, **named: (source := compose(*given, **named))._replace(text=source.text.replace("not in penutup", "== none")))
    assert all(told(chapters)[0] % 4 for chapters in lengths)
