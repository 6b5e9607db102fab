"""What stands under a score sheet: how the mark is made, what the levels mean, and the bands of the scale."""

from __future__ import annotations

from syllabus import bahasa
from syllabus.render.bands import told
from syllabus.render.html import Child, Html, tag
from syllabus.render.view import UNVERIFIED, View
from syllabus.shapes.rubric import Rubric


def note(title: str, *content: Child) -> Html:
    """One line of small print with a title."""
    return tag("p", tag("strong", f"{title}: "), *content, class_="meta")


def levels(rubric: Rubric) -> str:
    """The shared names of the levels, "4 = Sangat baik; 3 = Baik.", or nothing where each criterion has its own."""
    return "; ".join(f"{bahasa.number(level.score)} = {level.label}" for level in rubric.levels) + "." if rubric.levels else ""


def mark_rule(rubric: Rubric, levels: str = "") -> Html:
    """How a participant's mark is made from scores, weights and the policy for NA; with the names of the levels where they are given."""
    tops = {criterion.top for criterion in rubric.criteria if criterion.levels}
    rule = f"jumlah (skor × bobot) ÷ {bahasa.number(tops.pop())}" if len(tops) == 1 else "jumlah (skor ÷ skor tertinggi × bobot)"
    policy = {
        "bobot_dibagi_ulang": "Kriteria NA tidak dinilai: bagi nilai dengan jumlah bobot kriteria yang dinilai, lalu kalikan 100.",
        "dihitung_nol": "Kriteria NA dihitung nol.",
        "tidak_ada": "Semua kriteria wajib dinilai.",
    }[rubric.skip_policy]
    return note("Nilai", f"{rule}. {policy}", (" ", tag("strong", "Tingkat: "), levels) if levels else None)


def mark_bands(view: View, scale: str | None = None) -> Html | None:
    """The bands of a scale, else of the programme's final mark, with what each decides."""
    entry = view.curriculum.scales.get(scale or view.curriculum.program.value.final_mark.scale)
    if entry is None:
        return None
    mark = (" ", UNVERIFIED) if entry.value.verified == "belum_terverifikasi" else None
    return note(entry.value.name, "; ".join(told(entry.value.bands)), ".", mark)


def beside(*blocks: Child) -> Html:
    """Small print at the left, whatever is signed at the right of it."""
    return tag("div", (tag("div", block) for block in blocks), class_="berdampingan")


