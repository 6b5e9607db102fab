"""A workshop on the page: identity, guests, team, stages, agenda, rules and templates."""

from __future__ import annotations

from datetime import time

from syllabus import bahasa
from syllabus.render.blanks import blank, fields, printed_too, signatures, with_blanks
from syllabus.render.html import Child, Html, bullets, join, numbered, tag
from syllabus.render.lesson import blank_table
from syllabus.render.module import definition, jp_in_words
from syllabus.render.sheets.signing import signed_at
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import NotFound, View
from syllabus.shapes.workshop import Letter, Template, Workshop

STAGES = {"pra": "Pra-pelaksanaan", "pelaksanaan": "Pelaksanaan", "pasca": "Pasca-pelaksanaan"}


def _workshop(view: View, name: str | None) -> Workshop:
    return view.find(view.curriculum.workshops, name, "Lokakarya").value


def workshop_card(view: View, name: str | None = None) -> Html:
    """The identity card of a workshop."""
    workshop = _workshop(view, name)
    people = sum(guest.count for guest in workshop.guests)
    lines = [
        definition("Kode", workshop.code),
        definition("Waktu", jp_in_words(workshop.jp, view.curriculum.program.value.jp_minutes.minutes)),
        definition("Peserta", f"{bahasa.number(people)} orang dari {len(workshop.guests)} unsur") if people else None,
        definition("Pemantauan", f"hari ke-{bahasa.listing([str(day) for day in workshop.follow_up_days])} setelah lokakarya")
        if workshop.follow_up_days else None,
        definition("Kedudukan", workshop.model_note, wide=True) if workshop.model_note else None,
        definition("Naskah", f"versi {view.curriculum.program.value.edition}, {workshop.status}"),
    ]
    return tag("div", tag("p", workshop.summary), tag("dl", lines), class_="kartu kartu-lokakarya")


def guests(view: View, name: str | None = None) -> Html:
    """Who takes part, how many, and how they are invited."""
    workshop = _workshop(view, name)
    columns = (Column("Unsur", 4), Column("Jumlah", 1, "angka"), Column("Cara mengundang", 7))
    rows = tuple(row(guest.element, str(guest.count), guest.invited_by) for guest in workshop.guests)
    foot = row("Jumlah", str(sum(guest.count for guest in workshop.guests)), "", kind="jumlah")
    return draw(Table("daftar", f"Unsur peserta {workshop.code}", columns, rows, (foot,)))


def team(view: View, name: str | None = None) -> Html:
    """The roles of the team and their duties."""
    workshop = _workshop(view, name)
    columns = (Column("Peran", 3), Column("Jumlah", 1, "angka"), Column("Tugas", 8))
    rows = tuple(
        row((role.role, " (netral)") if role.neutral else role.role, str(role.count), bullets(role.duties)) for role in workshop.team
    )
    return draw(Table("daftar", f"Tim {workshop.code}", columns, rows))


def stages(view: View, name: str | None = None) -> Html:
    """What happens before, on, and after the day."""
    workshop = _workshop(view, name)
    columns = (Column("Waktu", 2), Column("Kegiatan", 5), Column("Penanggung jawab", 3), Column("Bukti selesai", 4))
    return join(
        draw(Table("daftar", f"{STAGES[stage.stage]}: {stage.title}", columns, tuple(
            row(item.when, item.activity, item.owner, item.result) for item in stage.activities
        ))) for stage in workshop.stages
    )


def agenda(view: View, name: str | None = None, mulai: str = "") -> Html:
    """The plan of the day in minutes; with `mulai` ("07.30") also in clock times."""
    workshop = _workshop(view, name)
    clock = _clock(mulai) if mulai else None
    columns = (
        Column("No", 1, "tengah"), *((Column("Waktu", 4),) if clock else ()), Column("Kegiatan dan metode", 7), Column("Pemandu", 11),
        Column("Peserta", 8), Column("Menit", 2, "angka"),
    )
    rows: list[Row] = []
    passed = 0
    for number, step in enumerate(workshop.agenda, 1):
        minutes = step.minutes or 0
        times: tuple[Child, ...] = (_times(clock, passed, minutes) if minutes else "",) if clock else ()
        passed += minutes
        shown = bahasa.number(minutes) if minutes else "–"
        kind = "jeda" if step.kind == "jeda" else ""
        told = step.title if kind else (step.title, tag("br"), tag("small", step.method))
        cut: Child = tag("p", tag("strong", "Jika waktu kurang: "), step.if_short, class_="jika-waktu-kurang") \
            if step.if_short and view.for_facilitator else None
        rows.append(row(str(number), *times, told, (step.facilitator, cut), step.participants, shown, kind=kind))
    foot = Row((Cell("Jumlah", len(columns) - 1), Cell(bahasa.number(passed))), "jumlah")
    return draw(Table("rencana", f"Acara {workshop.code} {workshop.title}", columns, tuple(rows), (foot,), landscape=True))


def _clock(text: str) -> time:
    try:
        hour, minute = text.replace(":", ".").split(".")
        return time(int(hour), int(minute))
    except ValueError:
        raise NotFound(f'Jam "{text}" tidak dikenal.', 'Tulis seperti mulai="07.30".') from None


def _times(start: time, passed: int, minutes: int) -> str:
    first = start.hour * 60 + start.minute + passed
    last = first + minutes
    if last >= 24 * 60:
        raise NotFound("Acara melewati tengah malam.", "Periksa menit dan jam mulai.")
    return bahasa.clock_range(time(*divmod(first, 60)), time(*divmod(last, 60)))


def materials(view: View, name: str | None = None) -> Html:
    """What to bring, as a check list."""
    return tag("ul", (tag("li", tag("span", class_="kotak"), " ", item) for item in _workshop(view, name).materials), class_="daftar-periksa")


def rules(view: View, name: str | None = None) -> Html:
    """The rules of talk."""
    return numbered(_workshop(view, name).rules, class_="aturan-bicara")


def privacy(view: View, name: str | None = None) -> Html:
    """Consent and personal data."""
    return bullets(_workshop(view, name).privacy, class_="data-pribadi")


def role_cards(view: View, name: str | None = None) -> Html:
    """Role cards of the workshop."""
    return join(
        tag("section", tag("h3", f"Peran: {card.name}"), tag("p", card.brief), class_="kartu kartu-peran")
        for card in _workshop(view, name).cards
    )


def minutes_record(view: View, name: str | None = None) -> Html:
    """The blank berita acara."""
    workshop = _workshop(view, name)
    if workshop.minutes_record is None:
        raise NotFound("Lokakarya ini belum punya berita acara.", 'Isi kunci "berita_acara" pada data.')
    return template(view, workshop.code, workshop.minutes_record)


def templates(view: View, name: str | None = None) -> Html:
    """All templates of this page's workshop, or the one named."""
    for stem, entry in view.curriculum.workshops.items():
        if stem == (name or view.stem):
            return join(template(view, entry.value.code, item) for item in entry.value.templates)
        for item in entry.value.templates:
            if item.id == name:
                return template(view, entry.value.code, item)
    raise NotFound(f'Templat "{name or view.stem}" tidak ada.')


def template(view: View, code: str, item: Template) -> Html:
    """One blank template of the workshop with that code, with the way to its PDF."""
    return tag(
        "section", tag("h3", item.title),
        printed_too(view, sheet_name(code, item), item.note or ""), template_body(view, item), signed(view, item), id=item.id, class_="kartu kartu-templat",
    )


def sheet_name(code: str, item: Template) -> str:
    """The id of a template as a sheet of its own."""
    return f"{code.lower()}-{item.id}"


def template_body(view: View, item: Template) -> Html:
    """A template without its title and signatures: the head of a letter, paragraphs, labelled lines behind the first of them, tables.

    Dots become lines to write on. Labels stand in one column between paragraphs, in two above a table.
    """
    first, *rest = (tag("p", with_blanks(text)) for text in item.paragraphs) if item.paragraphs else (None,)
    labels = fields((_labelled(text) for text in item.head), 1 if item.paragraphs else 2)
    return join([letter_head(view, item.letter) if item.letter else None, first, labels, *rest, *(blank_table(table) for table in item.tables)])


def letter_head(view: View, letter: Letter) -> Html:
    """Number, nature, enclosures and subject at the left, place and date at the right, then the addressee: as official letters have them."""
    about = (("Nomor", ""), ("Sifat", letter.nature), ("Lampiran", letter.enclosed or ""), ("Hal", letter.subject))
    dated = tag("p", f"{signed_at(view)}, ", blank(8), f" {view.curriculum.program.value.year}")
    return join([
        tag("div", tag("div", fields(about)), tag("div", dated), class_="berdampingan"),
        tag("p", "Yth. ", with_blanks(letter.addressee), tag("br"), "di tempat"),
    ])


def signed(view: View, item: Template) -> Html:
    """Who signs. A letter is dated above, signed by an official, and says who gets a copy; any other sheet is dated here, and signed by citizens too."""
    if item.letter:
        receivers = [tag("p", "Tembusan:"), numbered(item.letter.copies)] if item.letter.copies else []
        return join([signatures(item.signatures), *receivers])
    return signatures(item.signatures, signed_at(view), str(view.curriculum.program.value.year), civil=False)


def _labelled(text: str) -> tuple[str, Child]:
    """A label and what is known of it: "Waktu: pukul 08.00" is told, "Tempat" stays open."""
    label, _, known = text.partition(": ")
    return label, with_blanks(known) if known else ""
