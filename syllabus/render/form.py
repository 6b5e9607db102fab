"""Blank forms: the same body on the page, in the books and as a sheet of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from syllabus.render.blanks import BOX, CHOICE, blank, fields, printed_too, signatures, with_blanks, writing_room
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.sheets.legend import mark_bands
from syllabus.render.table import Cell, Column, Group, Row, Table, draw, signed_by
from syllabus.render.view import View
from syllabus.shapes.evaluation import BlankForm, FormColumn, FormPart

NOTHING_KNOWN: Mapping[str, Child] = MappingProxyType({})
BOXES: Mapping[str, Child] = MappingProxyType({"centang": BOX, "pilihan": CHOICE})
"""What a column of that kind holds where a row is open."""
SIGNED_IN_TURN = "ttd_zigzag"
"""The kind of a column in which signatures stand left and right in turn."""
ABOUT_A_SESSION = (("Waktu", 11), ("Materi", 11), ("Pengajar", 9))
"""What is written over each column of signatures where there are several, and how much room each line has, in letters."""


def form(view: View, name: str) -> Html:
    """One blank form, with the way to its PDF."""
    entry = view.find(view.curriculum.forms, name, "Formulir")
    value = entry.value
    return tag(
        "section", tag("h3", f"{value.code} {value.title}"),
        printed_too(view, f"formulir-{entry.id}", value.purpose), form_body(view, value),
        id=f"formulir-{entry.id}", class_="kartu kartu-formulir",
    )


def form_leaves(view: View) -> Iterator[Leaf]:
    """Every blank form as a sheet of its own."""
    for name, entry in view.curriculum.forms.items():
        value = entry.value
        yield Leaf(
            f"formulir-{name}", value.title, form_body(view, value), value.audience, entry.at("kode"), value.code, value.purpose,
            landscape=value.paper == "melintang", fillable=value.fillable, variant="kosong", roomy=True,
        )


def form_body(
    view: View, value: BlankForm, known: Mapping[str, Child] = NOTHING_KNOWN, heads: Mapping[str, Child] = NOTHING_KNOWN,
    rows: int | None = None, filled: Sequence[Mapping[str, str]] = (), year: int | None = None,
) -> Html:
    """A form from its first part to its signatures.

    `known` gives values for labels, `heads` what stands under the titles of columns; what they do not name stays open.
    `rows` is the number of blank rows where it is not the form's own, `filled` gives rows instead, by titles of columns.
    `year` closes the line of the date.
    """
    program = view.curriculum.program.value
    return join((
        *(_part(value, part, known, heads, rows, filled) for part in value.parts),
        mark_bands(view, value.scale) if value.scale else None,
        bullets(value.notes, class_="petunjuk") if value.notes else None,
        signatures(value.signatures, program.signed_at or program.province, str(year or program.year)),
    ))


def _part(
    value: BlankForm, part: FormPart, known: Mapping[str, Child], heads: Mapping[str, Child], rows: int | None,
    filled: Sequence[Mapping[str, str]],
) -> Html:
    title = None if part.columns or not part.title else tag("h4", part.title)
    return join((
        title,
        *(tag("p", with_blanks(sentence)) for sentence in part.sentences),
        fields(((label, known.get(label)) for label in part.head), part.beside) if part.head else None,
        draw(_table(value, part, heads, rows, filled)) if part.columns else None,
        writing_room(part.room) if part.room else None,
    ))


def _table(
    value: BlankForm, part: FormPart, heads: Mapping[str, Child], rows: int | None, filled: Sequence[Mapping[str, str]],
) -> Table:
    columns = tuple(
        Column(column.title, column.width, "tengah" if _narrow(column) else "", heads.get(column.title) or _session_lines(part, column)) for column in part.columns
    )
    blank = part.rows if rows is None or not part.rows else rows
    numbers = part.numbered
    given = [_given(part, cells) for cells in part.given]
    first = 1 + sum(len(cells) > 1 for cells in part.given)
    if filled and part.rows:
        blank = 0
        given += [_given(part, [str(number) if numbers and not place else told.get(column.title, "") for place, column in enumerate(part.columns)])
                  for number, told in enumerate(filled, first)]
    empty = [Row(tuple(_cells(part, number, numbers)), "kosong", headed=False) for number in range(first, first + blank)]
    return Table(
        "formulir", part.title or value.title, columns, (*given, *empty), groups=_groups(part.columns),
        landscape=value.paper == "melintang", row_height=part.row_height,
    )


def _session_lines(part: FormPart, column: FormColumn) -> Child:
    """Lines for what a session is about, where each column of signatures is for another one."""
    several = sum(other.kind == SIGNED_IN_TURN for other in part.columns) > 1
    return join((tag("br"), f"{label} ", blank(width)) for label, width in ABOUT_A_SESSION) if several and column.kind == SIGNED_IN_TURN else None


def _narrow(column: FormColumn) -> bool:
    return column.kind in BOXES or column.title.rstrip(".") in ("No", "L/P", "JP")


def _given(part: FormPart, cells: Sequence[str]) -> Row:
    """A row with words of its own; one cell alone is the title of the rows below it."""
    width = len(part.columns)
    if len(cells) == 1:
        return Row((Cell(cells[0], width),), "spanduk", headed=False)
    filled = [*cells, *[""] * width][:width]
    return Row(tuple(Cell(text or BOXES.get(column.kind, "")) for text, column in zip(filled, part.columns, strict=True)), headed=False)


def _cells(part: FormPart, number: int, numbered: bool) -> Iterator[Cell]:
    """A blank row; where signatures alternate, its number stands left or right in their cells."""
    for position, column in enumerate(part.columns):
        if column.kind == SIGNED_IN_TURN:
            yield signed_by(number)
        elif column.kind in BOXES:
            yield Cell(BOXES[column.kind])
        else:
            yield Cell(str(number) if numbered and position == 0 else "")


def _groups(columns: Sequence[FormColumn]) -> tuple[Group, ...]:
    if not any(column.group for column in columns):
        return ()
    found: list[Group] = []
    for title, several in groupby(columns, lambda column: column.group):
        count = len(list(several))
        found += [Group(title, count)] if title else [Group("", 1)] * count
    return tuple(found)
