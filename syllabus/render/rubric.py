"""A rubric on the page: its card, its levels, and where it is used."""

from __future__ import annotations

from decimal import Decimal

from syllabus import bahasa
from syllabus.render.html import Html, bullets, tag
from syllabus.render.module import definition
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.rubric import Criterion, Rubric

SKIP = {
    "bobot_dibagi_ulang": "Kriteria NA tidak dinilai; bobotnya dibagi ulang kepada kriteria lain.",
    "dihitung_nol": "Kriteria NA dihitung nol.",
    "tidak_ada": "Semua kriteria wajib dinilai.",
}


def rubric_card(view: View, name: str | None = None) -> Html:
    """What the rubric is for and how to use it."""
    rubric = view.find(view.curriculum.rubrics, name, "Rubrik").value
    total = sum((criterion.weight for criterion in rubric.criteria), Decimal(0))
    lines = [
        definition("Kode", rubric.code), definition("Untuk", rubric.purpose, wide=True),
        definition("Kriteria", f"{len(rubric.criteria)} kriteria, jumlah bobot {bahasa.number(total)}"),
        definition("Nilai NA", SKIP[rubric.skip_policy]),
    ]
    return tag("section", tag("dl", lines), tag("h2", "Cara memakai", id="cara-memakai") if rubric.how_to else None,
               bullets(rubric.how_to) if rubric.how_to else None, class_="kartu kartu-rubrik")


def rubric_table(view: View, name: str | None = None) -> Html:
    """The rubric as a table: a row per criterion, a column per level where all criteria share their scores."""
    rubric = view.find(view.curriculum.rubrics, name, "Rubrik").value
    return draw(_by_level(rubric) if _shared_scores(rubric) else _by_row(rubric))


def _shared_scores(rubric: Rubric) -> bool:
    return len({tuple(level.score for level in criterion.levels) for criterion in rubric.criteria}) == 1


def _by_level(rubric: Rubric) -> Table:
    levels = rubric.criteria[0].levels
    columns = (
        Column("Kriteria", 3), Column("Bobot", 1, "angka"),
        *(Column(f"{bahasa.number(level.score)} {rubric.label(level)}".strip(), 4) for level in levels),
    )
    rows = tuple(
        row(_name(criterion), bahasa.number(criterion.weight), *(level.descriptor for level in criterion.levels))
        for criterion in rubric.criteria
    )
    return Table("rubrik", f"Rubrik {rubric.code}: {rubric.title}", columns, rows, landscape=True)


def _by_row(rubric: Rubric) -> Table:
    columns = (Column("Kriteria", 3), Column("Bobot", 1, "angka"), Column("Skor", 1, "angka"), Column("Bukti yang tampak", 8))
    rows: list[Row] = []
    for criterion in rubric.criteria:
        for number, level in enumerate(criterion.levels):
            first = number == 0
            label = rubric.label(level)
            rows.append(Row((
                Cell(_name(criterion) if first else ""), Cell(bahasa.number(criterion.weight) if first else ""),
                Cell(bahasa.number(level.score)), Cell((tag("strong", f"{label}. ") if label else None, level.descriptor)),
            )))
    return Table("rubrik", f"Rubrik {rubric.code}: {rubric.title}", columns, tuple(rows))


def _name(criterion: Criterion) -> str:
    return f"{criterion.title} (boleh NA)" if criterion.may_skip else criterion.title


def rubric_uses(view: View, name: str | None = None) -> Html:
    """Which modules and workshops use this rubric, and which indicators it measures there."""
    stem = view.find(view.curriculum.rubrics, name, "Rubrik").id
    uses: list[Html] = []
    lessons = (("modul", view.curriculum.modules), ("lokakarya", view.curriculum.workshops))
    for folder, table in lessons:
        for other, entry in table.items():
            for assessment in entry.value.assessments:
                if assessment.rubric != stem:
                    continue
                measured = sorted({i for use in assessment.criteria for i in use.indicators} | set(assessment.indicators))
                link = view.link(f"{entry.value.code} {entry.value.title}", f"{folder}/{other}")
                uses.append(tag("li", link, f": {assessment.title} ({', '.join(measured)})"))
    return tag("ul", uses, class_="pemakaian-rubrik") if uses else tag("p", "Rubrik ini belum dipakai.")
