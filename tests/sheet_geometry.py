"""Where things stand on a printed sheet, read from the PDF alone: words, rules, and the cells that rules make. In millimetres from the upper left."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
from pypdfium2 import raw

MM = 25.4 / 72
NEAR = 0.35
"""Within this many mm two rules lie on one line."""
HEAD = 238
"""The grey of the heads of tables, as in the template."""
FOOT = 20.0
"""The foot of a page is lower than this, from the lower edge."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def holds(self, other: Box) -> bool:
        """Whether the middle of another lies within."""
        return self.left <= (other.left + other.right) / 2 <= self.right and self.top <= (other.top + other.bottom) / 2 <= self.bottom


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text on one line."""

    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, its head or not, and what is printed in it."""

    box: Box
    head: bool
    text: str


@dataclass(frozen=True)
class Grid:
    """A table as far as it stands on one page."""

    box: Box
    cells: tuple[Cell, ...]

    @cached_property
    def head(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.head)

    @cached_property
    def body(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if not cell.head)

    @cached_property
    def rows(self) -> int:
        """Rows of the body: of the column that has most."""
        lefts = {round(cell.box.left) for cell in self.body}
        return max((sum(round(cell.box.left) == left for cell in self.body) for left in lefts), default=0)

    def title(self, cell: Cell) -> str:
        """What stands over a cell: titles of groups, then its own."""
        middle = (cell.box.left + cell.box.right) / 2
        above = [head for head in self.head if head.box.left <= middle <= head.box.right]
        return " ".join(head.text for head in sorted(above, key=lambda head: head.box.top) if head.text)


@dataclass(frozen=True)
class Page:
    """One page. `rules` are the straight lines that stand or lie, `dotted` those to write on, `shades` the grey of heads of tables,
    `inks` the greys of all letters and lines, 0 being black."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    shades: tuple[Box, ...]
    dotted: tuple[Box, ...]
    inks: frozenset[int]

    @cached_property
    def body(self) -> tuple[Word, ...]:
        """The words over the foot."""
        return tuple(word for word in self.words if word.box.bottom < self.height - FOOT + 4)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.body)

    @cached_property
    def lowest(self) -> float:
        """How far down the page reaches before its foot."""
        return max((box.bottom for box in (*(word.box for word in self.body), *self.rules, *self.dotted) if box.bottom < self.height - FOOT + 4), default=0.0)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, from above."""
        return tuple(sorted((_grid(self, several) for several in _connected(self.rules) if len(several) > 3), key=lambda grid: grid.box.top))


def pages_of(pdf: bytes) -> tuple[Page, ...]:
    """Read every page of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_page(number, page) for number, page in enumerate(document, 1))


def _page(number: int, page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()

    rules: list[Box] = []
    shades: list[Box] = []
    dotted: list[Box] = []
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        around = _box(thing.get_bounds(), height)
        if raw.FPDFPath_CountSegments(thing.raw) == 2:
            (dotted if raw.FPDFPageObj_GetDashCount(thing.raw) else rules).append(around)
        elif _grey(thing) == HEAD:
            shades.append(around)
    return Page(number, width * MM, height * MM, tuple(words_on(page)), tuple(rules), tuple(shades), tuple(dotted), frozenset(_inks(page)))


def _inks(page: pypdfium2.PdfPage) -> Iterator[int]:
    """The greys of letters, and of lines that are drawn."""
    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH]):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            yield _grey(thing)
        elif _drawn(thing):
            yield _grey(thing, raw.FPDFPageObj_GetStrokeColor)


def _drawn(thing: pypdfium2.PdfObject) -> bool:
    """Whether a path is drawn as a line, not filled alone."""
    filled, drawn = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing.raw, filled, drawn)
    return bool(drawn.value)


def words_on(page: pypdfium2.PdfPage) -> Iterator[Word]:
    """The runs of text of a page, in its own order."""
    read, height = page.get_textpage(), page.get_height()
    for found in (read.get_rect(place) for place in range(read.count_rects())):
        if text := read.get_text_bounded(*found).strip():
            yield Word(_box(found, height), text)


def _box(bounds: Sequence[float], height: float) -> Box:
    """Edges in points from the lower left, on a page of that height, as a rectangle in millimetres from the upper left."""
    left, low, right, high = bounds
    return Box(left * MM, (height - high) * MM, right * MM, (height - low) * MM)


def _grey(thing: pypdfium2.PdfObject, ask: Callable[..., int] = raw.FPDFPageObj_GetFillColor) -> int:
    values = [ctypes.c_uint() for _ in range(4)]
    ask(thing.raw, *values)
    return values[0].value


def _connected(rules: Sequence[Box]) -> list[list[Box]]:
    """Rules that touch, together."""
    groups: list[list[Box]] = []
    for rule in rules:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if all(group is not one for one in touching)]
        groups.append([rule, *(other for group in touching for other in group)])
    return groups


def _touch(one: Box, other: Box) -> bool:
    return (one.left - NEAR <= other.right and other.left - NEAR <= one.right and one.top - NEAR <= other.bottom and other.top - NEAR <= one.bottom)


def _grid(page: Page, rules: Sequence[Box]) -> Grid:
    lying = [rule for rule in rules if rule.width > rule.height]
    standing = [rule for rule in rules if rule.width <= rule.height]
    left, right = min(rule.left for rule in rules), max(rule.right for rule in rules)
    xs = _places([left, right, *((rule.left + rule.right) / 2 for rule in standing)])
    ys = _places([(rule.top + rule.bottom) / 2 for rule in lying])
    boxes = sorted(_boxes(xs, ys, lying, standing), key=lambda box: (box.top, box.left))
    shaded = [any(shade.holds(box) and shade.width <= box.width + 1 for shade in page.shades) for box in boxes]
    first = next((box.top for box, grey in zip(boxes, shaded, strict=True) if not grey), ys[-1])
    cells = tuple(
        Cell(box, grey and box.top < first, " ".join(word.text for word in page.words if box.holds(word.box))) for box, grey in zip(boxes, shaded, strict=True)
    )
    return Grid(Box(left, ys[0], right, ys[-1]), cells)


def _places(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > 2 * NEAR:
            found.append(value)
    return found


def _boxes(xs: list[float], ys: list[float], lying: list[Box], standing: list[Box]) -> Iterator[Box]:
    """The cells: fields of the finest grid, joined where no rule parts them."""
    wide, tall = len(xs) - 1, len(ys) - 1
    parent = list(range(max(wide * tall, 0)))

    def root(place: int) -> int:
        while parent[place] != place:
            place = parent[place]
        return place

    for row in range(tall):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(wide):
            centre = (xs[column] + xs[column + 1]) / 2
            if column + 1 < wide and not any(abs((rule.left + rule.right) / 2 - xs[column + 1]) < 2 * NEAR and rule.top <= middle <= rule.bottom for rule in standing):
                parent[root(row * wide + column + 1)] = root(row * wide + column)
            if row + 1 < tall and not any(abs((rule.top + rule.bottom) / 2 - ys[row + 1]) < 2 * NEAR and rule.left <= centre <= rule.right for rule in lying):
                parent[root((row + 1) * wide + column)] = root(row * wide + column)
    members: dict[int, list[int]] = {}
    for place in range(wide * tall):
        members.setdefault(root(place), []).append(place)
    for places in members.values():
        rows, columns = [place // wide for place in places], [place % wide for place in places]
        yield Box(xs[min(columns)], ys[min(rows)], xs[max(columns) + 1], ys[max(rows) + 1])

