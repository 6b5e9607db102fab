"""An analytic rubric: criteria, each with its own weight and levels."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from syllabus.shapes.base import Code, Id, IndicatorId, Number, Shape, Status, Text, Weight, YesNo, key


class ScaleLevel(Shape):
    """A shared name for a score; a criterion may use its own instead."""

    score: Number = key("skor", "Skor tingkat.")
    label: Text = key("label", "Nama tingkat.")


class Level(Shape):
    """One level of one criterion."""

    score: Number = key("skor", "Skor tingkat.")
    label: Text | None = key("label", "Nama tingkat; bila kosong dipakai nama bersama.", default=None)
    descriptor: Text = key("deskriptor", "Bukti yang tampak pada tingkat ini.")


class Criterion(Shape):
    """One criterion with 2 to 6 levels of its own; scores need not be equally spaced.

    `weight` is in points of 100; `most` is the criterion's own maximum where an office scores by points.
    """

    id: Id = key("id", "Nama pendek kriteria.")
    title: Text = key("judul", "Nama kriteria.")
    weight: Weight = key("bobot", "Bobot dari 100.")
    most: Number | None = key("skor_maks", "Skor tertinggi; bila kosong diambil dari tingkat.", default=None)
    may_skip: YesNo = key("boleh_na", "Boleh dinilai NA (tidak berlaku).", default=False)
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang diukur.", default=())
    levels: tuple[Level, ...] = key("tingkat", "Tingkat, dari skor tertinggi.", default=())

    @property
    def top(self) -> Decimal:
        """The highest score of the criterion, in points of its own scale."""
        return max(level.score for level in self.levels)


class Rubric(Shape):
    """A rubric. `skip_policy` says what an NA does to the mark."""

    code: Code = key("kode", "Kode rubrik.")
    title: Text = key("judul", "Judul rubrik.")
    purpose: Text = key("untuk", "Kegiatan yang dinilai.")
    status: Status = key("status", "Kedudukan naskah.", default="draf")
    observed: YesNo = key("diamati", "Apakah yang dinilai perbuatan di depan pengamat; bila ya, dicetak pula lembar observasi.", default=False)
    how_to: tuple[Text, ...] = key("petunjuk", "Cara memakai rubrik.", default=())
    skip_policy: Literal["bobot_dibagi_ulang", "dihitung_nol", "tidak_ada"] = key(
        "kebijakan_na", "Akibat NA pada nilai.", default="tidak_ada"
    )
    levels: tuple[ScaleLevel, ...] = key("tingkat_bersama", "Nama tingkat bersama.", default=())
    criteria: tuple[Criterion, ...] = key("kriteria", "Kriteria; bobotnya berjumlah 100.", default=())

    def label(self, level: Level) -> str:
        """The name of a level: its own, or the shared one of its score."""
        shared = {entry.score: entry.label for entry in self.levels}
        return level.label or shared.get(level.score, "")
