"""Sessions have their place: written rows are right, placed rows fit, and hours are neither missing nor extra."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.problem import Problem
from syllabus.rules.rule import Case
from syllabus.shapes.base import FORM_NAMES, Form, JpSplit
from syllabus.shapes.schedule import Cohort

MOST_PEOPLE, MOST_WITH_SIMULATION = 40, 30
LEARNING = frozenset({"pembelajaran", "lokakarya", "blc", "rtl"})


def explicit_rows(case: Case) -> Iterator[Problem]:
    """Rules 3 and 15 for rows written out: end after start, learning as long as its JP, other rows without JP."""
    for name, entry in case.curriculum.cohorts.items():
        for day, row in case.timetables[name].rows:
            if row.kind == "spanduk" or not row.path:
                continue
            subject = f'{entry.value.name} › {bahasa.day_and_date(day.day)} › "{row.title}"'
            if row.minutes <= 0:
                yield Problem("JDW01", entry.at(*row.path, "selesai"), f"selesai {bahasa.clock(row.end)} tidak sesudah mulai {bahasa.clock(row.start)}.",
                              "Periksa kedua jam.", subject=subject)
            elif row.kind in LEARNING and row.minutes != row.jp * case.jp_minutes:
                yield Problem("JDW01", entry.at(*row.path), f"lamanya {row.minutes} menit, seharusnya {row.jp * case.jp_minutes} ({row.jp} JP × {case.jp_minutes}).",
                              "Ubah jam atau jp.", subject=subject)
            elif row.kind not in LEARNING and row.jp:
                yield Problem("JDW01", entry.at(*row.path, "jp"), f"baris {row.kind} tidak membawa JP.", "Hapus kunci jp.", subject=subject)


def all_placed(case: Case) -> Iterator[Problem]:
    """What the engine could not place, at its row."""
    for name, entry in case.curriculum.cohorts.items():
        for fault in case.timetables[name].faults:
            yield Problem("JDW02", entry.at(*fault.path), fault.sentence, fault.hint, subject=entry.value.name)


def scheduled_hours(case: Case) -> Iterator[Problem]:
    """Rule 4: T, P and PL separately, none missing and none extra."""
    for name, entry in case.curriculum.cohorts.items():
        plan = case.timetables[name]
        if plan.faults:
            continue
        taught = {row.module for _, row in plan.rows if row.module}
        for number, stem in enumerate(entry.value.modules):
            module = case.curriculum.modules.get(stem)
            if module and module.value.jp:
                counts = {form: plan.jp_of(form, module=stem) for form in FORM_NAMES}
                yield from _compare(entry, ("modul", number), f'Modul {module.value.code}', module.value.jp, counts)
        for number, stem in enumerate(entry.value.workshops):
            workshop = case.curriculum.workshops.get(stem)
            if workshop and workshop.value.jp:
                counts = {form: plan.jp_of(form, workshop=stem) for form in FORM_NAMES}
                yield from _compare(entry, ("lokakarya", number), f'Lokakarya {workshop.value.code}', workshop.value.jp, counts)
        for stem in sorted(taught - set(entry.value.modules)):
            yield Problem("JDW03", entry.at("modul"), f'modul "{stem}" terjadwal, tetapi tidak ada pada daftar modul angkatan.',
                          "Tambah pada kunci modul, atau hapus sesinya.", subject=entry.value.name)


def _compare(entry: Entry[Cohort], path: tuple[str | int, ...], subject: str, wanted: JpSplit, counts: dict[Form, int]) -> Iterator[Problem]:
    for form, label in FORM_NAMES.items():
        if counts[form] != wanted.of(form):
            yield Problem("JDW03", entry.at(*path), f"{label} terjadwal {counts[form]} JP, kurikulum {wanted.of(form)} JP.",
                          "Samakan jadwal dengan modul.", subject=f"{entry.value.name} › {subject}")


def rooms_fit(case: Case) -> Iterator[Problem]:
    """Rule 21: class size, capacity and access."""
    for name, entry in case.curriculum.cohorts.items():
        cohort = entry.value
        most = MOST_WITH_SIMULATION if cohort.has_simulation == "ya" else MOST_PEOPLE
        if cohort.participants > most:
            yield Problem("JDW12", entry.at("peserta"), f"{cohort.participants} peserta lebih dari {most}.",
                          "Bagi menjadi dua angkatan atau dua kelas.", "saran", cohort.name)
        for room_name in sorted({cohort.room, *(row.room for _, row in case.timetables[name].rows if row.room)}):
            room = case.curriculum.rooms.get(room_name)
            if room is None:
                continue
            if room.value.capacity < cohort.participants:
                yield Problem("JDW12", entry.at("ruang"), f"{room.value.name} memuat {room.value.capacity} orang, peserta {cohort.participants}.",
                              "Pilih ruang lain.", subject=cohort.name)
            if cohort.needs_access == "ya" and not room.value.accessible:
                yield Problem("JDW12", entry.at("ruang"), f"{room.value.name} tidak dapat dimasuki kursi roda.", "Pilih ruang lain.",
                              "saran", cohort.name)
