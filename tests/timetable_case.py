"""Small cohorts for the tests of the engine, written as an editor would write them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from syllabus import bahasa
from syllabus.folder import load
from syllabus.shapes.program import Program
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import Timetable, place_sessions

_LOADED = load(Path(__file__).parent / "sites" / "provinsi-lain").curriculum
assert _LOADED is not None and _LOADED.calendar is not None
PROGRAM, CALENDAR = _LOADED.program.value, _LOADED.calendar.value
MONDAY, TUESDAY, FRIDAY, FASTING = "2027-04-05", "2027-04-06", "2027-04-09", "2027-02-15"


def placed(*sequence: dict[str, Any], days: tuple[str, ...] = (MONDAY,), program: Program = PROGRAM, **more: Any) -> Timetable:
    """A computed schedule. The window is 07.30 – 16.30 with rehat at 10.00 and ishoma at 12.00."""
    return _place({"tanggal": list(days), "urutan": list(sequence), **more}, program)


def written(*days: dict[str, Any]) -> Timetable:
    """A schedule written out in full."""
    return _place({"hari": list(days)}, PROGRAM)


def _place(keys: dict[str, Any], program: Program) -> Timetable:
    cohort = Cohort.model_validate({"nama": "A", "peserta": "20", "tempat": "T", "ruang": "aula", **keys})
    return place_sessions(cohort, program, CALENDAR, {"m": "Modul M"})


def learn(theory: int = 0, practice: int = 0, **more: Any) -> dict[str, Any]:
    """A learning session."""
    return {"jenis": "pembelajaran", "modul": "m", "jp": {"teori": str(theory), "praktik": str(practice)}, **more}


def other(minutes: int, **more: Any) -> dict[str, Any]:
    """A row that carries minutes."""
    return {"jenis": "umum", "judul": "U", "menit": str(minutes), **more}


def pin(start: str | None, day: str = MONDAY) -> dict[str, Any]:
    """The key that fixes a session."""
    return {"tetap": {"tanggal": day, **({"mulai": start} if start else {})}}


def lines(plan: Timetable, day: int = 0) -> list[str]:
    """A day as text: clock, kind, JP."""
    return [f"{bahasa.clock_range(row.start, row.end)} {row.kind} {row.jp or ''}".strip() for row in plan.days[day].rows]
