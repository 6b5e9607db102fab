"""A training day: its rows, its sessions and all that has to be in the room."""

from __future__ import annotations

from dataclasses import dataclass

from syllabus.curriculum import Curriculum, Entry, Led
from syllabus.guide.materials import Supply, supplies_of_day
from syllabus.guide.session import SessionGuide, sessions_of
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import DayPlan, Timetable


@dataclass(frozen=True)
class DayGuide:
    """One day of a cohort. `preparation` is what to do before it, for each lesson that begins on it: steps before the meeting come first."""

    number: int
    plan: DayPlan
    sessions: tuple[SessionGuide, ...]
    supplies: tuple[Supply, ...]
    preparation: tuple[tuple[Led, tuple[str, ...]], ...]


def days_of(whole: Curriculum, cohort: Entry[Cohort], plan: Timetable) -> tuple[DayGuide, ...]:
    """All days of a cohort, in order."""
    sessions = sessions_of(whole, plan, cohort.value.participants)
    return tuple(_day(whole, cohort.value, number, day, tuple(item for item in sessions if item.day == day.day))
                 for number, day in enumerate(plan.days, 1))


def _day(whole: Curriculum, cohort: Cohort, number: int, day: DayPlan, sessions: tuple[SessionGuide, ...]) -> DayGuide:
    supplies = supplies_of_day(whole, day, cohort.participants, [supply for item in sessions for supply in item.supplies])
    beginning = tuple((item.lesson, preparation_of(item.lesson)) for item in sessions if item.part[0] == 1)
    return DayGuide(number, day, sessions, supplies, beginning)


def preparation_of(lesson: Led) -> tuple[str, ...]:
    """What the facilitator does before the meeting: by the lesson plan, each step with its number, then by the notes."""
    before = tuple(f"Langkah {number}. {step.facilitator}" for number, step in enumerate(lesson.value.steps, 1)
                   if step.stage == "sebelum" and not step.minutes)
    return (*before, *lesson.value.notes.preparation) if lesson.value.notes else before
