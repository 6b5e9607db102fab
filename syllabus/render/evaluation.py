"""Evaluation on the page: the plan of four levels, its instruments and the record of changes."""

from __future__ import annotations

from syllabus import bahasa
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.module import definition
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.evaluation import Instrument

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
    lines = [
        definition("Tingkat", LEVELS[value.level]), definition("Kapan", value.when),
        definition("Diisi oleh", bahasa.listing(list(value.respondents))),
        definition("Titik awal", value.baseline) if value.baseline else None,
    ]
    questions = (
        (tag("p", tag("strong", question)), tag("div", class_="ruang-tulis", data_baris="3")) for question in value.open_questions
    )
    return tag(
        "section", tag("h3", f"{value.code} {value.title}"), tag("dl", lines), tag("p", value.intro),
        draw(_questions(value)) if value.groups else None, _bands(value), questions,
        id=f"instrumen-{item.id}", class_="kartu kartu-instrumen",
    )


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
    return Table("formulir", f"{item.code} {item.title}. {meaning}", columns, tuple(rows))


def _bands(item: Instrument) -> Html:
    kinds = (("butir", item.item_bands), ("kelompok", item.group_bands), ("jumlah", item.total_bands))
    return join(
        tag("p", tag("strong", f"Pita nilai {name}: "), "; ".join(
            f"{bahasa.number(band.least)} – {bahasa.number(band.most)} {band.label}" for band in bands
        ), ".", class_="meta") for name, bands in kinds if bands
    )


def curriculum_changes(view: View) -> Html:
    """The record of changes: what, why, and on what evidence."""
    columns = (Column("Versi", 1), Column("Tanggal", 3), Column("Perubahan", 5), Column("Alasan", 4), Column("Bukti", 4))
    rows = tuple(
        row(entry.value.edition, bahasa.long_date(entry.value.on), entry.value.change, entry.value.reason, entry.value.evidence)
        for entry in sorted(view.curriculum.changes, key=lambda item: (item.value.on, item.value.edition), reverse=True)
    )
    return draw(Table("register", "Catatan perubahan kurikulum", columns, rows))
