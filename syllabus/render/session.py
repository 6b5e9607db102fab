"""How a row of a schedule is told: what sets it apart, and who leads it."""

from __future__ import annotations

from syllabus import bahasa
from syllabus.render.view import View
from syllabus.shapes.base import FORM_NAMES
from syllabus.shapes.schedule import Cohort, Speaker
from syllabus.timetable import Row as Planned

PAUSES = frozenset({"rehat", "ishoma"})
"""Kinds of row in which nobody teaches or meets."""


def details_of(view: View, cohort: Cohort, planned: Planned, forms: bool) -> tuple[str, ...]:
    """How a module is learnt in a row, where `forms` are wanted, which part of its session it is, its room where it is not the cohort's own,
    and its note."""
    room = view.curriculum.rooms.get(planned.room) if planned.room and planned.room != cohort.room else None
    told = (forms_of(planned) if forms else "", piece_of(planned), f"di {room.value.name}" if room else "", planned.note or "")
    return tuple(text for text in told if text)


def forms_of(planned: Planned) -> str:
    """ "praktik": how a module is learnt in a row. Two sessions of a module, each with its pieces, could not be told apart without it."""
    return bahasa.listing([FORM_NAMES[form] for form in dict.fromkeys(part.form for part in planned.parts)]) if planned.module else ""


def piece_of(planned: Planned) -> str:
    """Which piece of its session a row is, where a break or a night parts it."""
    return f"bagian {planned.piece[0]} dari {planned.piece[1]}" if planned.piece[1] > 1 else ""


def speaker_name(view: View, speaker: Speaker) -> str:
    """The name that may be shown: without consent only the post appears on the public site."""
    if speaker.person is None:
        return speaker.role or speaker.unit or speaker.platform or ""
    entry = view.curriculum.facilitators.get(speaker.person)
    if entry is None:
        return speaker.person
    shown = entry.value.may_publish or view.for_facilitator
    return entry.value.public_name if shown else entry.value.post
