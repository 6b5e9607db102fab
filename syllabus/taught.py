"""What a cohort is taught, as its certificate lists it: each module and workshop, the opening and the closing, in JP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from syllabus.curriculum import Curriculum
from syllabus.shapes.base import JpSplit
from syllabus.shapes.schedule import Cohort, SessionKind
from syllabus.timetable import Row, Timetable

OPENING, CLOSING = "Membangun komitmen belajar (BLC)", "Rencana tindak lanjut (RTL)"


@dataclass(frozen=True)
class Taught:
    """One line of the list. `jp` is the curriculum's, in JP, or None where it is not set yet; `id` is empty for opening and closing."""

    kind: Literal["blc", "modul", "lokakarya", "rtl"]
    id: str
    code: str
    title: str
    jp: int | None

    def covers(self, row: Row) -> bool:
        """Whether a row of the schedule belongs to this line."""
        if self.kind == "modul":
            return row.module == self.id
        if self.kind == "lokakarya":
            return row.workshop == self.id
        return row.kind == self.kind and row.module is None and row.workshop is None

    def scheduled(self, plan: Timetable) -> int:
        """JP that the schedule gives to this line."""
        return sum(row.jp for _, row in plan.rows if self.covers(row))


def taught(curriculum: Curriculum, cohort: Cohort) -> tuple[Taught, ...]:
    """The list of one cohort: opening, modules, workshops, closing. Without a cluster its own sessions open and close it."""
    cluster = next((item for item in curriculum.program.value.clusters if item.id == cohort.cluster), None)
    opening = cluster.opening_jp if cluster else _own(cohort, "blc")
    closing = cluster.closing_jp if cluster else _own(cohort, "rtl")
    lines: list[Taught] = []
    if opening:
        lines.append(Taught("blc", "", "", OPENING, opening))
    for stem in cohort.modules:
        module = curriculum.modules.get(stem)
        lines.append(Taught("modul", stem, module.value.code, module.value.title, _total(module.value.jp)) if module
                     else Taught("modul", stem, "", stem, None))
    for stem in cohort.workshops:
        workshop = curriculum.workshops.get(stem)
        lines.append(Taught("lokakarya", stem, workshop.value.code, workshop.value.title, _total(workshop.value.jp)) if workshop
                     else Taught("lokakarya", stem, "", stem, None))
    if closing:
        lines.append(Taught("rtl", "", "", CLOSING, closing))
    return tuple(lines)


def _own(cohort: Cohort, kind: SessionKind) -> int:
    sessions = (*cohort.sequence, *(session for day in cohort.explicit for session in day.sessions))
    return sum(session.jp for session in sessions if session.kind == kind)


def _total(jp: JpSplit | None) -> int | None:
    return jp.total if jp else None
