"""The guide to one assignment: purpose, materials, timed steps, who works together, and room for the answers."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.render.blanks import fields, writing_room
from syllabus.render.html import Html, bullets, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.lesson import blank_table
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.lesson import Worksheet
from syllabus.shapes.module import Module

MEMBERS = 6
"""Rows of the group list; groups of the lesson plans have four to six members."""


def assignment(view: View, module: Module, sheet: Worksheet) -> Html:
    """One worksheet as the participant gets it, with room to write wherever an answer is asked."""
    columns = (Column("No.", 1, "tengah"), Column("Langkah", 12), Column("Menit", 1, "angka"))
    rows = tuple(row(str(number), step.text, bahasa.number(step.minutes)) for number, step in enumerate(sheet.steps, 1))
    foot = Row((Cell("Jumlah", 2), Cell(bahasa.number(minutes(sheet)))), "jumlah")
    members = Table("formulir", "Anggota kelompok", (
        Column("No.", 1, "tengah"), Column("Nama", 6), Column("Instansi", 5), Column("Peran dalam kelompok", 4),
    ), tuple(row(str(number), "", "", "", headed=False) for number in range(1, MEMBERS + 1)), row_height=8)
    return join([
        fields([
            ("Pelatihan", view.curriculum.program.value.name), ("Mata pelatihan", f"{module.code} {module.title}"),
            ("Waktu", time_in_words(sheet, view.curriculum.program.value.jp_minutes.minutes)),
            ("Indikator", ", ".join(sheet.indicators)),
        ]),
        tag("h2", "Tujuan"), tag("p", sheet.purpose),
        (tag("h2", "Bahan dan alat"), bullets(sheet.materials)) if sheet.materials else None,
        tag("h2", "Langkah"), draw(Table("daftar", "Langkah dan menit", columns, rows, (foot,))),
        draw(members), tag("div", _answers(sheet), class_="selembar"),
    ])


def _answers(sheet: Worksheet) -> Html:
    """What is handed in, on one page: whose it is, then the tables and lines to fill."""
    return join([
        tag("h2", "Lembar jawaban"), fields([("Nama atau kelompok", ""), ("Hari, tanggal", "")], 2), join(blank_table(table) for table in sheet.tables),
        writing_room(sheet.lines or MEMBERS) if sheet.lines or not sheet.tables else None,
    ])


def minutes(sheet: Worksheet) -> int:
    """Minutes of all steps."""
    return sum(step.minutes for step in sheet.steps)


def time_in_words(sheet: Worksheet, per_jp: int) -> str:
    """ "2 JP × 45 menit = 90 menit"; a worksheet that fills no whole JP gives its minutes alone."""
    total = minutes(sheet)
    if total % per_jp:
        return bahasa.minutes(total)
    return f"{total // per_jp} JP × {bahasa.minutes(per_jp)} = {bahasa.minutes(total)}"


def assignment_leaves(view: View) -> Iterable[Leaf]:
    """One for each worksheet of each module; keys stay with the facilitator."""
    for entry in view.curriculum.modules_in_order():
        for number, sheet in enumerate(entry.value.worksheets, 1):
            code = f"LK-{entry.value.code}.{number}"
            yield Leaf(
                f"lembar-kerja-{entry.value.code.lower()}-{sheet.id}", f"Lembar kerja {entry.value.code}: {sheet.title}", assignment(view, entry.value, sheet), "peserta",
                entry.at("lembar_kerja", number - 1), code, "Panduan penugasan dengan langkah, menit, dan tempat menjawab.",
                "Panduan penugasan", head=False, fillable=True, roomy=True,
            )
