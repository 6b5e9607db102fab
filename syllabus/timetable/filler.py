"""Places the sessions of a sequence one after another: over breaks, ishoma and days, in whole JP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from syllabus.shapes.program import Program
from syllabus.shapes.reference import Calendar
from syllabus.shapes.schedule import Cohort, Session
from syllabus.timetable import refusals
from syllabus.timetable.board import Board, Moment
from syllabus.timetable.frame import frames_of
from syllabus.timetable.plan import Fault, Path, Timetable, to_minutes
from syllabus.timetable.rows import row_of, split


def fill(cohort: Cohort, program: Program, calendar: Calendar, titles: Mapping[str, str]) -> Timetable:
    """The computed schedule. A session that does not fit is told, and does not push the others aside."""
    return _Filler(cohort, program, calendar, titles).fill()


class _Filler:
    """Fills the days of one cohort in order."""

    def __init__(self, cohort: Cohort, program: Program, calendar: Calendar, titles: Mapping[str, str]) -> None:
        self._cohort = cohort
        self._titles = titles
        self._jp = program.jp_minutes.minutes
        self._board = Board.over(frames_of(cohort, program.hours, calendar))
        self._days = [frame.day for frame in self._board.frames]
        self._banners: list[tuple[Session, Path]] = []
        self._faults: list[Fault] = list(refusals.odd_days(cohort, self._board.frames))

    def fill(self) -> Timetable:
        for number, session in enumerate(self._cohort.sequence):
            fault = self._take(number, session, ("urutan", number))
            if fault:
                self._faults.append(fault)
        self._put_banners(self._board)
        return Timetable(self._board.days(), tuple(self._faults))

    def _take(self, number: int, session: Session, path: Path) -> Fault | None:
        fault = refusals.unclear(session, self._jp, path)
        if fault:
            return fault
        board = self._board.copy()
        board.deadline = self._next_pin(number)
        fault = self._jump(board, session, path) if session.pin else None
        if fault:
            return fault
        if session.kind == "spanduk":
            self._hang(board, session, path)
            return None
        return self._place(board, session, path)

    def _next_pin(self, number: int) -> Moment | None:
        """The first fixed time of a later session that is still ahead."""
        for later in self._cohort.sequence[number + 1 :]:
            if later.pin and later.pin.day in self._days:
                day = self._days.index(later.pin.day)
                moment = (day, to_minutes(later.pin.start) if later.pin.start else self._board.frames[day].end)
                if moment > (self._board.day, self._board.now):
                    return moment
        return None

    def _jump(self, board: Board, session: Session, path: Path) -> Fault | None:
        """Go to the pinned place, or say why it cannot be kept."""
        assert session.pin is not None
        if session.pin.day not in self._days:
            return refusals.not_a_day(session.pin, path)
        day = self._days.index(session.pin.day)
        frame, moment = board.frames[day], to_minutes(session.pin.start) if session.pin.start else None
        if moment is not None and not frame.start <= moment < frame.end:
            return refusals.outside(frame, path)
        if day < board.day or (day == board.day and moment is not None and moment < board.now):
            return refusals.taken(board, path)
        blocking = board.jump(day, moment)
        return refusals.in_a_break(blocking, path) if blocking else None

    def _place(self, board: Board, session: Session, path: Path) -> Fault | None:
        """Give a session its pieces; parts are used up in order. Minutes are never cut, JP only between two JP."""
        _, waiting = split(session.parts, 0)
        pieces: list[tuple[int, int]] = []
        while waiting or not pieces:
            count = self._whole_jp(board, sum(part.jp for part in waiting))
            length = count * self._jp if session.jp else (session.minutes or 0)
            if length and board.fits(length):
                if not pieces:
                    self._put_banners(board)
                pieces.append((board.day, len(board.rows[board.day])))
                parts, waiting = split(waiting, count)
                board.put(row_of(session, board.now, board.now + length, path, self._titles, parts))
                self._board = board.copy()
            elif not self._go_on(board, session, bool(pieces)):
                break
        for number, (day, row) in enumerate(pieces, 1):
            self._board.rows[day][row] = replace(self._board.rows[day][row], piece=(number, len(pieces)))
        if pieces:
            self._banners = []
        if pieces and not waiting:
            return None
        return refusals.no_room(board, session, sum(part.jp for part in waiting), bool(pieces), path)

    def _whole_jp(self, board: Board, wanted: int) -> int:
        """How many JP fit before the next pause."""
        most = min(wanted, (board.limit - board.now) // self._jp) if wanted else 0
        return next((count for count in range(most, 0, -1) if board.fits(count * self._jp)), 0)

    def _go_on(self, board: Board, session: Session, started: bool) -> bool:
        """Over a pause or a night. A pinned session that has not begun stays on its day, and at its time if it has one."""
        if not session.pin or started:
            return board.step(self._jp)
        return session.pin.start is None and board.step(self._jp) and board.frame.day == session.pin.day

    def _hang(self, board: Board, session: Session, path: Path) -> None:
        """A banner waits for the session under it, unless it is pinned."""
        self._banners.append((session, path))
        if session.pin:
            self._put_banners(board)
            self._board, self._banners = board, []

    def _put_banners(self, board: Board) -> None:
        for session, path in self._banners:
            board.put(row_of(session, board.now, board.now, path, self._titles))
