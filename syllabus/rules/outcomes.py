"""Outcomes, teaching and measuring belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syllabus.alignment import alignment
from syllabus.curriculum import Lesson
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.rules.rule import Case
from syllabus.shapes.module import Module

MOST_INDICATORS = 5
UNSEEN = ("memahami", "mengetahui", "menyadari", "mengerti", "menghayati", "mengenal")


def taught(case: Case) -> Iterator[Problem]:
    """Rule 8: every indicator is taught by a step."""
    for entry in case.curriculum.lessons:
        if not entry.value.steps:
            continue
        for number, line in enumerate(alignment(case.curriculum, entry.id)):
            if not line.taught:
                yield Problem("IHB01", entry.at("indikator", number), f"indikator {line.indicator.id} tidak diajarkan pada langkah mana pun.",
                              "Sebutkan pada kunci indikator sebuah langkah.", subject=_name(entry))


def measured(case: Case) -> Iterator[Problem]:
    """Rule 8: every indicator is measured by an item or a criterion."""
    for entry in case.curriculum.lessons:
        if not entry.value.assessments or case.curriculum.is_broken("soal", entry.id):
            continue
        for number, line in enumerate(alignment(case.curriculum, entry.id)):
            if not line.measured:
                yield Problem("IHB02", entry.at("indikator", number), f"indikator {line.indicator.id} tidak diukur.",
                              "Tambah butir soal, kriteria rubrik, atau lembar kerja yang menyebutnya.", subject=_name(entry))


def known(case: Case) -> Iterator[Problem]:
    """Rule 8: everything that names an indicator names one of its own module."""
    for entry in case.curriculum.lessons:
        own = {indicator.id for indicator in entry.value.indicators}
        for place, name in _named(entry):
            if name not in own:
                yield Problem("IHB03", place, f'indikator "{name}" tidak ada pada {entry.value.code}.',
                              f"Yang ada: {', '.join(sorted(own)) or 'belum ada'}.", subject=_name(entry))
    for stem, bank in case.curriculum.items.items():
        module = case.curriculum.modules.get(stem)
        if module is None:
            continue
        own = {indicator.id for indicator in module.value.indicators}
        for number, item in enumerate(bank.value.items):
            if item.indicator not in own:
                yield Problem("IHB03", bank.at("butir", number, "indikator"), f'indikator "{item.indicator}" tidak ada pada {module.value.code}.',
                              f"Yang ada: {', '.join(sorted(own)) or 'belum ada'}.", subject=f"Butir {item.id}")


def _named(entry: Lesson) -> Iterator[tuple[Place, str]]:
    steps = "rencana_pembelajaran" if isinstance(entry.value, Module) else "acara"
    for number, step in enumerate(entry.value.numbered):
        for position, name in enumerate(step.indicators):
            yield entry.at(steps, number, "indikator", position), name
    for number, assessment in enumerate(entry.value.assessments):
        for position, name in enumerate(assessment.indicators):
            yield entry.at("asesmen", number, "indikator", position), name
        for count, use in enumerate(assessment.criteria):
            for position, name in enumerate(use.indicators):
                yield entry.at("asesmen", number, "kriteria", count, "indikator", position), name
    for number, scenario in enumerate(entry.value.scenarios):
        for position, name in enumerate(scenario.indicators):
            yield entry.at("skenario", number, "indikator", position), name
    if isinstance(entry.value, Module):
        for number, topic in enumerate(entry.value.topics):
            for position, name in enumerate(topic.indicators):
                yield entry.at("materi_pokok", number, "indikator", position), name
        for number, sheet in enumerate(entry.value.worksheets):
            for position, name in enumerate(sheet.indicators):
                yield entry.at("lembar_kerja", number, "indikator", position), name


def observable(case: Case) -> Iterator[Problem]:
    """Rules 13 and 14, advice."""
    for entry in case.curriculum.lessons:
        if len(entry.value.indicators) > MOST_INDICATORS:
            yield Problem("IHB04", entry.at("indikator"), f"ada {len(entry.value.indicators)} indikator.",
                          f"Paling banyak {MOST_INDICATORS}.", "saran", _name(entry))
        for number, indicator in enumerate(entry.value.indicators):
            place = entry.at("indikator", number, "kata_kerja")
            if indicator.verb.lower() in UNSEEN:
                yield Problem("IHB04", place, f'kata kerja "{indicator.verb}" tidak dapat diamati.',
                              'Pakai kata seperti "menyebutkan", "menghitung", atau "menyusun".', "saran", f"Indikator {indicator.id}")
            if len(re.findall(r"\w+", indicator.verb)) > 1:
                yield Problem("IHB04", place, "kata kerja lebih dari satu.", "Pilih satu, atau bagi indikatornya.", "saran",
                              f"Indikator {indicator.id}")


def _name(entry: Lesson) -> str:
    kind = "Modul" if isinstance(entry.value, Module) else "Lokakarya"
    return f'{kind} {entry.value.code} "{entry.value.title}"'
