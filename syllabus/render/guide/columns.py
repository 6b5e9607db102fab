"""Parts of a guide in two columns of about the same height, and lists to tick."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from syllabus.render.html import Child, Html, join, letters, tag

T = TypeVar("T")
TRIED = 12
"""Parts after the first that may stand on either side; later ones stay on the left."""
LINE = 46
"""Letters of a line in half the width."""
_PIECE = re.compile(r"<(h3|h4|li|dt|dd|p)\b[^>]*>(.*?)</\1>")


def ticks(items: Iterable[Child]) -> Html:
    """A list with boxes to tick."""
    return tag("ul", (tag("li", tag("span", class_="kotak"), " ", item) for item in items), class_="daftar-periksa")


def side_by_side(parts: Sequence[Child], whole: bool = False) -> Html:
    """Parts in two columns on paper, one after another on a phone; a whole one is not split over pages."""
    return tag("div", (tag("div", part) for part in parts), class_="dua-lajur utuh" if whole else "dua-lajur")


def balanced(parts: Sequence[Html]) -> list[Html]:
    """Parts in two columns of about the same height, each column in the order given; the first part stands on the left."""
    heights = [_height(part) for part in parts]
    whole = sum(heights)
    best = min(range(2 ** min(max(len(parts) - 1, 0), TRIED)), key=lambda choice: abs(whole - 2 * sum(_right(heights, choice))))
    right = _right(parts, best)
    return [join(column) for column in ([part for part in parts if part not in right], right) if column]


def _right(items: Sequence[T], choice: int) -> list[T]:
    """The items after the first whose bit is set."""
    return [item for number, item in enumerate(items[1:]) if choice >> number & 1]


def _height(part: Html) -> int:
    """About how high a part is in half the width of a page, in half lines."""
    return sum(5 if name in ("h3", "h4") else 1 - 2 * (-letters(text) // LINE) for name, text in _PIECE.findall(part))
