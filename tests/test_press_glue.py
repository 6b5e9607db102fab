"""What the end of a line never parts, and words that are never broken."""

from __future__ import annotations

import pytest

from syllabus.press.glue import NO_BREAK, glued
from syllabus.press.reading import page_texts
from syllabus.press.run import Run
from syllabus.press.typeset import typeset
from syllabus.suku import SOFT_HYPHEN
from tests.press_book import assets, one

TOGETHER = (
    "Pasal_21 UU_25/2009", "pukul_07.30_WIB", "07.30_–_08.15", "07.30 s.d._16.15_WIB", "5_April 2027", "24_JP", "(10_menit)", "hari_ke-30 dan ke-90", "Rp_1_juta",
    "SE MenPANRB 20/2021", "PermenPANRB_15/2014", "kompetensi teknis, level_2", "rubrik_R5", "14_÷_5 =_2,80", "80_persen", "loket_2", "ialah_….", "7_T Kolaboratif; 10_T Harmonis", "1_W; 2_G", "Kartu (4_peran)", "8 (1_setiap kelompok)", "(5_menit_lagi)", "A3 Pengaduan (hari_1_dari_2)",
)
APART = ("dua hari", "hari Jumat", "nilai 76,60 dan 80,10", "Tahun 2027 dimulai", "ruang 3A")


@pytest.mark.parametrize("words", TOGETHER)
def test_words_that_belong_together_are_held(words: str) -> None:
    assert glued(words.replace("_", " ")) == words.replace("_", NO_BREAK)


@pytest.mark.parametrize("words", APART)
def test_other_words_may_part(words: str) -> None:
    assert glued(words) == words


def test_the_last_word_of_a_paragraph_is_never_broken() -> None:
    run = Run()
    run.text("Petugas membandingkan pelayanan dengan ")
    run.open("strong({")
    run.text("keterjangkauan")
    run.close()
    run.text(".")
    code = run.code(hyphenate=True)
    assert "mem\\u{ad}" in code and SOFT_HYPHEN not in code
    assert "keterjangkauan" in code


def test_a_space_that_holds_is_found_and_copied_as_a_space() -> None:
    made = typeset(one("<p>Lihat Pasal 21 sebelum pukul 07.30 WIB.</p>"), assets)
    assert "Pasal 21 sebelum pukul 07.30 WIB" in "".join(page_texts(made.pdf))


def test_bookmarks_have_plain_spaces() -> None:
    made = typeset(one("<h2>Hari ke-1: Senin, 5 April 2027</h2><p>Isi.</p>"), assets)
    assert "Hari ke-1: Senin, 5 April 2027" in [heading.title for heading in made.outline]


def test_a_hyphen_before_a_number_ends_no_line() -> None:
    for filling in range(40, 60):
        made = typeset(one(f"<p>{'n' * filling} tanda W3-3 dan hari ke-30 pada kalimat yang cukup panjang untuk dua baris penuh sampai ke ujung.</p>"), assets, hyphenate=False)
        assert not [line for page in page_texts(made.pdf) for line in page.splitlines() if line.rstrip().endswith(("W3-", "ke-"))]
