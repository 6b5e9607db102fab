"""Score sheets made from any rubric: a class on one sheet, and one participant with the evidence to tick."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from syllabus import bahasa
from syllabus.render.bands import told
from syllabus.render.blanks import CHOICE, fields, signatures, writing_room
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.sheets.legend import levels, mark_bands, mark_rule
from syllabus.render.table import Column, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.rubric import Criterion, Level, Rubric

ROWS = 20
"""Blank rows that fit one landscape page under the usual rubric of four to six criteria."""
NO_BREAK = "\u00a0"
SESSION = ("Angkatan", "Mata pelatihan", "Hari, tanggal", "Kegiatan")
ADVICE = 2
"""Lines to write advice on above the signatures, beside the bands of the conclusion; more where the page has room."""
SCORER = ("Penilai", "Tanda tangan penilai")
"""Who scores a class signs in the head: a block of signatures would take the height of six rows."""


def class_sheet(view: View, name: str, rows: int = ROWS) -> Html:
    """Participants down, criteria across with their weight and possible scores, and the mark."""
    rubric = view.find(view.curriculum.rubrics, name, "Rubrik").value
    columns = (
        Column("No.", 1, "tengah"), Column("Nama", 5), Column("Instansi", 3),
        *(_head(criterion) for criterion in rubric.criteria), Column("Nilai", 2, "tengah"), Column("Catatan", 3),
    )
    blank = [""] * (len(columns) - 1)
    table = Table("formulir", f"{rubric.code} {rubric.title}", columns, tuple(row(str(n), *blank, headed=False) for n in range(1, rows + 1)),
                  landscape=True, row_height=6 if rows <= ROWS else 7)
    return join([fields([(label, "") for label in (*SESSION, *SCORER)], 3), draw(table), mark_rule(rubric, levels(rubric)), mark_bands(view)])


def single_sheet(view: View, name: str) -> Html:
    """One participant: each criterion with its levels to tick, its score and a remark; then advice and conclusion."""
    rubric = view.find(view.curriculum.rubrics, name, "Rubrik").value
    columns = (
        Column("Kriteria", 6), Column("Bukti yang tampak: beri tanda pada satu tingkat", 27), Column("Skor", 2, "tengah"),
        Column("Catatan", 4),
    )
    rows = tuple(row((criterion.title, tag("br"), _weight(criterion)), _evidence(rubric, criterion), "", "") for criterion in rubric.criteria)
    scale = view.curriculum.scales.get(view.curriculum.program.value.final_mark.scale)
    concluded = ((CHOICE, " ", band) for band in told(scale.value.bands if scale else ()))
    return join([
        fields([("Nama", ""), ("Instansi", ""), *((label, "") for label in SESSION)], 2),
        draw(Table("formulir", f"Penilaian {rubric.code} {rubric.title}", columns, rows)),
        tag("div", tag("div", tag("h4", "Kesimpulan"), fields([("Nilai", "")]), bullets(concluded, class_="daftar-periksa"), mark_rule(rubric)),
            tag("div", tag("h4", "Rekomendasi"), writing_room(ADVICE), signatures(["Peserta", "Penilai"])), class_="dua-lajur utuh"),
    ])


def _head(criterion: Criterion) -> Column:
    return Column(criterion.title, 3, "tengah", (" ", tag("br"), _weight(criterion), " ", tag("br"), _together(_scores(criterion))))


def _weight(criterion: Criterion) -> str:
    return f"bobot {bahasa.number(criterion.weight)}"


def _scores(criterion: Criterion) -> str:
    """ "skor 1–4" where every whole score between is possible, else "skor 15, 10, 0"; with NA where it is allowed."""
    scores = sorted(level.score for level in criterion.levels)
    gapless = all(high - low == 1 for low, high in pairwise(scores))
    shown = f"{bahasa.number(scores[0])}–{bahasa.number(scores[-1])}" if gapless else ", ".join(bahasa.number(score) for score in reversed(scores))
    return f"skor {shown}{', NA' if criterion.may_skip else ''}"


def _evidence(rubric: Rubric, criterion: Criterion) -> Child:
    skipped = ("NA", "Kriteria ini tidak berlaku.")
    lines = [(_name(rubric, level), level.descriptor) for level in criterion.levels] + ([skipped] if criterion.may_skip else [])
    return bullets(((CHOICE, " ", tag("strong", f"{title}. "), text) for title, text in lines), class_="daftar-periksa")


def _together(text: str) -> str:
    """The text on one line."""
    return text.replace(" ", NO_BREAK)


def _name(rubric: Rubric, level: Level) -> str:
    return f"{bahasa.number(level.score)} {rubric.label(level)}".strip()


def score_leaves(view: View) -> Iterable[Leaf]:
    """For each rubric a class sheet of one page, a longer one, and a sheet for one participant."""
    for stem, entry in sorted(view.curriculum.rubrics.items(), key=lambda pair: pair[1].value.code):
        rubric, place = entry.value, entry.at()
        for rows in (ROWS, 2 * ROWS):
            yield Leaf(
                f"penilaian-{rubric.code.lower()}-{stem}-{rows}", f"Lembar penilaian {rubric.code} {rubric.title}", class_sheet(view, stem, rows), "fasilitator", place,
                f"LP-{rubric.code}", f"Skor satu kelas, {rows} baris nama.", landscape=True, head=False, variant=f"{rows} baris",
            )
        yield Leaf(
            f"penilaian-{rubric.code.lower()}-{stem}-perorangan", f"Lembar penilaian perorangan {rubric.code} {rubric.title}", single_sheet(view, stem), "fasilitator",
            place, f"LPP-{rubric.code}", "Skor satu peserta dengan bukti yang dicentang, rekomendasi, dan kesimpulan.", head=False, fillable=True, roomy=True,
        )
