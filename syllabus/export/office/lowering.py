"""How low the rows of a document become, so that signatures stand on a page with rows: all estimated, in mm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from syllabus.export.office.document import Document, Grid, Part

LOWEST, LEAST = 0.55, 6.2
"""How low rows may become, as a share of their own height, and in mm where they are not told to be lower still."""
BODY, ROOM = (254.0, 167.0), (170.0, 255.0)
"""Height and width of what a page takes between its margins: upright, landscape. 3 mm stay free: programs measure letters differently."""
FEW_ROWS = 8
FEW_HIGH = (16.0, 13.0)
"""Upright and landscape. Up to `FEW_ROWS` rows are for sentences, not for names: they get room to write by hand."""
NAME_HIGH = 8.0
TEXT, SMALL = (1.85, 4.6), (1.72, 4.1)
"""Width of a letter and height of a line: running text, words in a table."""
SIGNATURES, NUMBERS = 40.0, 5.5
"""Where people sign, and what the line for the number of each adds."""


def share(document: Document, letterhead: int, widths: Sequence[Sequence[float]]) -> float:
    """What rows keep of their height, 1 where the last page bears rows anyhow. `widths` are those of the columns of every grid.
    A table that goes on takes its head along and leaves up to a row's height at the foot."""
    body = BODY[document.landscape]
    again = max((_head(grid) + height(grid, document.landscape) for grid in document.grids), default=0.0)
    for number in range(1, 50):
        room = number * body - (number - 1) * again
        for percent in range(100, int(100 * LOWEST) - 1, -1):
            if total(document, letterhead, widths, percent / 100) <= room:
                return percent / 100
    return 1.0


def height(grid: Grid, landscape: bool) -> float:
    """The height of a row to fill in."""
    return grid.height or (FEW_HIGH[landscape] if len(grid.rows) <= FEW_ROWS else NAME_HIGH)


def lowered(grid: Grid, landscape: bool, lower: float) -> float:
    """The height of a row to fill in where rows keep that share of it."""
    own = height(grid, landscape)
    return max(min(own, LEAST), own * lower)


def total(document: Document, letterhead: int, widths: Sequence[Sequence[float]], lower: float) -> float:
    """How high a document is on one endless page."""
    room = ROOM[document.landscape]
    high = 7.0 + 6 * letterhead + (_lines(document.purpose, room, TEXT) + 3.5 if document.purpose else 0)
    high += sum(_lines(note, room - 5, TEXT) + 0.8 for note in document.notes) + (SIGNATURES + NUMBERS * document.civil) * bool(document.signatures)
    high += sum(_part(part, room) for part in document.in_order)
    for grid, columns in zip(document.grids, widths, strict=True):
        least = lowered(grid, document.landscape, lower)
        high += _head(grid) + 3 + 10 * bool(grid.title) + sum(_row(cells, columns, least) for cells in grid.rows)
    return high


def _part(part: Part, room: float) -> float:
    """What stands in a part beside its tables."""
    pairs = len(part.label_lines)
    return 10 * bool(part.title) + sum(_lines(text, room, TEXT) + 2.2 for text in part.sentences) + 7.45 * pairs + 1.6 * bool(pairs) + 8.5 * part.room


def _head(grid: Grid) -> float:
    return 5.7 * (1 + bool(grid.groups)) + 4 * any(" " in title for title in grid.columns)


def _row(cells: Sequence[str], columns: Sequence[float], least: float) -> float:
    return max([least, *_words(cells, columns)])


def _words(cells: Sequence[str], columns: Sequence[float]) -> Iterator[float]:
    for cell, width in zip(cells, columns, strict=False):
        if cell:
            yield _lines(cell, width - 3.6, SMALL) + 1.6


def _lines(text: str, room: float, letters: tuple[float, float]) -> float:
    width, line = letters
    return line * max(1, -(-len(text) * width // max(room, width)))
