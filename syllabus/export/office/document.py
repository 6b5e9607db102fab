"""A form or letter as plain values: what a Word template of the house may show, by Indonesian name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count, groupby

from syllabus import bahasa
from syllabus.export.office.speakers import named
from syllabus.shapes.evaluation import BlankForm, FormPart
from syllabus.shapes.lesson import BlankTable
from syllabus.shapes.reference import Facilitator
from syllabus.shapes.schedule import Cohort
from syllabus.shapes.workshop import Letter, Template
from syllabus.timetable import Timetable

Rows = tuple[tuple[str, ...], ...]
BOX = "☐"
"""A box to tick."""


@dataclass(frozen=True)
class Grid:
    """A table to fill in. Widths are relative; rows are as wide as the columns and `height` mm tall at least, 0 leaving it to the
    design. `groups` gives titles over neighbouring columns, `banners` the places of rows that are titles of those below them."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: Rows
    height: int = 0
    groups: tuple[str, ...] = ()
    banners: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Part:
    """A part from top to bottom: title, sentences, labels with lines (some `beside` each other), tables, and lines to write on."""

    title: str = ""
    sentences: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    room: int = 0
    beside: int = 1

    @property
    def label_lines(self) -> tuple[tuple[str, ...], ...]:
        """The labels, one or two on a line."""
        step = min(2, self.beside)
        return tuple(self.head[place : place + step] for place in range(0, len(self.head), step))


@dataclass(frozen=True)
class Paper:
    """What every document of one office carries: letterhead lines, the place where it is signed, the line at the foot, the year of the
    programme."""

    letterhead: tuple[str, ...]
    place: str
    foot: str
    year: str


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
    parts: tuple[Part, ...] = ()
    """Its parts in order, where it has several; else head, paragraphs and grids are its only one."""
    letter: Letter | None = None
    year: str = ""
    """The year in which it is signed, where that is known better than by the programme's."""
    civil: bool = True
    """Whether civil servants alone sign, who have a number (NIP); citizens are asked for none."""

    @property
    def in_order(self) -> tuple[Part, ...]:
        """All parts in order."""
        return self.parts or (Part("", self.paragraphs, self.head, self.grids),)


def of_form(name: str, form: BlankForm) -> Document:
    """A blank form of the programme. What it is for stands in the list of downloads: on the form itself its receiver would read it."""
    parts = tuple(_part(part) for part in form.parts)
    return Document(
        f"formulir-{name}", form.title, form.code, "", tuple(label for part in parts for label in part.head),
        tuple(sentence for part in parts for sentence in part.sentences), tuple(grid for part in parts for grid in part.grids),
        form.notes, form.signatures, form.paper == "melintang", parts,
    )


def of_template(template: Template) -> Document:
    """A letter or sheet of a workshop. Its labelled lines stand behind its first paragraph; how it is used stands at its end."""
    paragraphs = tuple(_boxed(text) for text in template.paragraphs)
    grids = tuple(_grid(table) for table in template.tables)
    parts = (Part(sentences=paragraphs[:1], head=template.head, beside=1 if paragraphs else 2), Part(sentences=paragraphs[1:], grids=grids))
    return Document(
        f"lokakarya-{template.id}", template.title, "", "", template.head, paragraphs, grids, template.use, template.signatures,
        any(len(table.columns) > 6 for table in template.tables), parts, letter=template.letter, civil=template.letter is not None,
    )


def of_schedule(name: str, cohort: Cohort, plan: Timetable, people: Mapping[str, Facilitator]) -> Document:
    """A cohort's schedule with the running total of JP: a table a day, whose date is told again with its head on the next page."""
    columns = ("No", f"Waktu ({cohort.zone})", "Kegiatan", "JP", "Akum. JP", "Pemandu")
    grids = []
    numbers = count(1)
    for day, several in groupby(plan.rows, key=lambda pair: pair[0].day):
        rows = tuple(
            (
                str(next(numbers)), "" if row.kind == "spanduk" else bahasa.clock_range(row.start, row.end), row.title,
                str(row.jp or ""), str(row.running_jp) if row.jp else "", "; ".join(named(speaker, people) for speaker in row.speakers),
            )
            for _, row in several
        )
        grids.append(Grid("", columns, (2, 6, 16, 2, 3, 11), rows, groups=(bahasa.day_and_date(day),) * len(columns)))
    return Document(
        f"jadwal-{name}", f"Jadwal {cohort.name}", "", cohort.venue, (), (), tuple(grids), cohort.note, ("Pengendali pelatihan", "Ketua panitia"),
        year=str(plan.days[-1].day.year) if plan.days else "",
    )


def _part(part: FormPart) -> Part:
    """The title of a part with a table is the table's."""
    return Part(
        part.title or "" if not part.columns else "", tuple(_boxed(sentence) for sentence in part.sentences), part.head,
        (_table(part),) if part.columns else (), part.room, part.beside,
    )


def _table(part: FormPart) -> Grid:
    signing = {place for place, column in enumerate(part.columns) if column.kind == "ttd_zigzag"}
    ticked = [column.kind in ("centang", "pilihan") for column in part.columns]
    given = [("", *cells) if part.numbered and len(cells) == 1 else cells for cells in part.given]
    banners = frozenset(place for place, cells in enumerate(part.given) if len(cells) == 1)
    rows = tuple(
        cells if place in banners else tuple(BOX if tick and not cell else cell for tick, cell in zip(ticked, cells, strict=True))
        for place, cells in enumerate(_rows(given, len(ticked), part.rows, part.numbered, signing))
    )
    return Grid(
        part.title or "", tuple(column.title for column in part.columns), tuple(column.width for column in part.columns), rows, part.row_height,
        tuple(column.group or "" for column in part.columns) if any(column.group for column in part.columns) else (), banners,
    )


def _boxed(sentence: str) -> str:
    return sentence.replace("[ ]", BOX).replace("( )", BOX)


def _grid(table: BlankTable) -> Grid:
    many = len(table.columns)
    widths = table.widths or tuple(1 if table.numbered and place == 0 else 4 for place in range(many))
    return Grid(table.title, table.columns, widths, _rows(table.given, many, table.rows, table.numbered, table.signed))


def _rows(given: Sequence[Sequence[str]], count: int, blank: int, numbered: bool, signing: Set[int]) -> Rows:
    """Given rows, then blank ones that go on counting where the first column counts; where people sign, odd numbers stand at the left and
    even ones further right."""
    return tuple(_filled(given, count, blank, numbered, signing))


def _filled(given: Sequence[Sequence[str]], count: int, blank: int, numbered: bool, signing: Set[int]) -> Iterator[tuple[str, ...]]:
    for cells in given:
        yield (*cells, *[""] * count)[:count]
    first = 1 + sum(bool(cells[0]) for cells in given)  # the titles of groups have no number
    for number in range(first, first + blank):
        signed = f"{number}." if number % 2 else f"\t\t{number}."
        yield (str(number) if numbered else "", *(signed if place in signing else "" for place in range(1, count)))
