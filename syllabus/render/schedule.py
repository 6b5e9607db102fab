"""A cohort's schedule: its card, its days and its hours by module."""

from __future__ import annotations

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.module import definition
from syllabus.render.schedule_sheet import layout_of, schedule_sheet
from syllabus.render.session import PAUSES, details_of, speaker_name
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import NotFound, View
from syllabus.shapes.base import FORM_NAMES
from syllabus.shapes.schedule import Cohort
from syllabus.taught import taught
from syllabus.timetable import DayPlan, Row as PlannedRow, Timetable

COLUMNS = (
    Column("Waktu (WIB)", 3), Column("Kegiatan", 10), Column("T", 1, "angka"), Column("P", 1, "angka"), Column("PL", 1, "angka"),
    Column("JP", 1, "angka"), Column("Pemandu", 7),
)


def schedule_card(view: View, name: str | None = None) -> Html:
    """Who, where, when and how many hours."""
    entry, plan = _cohort(view, name)
    cohort = entry.value
    room = view.curriculum.rooms.get(cohort.room)
    total = sum(planned.jp for day in plan.days for planned in day.rows)
    days = [day.day for day in plan.days]
    lines = [
        definition("Pelaksanaan", f"{bahasa.date_range(days[0], days[-1])} ({len(days)}\u00a0hari)" if days else "belum ditetapkan"),
        definition("Tempat", f"{cohort.venue}{', ' + room.value.name if room else ''}"),
        definition("Peserta", f"{bahasa.number(cohort.participants)} orang"),
        definition("Jam pelajaran", f"{total} JP, 1 JP = {bahasa.minutes(view.curriculum.program.value.jp_minutes.minutes)}"),
        definition("Modul", join(_lesson_links(view, cohort), ", "), wide=True),
        definition("Naskah", cohort.status),
    ]
    return tag("div", tag("dl", lines), class_="kartu kartu-jadwal")


def _lesson_links(view: View, cohort: Cohort) -> list[Html]:
    return [view.lesson_link(stem) for stem in (*cohort.modules, *cohort.workshops)]


def schedule(view: View, name: str | None = None, hari: int | None = None, modul: str | None = None, bentuk: str | None = None) -> Html:
    """The schedule: whole, one day (`hari`, from 1), or the rows of one module; with `bentuk` the whole as a sheet to print."""
    entry, plan = _cohort(view, name)
    if bentuk is not None:
        if hari is not None or modul is not None:
            raise NotFound("Jadwal untuk dicetak selalu utuh.", "Hapus isian hari dan modul, atau hapus isian bentuk.")
        return schedule_sheet(view, entry.id, layout_of(bentuk))
    if hari is not None and not 1 <= hari <= len(plan.days):
        raise NotFound(f"Jadwal ini tidak punya hari ke-{hari}.", f"Jumlah hari: {len(plan.days)}.")
    if modul is not None and modul not in view.curriculum.modules:
        raise NotFound(f'Modul "{modul}" tidak ada.')
    parts: list[Html] = []
    for number, day in enumerate(plan.days, 1):
        if hari is not None and number != hari:
            continue
        rows = day.told if modul is None else tuple(planned for planned in day.rows if planned.module == modul)
        if rows:
            parts.append(tag("div", draw(_day(view, entry.value, number, day, rows)), class_="hari-jadwal", data_tanggal=day.day.isoformat()))
    notes = bullets(entry.value.note, class_="keterangan") if entry.value.note and hari is None and modul is None else None
    return join([*parts, notes])


def _day(view: View, cohort: Cohort, number: int, day: DayPlan, rows: tuple[PlannedRow, ...]) -> Table:
    caption = f"Hari ke-{number}: {bahasa.day_and_date(day.day)}"
    columns = (Column(f"Waktu ({cohort.zone})", 3), *COLUMNS[1:])
    sums = [str(sum(part.jp for planned in rows for part in planned.parts if part.form == form) or "") for form in FORM_NAMES]
    total = sum(planned.jp for planned in rows)
    foot = Row((Cell("Jumlah", 2), *(Cell(value, kind="angka") for value in sums), Cell(str(total)), Cell("")), "jumlah")
    return Table("jadwal", caption, columns, tuple(_row(view, cohort, planned) for planned in rows), (foot,))


def _row(view: View, cohort: Cohort, planned: PlannedRow) -> Row:
    time = bahasa.clock_range(planned.start, planned.end)
    if planned.kind == "spanduk":
        return Row((Cell(planned.title, len(COLUMNS)),), "spanduk")
    if planned.kind in PAUSES:
        return Row((Cell(time), Cell(planned.title, len(COLUMNS) - 1)), "jeda")
    hours = (str(sum(part.jp for part in planned.parts if part.form == form) or "") for form in FORM_NAMES)
    return row(time, _activity(view, cohort, planned), *hours, str(planned.jp or ""), ", ".join(speaker_name(view, speaker) for speaker in planned.speakers))


def _activity(view: View, cohort: Cohort, planned: PlannedRow) -> Child:
    target = f"modul/{planned.module}" if planned.module else f"lokakarya/{planned.workshop}" if planned.workshop else ""
    title = view.link(planned.title, target) if target else planned.title
    details = details_of(view, cohort, planned, forms=planned.piece[1] > 1)
    return (title, tag("br"), tag("small", "; ".join(details))) if details else title


def hours_recap(view: View, name: str | None = None) -> Html:
    """Scheduled hours by module and by day, beside the hours of the curriculum."""
    entry, plan = _cohort(view, name)
    days = [day.day for day in plan.days]
    columns = (Column("Kegiatan", 12), *(Column(f"Hari {number}", 2, "angka") for number in range(1, len(days) + 1)),
               Column("Jumlah JP", 2, "angka"), Column("Kurikulum", 2, "angka"))
    lines = taught(view.curriculum, entry.value)
    rows: list[Row] = []
    for line in lines:
        counts = [sum(planned.jp for planned in day.rows if line.covers(planned)) for day in plan.days]
        title: Child = view.lesson_link(line.id) if line.id else line.title
        rows.append(row(title, *(str(count or "") for count in counts), str(sum(counts)), "" if line.jp is None else str(line.jp)))
    sums = [sum(planned.jp for planned in day.rows) for day in plan.days]
    known = sum(line.jp for line in lines if line.jp is not None)
    foot = row("Jumlah", *(str(count) for count in sums), str(sum(sums)), str(known), kind="jumlah")
    return draw(Table("struktur", f"Rekap JP {entry.value.name}", columns, tuple(rows), (foot,)))


def _cohort(view: View, name: str | None) -> tuple[Entry[Cohort], Timetable]:
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    return entry, view.timetables[entry.id]
