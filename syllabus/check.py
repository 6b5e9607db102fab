"""One run over a project folder: everything that is wrong with it, and what was verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from syllabus.curriculum import Curriculum
from syllabus.folder import load
from syllabus.pages import for_facilitator
from syllabus.problem import Problem, in_order
from syllabus.render.registry import run
from syllabus.render.view import NotFound, View
from syllabus.rules import judge
from syllabus.shapes.reference import Calendar
from syllabus.timetable import Timetable, place_sessions


@dataclass(frozen=True)
class Report:
    """The outcome of a check. `verified` says in Indonesian sentences what was looked at."""

    problems: tuple[Problem, ...]
    verified: tuple[str, ...]
    curriculum: Curriculum | None = None
    timetables: Mapping[str, Timetable] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def ok(self) -> bool:
        """Whether nothing stops a build; advice may remain."""
        return not any(problem.severity == "galat" for problem in self.problems)


def check(root: Path) -> Report:
    """Read and judge the project at `root`. Never raises for what an editor can write."""
    loaded = load(root)
    if loaded.curriculum is None:
        return Report(in_order(loaded.problems), ())
    curriculum = loaded.curriculum
    timetables = timetables_of(curriculum)
    found = [*loaded.problems, *judge(curriculum, timetables), *_calls(curriculum, timetables)]
    return Report(in_order(found), _verified(curriculum, timetables), curriculum, timetables)


def timetables_of(curriculum: Curriculum) -> Mapping[str, Timetable]:
    """The schedule of every cohort, placed or verified."""
    calendar = curriculum.calendar.value if curriculum.calendar else _no_calendar()
    titles = {entry.id: f"{entry.value.code} {entry.value.title}" for entry in curriculum.lessons}
    program = curriculum.program.value
    return MappingProxyType({
        name: place_sessions(entry.value, program, calendar, titles) for name, entry in curriculum.cohorts.items()
    })


def _no_calendar() -> Calendar:
    return Calendar.model_construct(basis=(), holidays=(), ramadan=(), leave_is_fault=True)


def _calls(curriculum: Curriculum, timetables: Mapping[str, Timetable]) -> Iterator[Problem]:
    """Draw every macro call once, so that a missing thing is told before any site is built."""
    for path, page in curriculum.pages.items():
        view = View(curriculum, timetables, path, for_facilitator=for_facilitator(page))
        for call in page.calls:
            try:
                run(view, call.name, call.args, dict(call.kwargs))
            except NotFound as missing:
                asked = (view.stem, *call.args, *dict(call.kwargs).values())
                if missing.name is not None and missing.name not in asked:
                    continue  # a dead link inside the data, which the rules tell at its own place
                if not any(curriculum.is_broken(folder, view.stem) for folder in ("modul", "lokakarya", "rubrik", "jadwal", "soal")):
                    yield Problem("MAK01", call.place, missing.sentence, missing.hint, subject=f"Macro {call.name}")


def _verified(curriculum: Curriculum, timetables: Mapping[str, Timetable]) -> tuple[str, ...]:
    rows = sum(len(day.rows) for plan in timetables.values() for day in plan.days)
    jp = sum(row.jp for plan in timetables.values() for day in plan.days for row in day.rows)
    items = sum(len(entry.value.items) for entry in curriculum.items.values())
    calls = sum(len(page.calls) for page in curriculum.pages.values())
    return (
        f"{len(curriculum.texts)} berkas terbaca, {len(curriculum.pages)} halaman dengan {calls} panggilan macro",
        f"{len(curriculum.modules)} modul, {len(curriculum.workshops)} lokakarya, {len(curriculum.rubrics)} rubrik, {items} butir soal",
        f"{len(timetables)} jadwal, {rows} baris, {jp} JP terpasang",
    )
