"""What a facilitator walks into the room with is there: notes, a list of materials, field work in field time."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus import bahasa
from syllabus.guide import Sitting, StepPart, place_steps
from syllabus.problem import Problem
from syllabus.rules.rule import Case


def notes(case: Case) -> Iterator[Problem]:
    """Every lesson tells its facilitator how to open it, what goes wrong, and what answers to wait for."""
    for entry in case.curriculum.lessons:
        if entry.value.notes is None:
            yield Problem("PDF01", entry.at(), "belum ada pertanyaan pembuka, jebakan, dan jawaban harapan bagi fasilitator.",
                          "Isi kunci catatan_fasilitator.", subject=f'{entry.value.code} "{entry.value.title}"')


def materials(case: Case) -> Iterator[Problem]:
    """What a step of a module uses stands in the module's list, with how many; what the list names is used."""
    for entry in case.curriculum.modules.values():
        module = entry.value
        known, used = set(module.media), {name for step in module.steps for name in step.media}
        for number, step in enumerate(module.steps):
            for count, name in enumerate(step.media):
                if name not in known:
                    yield Problem("PDF02", entry.at("rencana_pembelajaran", number, "media", count), f'bahan "{name}" belum ada pada media modul.',
                                  "Tambah pada kunci media modul, dengan banyaknya.", subject=f"Modul {module.code} › Langkah {number + 1}")
        for number, name in enumerate(module.media):
            if name not in used:
                yield Problem("PDF02", entry.at("media", number), f'bahan "{name}" tidak dipakai pada langkah mana pun.',
                              "Sebutkan pada media sebuah langkah, atau hapus.", "saran", f"Modul {module.code}")


def field_time(case: Case) -> Iterator[Problem]:
    """Field work falls into field hours: the steps follow each other by their minutes through the sessions of a cohort."""
    for name, cohort in case.curriculum.cohorts.items():
        for stem in cohort.value.modules:
            module = case.curriculum.modules.get(stem)
            if module is None:
                continue
            for sitting in place_steps(module.value.steps, case.timetables[name], stem).sittings:
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
