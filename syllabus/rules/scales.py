"""Grade scales leave no value without a band."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syllabus import bahasa
from syllabus.problem import Problem
from syllabus.rules.rule import Case


def bands(case: Case) -> Iterator[Problem]:
    """Rule 12: bands cover the scale with no gap or overlap at the stated precision."""
    for entry in case.curriculum.scales.values():
        scale, subject = entry.value, f'Skala "{entry.value.name}"'
        step = Decimal(1).scaleb(-scale.precision)
        expected = scale.least
        for number, band in sorted(enumerate(scale.bands), key=lambda pair: pair[1].least):
            place = entry.at("pita", number, "min")
            if band.most < band.least:
                yield Problem("SKL01", entry.at("pita", number, "maks"), f'pita "{band.label}" berakhir sebelum mulai.',
                              "Tukar min dan maks.", subject=subject)
            elif band.least > expected:
                yield Problem("SKL01", place, f'ada celah sebelum pita "{band.label}": {bahasa.number(expected)} tidak punya pita.',
                              f"Mulai pita dari {bahasa.number(expected)}.", subject=subject)
            elif band.least < expected:
                yield Problem("SKL01", place, f'pita "{band.label}" bertumpang tindih dengan pita di bawahnya.',
                              f"Mulai pita dari {bahasa.number(expected)}.", subject=subject)
            expected = max(expected, band.most + step)
        if expected != scale.most + step:
            yield Problem("SKL01", entry.at("maks"), f"pita tertinggi berakhir pada {bahasa.number(expected - step)}, skala pada {bahasa.number(scale.most)}.",
                          "Samakan keduanya.", subject=subject)


def final_mark(case: Case) -> Iterator[Problem]:
    """Rule 11 for the programme's final mark."""
    program = case.curriculum.program
    total = sum((part.weight for part in program.value.final_mark.parts), Decimal(0))
    if total != 100:
        yield Problem("SKL02", program.at("penilaian_akhir", "komponen"), f"bobot komponen berjumlah {bahasa.number(total)}, seharusnya 100.",
                      "Ubah bobot salah satu komponen.", subject="Nilai akhir")
