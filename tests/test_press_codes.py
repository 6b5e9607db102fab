"""QR codes in books: a camera reads them, and they lead to the printed page of the printed edition."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import segno
import zxingcpp

from scripts.address import address_problems, edition_address
from syllabus.press.book import Book
from syllabus.press.qr import qr
from syllabus.press.typeset import typeset
from tests.press_book import assets, book

LONGEST = "https://asn.contohprov.go.id/2027.1/modul/pengelolaan-pengaduan-dan-pencegahan.html"


def codes(book: Book) -> list[list[str]]:
    """What a camera reads on each page of a printed book."""
    with pypdfium2.PdfDocument(typeset(book, assets).pdf) as document:
        return [[code.text for code in zxingcpp.read_barcodes(page.render(scale=1.8).to_pil())] for page in document]


def test_each_chapter_leads_to_its_own_page() -> None:
    read = codes(book(web_address="https://contoh.go.id/2027.1/"))
    assert read[1] == ["https://contoh.go.id/2027.1/"]
    assert [found[0] for found in read[2:] if found] == ["https://contoh.go.id/2027.1/modul/a3/", "https://contoh.go.id/2027.1/modul/a2/"]


def test_without_an_address_there_is_no_code_and_no_promise_of_one() -> None:
    sample = book(web_address=None)
    assert not any(codes(sample))
    with pypdfium2.PdfDocument(typeset(sample, assets).pdf) as document:
        words = "".join(page.get_textpage().get_text_range() for page in document).lower()
    assert "kode qr" not in words
    assert "https://contoh.go.id" not in words


def test_codes_are_small() -> None:
    assert int(segno.make(LONGEST, error="m", micro=False).version) <= 5
    assert b'width="180"' in qr(LONGEST)


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ("site_name: A\n", None),
        ("site_url: https://contoh.go.id/asn/\n", "https://contoh.go.id/asn/"),
        ("site_url: https://contoh.go.id\n", "https://contoh.go.id/"),
        ('site_url: https://contoh.go.id/\nextra:\n  alamat_edisi: "https://contoh.go.id/{edisi}"\n', "https://contoh.go.id/2027.1/"),
    ],
)
def test_the_address_carries_the_edition_where_the_project_says_so(tmp_path: Path, settings: str, address: str | None) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert edition_address(tmp_path, "2027.1") == address
    assert address_problems(tmp_path) == ()


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ("site_url: contoh.go.id\n", "mkdocs.yml:1:11"),
        ("site_url: javascript:alert(1)\n", "mkdocs.yml:1:11"),
        ('extra:\n  alamat_edisi: "https://contoh.go.id/terbaru/"\n', "mkdocs.yml:2:17"),
    ],
)
def test_an_address_that_leads_nowhere_is_told_at_its_line(tmp_path: Path, settings: str, place: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert [(str(problem.place), problem.code) for problem in address_problems(tmp_path)] == [(place, "SIT04")]


def test_the_house_has_no_address_yet_and_so_no_codes() -> None:
    house = Path(__file__).parent.parent
    assert edition_address(house, "2027.1") is None
    assert address_problems(house) == ()
