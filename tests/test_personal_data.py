"""Numbers of people are found and masked; numbers of laws, money and days pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from syllabus.personal_data import find_personal_data

CASES = [line.split(" | ") for line in (Path(__file__).parent / "cases" / "data-pribadi.txt").read_text(encoding="utf-8").splitlines()
         if line and not line.startswith("#")]


@pytest.mark.parametrize("case", [case for case in CASES if case[0] == "tolak"], ids=lambda case: case[-1])
def test_is_found_and_masked(case: list[str]) -> None:
    _, kind, text = case
    found = find_personal_data(text)
    assert [finding.kind for finding in found] == [kind]
    hit = text[found[0].start : found[0].end]
    assert hit not in found[0].masked and "•" in found[0].masked


@pytest.mark.parametrize("case", [case for case in CASES if case[0] == "terima"], ids=lambda case: case[-1])
def test_passes(case: list[str]) -> None:
    assert find_personal_data(case[1]) == ()
