"""Records of what happened: each test of a cohort, and a workshop's agreements with the public."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.place import Place
from syllabus.render.blanks import blank, fields, signatures, writing_room
from syllabus.render.html import Html, bullets, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.table import Column, Table, draw, row
from syllabus.render.view import View
from syllabus.render.workshop import sheet_name, signed, template_body
from syllabus.shapes.schedule import Cohort
from syllabus.shapes.workshop import Template, Workshop
from syllabus.timetable import DayPlan, Row as PlannedRow

EVENT_LINES = 4


def exam_record(view: View, entry: Entry[Cohort], day: DayPlan, planned: PlannedRow) -> Html:
    """Berita acara of one test as the schedule places it: when, where, for how many; counts and events are written by hand."""
    cohort = entry.value
    room = view.curriculum.rooms.get(planned.room or cohort.room)
    counts = (("Peserta terdaftar", bahasa.number(cohort.participants)), ("Hadir", ""), ("Tidak hadir", ""), ("Lembar jawaban kembali", ""))
    return join([
        fields([("Nomor", "")]),
        tag("p", f"Pada hari {bahasa.day_and_date(day.day)}, pukul {bahasa.clock_range(planned.start, planned.end)} {cohort.zone}, bertempat di "
            f"{cohort.venue}{f', {room.value.name}' if room else ''}, telah dilaksanakan {bahasa.in_a_sentence(planned.title)} untuk {cohort.name}."),
        fields([("Pelatihan", view.curriculum.program.value.name), ("Mulai", ""), ("Selesai", "")]),
        draw(Table("formulir", "Jumlah", (Column("Hal", 8), Column("Jumlah", 2, "tengah"), Column("Keterangan", 6)),
                   tuple(row(name, known, "") for name, known in counts), row_height=8)),
        draw(Table("formulir", "Peserta yang tidak hadir", (Column("No.", 1, "tengah"), Column("Nama", 6), Column("Instansi", 5), Column("Alasan", 6)),
                   tuple(row(str(number), "", "", "", headed=False) for number in range(1, 5)), row_height=8)),
        tag("h2", "Kejadian khusus"), tag("p", "Harap ditulis lengkap dengan waktu dan dilengkapi bukti."), writing_room(EVENT_LINES),
        tag("p", "Naskah soal dibuka dari sampul tertutup pada pukul ", blank(6), f" {cohort.zone} di hadapan peserta."),
        signatures(["Pengawas 1", "Pengawas 2", "Ketua kelas"]),
    ])


def record_leaves(view: View) -> Iterable[Leaf]:
    """One for each test of each cohort, the record of each workshop that ends in agreements, and its other templates."""
    for stem, entry in view.curriculum.cohorts.items():
        for number, (day, planned) in enumerate(
            ((day, planned) for day, planned in view.timetables[stem].rows if planned.kind in ("pretes", "postes")), 1
        ):
            yield Leaf(f"berita-acara-{stem}-{number}", f"Berita acara {planned.title}", exam_record(view, entry, day, planned), "panitia",
                       entry.at(*planned.path), "BA", f"{entry.value.name}: waktu, tempat, kehadiran, dan kejadian khusus.", entry.value.name)
    for workshop in view.curriculum.workshops.values():
        value, code = workshop.value, workshop.value.code
        if value.minutes_record:
            yield _sheet(view, value, value.minutes_record, f"BA-{code}", workshop.at("berita_acara"))
        for number, item in enumerate(value.templates):
            yield _sheet(view, value, item, f"{code}.{number + 1}", workshop.at("templat", number))


def _sheet(view: View, workshop: Workshop, item: Template, code: str, place: Place) -> Leaf:
    """A template as it is printed by itself. How it is used stands on it too."""
    subtitle = f"Lokakarya {workshop.code} {workshop.title}"
    use = bullets(item.use, class_="petunjuk") if item.use else None
    body = join([template_body(view, item), use, signed(view, item)])
    return Leaf(sheet_name(workshop.code, item), item.title, body, "panitia", place, code, item.note or subtitle, subtitle, fillable=True, roomy=True,
                titled=item.letter is None, paired=item.paired)
