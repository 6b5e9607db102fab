"""The facilitator's guide of a cohort: a day sheet for every day, then facing pages for every session."""

from __future__ import annotations

from datetime import time

from syllabus import bahasa
from syllabus.guide import DayGuide, days_of, preparation_of, session_by_agenda
from syllabus.render.downloads import own_booklets
from syllabus.render.guide.columns import side_by_side, ticks
from syllabus.render.guide.day import overview, sheet
from syllabus.render.guide.session import spreads
from syllabus.render.guide.supplies import sorted_lists
from syllabus.render.html import Html, join, paragraphs, tag
from syllabus.render.module import lesson_of
from syllabus.render.view import NotFound, View
from syllabus.shapes.workshop import Workshop

WHOLE_CLASS = 30
"""Participants of a module that is shown outside a cohort. A workshop tells its own."""


def cohort_guide(view: View, name: str | None = None, hari: int | None = None) -> Html:
    """Day sheets and spreads of a cohort: of all days, or of one (`hari`, from 1). Only in the facilitator's build."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    days = _chosen(view, entry.id, hari)
    told = ((sheet(view, entry.value, day), join(spreads(view, session, entry.value, day) for session in day.sessions)) for day in days)
    return join(((own_booklets(view), overview(view, entry.value, days)) if hari is None else None, told))


def day_sheet(view: View, name: str | None = None, hari: int | None = None) -> Html:
    """Day sheets alone: of all days of a cohort, or of one (`hari`, from 1). Only in the facilitator's build."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    return join(sheet(view, entry.value, day) for day in _chosen(view, entry.id, hari))


def session_guide(view: View, name: str | None = None, mulai: str | None = None) -> Html:
    """A workshop or module outside a cohort, from a start time on or by the minutes since it began: what to prepare and bring, then
    its spread. Only in the facilitator's build."""
    lesson = lesson_of(view, name)
    if lesson.value.notes is None:
        raise NotFound("Catatan fasilitator belum ditulis.", 'Isi kunci "catatan_fasilitator" pada data.')
    guests = sum(guest.count for guest in lesson.value.guests) if isinstance(lesson.value, Workshop) else 0
    session = session_by_agenda(lesson, clock_of(mulai) if mulai else None, guests or WHOLE_CLASS)
    brought = tag("p", f"Untuk {bahasa.number(guests or WHOLE_CLASS)} peserta.", class_="meta")
    lists = sorted_lists(session.supplies, several=False)
    before = (join((tag("h2", "Persiapan"), ticks(preparation_of(lesson)), lists.pop("peserta", None))),  # the shorter column
              join((tag("h2", "Yang dibawa"), brought, lists.values())))
    return join((paragraphs(lesson.value.notes.gist), own_booklets(view), side_by_side(before, whole=True), spreads(view, session, None, None)))


def clock_of(text: str) -> time:
    """A start time as an editor writes it in a macro. Raises `NotFound`."""
    try:
        hour, minute = text.replace(":", ".").split(".")
        return time(int(hour), int(minute))
    except ValueError:
        raise NotFound(f'Jam "{text}" tidak dikenal.', 'Tulis seperti mulai="07.30".') from None


def _chosen(view: View, name: str, number: int | None) -> tuple[DayGuide, ...]:
    days = days_of(view.curriculum, view.curriculum.cohorts[name], view.timetables[name])
    if number is not None and not 1 <= number <= len(days):
        raise NotFound(f"Jadwal ini tidak punya hari ke-{number}.", f"Jumlah hari: {len(days)}.")
    return days if number is None else days[number - 1 : number]
