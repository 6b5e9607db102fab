"""The sample book passes the guards of print, and each guard is awake: a file with its fault is found out."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
import typst

from syllabus.press.fonts import font_folder
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, one
from tests.standards import guards, layout


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return typeset(book(), assets).pdf


def test_the_sample_book_has_nothing_to_find(pdf: bytes) -> None:
    assert guards.findings(pdf) == []
    assert layout.findings(pdf) == []


def test_lines_are_of_a_length_that_reads_well() -> None:
    text = "Petugas mencatat nama pemohon, tanggal, dan isi aduan, lalu memberi tanda terima dan menyebut kapan jawaban datang. " * 40
    seen = layout.pages(typeset(one(f"<p>{text}</p>"), assets).pdf)
    assert len(layout.line_lengths(seen)) > 40
    assert layout.SHORTEST_LINE <= layout.usual_length(seen) <= layout.LONGEST_LINE


def first(document: pikepdf.Pdf, kind: str) -> pikepdf.Dictionary:
    return next(item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind)


def no_scope(document: pikepdf.Pdf) -> None:
    del first(document, "/TH").A


def no_words(document: pikepdf.Pdf) -> None:
    del first(document, "/Figure")["/Alt"]


def lost_cell(document: pikepdf.Pdf) -> None:
    row = next(item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TR" and len(item.K) > 2)
    row.K = pikepdf.Array(list(row.K)[:-1])


def foreign_font(document: pikepdf.Pdf) -> None:
    found = (item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor")
    font = next(item for item in found if "/FontFile2" in item)
    font.FontName = pikepdf.Name("/Arial")
    del font.FontFile2


def other_language(document: pikepdf.Pdf) -> None:
    document.Root.Lang = pikepdf.String("en")


def suspects_noted(document: pikepdf.Pdf) -> None:
    """As the typesetter writes it."""
    document.Root.MarkInfo.Suspects = False


def untagged_line(document: pikepdf.Pdf) -> None:
    page = document.pages[4]
    page.Contents.write(page.Contents.read_bytes() + b"\n0 0 m 100 100 l S")


def no_tags(document: pikepdf.Pdf) -> None:
    del document.Root["/StructTreeRoot"]


@pytest.mark.parametrize(
    ("spoil", "finding"),
    [
        (no_scope, "a head of a table says no scope"),
        (no_words, "a figure has no alternative text"),
        (lost_cell, "a table with rows of"),
        (foreign_font, "font /Arial is not embedded"),
        (other_language, "language is not id"),
        (suspects_noted, "notes suspects"),
        (untagged_line, "page 5 has content without a tag"),
        (no_tags, "no tags"),
    ],
)
def test_a_spoiled_file_is_found_out(pdf: bytes, spoil: Callable[[pikepdf.Pdf], None], finding: str) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        spoil(document)
        document.save(out)
    assert any(finding in found for found in guards.findings(out.getvalue()))


def set_pages(*bodies: str) -> bytes:
    source = '#set page(paper: "a4", margin: 27mm)\n#set text(lang: "id")\n' + "\n#pagebreak()\n".join(bodies)
    made = typst.Compiler(font_paths=[font_folder()], ignore_system_fonts=True).compile(source.encode())
    assert isinstance(made, bytes)
    return made


FULL = "#for n in range(24) [Baris yang mengisi halaman ini. #parbreak()]"


def test_nearly_empty_pages_are_found() -> None:
    found = layout.findings(set_pages(FULL, FULL, "Satu baris.", FULL, "Akhir bab.", "Bab 2\n\n" + FULL))
    assert [line.partition(" (")[0] for line in found] == ["page 3 is nearly empty"]


def test_headings_left_at_a_page_end_are_found() -> None:
    found = layout.findings(set_pages(FULL + "\n= Ditinggalkan", FULL, "= Berisi\n" + FULL))
    assert found == ['page 1 ends with the heading "Ditinggalkan"']


def test_soft_hyphens_in_copied_text_are_found() -> None:
    spoiled = guards.findings(set_pages(FULL + "\nkata\u00adkunci"))
    assert "page 1 gives soft hyphens to who copies its text" in spoiled
