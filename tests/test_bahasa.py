"""Dates, clocks and numbers read as formal Indonesian."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from syllabus import bahasa


def test_dates() -> None:
    assert bahasa.day_and_date(date(2027, 4, 5)) == "Senin, 5 April 2027"
    assert bahasa.date_range(date(2027, 4, 5), date(2027, 4, 7)) == "5 s.d. 7 April 2027"
    assert bahasa.date_range(date(2027, 4, 30), date(2027, 5, 2)) == "30 April s.d. 2 Mei 2027"
    assert bahasa.date_range(date(2026, 12, 30), date(2027, 1, 2)) == "30 Desember 2026 s.d. 2 Januari 2027"
    assert bahasa.date_range(date(2027, 4, 5), date(2027, 4, 5)) == "5 April 2027"


def test_clocks() -> None:
    assert bahasa.clock_range(time(7, 30), time(12, 5)) == "07.30 – 12.05"


def test_numbers() -> None:
    assert [bahasa.number(value) for value in (Decimal("1234.50"), 1000, Decimal("0.04"), -5, Decimal("-0.5"), 100)] == [
        "1.234,5", "1.000", "0,04", "-5", "-0,5", "100"]
    assert [bahasa.number(value, 2) for value in (Decimal("0.7"), 100, Decimal("3.125"))] == ["0,70", "100,00", "3,125"]
    assert bahasa.percent(38, 60) == "63 persen"


def test_lists() -> None:
    assert [bahasa.listing(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a dan b", "a, b, dan c"]
