"""The observation sheet: what was seen and heard, by minute, and the scores of up to six people under one rubric."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.render.blanks import fields, signatures
from syllabus.render.html import Html, bullets, join
from syllabus.render.leaf import Leaf
from syllabus.render.sheets.legend import beside, levels, mark_rule
from syllabus.render.table import Column, Row, Table, draw, row
from syllabus.render.view import View

SEATS = ("A", "B", "C", "D", "E", "F")
EVENTS = 7


def observation_sheet(view: View, name: str) -> Html:
    """Letters stand for people, so that notes made in the room carry no name."""
    rubric = view.find(view.curriculum.rubrics, name, "Rubrik").value
    seats = tuple(Column(seat, 1, "tengah") for seat in SEATS)
    names = (row(*[""] * 6, headed=False),)
    scores = tuple(
        row(criterion.title, bahasa.number(criterion.weight), max(criterion.levels, key=lambda level: level.score).descriptor, *[""] * 6)
        for criterion in rubric.criteria
    )
    events = tuple(row(*[""] * 4, headed=False) for _ in range(EVENTS))
    return join([
        fields([("Angkatan", ""), ("Mata pelatihan", ""), ("Hari, tanggal", ""), ("Kegiatan, kelompok", "")], 2),
        bullets(rubric.how_to) if rubric.how_to else None,
        draw(Table("formulir", "Yang diamati", tuple(Column(f"{seat}:", 2) for seat in SEATS), names)),
        draw(Table("formulir", "Catatan kejadian: perbuatan dan ucapan, bukan sifat", (
            Column("Menit", 1), Column("Huruf", 1), Column("Yang dilihat atau didengar", 9), Column("Kriteria", 3),
        ), events, row_height=8)),
        draw(Table("formulir", f"Skor {rubric.code} {rubric.title}", (
            Column("Kriteria", 3), Column("Bobot", 1, "angka"), Column("Bukti tingkat tertinggi", 6), *seats,
        ), scores, (_total(),))),
        beside([mark_rule(rubric, levels(rubric))], signatures(["Pengamat"])),
    ])


def _total() -> Row:
    return row("Nilai", "", "", *[""] * 6, kind="jumlah")


def observation_leaves(view: View) -> Iterable[Leaf]:
    """One for each rubric that scores what people do before the observer's eyes."""
    for stem, entry in sorted(view.curriculum.rubrics.items(), key=lambda pair: pair[1].value.code):
        if entry.value.observed:
            yield Leaf(
                f"observasi-{entry.value.code.lower()}-{stem}", f"Lembar observasi {entry.value.code} {entry.value.title}", observation_sheet(view, stem), "fasilitator",
                entry.at(), f"LO-{entry.value.code}", "Catatan kejadian dan skor enam orang.", head=False,
            )
