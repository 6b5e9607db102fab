"""Assessments are complete: weights, tests, keys and criteria."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from syllabus import bahasa
from syllabus.problem import Problem
from syllabus.rules.rule import Case

LEAST_ITEMS = 5


def weights(case: Case) -> Iterator[Problem]:
    """Rule 11: weights that are given sum to 100 points."""
    for entry in case.curriculum.lessons:
        given = [item.weight for item in entry.value.assessments if item.weight is not None]
        total = sum(given, Decimal(0))
        if given and total != 100:
            yield Problem("ASM01", entry.at("asesmen"), f"bobot asesmen berjumlah {bahasa.number(total)}, seharusnya 100.",
                          "Ubah bobot salah satu asesmen.", subject=f"{entry.value.code}")


def tests(case: Case) -> Iterator[Problem]:
    """Rule 9: both tests exist, are long enough and cover the same indicators."""
    for stem, entry in case.curriculum.modules.items():
        if not entry.value.assessments or case.curriculum.is_broken("soal", stem):
            continue
        subject = f'Modul {entry.value.code} "{entry.value.title}"'
        bank = case.curriculum.items.get(stem)
        if bank is None:
            yield Problem("ASM02", entry.at("asesmen"), "modul belum punya soal.", f"Buat curriculum/soal/{stem}.yml.", subject=subject)
            continue
        before, after = bank.value.of("pretes"), bank.value.of("postes")
        for name, found in (("pretes", before), ("postes", after)):
            if len(found) < LEAST_ITEMS:
                yield Problem("ASM02", bank.at("butir"), f"{name} baru {len(found)} butir.", f"Perlu sedikitnya {LEAST_ITEMS}.", subject=subject)
        missing = sorted({item.indicator for item in before} ^ {item.indicator for item in after})
        if before and after and missing:
            yield Problem("ASM02", bank.at("butir"), f"pretes dan postes tidak mengukur indikator yang sama: {', '.join(missing)}.",
                          "Tambah butir pada tes yang belum mengukurnya.", subject=subject)


def keys(case: Case) -> Iterator[Problem]:
    """A key points at an option; options differ."""
    for bank in case.curriculum.items.values():
        for number, item in enumerate(bank.value.items):
            if "ABCDE".index(item.answer) >= len(item.options):
                yield Problem("ASM03", bank.at("butir", number, "kunci"), f"kunci {item.answer} melebihi {len(item.options)} pilihan.",
                              "Perbaiki kunci atau tambah pilihan.", subject=f"Butir {item.id}")
            if len({option.casefold() for option in item.options}) < len(item.options):
                yield Problem("ASM03", bank.at("butir", number, "pilihan"), "ada dua pilihan yang sama.", "Bedakan pilihannya.",
                              subject=f"Butir {item.id}")


def criteria_mapped(case: Case) -> Iterator[Problem]:
    """Rule 8 for shared rubrics: each use says which indicators each criterion measures."""
    for entry in case.curriculum.lessons:
        for number, item in enumerate(entry.value.assessments):
            rubric = case.curriculum.rubrics.get(item.rubric or "")
            if rubric is None:
                continue
            ids = {criterion.id: criterion for criterion in rubric.value.criteria}
            mapped = {use.criterion for use in item.criteria}
            subject = f"{entry.value.code} › Asesmen {number + 1}"
            for count, use in enumerate(item.criteria):
                if use.criterion not in ids:
                    yield Problem("ASM04", entry.at("asesmen", number, "kriteria", count, "kriteria"),
                                  f'kriteria "{use.criterion}" tidak ada pada rubrik {rubric.value.code}.',
                                  f"Yang ada: {', '.join(ids)}.", subject=subject)
            missing = [name for name, criterion in ids.items() if name not in mapped and not criterion.indicators]
            if missing:
                yield Problem("ASM04", entry.at("asesmen", number), f"kriteria {', '.join(missing)} belum dipetakan ke indikator.",
                              "Tambah pada kunci kriteria.", subject=subject)
