"""A form or letter as plain values: what a Word template of the house may show, by Indonesian name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from syllabus import bahasa
from syllabus.export.office.speakers import named
from syllabus.shapes.evaluation import BlankForm, FormPart
from syllabus.shapes.lesson import BlankTable
from syllabus.shapes.reference import Facilitator
from syllabus.shapes.schedule import Cohort
from syllabus.shapes.workshop import Template
from syllabus.timetable import Timetable

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Grid:
    """A table to fill in. Widths are relative; rows are as wide as the columns."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Rows


@dataclass(frozen=True)
class Paper:
    """What every document of one office carries: letterhead lines, the place where it is signed, the line at the foot."""

    letterhead: tuple[str, ...]
    place: str
    foot: str


@dataclass(frozen=True)
class Document:
    """One file: `id` is its name and picks a template of its own, where the office has made one."""

    id: str
    title: str
    code: str = ""
    purpose: str = ""
    head: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    landscape: bool = False


def of_form(name: str, form: BlankForm) -> Document:
    """A blank form of the programme."""
    return Document(
        f"formulir-{name}", form.title, form.code, form.purpose, tuple(label for part in form.parts for label in part.head),
        tuple(sentence for part in form.parts for sentence in part.sentences), tuple(_part(part) for part in form.parts if part.columns),
        form.notes, form.signatures, form.paper == "melintang",
    )


def of_template(template: Template) -> Document:
    """A letter or sheet of a workshop."""
    return Document(
        f"lokakarya-{template.id}", template.title, "", template.note or "", (), template.paragraphs,
        tuple(_grid(table) for table in template.tables), (), template.signatures, any(len(table.columns) > 6 for table in template.tables),
    )


def of_schedule(name: str, cohort: Cohort, plan: Timetable, people: Mapping[str, Facilitator]) -> Document:
    """A cohort's schedule with the running total of JP."""
    rows = []
    shown = None
    for number, (day, row) in enumerate(plan.rows, 1):
        rows.append((
            str(number), bahasa.day_and_date(day.day) if day != shown else "",
            "" if row.kind == "spanduk" else bahasa.clock_range(row.start, row.end), row.title,
            str(row.jp or ""), str(row.running_jp) if row.jp else "", "; ".join(named(speaker, people) for speaker in row.speakers),
        ))
        shown = day
    columns = ("No", "Hari, tanggal", f"Waktu ({cohort.zone})", "Kegiatan", "JP", "Akum. JP", "Pemandu")
    grid = Grid("", columns, (1, 5, 3, 7, 1, 2, 5), tuple(rows))
    return Document(f"jadwal-{name}", f"Jadwal {cohort.name}", "", cohort.venue, (), (), (grid,), cohort.note, ("Pengendali pelatihan", "Ketua panitia"), True)


def _part(part: FormPart) -> Grid:
    numbered = part.columns[0].title.rstrip(".") == "No"
    titles = tuple(f"{column.group}: {column.title}" if column.group else column.title for column in part.columns)
    rows = _rows([("", *cells) if numbered and len(cells) == 1 else cells for cells in part.given], len(titles), part.rows, numbered)
    return Grid(part.title or "", titles, tuple(column.width for column in part.columns), rows)


def _grid(table: BlankTable) -> Grid:
    count = len(table.columns)
    numbered = table.columns[0].rstrip(".") == "No"
    widths = tuple(1 if numbered and place == 0 else 4 for place in range(count))
    return Grid(table.title, table.columns, widths, _rows(table.given, count, table.rows, numbered))


def _rows(given: Sequence[Sequence[str]], count: int, blank: int, numbered: bool) -> Rows:
    """Given rows, then blank ones that go on counting where the first column counts."""
    return tuple(_filled(given, count, blank, numbered))


def _filled(given: Sequence[Sequence[str]], count: int, blank: int, numbered: bool) -> Iterator[tuple[str, ...]]:
    for cells in given:
        yield (*cells, *[""] * count)[:count]
    for number in range(len(given) + 1, len(given) + blank + 1):
        yield (str(number) if numbered else "", *[""] * (count - 1))
