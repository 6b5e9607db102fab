"""A cell beside several rows, told again where its rows go on to a next page."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from syllabus.press.book import Printed
from syllabus.press.compose import compose
from syllabus.press.reading import page_texts
from syllabus.press.typeset import typeset
from tests.pdf_tags import tags
from tests.press_book import assets, one

DAYS = (("Senin", 26), ("Selasa", 24), ("Rabu", 2))


def schedule(days: tuple[tuple[str, int], ...], date: str = ",<br>5 April 2027") -> str:
    """A table of days, each beside its rows."""
    rows = "".join(
        f"<tr>{f'<th scope=rowgroup rowspan={count}>{day}{date}</th>' if not number else ''}<td>Kegiatan {day} {number}</td><td>Panitia</td></tr>"
        for day, count in days for number in range(count)
    )
    return f"<table><caption>Jadwal</caption><thead><tr><th>Hari</th><th>Kegiatan</th><th>Oleh</th></tr></thead><tbody>{rows}</tbody></table>"


@pytest.fixture(scope="module")
def printed() -> Printed:
    made = typeset(one(schedule(DAYS)), assets, hyphenate=False)
    assert made.pdf and not made.problems, made.problems
    return made


def test_each_page_begins_with_the_day_of_its_rows(printed: Printed) -> None:
    pages = [page for page in page_texts(printed.pdf) if "Kegiatan " in page]
    assert len(pages) > 1
    for page in pages[1:]:
        day = page.split("Kegiatan ", 2)[2].split()[0]
        begins = f"Kegiatan {day} 0" in page
        assert (f"{day}, 5 April 2027 (lanjutan)" in " ".join(page.split())) != begins
    assert sum(page.count("lanjutan") for page in pages) < len(pages)


def test_a_day_is_one_cell_over_all_its_rows_for_who_hears_the_table(printed: Printed) -> None:
    with pikepdf.open(BytesIO(printed.pdf)) as document:
        heads = [node for node in tags(document.Root.StructTreeRoot) if node.S == "/TH" and any("/RowSpan" in item for item in node.A)]
        spans = [int(item.RowSpan) for node in heads for item in node.A if "/RowSpan" in item]
        cells = sum(node.S in ("/TD", "/TH") for node in tags(document.Root.StructTreeRoot))
    assert spans == [count for _, count in DAYS]
    assert cells == 3 + sum(2 * count + 1 for _, count in DAYS)


def test_two_rows_of_a_day_stay_together(printed: Printed) -> None:
    """No page holds the first or the last row of a day alone."""
    for page in page_texts(printed.pdf):
        for day, _ in DAYS:
            assert page.count(f"Kegiatan {day} ") != 1


def test_words_without_room_beside_two_rows_stay_one_cell_for_the_typesetter() -> None:
    made = typeset(one(schedule((("Senin", 70),), " tanggal lima bulan April tahun dua ribu dua puluh tujuh di balai pelatihan, pukul setengah delapan" * 3)), assets, hyphenate=False)
    assert made.pdf and "delapan (lanjutan)" not in " ".join("".join(page_texts(made.pdf)).split())


def test_the_title_of_a_table_is_told_again_on_its_next_pages_and_read_once() -> None:
    rows = "".join(f"<tr><td>{number}</td><td>Langkah ke-{number}</td></tr>" for number in range(90))
    made = typeset(one(f"<table><caption>Hari ke-1: Senin</caption><thead><tr><th>No</th><th>Langkah</th></tr></thead><tbody>{rows}</tbody></table>"), assets, hyphenate=False)
    pages = [" ".join(page.split()) for page in page_texts(made.pdf) if "Langkah ke-" in page]
    assert len(pages) > 2
    assert ["Hari ke-1: Senin (lanjutan) No Langkah" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    with pikepdf.open(BytesIO(made.pdf)) as document:
        named = list(tags(document.Root.StructTreeRoot))
    assert sum(node.S == "/TR" for node in named) == 91
    assert sum(node.S in ("/TD", "/TH") for node in named) == 182


def test_no_rule_is_drawn_beside_a_cell_over_several_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it closes the table, what binds rows to one another stands behind it, and would draw an end of each rule."""
    rows = "".join(f"<tr><td>Indikator {number}</td><td>Isi</td>{'' if number else '<td rowspan=12>UU 25/2009</td>'}</tr>" for number in range(12))
    sample = one(f"<table><thead><tr><th>Indikator</th><th>Materi</th><th>Rujukan</th></tr></thead><tbody>{rows}</tbody></table>")

    def shortest() -> float:
        with pypdfium2.PdfDocument(typeset(sample, assets, hyphenate=False).pdf) as document:
            rules = [path.get_bounds() for path in document[4].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
        return float(min(right - left for left, _, right, _ in rules))

    assert shortest() > 20
    monkeypatch.setattr("syllabus.press.compose.compose", lambda *given, **named: (source := compose(*given, **named))._replace(text=source.text.replace("if lebar.at(x) == 0mm { none }", "if false { none }")))
    assert shortest() < 2
