"""What a participant takes home from one cohort: certificate with its list of subjects, transcript, and letter of attendance. Names stay blank."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.render.blanks import blank, fields, signatures
from syllabus.render.html import Child, Html, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.sheets.legend import beside, mark_bands, note
from syllabus.render.sheets.recap import dates
from syllabus.render.sheets.signing import last_year, signed_at, signer
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.schedule import Cohort
from syllabus.taught import Taught, taught
from syllabus.timetable import jp_per_day

BACK = tag("div", class_="halaman-baru")
"""Where the back begins."""
REST = tag("div", class_="sela-sisa")
"""An equal share of the room that is left of a page."""
PHOTO = tag("div", "Foto 3\u00a0×\u00a04\u00a0cm", class_="pas-foto")
"""Room for a photograph."""
AMENDED = {"diubah": " sebagaimana telah diubah"}
"""What stands with an act that is in force, but not as it was first written."""
PERSON = ("Nama", "NIP", "Pangkat, golongan", "Jabatan", "Instansi")
SIGNER = ("Nama", "NIP", "Jabatan")
BORN = "Tempat, tanggal lahir"


def certificate(view: View, name: str) -> Html:
    """Front and back: whose it is, what was attended and for how many JP; then the list of subjects, signed again."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    front = tag("div", _number(), legal_basis(view), tag("p", "diberikan kepada"), class_="piagam")
    whose = tag("div", tag("div", fields((label, "") for label in (PERSON[0], BORN, *PERSON[1:]))), tag("div", PHOTO), class_="berdampingan")
    what, *where = _attended(view, entry)
    text = tag("div", tag("p", "telah mengikuti"), tag("p", what), tag("p", *where, "."), class_="piagam")
    back = tag("div", tag("h2", "Daftar mata pelatihan"), tag("p", f"{view.curriculum.program.value.name}, {entry.value.name}"), tag("p", dates(view.timetables[entry.id])), class_="piagam")
    return join([front, whose, text, _signed(view, name), BACK, REST, back, REST, module_list(view, name), REST, _signed(view, name), REST])


def legal_basis(view: View) -> Html | None:
    """The programme's legal basis, as far as its register says that it was verified and is in force; an amended act says so. None without any."""
    register = view.curriculum.regulations
    known = [register[name].value for name in view.curriculum.program.value.legal_basis if name in register]
    named = [f"{act.name}{AMENDED.get(act.in_force, '')}" for act in known if act.verified == "terverifikasi" and act.in_force in ("berlaku", "diubah")]
    return tag("p", tag("span", f"Dasar hukum: {bahasa.listing(named)}.", class_="dasar-hukum")) if named else None


def module_list(view: View, name: str) -> Html:
    """DAFTAR MATA PELATIHAN with JP. The sum is the schedule's; rule SRT01 stops a build where it is not."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    columns = (Column("No.", 1, "tengah"), Column("Kode", 1, "tengah"), Column("Mata pelatihan", 10), Column("JP", 1, "angka"))
    lines = taught(view.curriculum, entry.value)
    rows = tuple(row(str(number), line.code, line.title, _jp(line)) for number, line in enumerate(lines, 1))
    foot = Row((Cell("Jumlah JP", 3), Cell(bahasa.number(total(lines)))), "jumlah")
    return draw(Table("formulir", f"{entry.value.name}: mata pelatihan dan jam pelajaran (JP)", columns, rows, (foot,), row_height=10))


def total(lines: Iterable[Taught]) -> int:
    """JP of all lines; a line that is not set yet counts nothing."""
    return sum(line.jp or 0 for line in lines)


def transcript(view: View, name: str) -> Html:
    """Marks of the examined subjects in figures and words, the subjects without examination, and the parts of the final mark."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    mark = view.curriculum.program.value.final_mark
    lines = taught(view.curriculum, entry.value)
    examined = [line for line in lines if _examined(view, line)]
    others = [line for line in lines if line not in examined]
    marked = (Column("No.", 1, "tengah"), Column("Mata pelatihan", 8), Column("JP", 1, "angka"), Column("Nilai", 2, "tengah"), Column("Nilai dengan huruf", 5))
    parts = (Column("Komponen", 5), Column("Bobot", 1, "angka"), Column("Nilai", 2, "tengah"), Column("Bobot × nilai ÷ 100", 3, "tengah"))
    return join([
        _numbered(), fields([*((label, "") for label in PERSON), ("Pelatihan", f"{view.curriculum.program.value.name}, {entry.value.name}"),
                           ("Tanggal", dates(view.timetables[entry.id]))]),
        draw(Table("formulir", "Mata pelatihan yang dinilai", marked, (
            *(row(str(number), _title(line), _jp(line), "", "") for number, line in enumerate(examined, 1)),
            row("", "Jumlah", bahasa.number(total(examined)), "", "", kind="jumlah", headed=False),
        ), row_height=8)),
        draw(Table("formulir", "Nilai akhir", parts, (
            *(row(part.name, bahasa.number(part.weight), "", "") for part in mark.parts),
            row("Nilai akhir", bahasa.number(sum(part.weight for part in mark.parts)), "", "", kind="jumlah"),
        ), row_height=8)),
        draw(Table("daftar", "Mata pelatihan tanpa penilaian", (Column("Mata pelatihan", 10), Column("JP", 1, "angka")), tuple(
            row(_title(line), _jp(line)) for line in others
        ))) if others else None,
        beside([mark_bands(view), note("Kedudukan", mark.note)], _signed(view, name)),
    ])


def _examined(view: View, line: Taught) -> bool:
    lesson = view.curriculum.lesson(line.id)
    return lesson is not None and any(item.weight for item in lesson.value.assessments)


def attendance_letter(view: View, name: str) -> Html:
    """Surat keterangan: who attended what, and the JP of each day with their sum."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    days = jp_per_day(view.timetables[entry.id])
    rows = tuple(row(str(number), bahasa.day_and_date(day), bahasa.number(jp)) for number, (day, jp) in enumerate(days.items(), 1))
    foot = Row((Cell("Jumlah JP", 2), Cell(bahasa.number(sum(days.values())))), "jumlah")
    columns = (Column("No.", 1, "tengah"), Column("Hari, tanggal", 9), Column("JP", 1, "angka"))
    return join([
        _numbered(), tag("p", "Yang bertanda tangan di bawah ini:"), fields((label, "") for label in SIGNER),
        tag("p", "menerangkan bahwa:"), fields((label, "") for label in PERSON),
        tag("p", "telah mengikuti ", *_attended(view, entry), ", dengan rincian sebagai berikut."),
        draw(Table("daftar", "Jam pelajaran setiap hari", columns, rows, (foot,))),
        tag("p", "Surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya."), _signed(view, name),
    ])


def _attended(view: View, entry: Entry[Cohort]) -> tuple[Child, ...]:
    program, plan = view.curriculum.program.value, view.timetables[entry.id]
    hours = bahasa.number(sum(jp_per_day(plan).values()))
    return (tag("strong", f"{program.name}, {entry.value.name}"), " yang diselenggarakan oleh ", blank(20),
            f" di {entry.value.venue} pada {dates(plan)}, selama {hours} jam pelajaran (JP)")


def _number() -> Html:
    return tag("p", "Nomor: ", blank(20))


def _numbered() -> Html:
    """The number of a letter, under its title."""
    return tag("div", _number(), class_="piagam")


def _signed(view: View, cohort: str) -> Html:
    return signatures([signer(view)], signed_at(view), last_year(view, cohort))


def _title(line: Taught) -> str:
    return f"{line.code} {line.title}".strip()


def _jp(line: Taught) -> str:
    return "" if line.jp is None else bahasa.number(line.jp)


def certificate_leaves(view: View) -> Iterable[Leaf]:
    """Three sheets for every cohort that has days."""
    for stem, entry in view.curriculum.cohorts.items():
        if not view.timetables[stem].days:
            continue
        cohort, place = entry.value.name, entry.at()
        yield Leaf(f"sertifikat-{stem}", "Sertifikat", certificate(view, stem), "panitia", place, "SRT",
                   f"{cohort}: halaman depan dan daftar mata pelatihan dengan JP.", cohort, landscape=True, framed=True, roomy=True)
        yield Leaf(f"transkrip-{stem}", "Transkrip nilai", transcript(view, stem), "panitia", place, "TRN",
                   f"{cohort}: nilai setiap mata pelatihan dan nilai akhir.", cohort)
        yield Leaf(f"surat-keterangan-{stem}", "Surat keterangan mengikuti pelatihan", attendance_letter(view, stem), "panitia", place, "SK",
                   f"{cohort}: JP setiap hari dan jumlahnya.", cohort)
