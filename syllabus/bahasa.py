"""How dates, clocks, numbers and lists are written in formal Indonesian."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)


def day_name(day: date) -> str:
    """ "Senin"."""
    return DAYS[day.weekday()]


def month_name(month: int) -> str:
    """ "April" for 4."""
    return MONTHS[month - 1]


def long_date(day: date) -> str:
    """ "5 April 2027"."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def day_and_date(day: date) -> str:
    """ "Senin, 5 April 2027"."""
    return f"{day_name(day)}, {long_date(day)}"


def in_a_sentence(title: str) -> str:
    """A title within a sentence or another title: "evaluasi fasilitator", but "SKM unit"."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def date_range(first: date, last: date) -> str:
    """ "5 s.d. 7 April 2027"; month and year are written once where they are shared."""
    if first == last:
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} s.d. {long_date(last)}"
    if first.year == last.year:
        return f"{first.day} {month_name(first.month)} s.d. {long_date(last)}"
    return f"{long_date(first)} s.d. {long_date(last)}"


def clock(moment: time) -> str:
    """ "07.30"."""
    return f"{moment.hour:02d}.{moment.minute:02d}"


def clock_range(start: time, end: time) -> str:
    """ "07.30 – 08.00"."""
    return f"{clock(start)} – {clock(end)}"


def number(value: Decimal | int, places: int = 0) -> str:
    """ "1.234,5": a dot for thousands, a comma for decimals, no empty decimals beyond the `places` that are asked for."""
    exact = Decimal(value)
    text = f"{abs(exact):,f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0").ljust(places, "0")
    sign = "-" if exact < 0 else ""
    return sign + whole.replace(",", ".") + (f",{rest}" if rest else "")


def percent(part: int, whole: int) -> str:
    """ "63 persen", rounded half up to whole percents."""
    return f"{(Decimal(part * 100) / whole).quantize(Decimal(1), ROUND_HALF_UP)} persen"


def minutes(count: int) -> str:
    """ "90 menit"."""
    return f"{number(count)} menit"


def listing(parts: Sequence[str]) -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    if len(parts) < 3:
        return " dan ".join(parts)
    return f"{', '.join(parts[:-1])}, dan {parts[-1]}"
