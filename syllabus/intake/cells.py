"""What people type, and what spreadsheet programs make of it: dates as dates, serial numbers or words; clocks as times, fractions or text."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from syllabus import bahasa
from syllabus.intake.workbook import Value

_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheet dates, as the programs count."""
_WORDS = re.compile(r"(?:[A-Za-z']+,?\s+)?(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
_DIGITS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_PAIR = re.compile(r"(\d{1,2})[.:](\d{2})\s*(?:-|–|—|s\.?d\.?|sampai)\s*(\d{1,2})[.:](\d{2})(?:\s*WI(?:B|TA|T))?")


def day_of(value: Value) -> date | None:
    """A day from a date, a serial number, "Senin, 5 April 2027", "05/04/2027" (day first) or "2027-04-05"; else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _EPOCH + timedelta(days=int(value)) if 36_526 <= value < 73_051 else None  # the years 2000 to 2099
    return _written_day(value) if isinstance(value, str) else None


def _written_day(text: str) -> date | None:
    words, digits = _WORDS.fullmatch(text), _DIGITS.fullmatch(text)
    months = [month.lower() for month in bahasa.MONTHS]
    try:
        if words and words[2].lower() in months:
            return date(int(words[3]), months.index(words[2].lower()) + 1, int(words[1]))
        return date(int(digits[3]), int(digits[2]), int(digits[1])) if digits else date.fromisoformat(text)
    except ValueError:
        return None


def clock_pair(value: Value) -> tuple[time, time] | None:
    """Start and end from "07.30 – 08.00", "07:30-08:00 WIB" or "07.30 s.d. 08.00"; else None."""
    match = _PAIR.fullmatch(value) if isinstance(value, str) else None
    try:
        return (time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))) if match else None
    except ValueError:
        return None


def whole_number(value: Value) -> int | None:
    """A count; an empty cell is 0, and what is no whole number is None."""
    if value is None or value == "":
        return 0
    if isinstance(value, str):
        return int(value) if value.isdecimal() else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value == int(value) and value >= 0:
        return int(value)
    return None
