"""A module (mata pelatihan): outcome, indicators, topics, lesson plan, assessment and everything its facilitator needs."""

from __future__ import annotations

from typing import Literal

from syllabus.shapes.base import (
    Code,
    Id,
    IndicatorId,
    JpSplit,
    Level,
    Mode,
    Review,
    Revision,
    Shape,
    Status,
    Text,
    Weight,
    key,
)
from syllabus.shapes.lesson import FacilitatorNotes, Material, ReferenceUse, Scenario, Step, Worksheet


class Indicator(Shape):
    """One learning-outcome indicator: a single observable verb and its domain (C/A/P with a level)."""

    id: IndicatorId = key("id", "Nomor indikator, misalnya A3-1.")
    text: Text = key("teks", "Bunyi indikator.")
    verb: Text = key("kata_kerja", "Kata kerja yang dapat diamati.")
    domain: Literal[
        "C1", "C2", "C3", "C4", "C5", "C6", "A1", "A2", "A3", "A4", "A5", "P1", "P2", "P3", "P4", "P5"
    ] = key("ranah", "Ranah dan jenjang: C kognitif, A afektif, P psikomotor.")


class Topic(Shape):
    """A main topic (materi pokok), its parts and the indicators it serves."""

    title: Text = key("judul", "Materi pokok.")
    parts: tuple[Text, ...] = key("sub", "Submateri pokok.", default=())
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang dilayani materi ini.", default=())


class Competence(Shape):
    """A competence of the post that the module builds (PermenPANRB 38/2017: three kinds, levels 1 to 5)."""

    kind: Literal["teknis", "manajerial", "sosial_kultural"] = key("jenis", "Jenis kompetensi.")
    name: Text = key("nama", "Nama kompetensi.")
    level: Level = key("level", "Jenjang 1 s.d. 5.")


class CriterionUse(Shape):
    """Which indicators a rubric's criterion measures in this module."""

    criterion: Id = key("kriteria", "Kriteria rubrik.")
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang diukur.", min_length=1)


class Assessment(Shape):
    """One way a module is assessed. `weight` is in points of 100; absent where it does not count."""

    id: Id = key("id", "Nama pendek asesmen.")
    kind: Literal["pretes", "postes", "rubrik", "lembar_kerja", "observasi", "produk"] = key("jenis", "Jenis asesmen.")
    title: Text = key("judul", "Nama asesmen.")
    weight: Weight | None = key("bobot", "Bobot dari 100 untuk nilai modul.", default=None)
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang diukur.", default=())
    rubric: Id | None = key("rubrik", "Rubrik yang dipakai.", default=None)
    criteria: tuple[CriterionUse, ...] = key("kriteria", "Kriteria rubrik dan indikatornya.", default=())
    worksheet: Id | None = key("lembar_kerja", "Lembar kerja yang dinilai.", default=None)


class Module(Shape):
    """One module. `jp` may be empty in a draft; then it blocks `ditetapkan`."""

    code: Code = key("kode", "Kode modul.")
    title: Text = key("judul", "Judul modul.")
    cluster: Id = key("klaster", "Klaster modul.")
    group: Literal["dasar", "inti", "penunjang"] = key("kelompok", "Kelompok mata pelatihan.")
    status: Status = key("status", "Kedudukan naskah.", default="draf")
    jp: JpSplit | None = key("jp", "Jam pelajaran menurut bentuk.", default=None)
    modes: tuple[Mode, ...] = key("moda", "Moda: SM, AM, AK, SL.", default=("SL",))
    summary: Text = key("deskripsi_singkat", "Deskripsi singkat.")
    outcome: Text = key("hasil_belajar", "Hasil belajar.")
    indicators: tuple[Indicator, ...] = key("indikator", "Indikator hasil belajar.", default=())
    topics: tuple[Topic, ...] = key("materi_pokok", "Materi pokok.", default=())
    materials: tuple[Material, ...] = key("media", "Media dan alat bantu, dengan banyaknya.", default=())
    prerequisites: tuple[Text, ...] = key("prasyarat", "Yang perlu dikuasai atau dibawa sebelumnya.", default=())
    competences: tuple[Competence, ...] = key("kompetensi", "Kompetensi jabatan yang dibangun.", default=())
    steps: tuple[Step, ...] = key("rencana_pembelajaran", "Langkah pembelajaran.", default=())
    assessments: tuple[Assessment, ...] = key("asesmen", "Asesmen modul.", default=())
    scenarios: tuple[Scenario, ...] = key("skenario", "Kartu skenario.", default=())
    worksheets: tuple[Worksheet, ...] = key("lembar_kerja", "Lembar kerja.", default=())
    key_points: tuple[Text, ...] = key("poin_kunci", "Poin kunci.", default=())
    digest: tuple[Text, ...] = key("ringkasan", "Ringkasan satu halaman, satu butir satu paragraf.", default=())
    notes: FacilitatorNotes | None = key("catatan_fasilitator", "Khusus fasilitator.", default=None)
    references: tuple[ReferenceUse, ...] = key("referensi", "Regulasi yang dipakai.", default=())
    terms: tuple[Id, ...] = key("istilah", "Istilah penting modul ini.", default=())
    reviewed: Review | None = key("ditinjau", "Peninjau dan tanggalnya.", default=None)
    revisions: tuple[Revision, ...] = key("revisi", "Catatan perubahan.", default=())

    @property
    def numbered(self) -> tuple[Step, ...]:
        """The rows that the lesson plan numbers."""
        return self.steps

    @property
    def media(self) -> tuple[str, ...]:
        """Names of the media and aids."""
        return tuple(item.name for item in self.materials)

    @property
    def methods(self) -> tuple[str, ...]:
        """Methods of the lesson plan, each once, in order of first use."""
        return tuple(dict.fromkeys(step.method for step in self.steps))
