"""A table as a value, and how it is drawn: caption, scopes, repeatable head, labels for narrow screens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from syllabus.render.html import Child, Html, join, letters, tag

STACKED = 4
"""From this many columns on, a table of sentences is read as one card a row on a phone."""
LONG, SHORT = 60, 40
"""Letters of a cell that makes cards of three columns already; letters up to which cells of a card stand one after another."""


@dataclass(frozen=True)
class Column:
    """A column: its title, relative width (1 to 12, 0 for automatic) and the class of its cells."""

    title: str
    width: int = 0
    kind: str = ""
    under: Child = None
    """What stands below the title, in the head."""


@dataclass(frozen=True)
class Cell:
    """One cell. `span` counts columns, `down` counts rows."""

    content: Child
    span: int = 1
    kind: str = ""
    down: int = 1


def signed_by(number: int) -> Cell:
    """Where the one of that number signs: odd ones at the left of the column, even ones at the right, so that each hand has two rows."""
    return Cell(f"{number}.", kind="ttd-kiri" if number % 2 else "ttd-kanan")


@dataclass(frozen=True)
class Row:
    """One row. `kind` is empty, `jeda`, `spanduk` or `jumlah`; the first cell names the row when `headed`."""

    cells: tuple[Cell, ...]
    kind: str = ""
    headed: bool = True
    anchor: str | None = None


@dataclass(frozen=True)
class Group:
    """A title over some columns: the upper row of a two-row head. Without a title its one column spans both rows."""

    title: str
    columns: int


@dataclass(frozen=True)
class Table:
    """Rows under columns. `groups` gives the head a second row.

    `row_height` is the height in mm of rows that are filled in by hand; 0 leaves it to the press.
    """

    kind: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: tuple[Row, ...] = ()
    groups: tuple[Group, ...] = field(default=())
    landscape: bool = False
    row_height: int = 0

    @cached_property
    def stacks(self) -> bool:
        """Whether a phone shows one card a row. Blank forms, columns of bare numbers, and rows that share a cell stay tables:
        a card a row would say less than the grid."""
        if self.kind in ("formulir", "struktur") or any(cell.down > 1 for entry in self.rows for cell in entry.cells):
            return False
        wide = len(self.columns) >= STACKED or (len(self.columns) == STACKED - 1 and self._longest > LONG)
        return wide or self.kind in ("rubrik", "jadwal", "unduhan")

    @cached_property
    def lines_up(self) -> bool:
        """Whether a phone shows a wide form as the titles of its columns, one after another, and what is written at the head of its
        rows: nothing else is in it yet."""
        return self.kind == "formulir" and len(self.columns) >= STACKED and not self.groups and not any(
            cell.content for entry in self.rows for cell in entry.cells[2:])

    @cached_property
    def brief(self) -> bool:
        """Whether the cells of a card say a word or two each, so that several stand in one line."""
        return self.stacks and self.kind in ("daftar", "register") and self._longest <= SHORT

    @cached_property
    def _longest(self) -> int:
        """Letters of the longest cell beside the first column."""
        return max((letters(join((cell.content,))) for entry in self.rows for cell in entry.cells[1:]), default=0)


def row(*contents: Child, kind: str = "", headed: bool = True, anchor: str | None = None) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(content) for content in contents), kind, headed, anchor)


def draw(table: Table) -> Html:
    """The table as HTML, inside a region that scrolls by itself on a narrow screen."""
    body = tag(
        "table",
        tag("caption", table.caption),
        tag("colgroup", (tag("col", class_=f"lebar-{column.width}" if column.width else None) for column in table.columns))
        if any(column.width for column in table.columns) else None,
        tag("thead", _head(table)),
        [tag("tbody", part) for part in _parts(table)],
        tag("tfoot", _rows(table.foot, table)) if table.foot else None,
        class_=f"tabel tabel-{table.kind}{' bertumpuk' if table.stacks else ''}{' ringkas' if table.brief else ''}{' lajur' if table.lines_up else ''}",
        data_kertas="melintang" if table.landscape else None,
        data_tinggi=table.row_height or None,
    )
    return tag("div", body, class_="gulir", tabindex="0")


def _head(table: Table) -> Html:
    if not table.groups:
        return tag("tr", (_title(column) for column in table.columns))
    upper: list[Html] = []
    lower: list[Html] = []
    position = 0
    for group in table.groups:
        inside = table.columns[position : position + group.columns]
        if not group.title:
            upper.append(_title(inside[0], rowspan="2"))
        else:
            upper.append(tag("th", group.title, scope="colgroup", colspan=group.columns, class_="tengah"))
            lower += [_title(column) for column in inside]
        position += group.columns
    return Html(tag("tr", upper) + tag("tr", lower))


def _title(column: Column, rowspan: str | None = None) -> Html:
    return tag("th", column.title, column.under, scope="col", rowspan=rowspan, class_=column.kind or None)


def _parts(table: Table) -> list[list[Html]]:
    """The rows of the body; each banner begins a part of its own, which its cell heads (HTML 4.9.12.2, row group headers)."""
    parts: list[list[Html]] = [[]]
    for entry, drawn_row in zip(table.rows, _rows(table.rows, table), strict=True):
        if entry.kind == "spanduk" and parts[-1]:
            parts.append([])
        parts[-1].append(drawn_row)
    return parts


def _rows(rows: Iterable[Row], table: Table) -> Iterable[Html]:
    """Rows one after another; a cell that reaches down takes its column in the rows it covers."""
    covered: dict[int, int] = {}
    for entry in rows:
        yield _row(entry, table, covered)


def _row(entry: Row, table: Table, covered: dict[int, int]) -> Html:
    cells: list[Html] = []
    position = _free(0, covered)
    for number, cell in enumerate(entry.cells):
        column = table.columns[min(position, len(table.columns) - 1)]
        kind = " ".join(dict.fromkeys(part for part in (column.kind if cell.span == 1 else "", cell.kind) if part)) or None
        span, down = cell.span if cell.span > 1 else None, cell.down if cell.down > 1 else None
        if number == 0 and entry.headed:
            cells.append(tag("th", cell.content, scope="rowgroup" if entry.kind == "spanduk" else "row", colspan=span, rowspan=down, class_=kind))
        else:
            label = column.title if span is None and cell.content and table.stacks else None
            cells.append(tag("td", cell.content, colspan=span, rowspan=down, class_=kind, data_label=label))
        for place in range(position, position + cell.span):
            covered[place] = cell.down
        position = _free(position + cell.span, covered)
    for place in covered:
        covered[place] -= 1
    return tag("tr", cells, class_=f"baris-{entry.kind}" if entry.kind else None, id=entry.anchor)


def _free(position: int, covered: dict[int, int]) -> int:
    while covered.get(position, 0) > 0:
        position += 1
    return position


def drawn(tables: Iterable[Table]) -> Html:
    """Several tables, one after another."""
    return Html("".join(draw(table) for table in tables))
