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
FLOAT = 30
"""Minutes that a rehat may begin later than planned, so that no JP is cut."""


@dataclass(frozen=True)
class Pause:
    """A break of the day in minutes since midnight. A `rehat` may move a little, an `ishoma` never."""

    kind: Literal["rehat", "ishoma"]
    name: str
    start: int
    length: int
    planned: int

    @property
    def end(self) -> int:
        """First minute after the pause."""
        return self.start + self.length

    @property
    def latest(self) -> int:
        """The latest minute at which it may begin."""
        return self.planned + (FLOAT if self.kind == "rehat" else 0)


@dataclass(frozen=True)
class Frame:
    """The empty window of one day. `number` is the day's place in the cohort's list of dates, as written."""

    day: date
    number: int
    start: int
    end: int
    pauses: tuple[Pause, ...]

    @property
    def longest(self) -> int:
        """The longest stretch without a pause, in minutes, when each rehat waits as long as it may."""
        stops = [*(pause.latest for pause in self.pauses), self.end]
        starts = [self.start, *(pause.end for pause in self.pauses)]
        return max(stop - start for start, stop in zip(starts, stops, strict=True))


def is_ramadan(day: date, calendar: Calendar) -> bool:
    """Whether a day falls in a month of fasting."""
    return any(month.start <= day <= month.end for month in calendar.ramadan)


def day_hours(day: date, hours: Hours, calendar: Calendar) -> DayHours:
    """Window and breaks of a day (Perpres 21/2023 Pasal 4: Friday and Ramadan differ)."""
    friday = day.weekday() == FRIDAY
    if is_ramadan(day, calendar):
        return hours.ramadan_friday if friday else hours.ramadan
    return hours.friday if friday else hours.ordinary


def frames_of(cohort: Cohort, hours: Hours, calendar: Calendar) -> tuple[Frame, ...]:
    """The empty frames of a cohort, in order of date; a date written twice counts once."""
    first = {day: number for number, day in reversed(list(enumerate(cohort.days)))}
    return tuple(_frame(day, first[day], cohort, day_hours(day, hours, calendar)) for day in sorted(first))


def _frame(day: date, number: int, cohort: Cohort, rules: DayHours) -> Frame:
    start, end = to_minutes(cohort.start or rules.start), to_minutes(cohort.end or rules.end)
    midday = _pause("ishoma", rules.midday)
    if midday.start <= start < midday.end:
        start = midday.end
    if midday.start < end <= midday.end:
        end = midday.start
    kept: list[Pause] = []
    for pause in (midday, *(_pause("rehat", rest) for rest in rules.breaks)):  # ishoma first: it wins where two collide
        apart = all(pause.end <= other.start or other.end <= pause.start for other in kept)
        if pause.length > 0 and start < pause.start and pause.end < end and apart:
            kept.append(pause)
    return Frame(day, number, start, end, tuple(sorted(kept, key=lambda pause: pause.start)))


def _pause(kind: Literal["rehat", "ishoma"], pause: Break) -> Pause:
    start = to_minutes(pause.start)
    return Pause(kind, pause.name, start, to_minutes(pause.end) - start, start)
