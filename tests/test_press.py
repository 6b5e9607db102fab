"""A printed book: complete, tagged, and the same every time."""

from __future__ import annotations

import re

import pikepdf
import pytest

from syllabus.press.book import Printed
from syllabus.press.tree import Node, read
from syllabus.press.typeset import typeset
from tests.pdf_tags import tags
from tests.press_book import assets, book, html
from tests.press_text import squeezed, text_of


@pytest.fixture(scope="module")
def words(sample_book: Printed) -> str:
    return squeezed(text_of(sample_book.pdf))


def trees() -> list[Node]:
    return [read(page.html) for part in book().parts for page in part.chapters]


def test_clean_pages_have_no_problem(sample_book: Printed) -> None:
    assert sample_book.problems == ()


def test_every_heading_is_in_the_outline(sample_book: Printed) -> None:
    titles = [heading.title for heading in sample_book.outline]
    wanted = [node.text for tree in trees() for node in tree.all if re.fullmatch(r"h[1-6]", node.tag)]
    assert len(wanted) > 15
    assert [title for title in titles if title != "Klaster A: Pelayanan publik"] == wanted


def test_every_row_and_paragraph_is_in_the_text(words: str) -> None:
    rows = [
        cell
        for tree in trees()
        for node in tree.all
        if node.tag in ("tr", "p", "li", "dt", "dd", "summary", "caption")
        for cell in (list(node.elements) if node.tag == "tr" else [node])
    ]
    texts = [
        squeezed(cell.text)
        for cell in rows
        if not any(child.tag in ("table", "ul", "ol", "sup", "a", "p") for child in cell.all if child is not cell)
    ]
    missing = [text for text in texts if text and text not in words and "admonition" not in text and text != "Note"]
    assert len(texts) > 150
    assert missing == []


def test_row_order_is_kept(sample_book: Printed) -> None:
    text = squeezed(text_of(sample_book.pdf))
    places = [text.index(f"Langkahke{n}Penyajian") for n in range(1, 13)]
    assert places == sorted(places)


def test_language_title_and_tags(sample_pdf: pikepdf.Pdf) -> None:
    assert str(sample_pdf.Root.Lang) == "id"
    assert sample_pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in sample_pdf.Root
    assert str(sample_pdf.docinfo["/Title"]) == "Buku Peserta: Pembinaan ASN Jambi"
    assert str(sample_pdf.docinfo["/Author"]) == "Tim Penyusun Kurikulum"
    assert "Pembinaan ASN Jambi" in str(sample_pdf.docinfo["/Keywords"])
    with sample_pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_each_table_is_one_tagged_table_with_scopes(sample_pdf: pikepdf.Pdf) -> None:
    tables = [node for node in tags(sample_pdf.Root.StructTreeRoot.K) if node.S == "/Table"]
    wanted = [node for tree in trees() for node in tree.all if node.tag == "table"]
    assert len(tables) == len(wanted)
    heads = [node for node in tags(sample_pdf.Root.StructTreeRoot.K) if node.S == "/TH"]
    scopes = [str(item.Scope) for head in heads for item in pikepdf.Array(head.A) if "/Scope" in item]
    sources = [cell for table in wanted for cell in table.all if cell.tag == "th"]
    assert len(heads) == len(scopes) == len(sources)
    rows = sum(cell.get("scope") in ("row", "rowgroup") for cell in sources)
    assert scopes.count("/Row") == rows > 5


def test_binders_leave_the_tags(sample_pdf: pikepdf.Pdf) -> None:
    """Every row of a table has as many columns as its head, counting cells over several columns and rows."""
    tables = [node for node in tags(sample_pdf.Root.StructTreeRoot.K) if node.S == "/Table"]
    for table in tables:
        widths: list[int] = []
        reach: dict[int, int] = {}
        for number, row in enumerate(node for node in tags(table.K) if node.S == "/TR"):
            width = reach.get(number, 0)
            for cell in row.K:
                spans = {key: int(item[key]) for item in cell.get("/A", []) for key in ("/ColSpan", "/RowSpan") if key in item}
                width += spans.get("/ColSpan", 1)
                for below in range(1, spans.get("/RowSpan", 1)):
                    reach[number + below] = reach.get(number + below, 0) + spans.get("/ColSpan", 1)
            widths.append(width)
        assert len(set(widths)) == 1, widths


def test_same_book_same_bytes(sample_book: Printed) -> None:
    assert typeset(book(), assets).pdf == sample_book.pdf


def test_markdown_of_the_samples_is_what_the_site_makes() -> None:
    assert 'class="footnote-ref"' in html("a[^1]\n\n[^1]: b")
