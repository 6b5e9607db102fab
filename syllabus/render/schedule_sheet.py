"""A cohort's schedule as a sheet to print, in the three layouts that training offices use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Literal, get_args

from syllabus import bahasa
from syllabus.render.html import Child, Html, bullets, tag
from syllabus.render.letter import letterhead, signature
from syllabus.render.session import PAUSES, details_of, speaker_name
from syllabus.render.table import Cell, Column, Group, Row, Table, draw
from syllabus.render.view import NotFound, View
from syllabus.shapes.base import FORM_LETTERS, Form, Mode
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import DayPlan, Row as Planned, Timetable, jp_per_mode

Layout = Literal["ringkas", "akumulasi", "kemenkes"]
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
CAPTIONS: Mapping[Layout, str] = MappingProxyType({
    "ringkas": "Kegiatan dan jam pelajaran (JP)", "akumulasi": "Kegiatan, jam pelajaran (JP), dan jumlah JP yang sudah dicapai",
    "kemenkes": "Materi dan jam pelajaran (JP) menurut bentuk dan moda",
})
MODES: Mapping[Mode, str] = MappingProxyType({
    "SM": "sinkron maya", "AM": "asinkron mandiri", "AK": "asinkron kolaboratif", "SL": "sinkron langsung (tatap muka)",
})
USUAL: tuple[tuple[Form, Mode], ...] = (
    ("teori", "SM"), ("teori", "AM"), ("praktik", "SM"), ("praktik", "AK"), ("praktik", "SL"), ("lapangan", "SL"),
)
"""Columns of the Kemenkes master schedule. A form and mode that a cohort uses beyond these gets a column of its own."""


@dataclass(frozen=True)
class _Hours:
    """A column of hours: its title, the JP that a row shows in it, and the sum under it, if it has one."""

    title: str
    of: Callable[[Planned], int]
    total: int | None = None


def layout_of(name: str) -> Layout:
    """The layout of this name. Raises `NotFound`."""
    if name not in LAYOUTS:
        raise NotFound(f'Bentuk jadwal "{name}" tidak ada.', f"Yang ada: {', '.join(LAYOUTS)}.")
    return name


def schedule_sheet(view: View, name: str | None, layout: Layout) -> Html:
    """The whole schedule of a cohort on a sheet: letterhead, title, table, notes and signer. Raises `NotFound`.

    The Kemenkes layout asks for landscape paper; its section says so in `data-kertas`.
    """
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    cohort, plan, program = entry.value, view.timetables[entry.id], view.curriculum.program.value
    days = [day.day for day in plan.days]
    dates = bahasa.date_range(days[0], days[-1]) if days else "tanggal belum ditetapkan"
    year = days[0].year if days else program.year
    return tag(
        "section",
        letterhead(view),
        tag("h2", f"Jadwal {cohort.name}"),
        tag("p", f"{program.name} · {dates} · {cohort.venue} · Tahun anggaran {year}", class_="meta"),
        draw(schedule_table(view, cohort, plan, layout)),
        schedule_notes(cohort, plan, layout),
        signature(view, year),
        class_="lembar-cetak", data_kertas="melintang" if layout == "kemenkes" else None,
    )


def schedule_table(view: View, cohort: Cohort, plan: Timetable, layout: Layout) -> Table:
    """The table of a layout. Rows without JP keep empty cells, banners cut it, and a day's date stands beside all its rows.

    The Kemenkes layout tells hours by form and mode; what is free between rows is left to the others."""
    national = layout == "kemenkes"
    hours = _hours(plan, layout)
    day, clock = Column("Hari dan tanggal", 4), Column(f"{'Jam' if national else 'Waktu'} ({cohort.zone})", 3)
    activity, people = Column("Materi" if national else "Kegiatan", 9), Column("Narasumber" if national else "Pengajar", 6)
    before = (day, clock, activity) if national else (Column("No", 1, "tengah"), day, clock, activity)
    columns = (*before, *(Column(column.title, 1, "angka") for column in hours), people)
    foot = Row((Cell("Jumlah JP", len(before)), *(Cell("" if column.total is None else str(column.total), kind="angka") for column in hours),
                Cell("")), "jumlah")
    groups = _groups(plan, len(before)) if national else ()
    rows = tuple(_rows(view, cohort, plan, hours, numbered=not national))
    return Table("jadwal-cetak", CAPTIONS[layout], columns, rows, (foot,), groups)


def _hours(plan: Timetable, layout: Layout) -> tuple[_Hours, ...]:
    total = sum(row.jp for _, row in plan.rows)
    if layout == "kemenkes":
        sums = jp_per_mode(plan)
        return tuple(_Hours(mode, _of(form, mode), sums.get((form, mode), 0)) for form, mode in _pairs(plan))
    own = _Hours("JP", lambda row: row.jp, total)
    return (own, _Hours("Akum. JP", lambda row: row.running_jp if row.jp else 0)) if layout == "akumulasi" else (own,)


def _of(form: Form, mode: Mode) -> Callable[[Planned], int]:
    return lambda row: sum(part.jp for part in row.parts if (part.form, part.mode) == (form, mode))


def _pairs(plan: Timetable) -> list[tuple[Form, Mode]]:
    """The usual columns and those that this schedule needs besides, by form, then by mode."""
    used = jp_per_mode(plan)
    return [(form, mode) for form in FORM_LETTERS for mode in MODES if (form, mode) in USUAL or (form, mode) in used]


def _groups(plan: Timetable, before: int) -> tuple[Group, ...]:
    """The upper row of the head: single columns, then the modes of each form."""
    forms = [Group(FORM_LETTERS[form], len(list(pairs))) for form, pairs in groupby(_pairs(plan), key=lambda pair: pair[0])]
    return (*[Group("", 1)] * before, *forms, Group("", 1))


def _rows(view: View, cohort: Cohort, plan: Timetable, hours: Sequence[_Hours], numbered: bool) -> Iterator[Row]:
    number = 0
    width = (4 if numbered else 3) + len(hours) + 1
    for day in plan.days:
        for banner, several in groupby(day.told if numbered else day.rows, key=lambda row: row.kind == "spanduk"):
            rows = list(several)
            for position, planned in enumerate(rows):
                if banner:
                    yield Row((Cell(planned.title, width),), "spanduk")
                    continue
                number += 1
                first: tuple[Cell, ...] = (Cell(str(number)),) if numbered else ()
                date = (Cell(_date(day), down=len(rows)),) if position == 0 else ()
                yield Row((*first, *date, *_cells(view, cohort, planned, hours, forms=numbered)), "jeda" if planned.kind in PAUSES else "",
                          numbered or position == 0)


def _date(day: DayPlan) -> Child:
    return (f"{bahasa.day_name(day.day)},", tag("br"), bahasa.long_date(day.day))


def _cells(view: View, cohort: Cohort, planned: Planned, hours: Sequence[_Hours], forms: bool) -> Iterator[Cell]:
    """Where no column tells the forms of a module's sessions, the session does."""
    yield Cell(bahasa.clock_range(planned.start, planned.end))
    details = details_of(view, cohort, planned, forms)
    yield Cell((planned.title, (tag("br"), tag("small", "; ".join(details))) if details else None))
    yield from (Cell(str(column.of(planned) or "")) for column in hours)
    people = [speaker_name(view, speaker) for speaker in planned.speakers]
    yield Cell([(tag("br") if position else None, name) for position, name in enumerate(people)])


def schedule_notes(cohort: Cohort, plan: Timetable, layout: Layout) -> Html:
    """What stands under the table; nothing where there is nothing to say."""
    notes = list(cohort.note)
    if layout == "kemenkes":
        used = {mode for _, mode in _pairs(plan)}
        notes.append(f"T teori, P penugasan atau praktik, PL praktik lapangan. {', '.join(f'{mode} {MODES[mode]}' for mode in MODES if mode in used)}.")
    return tag("div", tag("p", tag("strong", "Keterangan")), bullets(notes), class_="keterangan") if notes else Html("")
