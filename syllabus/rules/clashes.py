"""Nobody and no room is in two places at once, across all schedules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.problem import Problem
from syllabus.rules.rule import Case
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import Booking, Row, bookings


def overlaps(case: Case) -> Iterator[Problem]:
    """Rule 15: within a class, full containment included."""
    for name, entry in case.curriculum.cohorts.items():
        for day in case.timetables[name].days:
            rows = [row for row in day.rows if row.minutes > 0]
            for first, second in combinations(rows, 2):
                if first.start < second.end and second.start < first.end:
                    later = second if second.path else first
                    other = first if later is second else second
                    yield Problem("JDW05", entry.at(*later.path), f'"{later.title}" {_when(later)} bertumpang tindih dengan "{other.title}" {_when(other)}.',
                                  "Geser salah satu.", subject=f"{entry.value.name} › {bahasa.day_and_date(day.day)}")


def people(case: Case) -> Iterator[Problem]:
    """Rule 16 for facilitators."""
    yield from _double(case, "orang", "JDW06", "fasilitator")


def rooms(case: Case) -> Iterator[Problem]:
    """Rule 16 for rooms."""
    yield from _double(case, "ruang", "JDW07", "ruang")


def _double(case: Case, kind: str, code: str, word: str) -> Iterator[Problem]:
    taken: dict[tuple[str, object], list[tuple[Entry[Cohort], Booking]]] = defaultdict(list)
    for name, entry in case.curriculum.cohorts.items():
        for booking in bookings(case.timetables[name], entry.value.room):
            if booking.kind == kind and booking.row.minutes > 0:
                taken[booking.name, booking.day].append((entry, booking))
    for (name, _), uses in taken.items():
        for (one, first), (two, second) in combinations(uses, 2):
            same_class = one is two
            if same_class and kind == "ruang":
                continue  # told once, as an overlap of the class
            if first.row.start < second.row.end and second.row.start < first.row.end:
                yield Problem(
                    code, two.at(*second.row.path),
                    f'{word} "{name}" sudah dipakai {one.value.name} untuk "{first.row.title}" {_when(first.row)}.',
                    "Ganti orang atau waktu." if kind == "orang" else "Ganti ruang atau waktu.",
                    subject=f"{two.value.name} › {bahasa.day_and_date(second.day)} {_when(second.row)}",
                )


def _when(row: Row) -> str:
    return bahasa.clock_range(row.start, row.end)
