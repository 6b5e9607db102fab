"""What stands on each page of a printed book, read from the PDF alone: lines, the last thing said, rows of tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2

from tests.sheet_geometry import MM, words_on

HEAD, FOOT = 22.0, 24.0
"""Millimetres from the upper and lower edge where running head and foot stand."""
SAME_LINE = 1.5
"""Millimetres within which words stand on one line."""
HEADINGS = frozenset(f"/H{level}" for level in range(1, 7))


@dataclass
class Page:
    """One page without its running head and foot. `ends_with` names the heading that it ends with, if it does; `rows` holds for
    each table that goes over several pages the rows of its body here."""

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
        tables: dict[int, Counter[int]] = defaultdict(Counter)
        seen: set[tuple[int, int]] = set()
        for place, tag, table, row in _contents(document.Root.StructTreeRoot, numbers):
            pages[place].ends_with = tag
            if table and row and (row, place) not in seen:
                seen.add((row, place))
                tables[table][place] += 1
        for several in tables.values():
            for place, rows in several.items() if len(several) > 1 else ():
                pages[place].rows.append(rows)
    return pages


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


def _contents(root: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> Iterator[tuple[int, str, int, int]]:
    """All tagged content in reading order: its page, the heading that it is part of (else empty), its table, and its row below the head."""
    counted = 0
    waiting: list[tuple[pikepdf.Object | int, int | None, str, int, int, bool]] = [(root, None, "", 0, 0, False)]
    while waiting:
        node, place, tag, table, row, head = waiting.pop()
        if isinstance(node, int):
            if place is not None:
                yield place, tag, table, row
            continue
        if "/Pg" in node:
            place = numbers.get(node.Pg.objgen, place)
        if "/MCID" in node and place is not None:
            yield place, tag, table, row
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
