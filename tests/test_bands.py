"""Bands of scales as readers see them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from syllabus.render.bands import spans, told
from syllabus.shapes.reference import Band


def bands(*ends: tuple[str, str]) -> tuple[Band, ...]:
    return tuple(Band.model_validate({"min": least, "maks": most, "label": "Baik", "keputusan": "Lulus"}) for least, most in ends)


@pytest.mark.parametrize(("ends", "seen"), [
    ([("0,70", "1"), ("0,3", "0,69")], ["0,70–1,00", "0,30–0,69"]),
    ([("12", "20"), ("21", "100")], ["12–20", "21–100"]),
    ([("90,01", "100"), ("0", "90,0")], ["90,01–100,00", "0,00–90,00"]),
])
def test_all_ends_have_equally_many_decimals(ends: list[tuple[str, str]], seen: list[str]) -> None:
    assert spans(bands(*ends), "–") == seen
    assert told(bands(*ends)) == [f"{span} Baik (Lulus)" for span in seen]
    assert bands(*ends)[0].least == Decimal(ends[0][0].replace(",", "."))
