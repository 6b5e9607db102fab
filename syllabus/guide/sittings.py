"""The steps of a lesson laid over a cohort's sessions by their minutes, in order; a step that a break cuts is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import count

from syllabus.shapes.lesson import Step
from syllabus.shapes.schedule import Speaker
from syllabus.timetable import Row, Timetable
from syllabus.timetable.plan import Path, to_minutes, to_time

Choice = Callable[[Row], bool]
"""Which rows of a schedule belong to what is led."""


@dataclass(frozen=True)
class Resumption:
    """Where a step that was cut goes on, and the pauses in between."""

    day: date
    start: time
    pauses: tuple[str, ...]


@dataclass(frozen=True)
class StepPart:
    """A step, or a part of one, at its clock time. `done` and `left` are minutes of the same step before and after it.

    `number` is the step's place in the lesson plan, from 1, as the plan prints it.
    """

    number: int
    step: Step
    start: time
    end: time
    done: int = 0
    left: int = 0
    resumes: Resumption | None = None

    @property
    def minutes(self) -> int:
        """Length of this part."""
        return to_minutes(self.end) - to_minutes(self.start)

    @property
    def cut(self) -> bool:
        """Whether it is only a part of its step."""
        return bool(self.done or self.left)


@dataclass(frozen=True)
class Sitting:
    """Time spent on one lesson without a break: one row of the schedule, or several that follow each other at once."""

    day: date
    rows: tuple[Row, ...]
    parts: tuple[StepPart, ...] = ()

    @property
    def start(self) -> time:
        """Clock time of its first minute."""
        return self.rows[0].start

    @property
    def end(self) -> time:
        """Clock time of its end."""
        return self.rows[-1].end

    @property
    def jp(self) -> int:
        """JP of its rows."""
        return sum(row.jp for row in self.rows)

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return to_minutes(self.end) - to_minutes(self.start)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who leads, each once."""
        return tuple(dict.fromkeys(speaker for row in self.rows for speaker in row.speakers))


@dataclass(frozen=True)
class Teaching:
    """A lesson in a cohort: its sittings with their steps. `unplaced` are the steps, or ends of steps, that got no time."""

    sittings: tuple[Sitting, ...]
    unplaced: tuple[tuple[Step, int], ...] = ()


def of_lesson(name: str) -> Choice:
    """The rows of a module or workshop."""
    return lambda row: name in (row.module, row.workshop) and row.kind != "spanduk"


def of_session(path: Path) -> Choice:
    """The rows of one session of the file, however many pieces it was carried in."""
    return lambda row: row.path == path


def sittings_of(plan: Timetable, chosen: Choice) -> tuple[Sitting, ...]:
    """The sittings that chosen rows make, in order of time, still without steps."""
    found: list[Sitting] = []
    for day in plan.days:
        before: Row | None = None
        for row in day.rows:
            if not chosen(row):
                continue
            if before and before.end == row.start and before.room == row.room:
                found[-1] = replace(found[-1], rows=(*found[-1].rows, row))
            else:
                found.append(Sitting(day.day, (row,)))
            before = row
    return tuple(found)


def place_steps(steps: Sequence[Step], plan: Timetable, chosen: Choice, numbers: Iterable[int] | None = None) -> Teaching:
    """Lay steps over the sittings that chosen rows make. Steps without minutes take no time and are left out.

    `numbers` are the places of the steps in a plan that holds more than them; without it they count from 1.
    """
    sittings = sittings_of(plan, chosen)
    parts: list[list[StepPart]] = [[] for _ in sittings]
    unplaced: list[tuple[Step, int]] = []
    place, now = 0, 0
    for number, step in zip(numbers or count(1), steps, strict=False):
        wanted = step.minutes or 0
        done = 0
        while done < wanted and place < len(sittings):
            sitting = sittings[place]
            length = min(wanted - done, sitting.minutes - now)
            begin = to_minutes(sitting.start) + now
            if length:
                parts[place].append(StepPart(number, step, to_time(begin), to_time(begin + length), done, wanted - done - length))
            done, now = done + length, now + length
            if now == sitting.minutes:
                place, now = place + 1, 0
        if done < wanted:
            unplaced.append((step, wanted - done))
    told = (tuple(_told(some, sittings, number, plan)) for number, some in enumerate(parts))
    return Teaching(tuple(replace(sitting, parts=some) for sitting, some in zip(sittings, told, strict=True)), tuple(unplaced))


def _told(parts: Iterable[StepPart], sittings: Sequence[Sitting], number: int, plan: Timetable) -> Iterator[StepPart]:
    """Parts of one sitting; the one that is cut at its end knows where it goes on."""
    for part in parts:
        if part.left and number + 1 < len(sittings):
            here, after = sittings[number], sittings[number + 1]
            yield replace(part, resumes=Resumption(after.day, after.start, tuple(_between(here, after, plan))))
        else:
            yield part


def _between(here: Sitting, after: Sitting, plan: Timetable) -> Iterator[str]:
    """Titles of what stands between two sittings of one day."""
    for day in plan.days:
        if day.day == here.day == after.day:
            yield from (row.title for row in day.rows if here.end <= row.start and row.end <= after.start and row.kind != "spanduk")
