"""Places sessions one after another: over breaks, ishoma and days, in whole JP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from syllabus import bahasa
from syllabus.shapes.program import Program
from syllabus.shapes.reference import Calendar
from syllabus.shapes.schedule import Cohort, JpPart, Session, SessionKind
from syllabus.timetable.frame import Frame, Pause, frame_of
from syllabus.timetable.plan import DayPlan, Fault, Path, Row, Timetable, to_minutes, to_time

FLOAT = 30
"""Minutes that a rehat may begin later than planned, so that no JP is cut."""

TITLES: Mapping[SessionKind, str] = {
    "registrasi": "Registrasi", "pembukaan": "Pembukaan", "blc": "Membangun komitmen belajar (BLC)", "pretes": "Pretes",
    "refleksi": "Refleksi", "postes": "Postes", "rtl": "Rencana tindak lanjut (RTL)", "penutupan": "Penutupan",
    "rehat": "Rehat", "ishoma": "Ishoma", "perjalanan": "Perjalanan",
}


def place_sessions(cohort: Cohort, program: Program, calendar: Calendar, titles: Mapping[str, str]) -> Timetable:
    """The schedule of a cohort: computed from its sequence, or taken as written and looked over.

    `titles` gives the title of a module or workshop by id. What does not fit comes back as faults; nothing is raised.
    """
    if cohort.explicit:
        return _written(cohort, titles)
    return _Filler(cohort, program, calendar, titles).fill()


def row_of(session: Session, start: int, end: int, path: Path, titles: Mapping[str, str]) -> Row:
    """A row of a session at minutes since midnight."""
    known = titles.get(session.module or session.workshop or "")
    title = session.title or known or session.module or session.workshop or TITLES.get(session.kind, session.kind.capitalize())
    return Row(to_time(start), to_time(end), session.kind, title, session.parts, session.module, session.workshop, session.speakers,
               session.room, session.note, path)


def _written(cohort: Cohort, titles: Mapping[str, str]) -> Timetable:
    days: list[DayPlan] = []
    faults: list[Fault] = []
    for number, entry in enumerate(cohort.explicit):
        rows: list[Row] = []
        last = 0
        for count, session in enumerate(entry.sessions):
            path: Path = ("hari", number, "sesi", count)
            if session.kind == "spanduk":
                rows.append(row_of(session, last, last, path, titles))
            elif session.start is None or session.end is None:
                faults.append(Fault(path, "baris ini belum punya jam mulai dan selesai.", "Isi kunci mulai dan selesai."))
            else:
                last = to_minutes(session.end)
                rows.append(row_of(session, to_minutes(session.start), last, path, titles))
        days.append(DayPlan(entry.day, tuple(rows), ("hari", number)))
    return Timetable(tuple(days), tuple(faults))


class _Filler:
    """Fills the days of one cohort in order; lives only inside `place_sessions`."""

    def __init__(self, cohort: Cohort, program: Program, calendar: Calendar, titles: Mapping[str, str]) -> None:
        self._cohort = cohort
        self._titles = titles
        self._jp = program.jp_minutes.minutes
        self._frames = [frame_of(day, cohort, program.hours, calendar) for day in sorted(set(cohort.days))]
        self._rows: list[list[Row]] = [[] for _ in self._frames]
        self._faults: list[Fault] = []
        self._day = 0
        self._now = self._frames[0].start

    def fill(self) -> Timetable:
        for number, session in enumerate(self._cohort.sequence):
            path: Path = ("urutan", number)
            if session.pin and not self._jump(session, path):
                continue
            if session.kind == "spanduk":
                self._rows[self._day].append(row_of(session, self._now, self._now, path, self._titles))
            elif session.parts:
                self._place_jp(session, path)
            elif session.minutes:
                self._place_minutes(session, session.minutes, path)
            else:
                self._faults.append(Fault(path, "sesi ini belum punya jp atau menit.", "Isi salah satunya."))
        days = (DayPlan(frame.day, tuple(rows), ("tanggal", number))
                for number, (frame, rows) in enumerate(zip(self._frames, self._rows, strict=True)))
        return Timetable(tuple(days), tuple(self._faults))

    def _jump(self, session: Session, path: Path) -> bool:
        """Go to the pinned place. Going back in time is a fault."""
        assert session.pin is not None
        days = [frame.day for frame in self._frames]
        if session.pin.day not in days:
            self._faults.append(Fault((*path, "tetap"), f"{bahasa.long_date(session.pin.day)} bukan hari pelaksanaan.", "Tambah pada kunci tanggal."))
            return False
        target = days.index(session.pin.day)
        frame = self._frames[target]
        moment = to_minutes(session.pin.start) if session.pin.start else max(frame.start, self._now if target == self._day else 0)
        if (target, moment) < (self._day, self._now):
            self._faults.append(Fault((*path, "tetap"), f"waktu tetap ini sudah terpakai; sesi sebelumnya selesai pukul {bahasa.clock(to_time(self._now))}.",
                                      "Geser waktu tetap atau urutannya."))
            return False
        if target != self._day:
            self._day, self._now = target, frame.start
        for pause in [pause for pause in frame.pauses if pause.end <= moment]:
            self._pass(frame, pause)
        blocking = next((pause for pause in frame.pauses if pause.start < moment < pause.end), None)
        if blocking:
            self._faults.append(Fault((*path, "tetap"), f"waktu tetap ini jatuh pada {blocking.name}.", "Pilih waktu di luar istirahat."))
            return False
        self._now = max(self._now, moment)
        return True

    def _place_minutes(self, session: Session, length: int, path: Path) -> None:
        while self._day < len(self._frames):
            frame = self._frames[self._day]
            if self._now + length <= self._limit(frame, path) and self._clear(frame, length):
                self._rows[self._day].append(row_of(session, self._now, self._now + length, path, self._titles))
                self._now += length
                return
            if not self._advance(frame):
                break
        self._no_room(session, path)

    def _place_jp(self, session: Session, path: Path) -> None:
        """Give the session its JP piece by piece; parts are used up in order."""
        waiting = [JpPart.model_validate({"bentuk": part.form, "moda": part.mode, "jp": 1}) for part in session.parts for _ in range(part.jp)]
        pieces: list[tuple[int, Row]] = []
        while waiting and self._day < len(self._frames):
            frame = self._frames[self._day]
            count = self._whole_jp(frame, len(waiting), path)
            if count:
                taken, waiting = waiting[:count], waiting[count:]
                row = row_of(session, self._now, self._now + count * self._jp, path, self._titles)
                pieces.append((self._day, replace(row, parts=_merged(taken))))
                self._now += count * self._jp
                self._settle(frame)
                self._rows[self._day].append(pieces[-1][1])
            if waiting and not self._advance(frame):
                break
        self._number(pieces)
        if waiting:
            self._no_room(session, path, len(waiting))

    def _whole_jp(self, frame: Frame, wanted: int, path: Path) -> int:
        """How many JP fit before the next pause or the end; a rehat may wait for the JP under way."""
        limit = self._limit(frame, path)
        pause = frame.pauses[0] if frame.pauses else None
        stop = min(pause.start if pause else limit, limit)
        fits = max(0, stop - self._now) // self._jp
        later = self._now + (fits + 1) * self._jp
        if pause and pause.kind == "rehat" and fits < wanted and self._now < pause.start < later <= min(pause.start + FLOAT, limit):
            fits += 1
        return min(fits, wanted)

    def _clear(self, frame: Frame, length: int) -> bool:
        """Whether `length` minutes from now cross no pause; a rehat may wait a little."""
        pause = frame.pauses[0] if frame.pauses else None
        end = self._now + length
        if pause is None or end <= pause.start:
            return True
        if pause.kind == "rehat" and self._now < pause.start and end <= pause.start + FLOAT:
            pause.move_to(end)
            return True
        return False

    def _settle(self, frame: Frame) -> None:
        if frame.pauses and frame.pauses[0].kind == "rehat" and frame.pauses[0].start < self._now:
            frame.pauses[0].move_to(self._now)

    def _limit(self, frame: Frame, path: Path) -> int:
        """The end of the day, or the next pinned start on it; a pin already behind is told where it stands."""
        number = int(path[1])
        for later in self._cohort.sequence[number + 1 :]:
            if later.pin and later.pin.day == frame.day and later.pin.start and to_minutes(later.pin.start) > self._now:
                return min(frame.end, to_minutes(later.pin.start))
        return frame.end

    def _advance(self, frame: Frame) -> bool:
        """Over the next pause, or to the next day. False when there is none."""
        if frame.pauses and frame.pauses[0].end < frame.end and frame.pauses[0].end > self._now:
            self._pass(frame, frame.pauses[0])
            return True
        self._day += 1
        if self._day < len(self._frames):
            self._now = self._frames[self._day].start
            return True
        self._day = len(self._frames) - 1
        self._now = self._frames[self._day].end
        return False

    def _pass(self, frame: Frame, pause: Pause) -> None:
        """Write a pause down; a rehat closes up to the session before it."""
        if pause.kind == "rehat" and self._now < pause.start and pause.start - self._now < self._jp:
            pause.move_to(self._now)
        row = Row(to_time(pause.start), to_time(pause.end), pause.kind, pause.name)
        self._rows[self._day].append(row)
        frame.pauses.remove(pause)
        self._now = max(self._now, pause.end)

    def _number(self, pieces: list[tuple[int, Row]]) -> None:
        total = len(pieces)
        for number, (day, row) in enumerate(pieces, 1):
            if total > 1:
                rows = self._rows[day]
                rows[rows.index(row)] = replace(row, piece=(number, total))

    def _no_room(self, session: Session, path: Path, missing: int | None = None) -> None:
        what = f"{missing} JP" if missing else bahasa.minutes(session.minutes or 0)
        self._faults.append(Fault(path, f"{what} tidak mendapat tempat dalam jam kegiatan.", "Tambah hari pada kunci tanggal, atau kurangi isi sebelumnya."))


def _merged(units: list[JpPart]) -> tuple[JpPart, ...]:
    """Single JP back to parts: neighbours of one form and mode become one."""
    merged: list[JpPart] = []
    for unit in units:
        if merged and (merged[-1].form, merged[-1].mode) == (unit.form, unit.mode):
            merged[-1] = merged[-1].model_copy(update={"jp": merged[-1].jp + 1})
        else:
            merged.append(unit)
    return tuple(merged)
