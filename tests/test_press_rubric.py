"""A rubric's chapter: in a guide, which leaves out where the rubric is used, all of it stands on one page where it can."""

from __future__ import annotations

import pytest

from syllabus.press.book import Chapter
from syllabus.press.reading import page_texts
from syllabus.press.typeset import typeset
from tests.press_book import CRITERION, assets, book

TITLE = "Rubrik R9: Adegan"
RUBRIC = (
    '<p>Pengantar rubrik.</p><section class="kartu kartu-rubrik"><dl><div><dt>Kode</dt><dd>R9</dd></div><div><dt>Untuk</dt><dd>Adegan '
    'loket</dd></div></dl><h2>Cara memakai</h2><ul><li>Amati satu adegan penuh sebelum memberi skor.</li></ul></section>'
    "<h2>Dipakai di</h2><ul><li>A2 Komunikasi Layanan</li></ul><h2>Kriteria dan tingkat</h2>"
    f'<table class="tabel tabel-rubrik" data-kertas="melintang"><caption>{TITLE}</caption><thead><tr><th>Kriteria</th><th>Bobot</th><th>4</th>'
    f"<th>3</th><th>2</th><th>1</th></tr></thead><tbody>{''.join(CRITERION.format(n=n) for n in range(1, 9))}</tbody></table>"
)


@pytest.mark.parametrize(("without", "pages"), [((), 2), (("Dipakai di",), 1)])
def test_a_guide_has_a_rubric_on_one_page(without: tuple[str, ...], pages: int) -> None:
    chapter = Chapter(TITLE, RUBRIC, "docs/rubrik/adegan.md", "rubrik/adegan/", without=without)
    texts = page_texts(typeset(book(chapter, web_address=None), assets).pdf)
    held = [number for number, text in enumerate(texts) if "Pengantar rubrik" in text or "ke-8" in text]
    assert held[-1] - held[0] + 1 == pages
    # The title of the table is the chapter's, and is not told again.
    assert [texts[number].count(TITLE) for number in held] == [1, 0][:pages]
