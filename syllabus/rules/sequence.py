"""The order of a training: commitment and pretest first, posttest and follow-up plan last."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.problem import Problem
from syllabus.rules.rule import Case
from syllabus.timetable import Row

_CONTENT = frozenset({"pembelajaran", "lokakarya"})


def order(case: Case) -> Iterator[Problem]:
    """Rule 20."""
    for name, entry in case.curriculum.cohorts.items():
        rows = [row for _, row in case.timetables[name].rows if row.path]
        content = [number for number, row in enumerate(rows) if row.kind in _CONTENT]
        if not content:
            continue
        first, last = content[0], content[-1]
        for number, row in enumerate(rows):
            sentence = _misplaced(row, number, first, last)
            if sentence:
                yield Problem("JDW11", entry.at(*row.path), sentence, "Pindahkan pada urutan.", subject=entry.value.name)


def _misplaced(row: Row, number: int, first: int, last: int) -> str:
    if row.kind == "blc" and number > first:
        return "BLC seharusnya sebelum sesi belajar pertama."
    if row.kind == "pretes" and number > first:
        return "pretes seharusnya sebelum sesi belajar pertama."
    if row.kind == "postes" and number < last:
        return "postes seharusnya sesudah sesi belajar terakhir."
    if row.kind == "rtl" and number < last:
        return "RTL seharusnya sesudah sesi belajar terakhir."
    return ""
