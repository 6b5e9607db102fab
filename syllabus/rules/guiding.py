"""What a facilitator walks into the room with is there: notes, a list of materials, field work in field time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.guide import Sitting, StepPart, of_lesson, place_steps
from syllabus.problem import Problem
from syllabus.rules.rule import Case
from syllabus.shapes.common import CommonSession
from syllabus.shapes.module import Module
from syllabus.shapes.schedule import SessionKind


def notes(case: Case) -> Iterator[Problem]:
    """Every lesson tells its facilitator how to open it, what goes wrong, and what answers to wait for."""
    for entry in case.curriculum.lessons:
        if entry.value.notes is None:
            yield Problem("PDF01", entry.at(), "belum ada pertanyaan pembuka, jebakan, dan jawaban harapan bagi fasilitator.",
                          "Isi kunci catatan_fasilitator.", subject=f'{entry.value.code} "{entry.value.title}"')


def materials(case: Case) -> Iterator[Problem]:
    """What a step uses stands in the list of its module or session, with how many; what the list names is used."""
    lists: list[Entry[Module] | Entry[CommonSession]] = [*case.curriculum.modules.values(), *case.curriculum.common.values()]
    for entry in lists:
        module = entry.value
        known, used = set(module.media), {name for step in module.steps for name in step.media}
        for number, step in enumerate(module.steps):
            for count, name in enumerate(step.media):
                if name not in known:
                    yield Problem("PDF02", entry.at("rencana_pembelajaran", number, "media", count), f'bahan "{name}" belum ada pada daftar media.',
                                  "Tambah pada kunci media di atas langkah, dengan banyaknya.", subject=f"{module.code} › Langkah {number + 1}")
        for number, name in enumerate(module.media):
            if name not in used:
                yield Problem("PDF02", entry.at("media", number), f'bahan "{name}" tidak dipakai pada langkah mana pun.',
                              "Sebutkan pada media sebuah langkah, atau hapus.", "saran", module.code)


def common_minutes(case: Case) -> Iterator[Problem]:
    """A common session's steps fill the time that a schedule gives it. A schedule is only advised: its owner may be short of time."""
    for name, cohort in case.curriculum.cohorts.items():
        rows = [row for _, row in case.timetables[name].rows if row.path]
        for path, kind in dict.fromkeys((row.path, row.kind) for row in rows):
            entry = case.curriculum.common.get(kind)
            wanted = sum(step.minutes or 0 for step in entry.value.steps) if entry else 0
            given = sum(row.minutes for row in rows if row.path == path)
            if entry and wanted != given:
                yield Problem("PDF04", cohort.at(*path), f"sesi {entry.value.code} mendapat {bahasa.minutes(given)}, sedangkan langkahnya {bahasa.minutes(wanted)}.",
                              f"Ubah lama sesi, atau menit langkah pada curriculum/sesi/{kind}.yml.", "saran", cohort.value.name)


def known_kinds(case: Case) -> Iterator[Problem]:
    """A common session's file bears the name of a kind of row."""
    kinds = get_args(SessionKind)
    for name, entry in case.curriculum.common.items():
        if name not in kinds:
            yield Problem("PDF05", entry.at(), f'"{name}" bukan jenis baris jadwal.', f"Beri nama berkas salah satu dari: {', '.join(kinds)}.",
                          subject=entry.value.title)


def field_time(case: Case) -> Iterator[Problem]:
    """Field work falls into field hours: the steps follow each other by their minutes through the sessions of a cohort."""
    for name, cohort in case.curriculum.cohorts.items():
        for stem in cohort.value.modules:
            module = case.curriculum.modules.get(stem)
            if module is None:
                continue
            for sitting in place_steps(module.value.steps, case.timetables[name], of_lesson(stem)).sittings:
                for part in sitting.parts:
                    path = _outside(sitting, part)
                    if path is not None:
                        yield Problem(
                            "PDF03", cohort.at(*path), f'langkah lapangan "{part.step.title}" jatuh pukul {bahasa.clock_range(part.start, part.end)}, '
                            "di luar sesi lapangan.", f"Ubah urutan sesi, atau urutan langkah modul {module.value.code}.", "saran", cohort.value.name)


def _outside(sitting: Sitting, part: StepPart) -> tuple[str | int, ...] | None:
    """The row in which a field step is taught although the row has no field hours."""
    if part.step.form != "lapangan":
        return None
    touched = (row for row in sitting.rows if row.start < part.end and part.start < row.end)
    return next((row.path for row in touched if all(piece.form != "lapangan" for piece in row.parts)), None)
