"""How wide the columns of a table become: by the author's proportions, and never narrower than their
longest word."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

PADDING = 3.4
"""Left and right padding of a cell, in mm."""

NUMBER = 11.0
"""Width in mm that a column for running numbers asks for."""
HAND, NAME, MARK = 30.0, 46.0, 16.0
"""Width in mm that a column to write in asks for, one for names, and one for a letter."""
MOST_PRINTED = 50.0
"""Width in mm that a printed column of a form asks for at most."""

NEARLY = 0.7
"""Share of a measure from which on a table is drawn out to all of it."""

MM_PER_POINT = 0.3528
_BREAKS = re.compile(r"[ \t\n\u200b]+|(?<=\w\w\w)/|(?<=-)(?!\d)")
_NUMBERS = frozenset({"No", "No.", "Nomor"})
_LETTERS = re.compile(r"[A-Z](?:, [A-Z])*,? atau [A-Z]")
_NARROW = frozenset("iljtfrI.,;:'|!()[]-/ ")
_WIDE = frozenset("mwMW%@—")


class _Ems(dict[str, float]):
    """The width of letters in sizes of the font, as they come up."""

    def __missing__(self, letter: str) -> float:
        ems = 0.34 if letter in _NARROW else 0.93 if letter in _WIDE else 0.69 if letter.isupper() else 0.59
        return self.setdefault(letter, ems)


_EMS = _Ems()


class Content(NamedTuple):
    """What one cell asks of its column: its text, and whether it is set bold."""

    text: str
    bold: bool = False


class Layout(NamedTuple):
    """Widths in mm, the condensation in percent and the size in points with which the words fit; `fits`
    may be false."""

    widths: tuple[float, ...]
    stretch: int
    size: float
    fits: bool


def widened(layout: Layout, measure: float, kept: Collection[int]) -> Layout:
    """A table that nearly fills its measure fills it: what it lacks goes to its columns by their widths, except to those `kept`."""
    lacks = measure - sum(layout.widths)
    sharing = sum(width for number, width in enumerate(layout.widths) if number not in kept)
    if lacks <= 0 or not sharing or sum(layout.widths) < measure * NEARLY:
        return layout
    return layout._replace(widths=tuple(width if number in kept else round(width * (1 + lacks / sharing), 2) for number, width in enumerate(layout.widths)))


def text_width(text: str, size: float, stretch: int, bold: bool = False) -> float:
    """Estimated width of a text in Noto Sans, in mm. Errs on the wide side."""
    return _ems(text) * size * stretch / 100 * MM_PER_POINT * (1.07 if bold else 1.0)


@lru_cache(maxsize=20_000)  # a table asks for its cells and their words again and again
def _ems(text: str) -> float:
    return sum(map(_EMS.__getitem__, text))


def lay_out(columns: list[list[Content]], shares: list[int], available: float, form: bool = False) -> Layout:
    """Choose widths. `shares` are the author's relative widths, 0 where none is given.

    A form without them takes all the width there is, since hands need room: columns to write in share what is left.
    """
    layout = Layout((), 100, 9.0, False)
    for stretch, size in ((100, 9.0), (90, 9.0), (82, 8.5), (75, 8.0)):
        least = [max((_least(cell, size, stretch) for cell in column), default=0.0) + PADDING for column in columns]
        layout = Layout(
            _spread(least, _wishes(columns, shares, size, stretch, available, form), available),
            stretch,
            size,
            sum(least) <= available + 0.01,
        )
        if layout.fits:
            return layout
    return layout


def _least(cell: Content, size: float, stretch: int) -> float:
    return max(
        (text_width(word, size, stretch, cell.bold) for word in _BREAKS.split(cell.text) if word),
        default=0.0,
    )


def _wishes(
    columns: list[list[Content]],
    shares: list[int],
    size: float,
    stretch: int,
    available: float,
    form: bool,
) -> list[float]:
    longest = [max((text_width(cell.text, size, stretch, cell.bold) for cell in column), default=0.0) + PADDING for column in columns]
    if any(shares):
        known = [share for share in shares if share]
        usual = sum(known) / len(known)
        total = sum(share or usual for share in shares)
        return [available * (share or usual) / total for share in shares]
    if form:
        printed = [any(cell.text for cell in column[1:]) for column in columns]
        counts = [len(columns) > 1 and bool(column) and column[0].text in _NUMBERS for column in columns]
        room = available - NUMBER * sum(counts)
        wishes = [0.0 if count else min(wide, MOST_PRINTED) if text else _by_hand(column) for column, wide, text, count in zip(columns, longest, printed, counts, strict=True)]
        total = sum(wishes) or 1.0
        return [NUMBER if count else wish * room / total for wish, count in zip(wishes, counts, strict=True)]
    if sum(longest) <= available:
        return longest
    amounts = [max(sum(text_width(cell.text, size, stretch) for cell in column) / max(len(column), 1), 1.0) for column in columns]
    roots = [min(amount**0.6, wide) for amount, wide in zip(amounts, longest, strict=True)]
    return [available * root / sum(roots) for root in roots]


def _by_hand(column: list[Content]) -> float:
    """What an empty column asks for by its head: "T atau X" needs a letter, "Nama" a name."""
    head = column[0].text if column else ""
    return NAME if head.startswith("Nama") else MARK if _LETTERS.fullmatch(head) else HAND


def _spread(least: list[float], wishes: list[float], available: float) -> tuple[float, ...]:
    """Give each column its wish; where that is too narrow its least, taken from those that have more."""
    total = min(sum(wishes), available)
    if sum(least) >= total:
        scale = min(1.0, available / sum(least)) if least else 1.0
        return tuple(round(width * scale, 2) for width in least)
    fixed: set[int] = set()
    while True:
        free = [number for number in range(len(least)) if number not in fixed]
        room = total - sum(least[number] for number in fixed)
        asked = sum(wishes[number] for number in free)
        short = {number for number in free if wishes[number] * room / asked < least[number]}
        if not short:
            return tuple(round(least[number] if number in fixed else wishes[number] * room / asked, 2) for number in range(len(least)))
        fixed |= short
