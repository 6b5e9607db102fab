"""Gives every session of a cohort its clock time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate

from syllabus.shapes.program import Program
from syllabus.shapes.reference import Calendar
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import filler, written
from syllabus.timetable.plan import Timetable


def place_sessions(cohort: Cohort, program: Program, calendar: Calendar, titles: Mapping[str, str]) -> Timetable:
    """The schedule of a cohort: computed from its sequence, or taken as written.

    `titles` gives the title of a module or workshop by id. What does not fit comes back as faults; nothing is raised.
    """
    return _accumulated(written.take(cohort, titles) if cohort.explicit else filler.fill(cohort, program, calendar, titles))


def _accumulated(plan: Timetable) -> Timetable:
    """Each row told how many JP the training has reached with it."""
    reached = accumulate(row.jp for _, row in plan.rows)
    return replace(plan, days=tuple(
        replace(day, rows=tuple(replace(row, running_jp=next(reached)) for row in day.rows)) for day in plan.days
    ))
