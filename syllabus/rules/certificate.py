"""What a certificate lists is what the schedule gave."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.problem import Problem
from syllabus.rules.places import LEARNING
from syllabus.rules.rule import Case
from syllabus.taught import taught


def module_list(case: Case) -> Iterator[Problem]:
    """Rule 36: the JP on the back of a certificate sum to the schedule's. Modules and workshops are compared by JDW03."""
    for name, entry in case.curriculum.cohorts.items():
        plan = case.timetables[name]
        if plan.faults:
            continue
        lines = taught(case.curriculum, entry.value)
        for _, row in plan.rows:
            if row.kind in LEARNING and row.jp and not any(line.covers(row) for line in lines):
                yield Problem(
                    "SRT01", entry.at(*row.path), f'sesi "{row.title}" membawa {row.jp} JP, tetapi tidak masuk daftar mata pelatihan pada sertifikat.',
                    "Isi kunci modul atau lokakarya pada sesi, atau lengkapi jp_blc dan jp_rtl klaster.", subject=entry.value.name,
                )
        for line in lines:
            if line.kind in ("blc", "rtl") and line.scheduled(plan) != line.jp:
                yield Problem(
                    "SRT01", entry.at("klaster"), f"{line.title} terjadwal {line.scheduled(plan)} JP, sedangkan pada sertifikat {line.jp} JP.",
                    f"Samakan jadwal dengan jp_{line.kind} klaster pada program.yml.", subject=entry.value.name,
                )
