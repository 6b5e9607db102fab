"""The day sheet: what happens at which clock time, what to prepare, and all that has to be in the room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from syllabus import bahasa
from syllabus.guide import DayGuide
from syllabus.render.guide.columns import balanced, side_by_side, ticks
from syllabus.render.guide.session import facing, leaders, session_id, session_title
from syllabus.render.guide.supplies import check_list
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.session import PAUSES, piece_of, speaker_name
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import Row as Planned


def overview(view: View, cohort: Cohort, days: Iterable[DayGuide]) -> Html:
    """All days and sessions that have pages of their own, with clock times and who leads: where to open the book. Then what the schedule
    asks of everybody."""
    columns = (Column("Jam", 3), Column("Sesi", 6), Column("Pemandu", 4))
    rows: list[Row] = []
    for day in days:
        rows.append(Row((Cell(_page(f"hari-{day.plan.day.isoformat()}", f"Hari ke-{day.number}: {bahasa.day_and_date(day.plan.day)}"), len(columns)),), "spanduk"))
        for session in day.sessions:
            rows.append(row(
                join((tag("br") if number else None, bahasa.clock_range(sitting.start, sitting.end)) for number, sitting in enumerate(session.sittings)),
                _page(session_id(session), session_title(session)), leaders(view, session),
            ))
    return join((draw(Table("sesi", "Sesi dan pemandunya", columns, tuple(rows))), bullets(cohort.note) if cohort.note else None))


def _page(name: str, words: str) -> Html:
    return tag("a", words, href=f"#{name}", class_="dengan-halaman")


def sheet(view: View, cohort: Cohort, day: DayGuide) -> Html:
    """One day of a cohort on facing pages."""
    plan = day.plan
    return facing(
        f"hari-{plan.day.isoformat()}",
        (
            tag("h2", f"Hari ke-{day.number}: {bahasa.day_and_date(plan.day)}"),
            tag("p", f"{cohort.name} · {bahasa.number(cohort.participants)} peserta · {plan.jp} JP · {cohort.venue}", class_="meta"),
            draw(_activities(view, cohort, day)),
            _held(view, day),
            _preparation(day),
        ),
        check_list(day.supplies),
        "Catatan hari ini", "bentang lembar-hari",
    )


def _activities(view: View, cohort: Cohort, day: DayGuide) -> Table:
    columns = (Column(f"Jam ({cohort.zone})", 6), Column("Kegiatan", 11), Column("JP", 2, "angka"), Column("Pemandu", 7), Column("Ruang", 5))
    rooms = {name: entry.value.name for name, entry in view.curriculum.rooms.items()}
    rows: list[Row] = []
    for planned in day.plan.told:
        if planned.kind == "spanduk":
            rows.append(Row((Cell(planned.title, len(columns)),), "spanduk"))
        elif planned.kind in PAUSES:
            rows.append(Row((Cell(_clock(planned.start, planned.end)), Cell(planned.title, len(columns) - 1)), "jeda"))
        else:
            room = planned.room or cohort.room
            rows.append(row(_clock(planned.start, planned.end), _named(day, planned), str(planned.jp or ""),
                            ", ".join(speaker_name(view, speaker) for speaker in planned.speakers), rooms.get(room, room)))
    foot = Row((Cell("Jumlah JP", 2), Cell(str(day.plan.jp), kind="angka"), Cell("", 2)), "jumlah")
    return Table("hari", "Kegiatan hari ini", columns, tuple(rows), (foot,))


def _named(day: DayGuide, planned: Planned) -> Child:
    """The title of a row, and which part of a session it is, as the session's own pages count its parts."""
    parts = [(f"bagian {number}" if len(session.sittings) > 1 else "") for session in day.sessions
             for number, sitting in enumerate(session.sittings, 1) if planned in sitting.rows]
    told = "; ".join(text for text in (parts[0] if parts else piece_of(planned), planned.note) if text)
    return (planned.title, tag("br"), tag("small", told)) if told else planned.title


def _clock(start: time, end: time) -> Html:
    """A clock time that is seen from afar, and its end."""
    return join((tag("strong", bahasa.clock(start), class_="jam"), f"\u00a0–\u00a0{bahasa.clock(end)}"))


def _held(view: View, day: DayGuide) -> Html | None:
    """How the sessions of the day without a spread of their own are held, each kind once, with the clock times at which they begin."""
    lines = []
    for kit in view.curriculum.program.value.kits:
        rows = [planned for planned in day.plan.rows if planned.kind == kit.kind]
        if kit.conduct and rows:
            told = f"{bahasa.listing([bahasa.clock(planned.start) for planned in rows])} {rows[0].title}. "
            lines.append(tag("li", tag("strong", told), kit.conduct))
    return join((tag("h3", "Sesi tanpa lembar sendiri"), tag("ul", lines, class_="lebar-baca"))) if lines else None


def _preparation(day: DayGuide) -> Html | None:
    if not day.preparation:
        return None
    lists = [join((tag("h3", f"Siapkan untuk {lesson.value.code}"), ticks(items))) for lesson, items in day.preparation]
    return side_by_side(balanced(lists)) if len(lists) > 1 else lists[0]
