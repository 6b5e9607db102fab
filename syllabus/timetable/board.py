"""A timetable that is being filled: where time stands, which pauses are still to come, which rows are down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from syllabus.timetable.frame import Frame, Pause
from syllabus.timetable.plan import DayPlan, Row, to_minutes, to_time

Moment = tuple[int, int]
"""A day's index and minutes since midnight."""


@dataclass
class Board:
    """Lives only inside the engine. A placement is tried on a copy, and the copy is kept when it went well.

    `deadline` is the next fixed time of a later session: nothing may pass it.
    """

    frames: tuple[Frame, ...]
    rows: list[list[Row]]
    pauses: list[Pause]
    day: int
    now: int
    deadline: Moment | None = None

    @classmethod
    def over(cls, frames: Sequence[Frame]) -> Board:
        """An empty board, standing at the start of the first day."""
        return cls(tuple(frames), [[] for _ in frames], list(frames[0].pauses), 0, frames[0].start)

    def copy(self) -> Board:
        """A board to try something on."""
        return replace(self, rows=[list(rows) for rows in self.rows], pauses=list(self.pauses))

    @property
    def frame(self) -> Frame:
        """The day at hand."""
        return self.frames[self.day]

    @property
    def limit(self) -> int:
        """The end of the day, or the fixed time before it."""
        return min(self.frame.end, self.deadline[1]) if self.deadline and self.deadline[0] == self.day else self.frame.end

    @property
    def stop(self) -> int:
        """The next moment at which work has to pause or end."""
        return min(self.pauses[0].start, self.limit) if self.pauses else self.limit

    def fits(self, length: int) -> bool:
        """Whether `length` minutes fit from now without a cut; a rehat may wait a little for them."""
        end = self.now + length
        return end <= self.stop or (end <= self.limit and self._may_wait(end))

    def _may_wait(self, end: int) -> bool:
        """Whether the next pause can begin at `end`, and still be whole before what comes after it."""
        if not self.pauses or self.now >= self.pauses[0].start or end > self.pauses[0].latest:
            return False
        bounds = [pause.start for pause in self.pauses[1:2]]
        if self.deadline and self.deadline[0] == self.day:
            bounds.append(self.deadline[1])
        return all(end + self.pauses[0].length <= bound for bound in bounds)

    def put(self, row: Row) -> None:
        """Write a row down at the time at hand. A rehat that it runs into is put off to its end."""
        self.rows[self.day].append(row)
        self.now = to_minutes(row.end)
        if self.pauses and self.pauses[0].start < self.now:
            self.pauses[0] = replace(self.pauses[0], start=self.now)

    def step(self, close_up: int) -> bool:
        """Over the next pause, or to the next day. False, and nothing moved, where there is none before the deadline.

        A rehat closes up to what stands before it when fewer than `close_up` minutes would stay idle.
        """
        if self.pauses:
            pause = self.pauses[0]
            if pause.kind == "rehat" and 0 < pause.start - self.now < close_up:
                pause = replace(pause, start=self.now)
            if pause.end >= self.limit:
                return self._next_day()
            self._write(pause)
            return True
        return self._next_day()

    def _next_day(self) -> bool:
        if self.day + 1 >= len(self.frames) or (self.deadline and self.deadline[0] == self.day):
            return False
        self._open(self.day + 1)
        return True

    def _open(self, day: int) -> None:
        self.day, self.now, self.pauses = day, self.frames[day].start, list(self.frames[day].pauses)

    def _write(self, pause: Pause) -> None:
        self.rows[self.day].append(Row(to_time(pause.start), to_time(pause.end), pause.kind, pause.name))
        self.pauses.pop(0)
        self.now = pause.end

    def jump(self, day: int, moment: int | None) -> Pause | None:
        """Go on to a fixed time, not before the time at hand. Gives back the pause that stands in its way, if one does.

        A rehat makes way by coming earlier, where there is room.
        """
        if day != self.day:
            self._open(day)
        if moment is None:
            return None
        while self.pauses and self.pauses[0].start <= moment:
            pause = self.pauses[0]
            if moment < pause.end:
                if pause.kind == "ishoma" or moment - pause.length < self.now:
                    return pause
                pause = replace(pause, start=moment - pause.length)
            self._write(pause)
        self.now = moment
        return None

    def days(self) -> tuple[DayPlan, ...]:
        """The finished days. A pause at the edge of a day, with nothing before or after it, is left out."""
        return tuple(DayPlan(frame.day, _trimmed(rows), ("tanggal", frame.number)) for frame, rows in zip(self.frames, self.rows, strict=True))


def _trimmed(rows: list[Row]) -> tuple[Row, ...]:
    written = [number for number, row in enumerate(rows) if row.path]
    return tuple(rows[written[0] : written[-1] + 1]) if written else ()
