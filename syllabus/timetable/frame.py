"""The frame of a day: when it may begin and end, and which pauses stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from syllabus.shapes.program import Break, DayHours, Hours
from syllabus.shapes.reference import Calendar
from syllabus.shapes.schedule import Cohort
from syllabus.timetable.plan import to_minutes

FRIDAY = 4


@dataclass
class Pause:
    """A break of the day in minutes since midnight. A `rehat` may move a little, an `ishoma` never."""

    kind: Literal["rehat", "ishoma"]
    name: str
    start: int
    end: int

    def move_to(self, start: int) -> None:
        """Keep the length, change the start."""
        self.start, self.end = start, start + self.end - self.start


@dataclass
class Frame:
    """One day that is being filled. Pauses are taken off the list as they are passed."""

    day: date
    start: int
    end: int
    pauses: list[Pause]


def is_ramadan(day: date, calendar: Calendar) -> bool:
    """Whether a day falls in a month of fasting."""
    return any(month.start <= day <= month.end for month in calendar.ramadan)


def day_hours(day: date, hours: Hours, calendar: Calendar) -> DayHours:
    """Window and breaks of a day (Perpres 21/2023 Pasal 4: Friday and Ramadan differ)."""
    friday = day.weekday() == FRIDAY
    if is_ramadan(day, calendar):
        return hours.ramadan_friday if friday else hours.ramadan
    return hours.friday if friday else hours.ordinary


def frame_of(day: date, cohort: Cohort, hours: Hours, calendar: Calendar) -> Frame:
    """The empty frame of one day of a cohort."""
    rules = day_hours(day, hours, calendar)
    pauses = [_pause("ishoma", rules.midday), *(_pause("rehat", pause) for pause in rules.breaks)]
    start, end = cohort.start or rules.start, cohort.end or rules.end
    return Frame(day, to_minutes(start), to_minutes(end), sorted(pauses, key=lambda pause: pause.start))


def _pause(kind: Literal["rehat", "ishoma"], pause: Break) -> Pause:
    return Pause(kind, pause.name, to_minutes(pause.start), to_minutes(pause.end))
