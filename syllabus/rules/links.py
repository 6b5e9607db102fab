"""Every name that is used exists, exists once, and is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from syllabus.curriculum import Entry, Lesson
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.rules.halves import halves
from syllabus.rules.rule import Case
from syllabus.shapes.schedule import Cohort, Session

Reference = tuple[Place, str, str]
"""Where, what kind (a folder or register), and which id."""


def known_ids(case: Case) -> Iterator[Problem]:
    """Rule 29: no broken id. A thing that exists but cannot be read is not called missing."""
    known = _known(case)
    for place, kind, name in _references(case):
        if name in known[kind] or case.curriculum.is_broken(kind, name):
            continue
        near = get_close_matches(name, sorted(known[kind]), n=1)
        hint = f'Mungkin maksud Anda "{near[0]}".' if near else f"Yang ada: {', '.join(sorted(known[kind])[:12]) or 'belum ada'}."
        yield Problem("TAU01", place, f'{kind} "{name}" tidak ada.', hint, replacement=near[0] if near else None)


def _known(case: Case) -> Mapping[str, frozenset[str]]:
    whole = case.curriculum
    tables: dict[str, Iterable[str]] = {
        "modul": whole.modules, "lokakarya": whole.workshops, "rubrik": whole.rubrics, "jadwal": whole.cohorts,
        "regulasi": whole.regulations, "istilah": whole.terms, "skala": whole.scales, "fasilitator": whole.facilitators,
        "ruang": whole.rooms, "instansi": whole.agencies, "formulir": whole.forms, "evaluasi": whole.instruments,
        "klaster": [cluster.id for cluster in whole.program.value.clusters],
    }
    return {kind: frozenset(names) for kind, names in tables.items()}


def _references(case: Case) -> Iterator[Reference]:
    whole = case.curriculum
    yield from _program(case)
    for module in whole.modules.values():
        yield module.at("klaster"), "klaster", module.value.cluster
        for number, term in enumerate(module.value.terms):
            yield module.at("istilah", number), "istilah", term
    for lesson in whole.lessons:
        yield from _lesson(lesson)
    for cohort in whole.cohorts.values():
        yield from _cohort(cohort)
    for person in whole.facilitators.values():
        yield person.at("instansi"), "instansi", person.value.agency
    for entry in whole.terms.values():
        for number, name in enumerate(entry.value.see):
            yield entry.at("lihat", number), "istilah", name
        if entry.value.regulation:
            yield entry.at("regulasi"), "regulasi", entry.value.regulation
    for instrument in whole.instruments.values():
        if instrument.value.index_scale:
            yield instrument.at("skala_indeks"), "skala", instrument.value.index_scale
    for form in whole.forms.values():
        if form.value.scale:
            yield form.at("skala"), "skala", form.value.scale


def _program(case: Case) -> Iterator[Reference]:
    entry = case.curriculum.program
    program = entry.value
    for number, aim in enumerate(program.aims):
        yield entry.at("tujuan", number, "klaster"), "klaster", aim.cluster
    for number, name in enumerate(program.legal_basis):
        yield entry.at("dasar_hukum", number), "regulasi", name
    for number, cluster in enumerate(program.clusters):
        for count, name in enumerate(cluster.modules):
            yield entry.at("klaster", number, "modul", count), "modul", name
    for number, path in enumerate(program.paths):
        for count, name in enumerate(path.modules):
            yield entry.at("jalur", number, "modul", count), "modul", name
        for count, name in enumerate(path.workshops):
            yield entry.at("jalur", number, "lokakarya", count), "lokakarya", name
    for number, kit in enumerate(program.kits):
        for count, sheet in enumerate(kit.forms):
            yield entry.at("perlengkapan_sesi", number, "formulir", count), "formulir", sheet.id
        for count, sheet in enumerate(kit.instruments):
            yield entry.at("perlengkapan_sesi", number, "instrumen", count), "evaluasi", sheet.id
    yield entry.at("penilaian_akhir", "skala_nilai"), "skala", program.final_mark.scale


def _lesson(entry: Lesson) -> Iterator[Reference]:
    for number, use in enumerate(entry.value.references):
        yield entry.at("referensi", number, "regulasi"), "regulasi", use.regulation
    for number, assessment in enumerate(entry.value.assessments):
        if assessment.rubric:
            yield entry.at("asesmen", number, "rubrik"), "rubrik", assessment.rubric


def _cohort(entry: Entry[Cohort]) -> Iterator[Reference]:
    cohort = entry.value
    if cohort.cluster:
        yield entry.at("klaster"), "klaster", cohort.cluster
    for number, name in enumerate(cohort.modules):
        yield entry.at("modul", number), "modul", name
    for number, name in enumerate(cohort.workshops):
        yield entry.at("lokakarya", number), "lokakarya", name
    yield entry.at("ruang"), "ruang", cohort.room
    for number, session in enumerate(cohort.sequence):
        yield from _session(entry, session, ("urutan", number))
    for number, day in enumerate(cohort.explicit):
        for count, session in enumerate(day.sessions):
            yield from _session(entry, session, ("hari", number, "sesi", count))


def _session(entry: Entry[Cohort], session: Session, path: tuple[str | int, ...]) -> Iterator[Reference]:
    if session.module:
        yield entry.at(*path, "modul"), "modul", session.module
    if session.workshop:
        yield entry.at(*path, "lokakarya"), "lokakarya", session.workshop
    if session.room:
        yield entry.at(*path, "ruang"), "ruang", session.room
    for number, speaker in enumerate(session.speakers):
        if speaker.person:
            yield entry.at(*path, "fasilitator", number), "fasilitator", speaker.person


def unique(case: Case) -> Iterator[Problem]:
    """Rule 29: codes, indicators, items, criteria, scenarios and worksheets are each named once."""
    for kind, uses in _names(case):
        first: dict[str, Place] = {}
        for place, name in uses:
            if name in first:
                yield Problem("TAU02", place, f'{kind} "{name}" sudah dipakai di {first[name]}.', "Beri nama lain.")
            first.setdefault(name, place)


def _names(case: Case) -> Iterator[tuple[str, list[tuple[Place, str]]]]:
    whole = case.curriculum
    lessons = whole.lessons
    rubrics = whole.rubrics.values()
    yield "kode", [(entry.at("kode"), entry.value.code) for entry in lessons] + [(entry.at("kode"), entry.value.code) for entry in rubrics]
    yield "indikator", [
        (entry.at("indikator", number, "id"), item.id) for entry in lessons for number, item in enumerate(entry.value.indicators)
    ]
    yield "butir", [
        (entry.at("butir", number, "id"), item.id) for entry in whole.items.values() for number, item in enumerate(entry.value.items)
    ]
    yield "skenario atau lembar kerja", [
        (entry.at("skenario", number, "id"), item.id) for entry in lessons for number, item in enumerate(entry.value.scenarios)
    ] + [
        (entry.at("lembar_kerja", number, "id"), sheet.id)
        for entry in whole.modules.values() for number, sheet in enumerate(entry.value.worksheets)
    ]
    for entry in rubrics:
        yield "kriteria", [(entry.at("kriteria", number, "id"), item.id) for number, item in enumerate(entry.value.criteria)]


def orphans(case: Case) -> Iterator[Problem]:
    """Rule 29: halves without their other half, and things that nothing leads to."""
    whole = case.curriculum
    yield from halves(case)
    listed: dict[str, str] = {}
    for cluster in whole.program.value.clusters:
        listed.update(dict.fromkeys(cluster.modules, cluster.id))
    for stem, entry in whole.modules.items():
        if stem not in listed:
            yield Problem("TAU03", entry.at("klaster"), "modul tidak ada pada klaster mana pun.",
                          "Tambah pada kunci klaster di curriculum/program.yml.", subject=f"Modul {entry.value.code}")
        elif listed[stem] != entry.value.cluster:
            yield Problem("TAU03", entry.at("klaster"), f'modul menyebut klaster "{entry.value.cluster}", program menyebut "{listed[stem]}".',
                          "Samakan keduanya.", subject=f"Modul {entry.value.code}")
    lessons_unread = any(folder in ("modul", "lokakarya") for folder, _ in whole.broken)
    used = {item.rubric for lesson in whole.lessons for item in lesson.value.assessments}
    for stem, rubric in whole.rubrics.items():
        if stem not in used and not lessons_unread:
            yield Problem("TAU03", rubric.at("kode"), "rubrik belum dipakai modul atau lokakarya.", "Pakai pada asesmen, atau hapus.",
                          "saran", f"Rubrik {rubric.value.code}")
    for stem, bank in whole.items.items():
        if stem not in whole.modules and not whole.is_broken("modul", stem):
            yield Problem("TAU03", bank.at(), f'soal tidak punya modul "{stem}".', "Samakan nama berkas dengan modulnya.")
