"""Hours add up: clusters, programme, lesson steps, learning paths."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus import bahasa
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.rules.rule import Case
from syllabus.shapes.base import FORM_NAMES
from syllabus.shapes.lesson import Step
from syllabus.shapes.module import Module
from syllabus.shapes.workshop import Workshop

LEAST_PNS, MOST_PPPK = 20, 24


def cluster_sum(case: Case) -> Iterator[Problem]:
    """Rule 1. A cluster with an unreadable or unfinished module is not judged."""
    program = case.curriculum.program
    for number, cluster in enumerate(program.value.clusters):
        jps = [_module_jp(case, stem) for stem in cluster.modules]
        if any(jp is None for jp in jps):
            continue
        total = sum(jp for jp in jps if jp is not None) + cluster.opening_jp + cluster.closing_jp
        if total != cluster.package_jp:
            yield Problem(
                "JP01", program.at("klaster", number, "jp_paket"),
                f"jp_paket {cluster.package_jp}, sedangkan modul, BLC, dan RTL berjumlah {total} JP.",
                f"Tulis {total}, atau ubah JP modul.", subject=f'Klaster "{cluster.name}"', replacement=str(total),
            )


def program_sum(case: Case) -> Iterator[Problem]:
    """Rule 1: packages and workshops make up the programme's total."""
    program = case.curriculum.program
    workshops = [entry.value.jp for entry in case.curriculum.workshops.values()]
    unreadable = any(folder == "lokakarya" for folder, _ in case.curriculum.broken)
    if unreadable or any(jp is None for jp in workshops):
        return
    total = sum(cluster.package_jp for cluster in program.value.clusters) + sum(jp.total for jp in workshops if jp)
    if total != program.value.total_jp:
        yield Problem(
            "JP02", program.at("total_jp"), f"total_jp {program.value.total_jp}, sedangkan paket dan lokakarya berjumlah {total} JP.",
            f"Tulis {total}, atau ubah JP paket dan lokakarya.", subject="Program", replacement=str(total),
        )


def step_minutes(case: Case) -> Iterator[Problem]:
    """Rule 2, for each form on its own, so that practice cannot borrow from theory."""
    for entry in case.curriculum.modules.values():
        yield from _minutes(case, entry.value, f'Modul {entry.value.code} "{entry.value.title}"', entry.at("rencana_pembelajaran"))
    for workshop in case.curriculum.workshops.values():
        yield from _minutes(case, workshop.value, f'Lokakarya {workshop.value.code} "{workshop.value.title}"', workshop.at("acara"))


def _minutes(case: Case, thing: Module | Workshop, subject: str, place: Place) -> Iterator[Problem]:
    if thing.jp is None or not thing.steps:
        return
    for form, name in FORM_NAMES.items():
        total = sum(step.minutes or 0 for step in thing.steps if step.form == form)
        wanted = thing.jp.of(form) * case.jp_minutes
        if total != wanted:
            change = f"Tambah {bahasa.minutes(wanted - total)}" if total < wanted else f"Kurangi {bahasa.minutes(total - wanted)}"
            yield Problem(
                "JP03", place,
                f"menit langkah {name} berjumlah {total}, seharusnya {wanted} ({thing.jp.of(form)} JP × {case.jp_minutes}).",
                f"{change}, atau ubah JP.", subject=subject,
            )


def steps_complete(case: Case) -> Iterator[Problem]:
    """A step inside the session has minutes and a form; only a step before the session may go without."""
    for entry in case.curriculum.modules.values():
        for number, step in enumerate(entry.value.steps):
            yield from _complete(step, entry.at("rencana_pembelajaran", number), f"Modul {entry.value.code} › Langkah {number + 1}")
    for workshop in case.curriculum.workshops.values():
        for number, row in enumerate(workshop.value.agenda):
            subject = f"Lokakarya {workshop.value.code} › Acara {number + 1}"
            if row.kind == "belajar":
                yield from _complete(row, workshop.at("acara", number), subject)
            elif row.minutes is None and row.stage != "sebelum":
                yield Problem("JP04", workshop.at("acara", number), "acara belum punya menit.", "Isi kunci menit.", subject=subject)


def _complete(step: Step, place: Place, subject: str) -> Iterator[Problem]:
    if step.stage == "sebelum":
        return
    if step.minutes is None:
        yield Problem("JP04", place, "langkah belum punya menit.", 'Isi kunci menit, atau pakai tahap "sebelum".', subject=subject)
    if step.form is None:
        yield Problem("JP04", place, "langkah belum punya bentuk.", "Isi kunci bentuk: teori, praktik, atau lapangan.", subject=subject)


def path_sum(case: Case) -> Iterator[Problem]:
    """Rules 1 and 6: a path's JP is right, at least 20 JP a year for PNS, at most 24 for PPPK.

    PP 11/2017 jo. PP 17/2020 Pasal 203 ayat (4); PerLAN 15/2020. Advice only: whether the ceiling still stands is unverified.
    """
    program = case.curriculum.program
    for number, path in enumerate(program.value.paths):
        jps = [_module_jp(case, stem) for stem in path.modules] + [_workshop_jp(case, stem) for stem in path.workshops]
        if any(jp is None for jp in jps):
            continue
        total = sum(jp for jp in jps if jp is not None) + path.extra_jp
        subject, place = f'Jalur "{path.name}"', program.at("jalur", number, "jp")
        if total != path.jp:
            yield Problem("JP05", place, f"jp {path.jp}, sedangkan isinya berjumlah {total} JP.", f"Tulis {total}.", subject=subject,
                          replacement=str(total))
        elif total < LEAST_PNS:
            yield Problem("JP05", place, f"{total} JP kurang dari {LEAST_PNS} JP setahun bagi PNS.", "Tambah modul atau lokakarya.",
                          "saran", subject)
        elif total > MOST_PPPK:
            yield Problem("JP05", place, f"{total} JP lebih dari {MOST_PPPK} JP setahun bagi PPPK.", "Bagi jalur menjadi dua tahun.",
                          "saran", subject)


def practice_share(case: Case) -> Iterator[Problem]:
    """Rule 7, advice."""
    for entry in case.curriculum.modules.values():
        module, subject = entry.value, f"Modul {entry.value.code}"
        if module.jp and module.jp.total and module.jp.practical * 2 < module.jp.total:
            share = bahasa.percent(module.jp.practical, module.jp.total)
            yield Problem("JP06", entry.at("jp"), f"praktik hanya {share}.", "Targetnya sedikitnya 50 persen.", "saran", subject)
        if len(module.methods) == 1:
            yield Problem("JP06", entry.at("rencana_pembelajaran"), "hanya satu metode dipakai.", "Tambah metode lain.", "saran", subject)


def _module_jp(case: Case, stem: str) -> int | None:
    entry = case.curriculum.modules.get(stem)
    return entry.value.jp.total if entry and entry.value.jp else None


def _workshop_jp(case: Case, stem: str) -> int | None:
    entry = case.curriculum.workshops.get(stem)
    return entry.value.jp.total if entry and entry.value.jp else None
