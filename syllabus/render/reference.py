"""Registers on the page: glossary, regulations, areas, holidays, sources, facilitators and rooms."""

from __future__ import annotations

from syllabus import bahasa
from syllabus.render.html import Child, Html, join, tag
from syllabus.render.table import Column, Table, draw, row
from syllabus.render.view import UNVERIFIED, NotFound, View

FORCE = {
    "berlaku": "berlaku", "diubah": "berlaku, sudah diubah", "dicabut": "dicabut", "diganti": "diganti", "belum_diperiksa": "belum diperiksa",
}


def glossary(view: View) -> Html:
    """All terms in alphabetical order, with a link to the first of each letter (not on paper)."""
    entries = sorted(view.curriculum.terms.values(), key=lambda entry: entry.value.term.casefold())
    items = []
    for entry in entries:
        term = entry.value
        also: Child = (" Sebutan lain: ", bahasa.listing(list(term.synonyms)), ".") if term.synonyms else None
        see: Child = (" Lihat juga ", join((view.term(name) for name in term.see), ", "), ".") if term.see else None
        source: Child = (" Dasar: ", view.regulation(term.regulation), ".") if term.regulation else None
        mark: Child = (" ", UNVERIFIED) if term.verified == "belum_terverifikasi" else None
        long_form: Child = (tag("em", term.long_form), ". ") if term.long_form else None
        items.append(tag("div", tag("dt", term.term), tag("dd", long_form, term.meaning, also, see, source, mark), id=f"istilah-{entry.id}"))
    first = {entry.value.term[0].upper(): entry.id for entry in reversed(entries)}
    letters = join((tag("a", letter, href=f"#istilah-{name}") for letter, name in sorted(first.items())), " ")
    return join([tag("nav", letters, class_="huruf", aria_label="Huruf awal"), tag("dl", items, class_="glosarium")])


def regulations(view: View) -> Html:
    """The register of regulations, with status and date of checking."""
    columns = (Column("Regulasi", 3), Column("Judul", 5), Column("Dipakai untuk", 5), Column("Status", 2), Column("Diperiksa", 3))
    rows = []
    for entry in view.curriculum.regulations.values():
        item = entry.value
        checked: Child = bahasa.long_date(item.checked_on) if item.checked_on else "–"
        verified: Child = UNVERIFIED if item.verified == "belum_terverifikasi" else (checked, tag("br"), tag("small", item.source))
        note: Child = (tag("br"), tag("small", item.note)) if item.note else None
        rows.append(row(item.name, (item.title, note), item.used_for, FORCE[item.in_force], verified, anchor=entry.id))
    return draw(Table("register", "Daftar regulasi", columns, tuple(rows)))


def areas(view: View) -> Html:
    """Regencies and cities of the province."""
    columns = (Column("Nama", 4), Column("Jenis", 2), Column("Ibu kota", 4), Column("Kode", 3))
    rows = tuple(
        row(entry.value.name, entry.value.kind, entry.value.seat,
            (entry.value.code or "–", " ", UNVERIFIED if entry.value.verified == "belum_terverifikasi" else None))
        for entry in view.curriculum.areas.values()
    )
    return draw(Table("register", f"Kabupaten dan kota di Provinsi {view.curriculum.program.value.province}", columns, rows))


def holidays(view: View, tahun: int) -> Html:
    """Days off of one year, with how sure they are."""
    calendar = view.curriculum.calendar
    if calendar is None or not any(basis.year == tahun for basis in calendar.value.basis):
        raise NotFound(f"Hari libur tahun {tahun} belum diisi.", "Lengkapi curriculum/rujukan/libur.yml.")
    columns = (Column("Tanggal", 4), Column("Hari libur", 6), Column("Jenis", 3), Column("Kepastian", 2))
    rows = tuple(
        row(bahasa.day_and_date(day.day), day.name, day.kind.replace("_", " "), "pasti" if day.certain == "ya" else "perkiraan")
        for day in sorted(calendar.value.holidays, key=lambda item: item.day) if day.day.year == tahun
    )
    basis = next(item for item in calendar.value.basis if item.year == tahun)
    mark = UNVERIFIED if basis.verified == "belum_terverifikasi" else None
    return join([
        draw(Table("register", f"Hari libur nasional dan cuti bersama {tahun}", columns, rows)),
        tag("p", "Dasar: ", basis.basis, ". ", mark, class_="meta"),
    ])


def fact_sources(view: View) -> Html:
    """Sources of facts that are no regulations."""
    columns = (Column("Sumber", 5), Column("Tahun", 1, "angka"), Column("Dipakai untuk", 5), Column("Ditemukan di", 4))
    rows = tuple(
        row(entry.value.title, str(entry.value.year), entry.value.used_for, entry.value.address, anchor=f"sumber-{entry.id}")
        for entry in view.curriculum.fact_sources.values()
    )
    return draw(Table("register", "Sumber data", columns, rows))


def facilitators(view: View) -> Html:
    """Facilitators who may be shown. On the public site only those with consent."""
    columns = (Column("Sebutan", 4), Column("Jabatan", 4), Column("Instansi", 4), Column("Keahlian", 5))
    rows = []
    for entry in view.curriculum.facilitators.values():
        person = entry.value
        if person.may_publish or view.for_facilitator:
            agency = view.curriculum.agencies.get(person.agency)
            rows.append(row(person.public_name, person.post, agency.value.name if agency else person.agency, bahasa.listing(list(person.expertise))))
    return draw(Table("register", "Fasilitator", columns, tuple(rows)))


def rooms(view: View) -> Html:
    """Rooms, what they hold and whether a wheelchair can enter."""
    columns = (Column("Ruang", 5), Column("Kapasitas", 2, "angka"), Column("Akses kursi roda", 3))
    rows = tuple(
        row(entry.value.name, str(entry.value.capacity), "ada" if entry.value.accessible else "tidak ada")
        for entry in view.curriculum.rooms.values()
    )
    return draw(Table("register", "Ruang", columns, rows))
