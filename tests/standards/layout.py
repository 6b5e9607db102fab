"""How the pages of a book look, measured: no page nearly empty, no heading left behind, lines of a length that reads well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

import pypdfium2

EMPTIEST = 0.12
"""Least height of what is printed on a page, as a share of its type area, unless its chapter ends there."""
HEAD, FOOT = 58.0, 52.0
"""Bands at the top and bottom of a page, in points, that hold running heads and page numbers."""
SHORTEST_LINE, LONGEST_LINE = 60, 75
"""Letters in a full line of running text."""


@dataclass(frozen=True)
class Line:
    """A line of text: its edges in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Page:
    """What stands on a page between its head and its foot."""

    width: float
    height: float
    lines: tuple[Line, ...]
    lowest: float

    @property
    def filled(self) -> float:
        """Share of the type area from its top to the lowest thing printed."""
        area = self.height - HEAD - FOOT
        return max(0.0, (self.height - HEAD - self.lowest) / area) if self.lines else 0.0


def pages(pdf: bytes) -> list[Page]:
    """Read all pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_page(page) for page in document]


def findings(pdf: bytes) -> list[str]:
    """Pages that a publisher would send back, one line each."""
    seen = pages(pdf)
    return [*_nearly_empty(seen), *_left_behind(pdf, seen)]


def line_lengths(seen: list[Page]) -> list[int]:
    """Letters in each full line of running text: lines that fill the text column from edge to edge."""
    return [
        len(line.text) for page in seen if page.height > page.width
        for line in page.lines if 355 <= line.right - line.left <= 368 and line.text.count(" ") > 3 and line.top - line.bottom > 6
    ]


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    found = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        if bottom > FOOT and top < height - HEAD:
            found.append(Line(text.get_text_bounded(left, bottom, right, top).strip(), left, bottom, right, top))
    boxes = [item.get_bounds() for item in page.get_objects(max_depth=2)]
    drawn = [bottom for left, bottom, right, top in boxes if bottom > FOOT and top < height - HEAD and right - left < width]
    lines = tuple(line for line in found if line.text)
    return Page(width, height, lines, min([line.bottom for line in lines] + drawn, default=height))


def _nearly_empty(seen: list[Page]) -> Iterator[str]:
    for number, page in enumerate(seen, 1):
        following = seen[number] if number < len(seen) else None
        ends = following is None or not following.lines or _opens(following)
        if page.lines and page.filled < EMPTIEST and not ends and number > 2:
            yield f"page {number} is nearly empty ({page.filled:.0%})"


def _opens(page: Page) -> bool:
    return any(re.fullmatch(r"Bab \d+", line.text) for line in page.lines[:6]) or page.lines[0].text in ("Indeks", "Daftar isi")


def _left_behind(pdf: bytes, seen: list[Page]) -> Iterator[str]:
    """Headings with nothing below them on their page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for entry in document.get_toc(max_depth=15):
            goal = entry.get_dest()
            if goal is None:
                continue
            number = goal.get_index()
            page = seen[number]
            _, place = goal.get_view()
            top = place[1] if len(place) > 1 else page.height
            title = re.sub(r"\W+", "", entry.get_title())
            below = "".join(re.sub(r"\W+", "", line.text) for line in page.lines if line.bottom < top)
            if page.lowest > top - 90 and not below.replace(title, "", 1):
                yield f'page {number + 1} ends with the heading "{entry.get_title()}"'


def usual_length(seen: list[Page]) -> float:
    """The usual number of letters in a full line; 0 where there is no running text."""
    return median(line_lengths(seen) or [0])
