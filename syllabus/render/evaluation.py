"""Evaluation on the page: the plan of four levels, its instruments and the record of changes."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.render.bands import spans
from syllabus.render.blanks import fields, writing_room
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.evaluation import Instrument
from syllabus.shapes.reference import Band

LINES = 3
"""Lines to write on under an open question; a book has as many as its page holds."""
LEARNED = 2
"""The level of evaluation that measures what was learned."""
LEVELS = {1: "1 Reaksi", 2: "2 Pembelajaran", 3: "3 Perilaku", 4: "4 Hasil"}


def evaluation_plan(view: View) -> Html:
    """The plan: by which instrument each level is asked, what, when, of whom, and to what target."""
    columns = (Column("Instrumen", 4), Column("Pertanyaan", 5), Column("Kapan", 4), Column("Responden", 3), Column("Sasaran", 6))
    entries = sorted(view.curriculum.instruments.values(), key=lambda entry: (entry.value.level, entry.value.code))
    rows: list[Row] = []
    level = 0
    for entry in entries:
        item = entry.value
        if item.level != level:
            level = item.level
            rows.append(Row((Cell(f"Tingkat {LEVELS[level]}", len(columns)),), "spanduk"))
        page = view.page_with_argument("instrumen", entry.id)
        name = view.link(item.title, page, f"instrumen-{entry.id}") if page else tag("span", item.title)
        targets: Child = bullets(f"{target.measure}: {target.goal}" for target in item.targets) if item.targets else "–"
        rows.append(row(name, item.question, item.when, bahasa.listing(list(item.respondents)), targets))
    return draw(Table("register", "Rencana evaluasi empat tingkat", columns, tuple(rows), landscape=True))


def instrument(view: View, name: str) -> Html:
    """One instrument as a form to be filled on paper."""
    item = view.find(view.curriculum.instruments, name, "Instrumen")
    value = item.value
    who = "panitia" if sums_up(value) else bahasa.listing([bahasa.in_a_sentence(one) for one in value.respondents])
    questions = ((tag("p", tag("strong", question)), writing_room(LINES)) for question in value.open_questions)
    return tag(
        "section", tag("h3", f"{value.code} {value.title}"), tag("p", f"Diisi {who}. {value.when}.", class_="meta"),
        tag("p", f"Titik awal: {value.baseline}.", class_="meta") if value.baseline else None,
        fields([(label, "") for label in value.head], 2), tag("p", value.intro),
        draw(_questions(value)) if value.groups else draw(learned("Hasil belajar", [""] * _most_taught(view))) if sums_up(value) else None,
        _bands(value), questions,
        id=f"instrumen-{item.id}", class_="kartu kartu-instrumen",
    )


def sums_up(item: Instrument) -> bool:
    """Whether an instrument asks nothing of participants: the committee sums up in it what they learned."""
    return item.level == LEARNED and not item.groups


def learned(title: str, subjects: Iterable[str]) -> Table:
    """What was learned, subject by subject and without names: means, median gain, and who passed."""
    columns = (
        Column("Mata pelatihan", 6), Column("Peserta", 2, "tengah"), Column("Rerata pretes", 2, "tengah"), Column("Rerata postes", 2, "tengah"),
        Column("Median N-gain", 2, "tengah"), Column("Tuntas (orang)", 2, "tengah"), Column("Tuntas (%)", 2, "tengah"),
        Column("Rerata rubrik", 2, "tengah"),
    )
    blank = [""] * (len(columns) - 1)
    rows = (*(row(subject, *blank, headed=bool(subject)) for subject in subjects), row("Semua mata pelatihan", *blank, kind="jumlah"))
    return Table("formulir", title, columns, rows)


def _most_taught(view: View) -> int:
    return max((len(entry.value.modules) for entry in view.curriculum.cohorts.values()), default=1)


def _questions(item: Instrument) -> Table:
    marks = tuple(Column(str(score), 1, "tengah") for score in range(1, len(item.scale) + 1))
    columns = (Column("No", 1, "tengah"), Column("Pernyataan", 10), *marks)
    rows: list[Row] = []
    number = 0
    for group in item.groups:
        note = f" ({group.only_if})" if group.only_if else ""
        rows.append(Row((Cell(f"{group.title}{note}", len(columns)),), "spanduk"))
        for question in group.items:
            number += 1
            rows.append(row(str(number), question.text, *(tag("span", class_="kotak") for _ in marks)))
    meaning = ", ".join(f"{score} = {label}" for score, label in enumerate(item.scale, 1))
    return Table("formulir", meaning, columns, tuple(rows))


def _bands(item: Instrument) -> Html:
    """What means and sums are called: a row for each kind of them, those that are called alike in one."""
    alike: dict[tuple[Band, ...], list[str]] = {}
    for name, bands in (("rerata butir", item.item_bands), ("rerata kelompok", item.group_bands), ("jumlah", item.total_bands)):
        if bands:
            alike.setdefault(bands, []).append(name)
    labels = dict.fromkeys(tuple(band.label for band in bands) for bands in alike)
    return join(
        draw(Table("struktur", "Pita nilai", (Column("Nilai", 6), *(Column(label, 3, "tengah") for label in several)), tuple(
            row(bahasa.listing(names).capitalize(), *spans(bands), headed=True)
            for bands, names in alike.items() if tuple(band.label for band in bands) == several
        ))) for several in labels
    )


def curriculum_changes(view: View) -> Html:
    """The record of changes: what, why, and on what evidence."""
    columns = (Column("Versi", 1), Column("Tanggal", 3), Column("Perubahan", 5), Column("Alasan", 4), Column("Bukti", 4))
    rows = tuple(
        row(entry.value.edition, bahasa.long_date(entry.value.on), entry.value.change, entry.value.reason, entry.value.evidence)
        for entry in sorted(view.curriculum.changes, key=lambda item: (item.value.on, item.value.edition), reverse=True)
    )
    return draw(Table("register", "Catatan perubahan kurikulum", columns, rows))
