"""A placed schedule as a value: days, rows, faults, and who and what is busy when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from syllabus.shapes.base import Form
from syllabus.shapes.schedule import JpPart, SessionKind, Speaker

Path = tuple[str | int, ...]
FREE = "Jeda"
"""What a reader is told of time between rows in which nothing is planned."""


@dataclass(frozen=True)
class Row:
    """One row of a day. A banner has no length. `path` leads to its session in the file; breaks that the engine adds have none.

    `piece` is (k, n) when a session was carried over n pieces; `running_jp` is the sum of all JP from the first day to this row.
    """

    start: time
    end: time
    kind: SessionKind
    title: str
    parts: tuple[JpPart, ...] = ()
    module: str | None = None
    workshop: str | None = None
    speakers: tuple[Speaker, ...] = ()
    room: str | None = None
    note: str | None = None
    path: Path = ()
    piece: tuple[int, int] = (1, 1)
    running_jp: int = 0

    @property
    def jp(self) -> int:
        """JP of the row."""
        return sum(part.jp for part in self.parts)

    @property
    def minutes(self) -> int:
        """Length in minutes; negative when written the wrong way round."""
        return to_minutes(self.end) - to_minutes(self.start)


@dataclass(frozen=True)
class DayPlan:
    """One day, its rows in order of time."""

    day: date
    rows: tuple[Row, ...]
    path: Path = ()

    @property
    def told(self) -> tuple[Row, ...]:
        """The rows, and what is left free between them as rows of its own, since readers look for what is held then."""
        told: list[Row] = []
        for row in self.rows:
            if told and told[-1].end < row.start:
                told.append(Row(told[-1].end, row.start, "rehat", FREE))
            told.append(row)
        return tuple(told)

    @property
    def jp(self) -> int:
        """JP of the day."""
        return sum(row.jp for row in self.rows)


@dataclass(frozen=True)
class Fault:
    """Something the engine could not do. Sentence and hint are Indonesian; `path` leads to the session."""

    path: Path
    sentence: str
    hint: str


@dataclass(frozen=True)
class Timetable:
    """The whole schedule of a cohort."""

    days: tuple[DayPlan, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def rows(self) -> Iterator[tuple[DayPlan, Row]]:
        """Every row with its day."""
        return ((day, row) for day in self.days for row in day.rows)

    def jp_of(self, form: Form, module: str | None = None, workshop: str | None = None) -> int:
        """JP of one form given to a module or a workshop."""
        return sum(
            part.jp for _, row in self.rows for part in row.parts
            if part.form == form and row.module == module and row.workshop == workshop
        )


@dataclass(frozen=True)
class Booking:
    """A person or a room that is taken for a while."""

    kind: Literal["orang", "ruang"]
    name: str
    day: date
    row: Row


def bookings(plan: Timetable, main_room: str) -> Iterator[Booking]:
    """Who and which room each row takes. Breaks and banners take none."""
    for day, row in plan.rows:
        if row.kind in ("rehat", "ishoma", "spanduk", "perjalanan"):
            continue
        for speaker in row.speakers:
            if speaker.person:
                yield Booking("orang", speaker.person, day.day, row)
        yield Booking("ruang", row.room or main_room, day.day, row)


def to_minutes(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def to_time(minutes: int) -> time:
    """The clock time of minutes since midnight."""
    return time(*divmod(minutes, 60))
