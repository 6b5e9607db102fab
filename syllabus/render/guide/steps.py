"""The steps of a session at their clock times: what the facilitator does, what participants do, and what to cut."""

from __future__ import annotations

from datetime import date, time

from syllabus import bahasa
from syllabus.guide import Resumption, SessionGuide, StepPart
from syllabus.render.html import Html, tag
from syllabus.render.lesson import aids_of
from syllabus.render.table import Cell, Column, Row, Table, row
from syllabus.shapes.workshop import AgendaRow
from syllabus.timetable.plan import to_minutes


def steps(session: SessionGuide) -> Table:
    """All steps, each at its clock time and with its minutes; a line between them tells of every pause."""
    columns = (Column("Jam" if session.timed else "Menit ke", 2), Column("Anda", 10), Column("Peserta, metode, dan bahan", 5))
    rows: list[Row] = []
    shown: set[int] = set()
    for number, sitting in enumerate(session.sittings, 1):
        between = [pause for pause in session.pauses if pause.end <= sitting.start and (number == 1 or pause.start >= session.sittings[number - 2].end)]
        if len(session.sittings) > 1:
            told = [f"{pause.title} {span(session, pause.start, pause.end)}{f': {pause.note}' if pause.note else ''}" for pause in between]
            rows.append(Row((Cell("; ".join([*told, f"Bagian {number}: {span(session, sitting.start, sitting.end)}, {bahasa.minutes(sitting.minutes)}"]), len(columns)),), "spanduk"))
        for part in sitting.parts:
            rows.append(_step(part, session, part.number in shown))
            shown.add(part.number)
    return Table("langkah", f"Langkah menurut {'jam' if session.timed else 'menit'}, {_length(session)}", columns, tuple(rows))


def _length(session: SessionGuide) -> str:
    """The minutes of all steps; where some carry no JP, like a registration, how many do."""
    whole = sum(part.minutes for part in session.parts)
    counted = sum(part.minutes for part in session.parts if not isinstance(part.step, AgendaRow) or part.step.kind == "belajar")
    return f"{bahasa.minutes(whole)}, {bahasa.number(counted)} di antaranya ber-JP" if counted < whole else bahasa.minutes(whole)


def moment(session: SessionGuide, at: time) -> str:
    """A time of a session as it is told: of the clock, or in minutes since it began."""
    return bahasa.clock(at) if session.timed else str(to_minutes(at))


def span(session: SessionGuide, start: time, end: time) -> str:
    """A stretch of a session: "10.15 – 11.45", or "menit 0 – 90"."""
    return bahasa.clock_range(start, end) if session.timed else f"menit {moment(session, start)}\u00a0–\u00a0{moment(session, end)}"


def unplaced(session: SessionGuide) -> Html | None:
    """Steps for which the schedule has no time left."""
    if not session.unplaced:
        return None
    told = bahasa.listing([f"{step.title} ({bahasa.minutes(minutes)})" for step, minutes in session.unplaced])
    return tag("p", tag("strong", "Tidak mendapat waktu pada jadwal: "), told, ".")


def _step(part: StepPart, session: SessionGuide, shown: bool) -> Row:
    step = part.step
    title = f"{part.number}. {step.title}{' (lanjutan)' if part.done else ''}"
    short = tag("p", tag("strong", "Jika waktu kurang: "), step.if_short, class_="jika-waktu-kurang") if step.if_short else None
    things = (step.method, *aids_of(session.lesson.value, step))
    means = tag("p", tag("small", "; ".join(things)), " ", ((tag("span", name, class_="lencana"), " ") for name in step.indicators))
    return row(
        (tag("strong", moment(session, part.start), class_="jam"), tag("br"), bahasa.minutes(part.minutes).replace(" ", "\u00a0")),
        (tag("p", tag("strong", title)), None if shown else tag("p", step.facilitator), _told(part, session.day), None if part.left else short),
        ("Lihat bagian sebelumnya." if shown else (tag("p", step.participants), means)),
    )


def _told(part: StepPart, today: date | None) -> Html | None:
    """Where a step was cut, in words."""
    if not part.cut:
        return None
    whole = part.step.minutes or 0
    words = f"{part.minutes} dari {bahasa.minutes(whole)}."
    if part.resumes:
        words = f"{words} {_goes_on(part.resumes, today)} ({part.left} menit lagi)."
    elif part.done:
        words = f"{words} {bahasa.minutes(part.done)} sudah berjalan."
    return tag("p", tag("em", words), class_="terpotong")


def _goes_on(resumes: Resumption, today: date | None) -> str:
    after = f" sesudah {bahasa.listing(resumes.pauses)}" if resumes.pauses else ""
    where = "" if resumes.day == today else f" {bahasa.day_and_date(resumes.day)}"
    return f"Dilanjutkan{where} pukul {bahasa.clock(resumes.start)}{after}"
