"""A table as a value, and how it is drawn: caption, scopes, repeatable head, labels for narrow screens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from syllabus.render.html import Child, Html, tag


@dataclass(frozen=True)
class Column:
    """A column: its title, relative width (1 to 12, 0 for automatic) and the class of its cells."""

    title: str
    width: int = 0
    kind: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell. `span` counts columns."""

    content: Child
    span: int = 1
    kind: str = ""


@dataclass(frozen=True)
class Row:
    """One row. `kind` is empty, `jeda`, `spanduk` or `jumlah`; the first cell names the row when `headed`."""

    cells: tuple[Cell, ...]
    kind: str = ""
    headed: bool = True
    anchor: str | None = None


@dataclass(frozen=True)
class Group:
    """A title over several columns: the upper row of a two-row head."""

    title: str
    columns: int


@dataclass(frozen=True)
class Table:
    """Rows under columns. `groups` gives the head a second row; a group of one column spans both rows."""

    kind: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    foot: tuple[Row, ...] = ()
    groups: tuple[Group, ...] = field(default=())
    landscape: bool = False


def row(*contents: Child, kind: str = "", headed: bool = True, anchor: str | None = None) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(content) for content in contents), kind, headed, anchor)


def draw(table: Table) -> Html:
    """The table as HTML, inside a region that scrolls by itself on a narrow screen."""
    body = tag(
        "table",
        tag("caption", table.caption),
        tag("colgroup", (tag("col", class_=f"lebar-{column.width}" if column.width else None) for column in table.columns)),
        tag("thead", _head(table)),
        tag("tbody", (_row(entry, table) for entry in table.rows)),
        tag("tfoot", (_row(entry, table) for entry in table.foot)) if table.foot else None,
        class_=f"tabel tabel-{table.kind}",
        data_kertas="melintang" if table.landscape else None,
    )
    return tag("div", body, class_="gulir", role="region", tabindex="0", aria_label=table.caption)


def _head(table: Table) -> Html:
    if not table.groups:
        return tag("tr", (_title(column) for column in table.columns))
    upper: list[Html] = []
    lower: list[Html] = []
    position = 0
    for group in table.groups:
        inside = table.columns[position : position + group.columns]
        if group.columns == 1:
            upper.append(_title(inside[0], rowspan="2"))
        else:
            upper.append(tag("th", group.title, scope="colgroup", colspan=group.columns, class_="tengah"))
            lower += [_title(column) for column in inside]
        position += group.columns
    return Html(tag("tr", upper) + tag("tr", lower))


def _title(column: Column, rowspan: str | None = None) -> Html:
    return tag("th", column.title, scope="col", rowspan=rowspan, class_=column.kind or None)


def _row(entry: Row, table: Table) -> Html:
    cells: list[Html] = []
    position = 0
    for number, cell in enumerate(entry.cells):
        column = table.columns[min(position, len(table.columns) - 1)]
        kind = " ".join(dict.fromkeys(part for part in (column.kind, cell.kind) if part)) or None
        span = cell.span if cell.span > 1 else None
        if number == 0 and entry.headed:
            cells.append(tag("th", cell.content, scope="row", colspan=span, class_=kind))
        else:
            label = column.title if span is None else None
            cells.append(tag("td", cell.content, colspan=span, class_=kind, data_label=label))
        position += cell.span
    return tag("tr", cells, class_=f"baris-{entry.kind}" if entry.kind else None, id=entry.anchor)


def drawn(tables: Iterable[Table]) -> Html:
    """Several tables, one after another."""
    return Html("".join(draw(table) for table in tables))
