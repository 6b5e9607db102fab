"""Recaps that the committee fills in for one cohort: attendance by subject, and marks by the programme's own weights."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.render.blanks import fields, signatures, writing_room
from syllabus.render.evaluation import learned, sums_up
from syllabus.render.html import Html, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.sheets.legend import beside, mark_bands, note
from syllabus.render.sheets.signing import last_year, signed_at
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.evaluation import Instrument
from syllabus.shapes.schedule import Cohort
from syllabus.taught import Taught, taught
from syllabus.timetable import Timetable

ROOM = 2
"""Lines to write on under a question to the committee."""
GAIN = "n-gain"
"""The scale that says how a normalised gain is read."""


def marks_recap(view: View, name: str, rows: int | None = None) -> Html:
    """Attendance as a condition, the weighted parts and the final mark; pre-test and N-gain stand beside. A row per participant of the cohort."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    mark = view.curriculum.program.value.final_mark
    parts = tuple(Column(f"{part.name} ({bahasa.number(part.weight)})", 2, "tengah") for part in mark.parts)
    columns = (
        Column("No.", 1, "tengah"), Column("Nama", 6), Column("NIP", 4), Column("Instansi", 4), Column("Hadir (%)", 2, "tengah"), *parts,
        Column("Nilai akhir", 2, "tengah"), Column("Sebutan", 3), Column("Pretes", 2, "tengah"), Column("N-gain", 2, "tengah"), Column("Ket.", 2),
    )
    table = Table("formulir", f"Nilai {entry.value.name}", columns, _numbered(len(columns), rows or entry.value.participants), landscape=True,
                  row_height=8)
    sums = " + ".join(f"{part.name} × {bahasa.number(part.weight)}" for part in mark.parts)
    taken = "; ".join(f"{part.name}: {part.taken_from}" for part in mark.parts)
    return join([
        _cohort_fields(view, entry), draw(table),
        beside([note("Nilai akhir", f"({sums}) ÷ {bahasa.number(sum(part.weight for part in mark.parts))}. {taken}."),
        note("Kehadiran", f"syarat, bukan nilai; sedikitnya {bahasa.number(mark.least_attendance)} persen."),
        mark_bands(view),
        note("N-gain", "(postes − pretes) ÷ (100 − pretes). Tidak dihitung bila pretes 100; bila negatif, ditulis apa adanya. Tidak masuk nilai akhir."),
        mark_bands(view, GAIN), note("Kedudukan", mark.note)], signatures(["Pengendali pelatihan"], signed_at(view), last_year(view, name))),
    ])


def attendance_recap(view: View, name: str, rows: int | None = None) -> Html:
    """Per subject the hours attended, under a row of the hours held; then hours attended, missed and the share."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    lines = taught(view.curriculum, entry.value)
    plan = view.timetables[entry.id]
    columns = (
        Column("No.", 1, "tengah"), Column("Nama", 6), Column("NIP", 4), Column("Instansi", 4),
        *(Column(_short(line), 2, "tengah") for line in lines),
        Column("Hadir (JP)", 2, "tengah"), Column("Tidak hadir (JP)", 2, "tengah"), Column("Persen", 2, "tengah"), Column("Ket.", 2),
    )
    hours = [line.scheduled(plan) for line in lines]
    total = bahasa.number(sum(hours))
    held = Row((Cell("JP terjadwal", 4), *(Cell(bahasa.number(count)) for count in hours), Cell(total), Cell("0"), Cell("100"), Cell("")), "jumlah")
    table = Table("formulir", f"Persentase kehadiran per mata pelatihan, {entry.value.name}", columns,
                  (held, *_numbered(len(columns), rows or entry.value.participants)), landscape=True, row_height=8)
    least = bahasa.number(view.curriculum.program.value.final_mark.least_attendance)
    titles = "; ".join(f"{line.code} {line.title}" for line in lines if line.code)
    return join([
        _cohort_fields(view, entry), draw(table),
        beside([
            note("Cara mengisi", f"di bawah setiap mata pelatihan tulis persen kehadiran (JP yang dihadiri ÷ JP terjadwal × 100). "
                 f"Persen seluruhnya = jumlah JP yang dihadiri ÷ {total} × 100. Syarat kehadiran {least} persen."),
            note("Mata pelatihan", f"{titles}.") if titles else None,
        ], signatures(["Pengendali pelatihan", "Kepala bidang"], signed_at(view), last_year(view, name))),
    ])


def learning_recap(view: View, name: str, instrument: Instrument) -> Html:
    """What the cohort learned, subject by subject and without names: means, median gain and who passed; then the committee's answers."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    return join([
        _cohort_fields(view, entry), tag("p", instrument.intro),
        draw(learned(f"Hasil belajar {entry.value.name}", map(view.module_title, entry.value.modules))), mark_bands(view, GAIN),
        *(note("Sasaran", f"{target.measure}: {target.goal}.") for target in instrument.targets),
        *((tag("h2", question), writing_room(ROOM)) for question in instrument.open_questions),
        signatures(["Panitia", "Pengendali pelatihan"], signed_at(view), last_year(view, name)),
    ])


def _short(line: Taught) -> str:
    return line.code or line.kind.upper()


def _numbered(width: int, rows: int) -> tuple[Row, ...]:
    return tuple(row(str(number), *[""] * (width - 1), headed=False) for number in range(1, rows + 1))


def _cohort_fields(view: View, entry: Entry[Cohort]) -> Html:
    return fields([
        ("Pelatihan", view.curriculum.program.value.name), ("Angkatan", entry.value.name),
        ("Tanggal", dates(view.timetables[entry.id])), ("Tempat", entry.value.venue),
    ], 2)


def dates(plan: Timetable) -> str:
    """ "5 s.d. 7 April 2027"; empty where nothing is placed yet."""
    days = [day.day for day in plan.days]
    return bahasa.date_range(days[0], days[-1]) if days else ""


def recap_leaves(view: View) -> Iterable[Leaf]:
    """The recaps of every cohort; that of what was learned for each instrument of level 2 that asks nothing of participants."""
    sums = [item for item in view.curriculum.instruments.values() if sums_up(item.value)]
    for stem, entry in view.curriculum.cohorts.items():
        yield Leaf(f"rekap-nilai-{stem}", "Rekap nilai", marks_recap(view, stem), "panitia", entry.at(), "RN",
                   f"{entry.value.name}: nilai akhir menurut bobot program.", entry.value.name, landscape=True)
        yield Leaf(f"rekap-kehadiran-{stem}", "Rekap kehadiran", attendance_recap(view, stem), "panitia", entry.at(), "RK",
                   f"{entry.value.name}: persen kehadiran per mata pelatihan.", entry.value.name, landscape=True)
        for item in sums:
            yield Leaf(f"{item.value.code.lower()}-{item.id}-{stem}", item.value.title, learning_recap(view, stem, item.value), "panitia", item.at(),
                       item.value.code, f"{entry.value.name}: pretes, postes, N-gain, dan ketuntasan tanpa nama.", entry.value.name, head=False, roomy=True)
