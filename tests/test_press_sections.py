"""Which sections of a page a book prints, and in what order; and what titles and first words of them look like."""

from __future__ import annotations

import pypdfium2

from syllabus.press.book import Chapter
from syllabus.press.reading import page_texts
from syllabus.press.sections import arranged
from syllabus.press.tree import Node, read
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, one
from tests.sheet_geometry import words_on

PLAN = "<h2>Rencana</h2><div><table>" + "<tr><td>Langkah</td></tr>" * 30 + "</table></div>"
TEMPLATE = '<h2>Templat</h2><section class="kartu kartu-templat"><p>Yth.</p></section>'
REFERENCES, NEXT = "<h2>Rujukan</h2><p>Naskah.</p>", "<h2>Berikutnya</h2><p>Modul lain.</p>"
TERMS = "".join(f'<div id="istilah-{n}"><dt>Istilah ke-{n}</dt><dd>{"Artinya. " * 30}</dd></div>' for n in range(40))


def titles(html: str, *without: str) -> list[str]:
    return [child.text for child in arranged(read(f"<p>Awal.</p>{html}"), without).children if isinstance(child, Node) and child.tag == "h2"]


def test_long_tables_close_a_chapter_before_its_templates() -> None:
    assert titles(PLAN + REFERENCES + TEMPLATE + NEXT) == ["Rujukan", "Berikutnya", "Rencana", "Templat"]


def test_the_recap_of_a_schedule_stands_before_its_days() -> None:
    """Days go on over pages anywhere, with the notes under them."""
    day = "<div><div><table>" + "<tr><td>Kegiatan</td></tr>" * 16 + "</table></div></div>"
    days, recap = f"<h2>Hari demi hari</h2>{day * 3}", "<h2>Rekap JP</h2><div><table><tr><td>Modul</td></tr></table></div>"
    assert titles(f"{days}<ul><li>Catatan.</li></ul>{recap}") == ["Rekap JP", "Hari demi hari"]
    assert titles(f"{days}<p>Catatan.</p>{recap}") == ["Hari demi hari", "Rekap JP"]


def test_what_follows_tables_at_length_stays_behind_them() -> None:
    assert titles(PLAN + REFERENCES + NEXT + "<p>Baris yang mengisi.</p>" * 60) == ["Rencana", "Rujukan", "Berikutnya"]


def test_a_book_leaves_out_what_it_tells_elsewhere() -> None:
    assert titles(REFERENCES + NEXT, "Rujukan") == ["Berikutnya"]
    chapter = Chapter("Bab", f"<h1>Bab</h1>{REFERENCES}{NEXT}", "docs/bab.md", "bab/", without=("Rujukan",))
    made = typeset(book(chapter), assets)
    assert made.pdf and not made.problems  # nothing is missed by the proof either
    assert "Naskah." not in " ".join(page_texts(made.pdf))


def test_what_only_a_screen_needs_is_not_printed() -> None:
    made = typeset(one('<p>Isi bab.</p><p class="hanya-web">Lihat PDF di bawah.</p>'), assets)
    assert made.pdf and not made.problems
    printed = " ".join(page_texts(made.pdf))
    assert "Isi bab." in printed and "Lihat PDF" not in printed


def test_a_term_is_found_on_its_own_page() -> None:
    chapters = (
        Chapter("Awal", '<h1>Awal</h1><p>Baca <a href="../glosarium/#istilah-1">yang pertama</a> dan <a href="../glosarium/#istilah-39">terakhir</a>.</p>', "docs/awal.md", "awal/"),
        Chapter("Glosarium", f"<h1>Glosarium</h1><dl>{TERMS}</dl>", "docs/glosarium.md", "glosarium/"),
    )
    pages = [" ".join(page.split()) for page in page_texts(typeset(book(*chapters), assets, hyphenate=False).pdf)]
    for words, term in (("yang pertama", "Istilah ke-1 "), ("terakhir", "Istilah ke-39 ")):
        [number] = [number for number, page in enumerate(pages, 1) if term in page]
        assert f"{words} (hlm. {number})" in " ".join(pages), (words, number)


def test_lines_of_a_title_are_about_equally_long() -> None:
    made = typeset(one("<p>Isi.</p>")._replace(title="Buku Rubrik dan Asesmen"), assets)
    assert [line.strip() for line in page_texts(made.pdf)[0].splitlines()][1:3] == ["Buku Rubrik", "dan Asesmen"]


def test_a_title_breaks_at_its_colon() -> None:
    """Where both of its parts fit a line; else its lines are about equally long."""
    for title, lines in (("Rubrik R3: Diskusi Kelompok Kecil", ["Rubrik R3:", "Diskusi Kelompok Kecil"]), (f"Rubrik: {'Diskusi ' * 8}".strip(), ["Rubrik: Diskusi Diskusi", "Diskusi Diskusi Diskusi", "Diskusi Diskusi Diskusi"])):
        made = typeset(one("<p>Isi.</p>")._replace(title=title), assets)
        assert [line.strip() for line in page_texts(made.pdf)[0].splitlines()][1 : 1 + len(lines)] == lines


def test_items_stand_ragged() -> None:
    """Justified, the first line of an item whose next word is long would gape."""
    long = "Peraturan Ombudsman 26/2017 yang memuat: Penundaan sebagai pertanggungjawaban"
    with pypdfium2.PdfDocument(typeset(one(f"<ul><li>{long}</li></ul><p>{long}</p>"), assets).pdf) as document:
        item, paragraph = [word.box.right for word in words_on(document[4]) if word.text.startswith("Peraturan")]
    assert item < paragraph - 5
