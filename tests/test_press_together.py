"""What belongs together stays together at the end of a line and of a page, whatever stands before it."""

from __future__ import annotations

from itertools import product

import pypdfium2
import pytest

from syllabus.press.compose import compose
from syllabus.press.typeset import typeset
from tests.book_pages import BOTTOM, TOP, left_at_end, reach
from tests.press_book import assets, one
from tests.press_text import pages_of


def test_rows_stay_together_at_a_page_end() -> None:
    """Whatever stands before it, a table never leaves one row behind nor sends one row on, and no banner closes a page."""
    for filling in range(0, 26, 5):
        rows = "".join(f"<tr><td>baris-{n}.</td><td>Isi baris.</td></tr>" for n in range(1, 31))
        banner = '<tr class="baris-spanduk"><th scope="row" colspan="2">spanduk.</th></tr><tr><td>penutup.</td><td>x</td></tr>'
        table = f"<table><tr><th>Kolom</th><th>Isi</th></tr>{rows}{banner}</table>"
        pages = [page.split() for page in pages_of(typeset(one("<p>Awal.</p>" * filling + table), assets).pdf)]
        rows_of = [[word for word in page if word.startswith(("baris-", "spanduk", "penutup"))] for page in pages]
        counts = [len(found) for found in rows_of if found]
        assert sum(counts) == 32
        assert min(counts) >= 2, (filling, counts)
        assert all(found[-1] != "spanduk." for found in rows_of if found)


def test_a_total_never_stands_alone_on_a_page() -> None:
    rows = "".join(f"<tr><td>baris-{n}.</td><td>{n}</td></tr>" for n in range(1, 31))
    table = f"<table><thead><tr><th>Kolom</th><th>Isi</th></tr></thead><tbody>{rows}</tbody><tfoot><tr><td>Seluruhnya</td><td>465</td></tr></tfoot></table>"
    for filling in range(26):
        pages = pages_of(typeset(one("<p>Awal.</p>" * filling + table), assets, hyphenate=False).pdf)
        assert "baris-30." in next(page for page in pages if "Seluruhnya" in page), filling


def test_words_that_announce_a_list_do_not_stay_behind() -> None:
    items = "<ul>" + "<li>butir.</li>" * 5 + "</ul>"
    for filling in range(14, 34):
        pages = pages_of(typeset(one("<p>Awal.</p>" * filling + f"<p>Yang disiapkan:</p>{items}"), assets, hyphenate=False).pdf)
        assert "butir." in next(page for page in pages if "Yang disiapkan" in page), filling


def test_a_box_to_tick_stays_with_its_name() -> None:
    """No box stands so near the end of its line that its name, at least 10 mm wide, has no room there."""
    name = '<span class="kotak"></span>{space}nama{n}, '
    text = "".join(name.format(space=" \u00a0"[n % 2], n="x" * (n % 5)) for n in range(200))
    boxes: list[float] = []
    for page in pypdfium2.PdfDocument(typeset(one(f"<p>{text}</p>"), assets, hyphenate=False).pdf):
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = item.get_bounds()
            if 8 < right - left < 12 and 8 < top - bottom < 12:
                boxes.append(right)
    assert len(boxes) == 200
    assert max(boxes) < 177 * 72 / 25.4


@pytest.mark.parametrize(("rows", "pages"), [(14, 1), (21, 1), (40, 2)])
def test_a_form_stays_on_one_page_where_it_can(rows: int, pages: int) -> None:
    lines = "".join(f"<tr><td>{n}</td><td></td></tr>" for n in range(rows))
    form = f'<section class="kartu kartu-formulir"><h3>F1 Daftar</h3><table class="tabel-formulir"><thead><tr><th>No</th><th>Nama</th></tr></thead>{lines}</table></section>'
    made = pages_of(typeset(one("<p>Pengantar.</p>" + form * 2), assets).pdf)
    shown = [page for page in made[4:] if "F1 Daftar" in page or "Nama" in page]
    assert len(shown) == 2 * pages


def test_a_form_fills_a_page_of_its_own() -> None:
    """With taller rows, and with more lines to write on; one that stands under other text asks for no more than it needs, and stays there."""
    rows = "".join(f"<tr><td>{n}</td><td>Butir</td><td></td></tr>" for n in range(1, 5))
    table = f'<table class="tabel-formulir"><thead><tr><th>No</th><th>Hal</th><th>Isi</th></tr></thead>{rows}</table>'
    form = f'<section class="kartu kartu-formulir"><h3>F1 Daftar</h3>{table}<p>Mengapa?</p><div class="ruang-tulis" data-baris="3"></div></section>'
    made = typeset(one("<p>Pengantar.</p>" + form * 2), assets, hyphenate=False)
    with pypdfium2.PdfDocument(made.pdf) as document:
        below, alone = [(reach(document[place])[1] - TOP) / (BOTTOM - TOP) for place in (4, 5)]
        assert "Pengantar" in document[4].get_textpage().get_text_range() and "F1 Daftar" in document[4].get_textpage().get_text_range()
    assert below < 0.6 and alone > 0.75


@pytest.mark.parametrize(("rows", "pages"), [(40, 7), (52, 7), (58, 7), (64, 8)])
def test_a_form_fills_the_pages_that_it_goes_over(rows: int, pages: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With rows a little lower or taller, on as few pages as lower ones take: none is left with a row or two."""
    form = '<section class="kartu kartu-formulir"><h3>F1 Daftar</h3><table class="tabel-formulir" data-tinggi="9"><thead><tr><th>No</th><th>Nama</th></tr></thead>{}</table></section>'
    sample = one("".join(form.format("".join(f"<tr><td>{number}</td><td></td></tr>" for number in range(count))) for count in (1, rows)))
    fitted = typeset(sample, assets, hyphenate=False)
    monkeypatch.setattr("syllabus.press.compose.compose", lambda *given, **named: (source := compose(*given, **named))._replace(text=source.text.replace("if sendiri { (paling-tinggi, 1.2,", "if false { (paling-tinggi, 1.2,")))
    usual = typeset(sample, assets, hyphenate=False)
    assert fitted.pages == pages and left_at_end(fitted.pdf) < 0.25
    assert usual.pages > pages or left_at_end(usual.pdf) > 0.4


def test_no_page_holds_one_answer_of_several() -> None:
    """Neither the first of them at its foot nor the last at its head."""
    items = "".join(f'<div class="soal"><p><span class="nomor">{number}.</span> Soal.</p><details class="jawaban"><summary>Jawaban</summary><p>Kunci-{number}.</p></details></div>' for number in range(1, 7))
    parted = 0
    for filling, titles in product(range(18, 26), range(3)):
        pages = pages_of(typeset(one("<p>Awal.</p>" * filling + "<h4>Judul</h4><p>Isi.</p>" * titles + items + "<p>Akhir.</p>" * 30), assets, hyphenate=False).pdf)
        counts = [page.count("Kunci-") for page in pages if "Kunci-" in page]
        assert sum(counts) == 6, counts
        assert 1 not in counts, (filling, counts)
        parted += len(counts) > 1
    assert parted


def test_no_page_holds_one_item_of_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither its first at the foot nor its last at the head; small print goes with its item."""
    items = "".join(f'<li><p>butir-{number}.</p><p class="meta">Rinciannya.</p></li>' for number in range(6))
    loose, close = f"<ol>{items}</ol>", "<ul>" + "<li>butir-x.</li>" * 12 + "</ul>"

    def alone(several: str) -> int:
        samples = ("<p>Awal.</p>" * filling + several + "<p>Akhir.</p>" * 30 for filling in range(24, 33))
        return [1 in [page.count("butir-") for page in pages_of(typeset(one(sample), assets, hyphenate=False).pdf)] for sample in samples].count(True)

    assert alone(loose) == alone(close) == 0
    monkeypatch.setattr("syllabus.press.lists._rooms", lambda items, width: [0.0] * len(items))
    assert alone(loose) and alone(close)
