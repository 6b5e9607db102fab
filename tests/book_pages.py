"""What stands on each page of a printed book, read from the PDF alone: lines, the last thing said, rows of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
from pypdfium2 import raw

from tests.sheet_geometry import MM, words_on

HEAD, FOOT = 22.0, 24.0
"""Millimetres from the upper and lower edge where running head and foot stand."""
TOP, BOTTOM = 27.0, 272.0
"""The type area of an upright page in mm from its upper edge. As in the design."""
LETTERS = 20
"""Segments of a path from which on it is drawn letters."""
TALL = 13.0
"""Millimetres from which on a row of a table is tall: four lines."""
SAME_LINE = 1.5
"""Millimetres within which words stand on one line."""
HEADINGS = frozenset(f"/H{level}" for level in range(1, 7))


@dataclass
class Page:
    """One page without its running head and foot. `ends_with` names the heading that it ends with, if it does; `rows` holds for
    each table that goes over several pages the rows of its body here. A tall row alone counts as two, since no eye loses it."""

    number: int
    lines: list[str]
    ends_with: str = ""
    rows: list[int] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def pages_of(pdf: bytes) -> list[Page]:
    """All pages of a book."""
    pages = [Page(number, lines) for number, lines in enumerate(_lines(pdf), 1)]
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        tables: dict[int, dict[int, dict[int, set[int]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
        for place, tag, table, row, mark in _contents(document.Root.StructTreeRoot, numbers):
            pages[place].ends_with = tag
            if table and row:
                tables[table][place][row].add(mark)
        for several in tables.values():
            for place, rows in several.items() if len(several) > 1 else ():
                alone = len(rows) == 1 and _height(pdf, place, next(iter(rows.values()))) >= TALL
                pages[place].rows.append(2 if alone else len(rows))
    return pages


def _height(pdf: bytes, place: int, marks: set[int]) -> float:
    """Millimetres from the top to the bottom of what stands under some marks of a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        things = document[place].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
        edges = [edge for thing in things if raw.FPDFPageObj_GetMarkedContentID(thing.raw) in marks for edge in thing.get_bounds()[1::2]]
        return float(max(edges) - min(edges)) * MM


def holes(pdf: bytes) -> list[tuple[int, float]]:
    """Upright pages whose chapter goes on overleaf, with the share of their type area that stays empty at the foot.

    Where a chapter ends is told by the page after it: it is blank, or opens a chapter without a running head.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [(page.get_width() < page.get_height(), *reach(page)) for page in document]
    return [
        (number, (BOTTOM - lowest) / (BOTTOM - TOP))
        for number, ((upright, _, lowest), (_, goes_on, _)) in enumerate(pairwise(pages), 1) if upright and goes_on
    ]


def left_at_end(pdf: bytes) -> float:
    """The share of the last page's type area that stays empty."""
    with pypdfium2.PdfDocument(pdf) as document:
        return (BOTTOM - reach(document[len(document) - 1])[1]) / (BOTTOM - TOP)


def reach(page: pypdfium2.PdfPage) -> tuple[bool, float]:
    """Whether a page has a running head, and how far down it reaches in mm: its words, rules and boxes, not the mark of a draft."""
    height = page.get_height() * MM
    words = [word.box for word in words_on(page)]
    drawn = [path for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]) if raw.FPDFPath_CountSegments(path.raw) < LETTERS]
    reached = [box.bottom for box in words] + [height - path.get_bounds()[1] * MM for path in drawn]
    return any(box.bottom <= HEAD for box in words), max((bottom for bottom in reached if bottom < BOTTOM + SAME_LINE), default=TOP)


def _lines(pdf: bytes) -> Iterator[list[str]]:
    """The lines of text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            foot = page.get_height() * MM - FOOT
            found: dict[float, str] = {}
            for word in words_on(page):
                bottom = word.box.bottom
                if bottom > HEAD and word.box.top < foot:
                    line = next((other for other in found if abs(other - bottom) < SAME_LINE), bottom)
                    found[line] = f"{found.get(line, '')} {word.text}".strip()
            yield list(found.values())


def _contents(root: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> Iterator[tuple[int, str, int, int, int]]:
    """All tagged content in reading order: its page, the heading that it is part of (else empty), its table, its row below the head, and its mark."""
    counted = 0
    waiting: list[tuple[pikepdf.Object | int, int | None, str, int, int, bool]] = [(root, None, "", 0, 0, False)]
    while waiting:
        node, place, tag, table, row, head = waiting.pop()
        if isinstance(node, int):
            if place is not None:
                yield place, tag, table, row, node
            continue
        if "/Pg" in node:
            place = numbers.get(node.Pg.objgen, place)
        if "/MCID" in node and place is not None:
            yield place, tag, table, row, int(node.MCID)
            continue
        name = str(node.get("/S", ""))
        counted += 1
        if name in HEADINGS:
            tag = name
        elif name == "/Table":
            table, row, head = counted, 0, False
        elif name == "/THead":
            head = True
        elif name == "/TR":
            row = 0 if head else counted
        kids = node.get("/K")
        if kids is not None:
            several = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            waiting += [(kid, place, tag, table, row, head) for kid in reversed(several)]
