"""Syllables of Indonesian words, from a list that anyone can add to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from syllabus.suku import SOFT_HYPHEN, soften, syllables

LINES = (Path(__file__).parent / "cases" / "suku-kata.txt").read_text(encoding="utf-8").splitlines()
WORDS = [line.strip() for line in LINES if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("broken", WORDS)
def test_word_breaks_as_listed(broken: str) -> None:
    assert "-".join(syllables(broken.replace("-", ""))) == broken


@given(st.text())
def test_nothing_but_soft_hyphens_is_added(text: str) -> None:
    clean = text.replace(SOFT_HYPHEN, "")
    assert soften(clean).replace(SOFT_HYPHEN, "") == clean


@pytest.mark.parametrize(
    "text",
    ["KEPMENPAN", "latihan", "https://contoh.jambiprov.go.id/panduan", "nama.lengkap@contoh.go.id", "A3.1"],
)
def test_short_words_capitals_and_addresses_stay_whole(text: str) -> None:
    assert soften(text) == text


def test_three_letters_stay_on_each_side() -> None:
    for word in WORDS:
        parts = soften(word.replace("-", "")).split(SOFT_HYPHEN)
        assert len(parts) == 1 or (len(parts[0]) >= 3 and len(parts[-1]) >= 3)
