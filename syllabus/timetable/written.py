"""A schedule that is written out in full: taken as it stands, with what cannot be read of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from syllabus import bahasa
from syllabus.shapes.schedule import Cohort, Session
from syllabus.timetable.plan import DayPlan, Fault, Path, Row, Timetable, to_minutes
from syllabus.timetable.rows import row_of


def take(cohort: Cohort, titles: Mapping[str, str]) -> Timetable:
    """Rows as written. Lengths and overlaps are judged by the rules, which see imported and computed schedules alike."""
    days: list[DayPlan] = []
    faults: list[Fault] = []
    for number, entry in enumerate(cohort.explicit):
        if any(entry.day == earlier.day for earlier in cohort.explicit[:number]):
            faults.append(Fault(("hari", number, "tanggal"), f"{bahasa.long_date(entry.day)} tertulis dua kali.", "Satukan sesinya pada satu hari."))
        rows: list[Row] = []
        last = 0
        for count, session in enumerate(entry.sessions):
            path: Path = ("hari", number, "sesi", count)
            faults.extend(_unclear(session, path))
            if session.kind == "spanduk":
                start = to_minutes(session.start) if session.start else last
                rows.append(row_of(session, start, start, path, titles))
            elif session.start and session.end:
                last = to_minutes(session.end)
                rows.append(row_of(session, to_minutes(session.start), last, path, titles))
        days.append(DayPlan(entry.day, tuple(rows), ("hari", number)))
    return Timetable(tuple(days), tuple(faults))


def _unclear(session: Session, path: Path) -> Iterator[Fault]:
    if session.kind != "spanduk" and not (session.start and session.end):
        yield Fault(path, "baris ini belum punya jam mulai dan selesai.", "Isi kunci mulai dan selesai.")
    elif session.minutes is not None and session.start and session.end:
        length = to_minutes(session.end) - to_minutes(session.start)
        if length > 0 and session.minutes != length:
            yield Fault((*path, "menit"), f"lamanya {bahasa.minutes(length)}, sedangkan menit berisi {session.minutes}.", "Hapus kunci menit.")
    if session.pin:
        yield Fault((*path, "tetap"), "kunci tetap hanya untuk jadwal yang dihitung.", "Hapus kunci tetap; jam baris ini sudah tertulis.")
