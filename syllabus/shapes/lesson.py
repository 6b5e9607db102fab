"""A lesson: its steps, scenarios, worksheets and the facilitator's own notes. Modules and workshops share these."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from syllabus.shapes.base import Count, Form, Id, IndicatorId, Minutes, Shape, Text, YesNo, fault, key

Stage = Literal["sebelum", "pendahuluan", "penyajian", "penutup"]
Method = Literal[
    "ceramah interaktif", "tanya jawab", "curah pendapat", "diskusi kelompok", "studi kasus", "simulasi",
    "bermain peran", "demonstrasi", "praktik", "penugasan", "kerja lapangan", "presentasi", "refleksi", "tes", "dialog",
    "klinik", "belajar mandiri",
]


class Step(Shape):
    """One step of a lesson plan (RP). Minutes may be absent only before the session (`sebelum`)."""

    title: Text = key("judul", "Nama langkah.")
    stage: Stage = key("tahap", "Bagian pertemuan.")
    facilitator: Text = key("fasilitator", "Yang dilakukan fasilitator.")
    participants: Text = key("peserta", "Yang dilakukan peserta.")
    method: Method = key("metode", "Metode langkah ini.")
    media: tuple[Text, ...] = key("media", "Alat dan bahan.", default=())
    minutes: Minutes | None = key("menit", "Lama dalam menit.", default=None)
    form: Form | None = key("bentuk", "Teori, praktik, atau lapangan.", default=None)
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang diajarkan.", default=())
    uses: tuple[Id, ...] = key("memakai", "Skenario atau lembar kerja yang dipakai.", default=())
    if_short: Text | None = key("jika_waktu_kurang", "Apa yang dipotong bila waktu kurang.", default=None)


class Material(Shape):
    """Something to have in the room: for the class once, or one for each group or participant; who brings it."""

    name: Text = key("nama", "Nama alat atau bahan, sama dengan yang ditulis pada langkah.")
    each: Literal["kelas", "kelompok", "peserta"] = key("untuk", "Banyaknya dihitung untuk setiap apa.", default="kelas")
    count: Count = key("jumlah", "Banyaknya untuk setiap itu.", default=1)
    brought_by: Literal["panitia", "peserta"] = key("dibawa", "Siapa yang membawa.", default="panitia")
    printed: YesNo = key("dicetak", "Lembar atau kartu yang dicetak dahulu.", default=False)

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"nama": value} if isinstance(value, str) else value


class RoleCard(Shape):
    """One role in a simulation: what the player knows and how the player acts."""

    name: Text = key("nama", "Nama peran, misalnya Pemohon.")
    brief: Text = key("petunjuk", "Yang diketahui dan dilakukan pemeran.")


class Scenario(Shape):
    """A scenario card in a fictional unit: simulation, case or discussion."""

    id: Id = key("id", "Nama pendek skenario.")
    title: Text = key("judul", "Judul skenario.")
    kind: Literal["simulasi", "studi_kasus", "diskusi"] = key("jenis", "Cara memakai kartu.")
    unit: Text = key("unit", "Unit rekaan tempat kejadian.")
    story: tuple[Text, ...] = key("kisah", "Kejadian, satu butir satu paragraf.", min_length=1)
    task: tuple[Text, ...] = key("tugas", "Yang dikerjakan peserta, berurutan.", min_length=1)
    roles: tuple[RoleCard, ...] = key("peran", "Kartu peran.", default=())
    hints: tuple[Text, ...] = key("petunjuk", "Petunjuk yang dibuka bertahap.", default=())
    expected: tuple[Text, ...] = key("jawaban_harapan", "Jawaban harapan. Khusus fasilitator.", min_length=1)
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang dilatih.", min_length=1)
    minutes: Minutes | None = key("menit", "Lama dalam menit.", default=None)
    group_size: Count | None = key("orang_per_kelompok", "Jumlah orang dalam satu kelompok.", default=None)


class WorkStep(Shape):
    """One step of a worksheet."""

    text: Text = key("teks", "Perintah.")
    minutes: Minutes = key("menit", "Lama dalam menit.")


WIDEST = 12
"""Greatest relative width of a column."""
SIGNATURE = "Tanda tangan"
"""A column of this title in a numbered table takes signatures."""


class BlankTable(Shape):
    """A table to fill in by hand."""

    title: Text = key("judul", "Judul tabel.")
    columns: tuple[Text, ...] = key("kolom", "Judul kolom.", min_length=1)
    given: tuple[tuple[str, ...], ...] = key("terisi", "Baris yang sudah berisi.", default=())
    rows: Count = key("baris", "Jumlah baris kosong.", default=0)
    widths: tuple[Count, ...] = key("lebar", "Lebar nisbi setiap kolom, 1 s.d. 12; tanpa ini menurut isinya.", default=())

    @model_validator(mode="after")
    def _a_width_for_each_column(self) -> BlankTable:
        if self.widths and (len(self.widths) != len(self.columns) or not all(1 <= width <= WIDEST for width in self.widths)):
            raise fault("lebar_kolom", f"Lebar kolom berjumlah {len(self.widths)}, sedangkan kolomnya {len(self.columns)}; tiap lebar 1 s.d. {WIDEST}.")
        return self

    @property
    def numbered(self) -> bool:
        """Whether the first column counts the rows."""
        return self.columns[0].rstrip(".") == "No"

    @property
    def signed(self) -> frozenset[int]:
        """Places of the columns that take signatures."""
        return frozenset(place for place, title in enumerate(self.columns) if self.numbered and title == SIGNATURE)


class Worksheet(Shape):
    """A worksheet: purpose, timed steps, tables to fill, and a key for the facilitator."""

    id: Id = key("id", "Nama pendek lembar kerja.")
    title: Text = key("judul", "Judul lembar kerja.")
    purpose: Text = key("tujuan", "Untuk apa lembar ini.")
    materials: tuple[Text, ...] = key("bahan", "Bahan dan alat.", default=())
    steps: tuple[WorkStep, ...] = key("langkah", "Langkah dengan menit.", min_length=1)
    tables: tuple[BlankTable, ...] = key("tabel", "Tabel isian.", default=())
    lines: Count = key("baris_tulis", "Jumlah baris kosong untuk menulis.", default=0)
    answers: tuple[Text, ...] = key("kunci", "Kunci atau contoh isian. Khusus fasilitator.", default=())
    right_wrong: tuple[IndicatorId, ...] = key("dinilai_benar_salah", "Indikator yang dinilai benar atau salah.", default=())
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang dilatih.", min_length=1)


class Trap(Shape):
    """A common misunderstanding and how to set it right."""

    wrong: Text = key("keliru", "Anggapan yang sering keliru.")
    right: Text = key("luruskan", "Cara meluruskannya.")
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang sedang dilatih saat ini muncul; bila kosong, sepanjang sesi.", default=())


class ExpectedAnswer(Shape):
    """A question of the lesson and the answer the facilitator waits for."""

    question: Text = key("pertanyaan", "Pertanyaan di kelas.")
    answer: Text = key("jawaban", "Jawaban yang diharapkan.")
    indicators: tuple[IndicatorId, ...] = key("indikator", "Indikator yang sedang dilatih saat ini ditanyakan; bila kosong, sepanjang sesi.", default=())


class FacilitatorNotes(Shape):
    """What only the facilitator reads. It never reaches the public build."""

    gist: tuple[Text, ...] = key("pegangan", "Inti sesi, dibaca fasilitator sebelum masuk kelas; satu butir satu paragraf.", default=())
    preparation: tuple[Text, ...] = key("persiapan", "Daftar persiapan.", min_length=1)
    opening_question: Text = key("pertanyaan_pembuka", "Pertanyaan pemantik.")
    reopening_question: Text | None = key("pertanyaan_lanjutan", "Pertanyaan untuk membuka lagi sesi yang dilanjutkan pada hari lain.", default=None)
    traps: tuple[Trap, ...] = key("jebakan", "Kekeliruan yang sering muncul.", min_length=1)
    expected: tuple[ExpectedAnswer, ...] = key("jawaban_harapan", "Jawaban yang diharapkan.", min_length=1)
    closing: Text | None = key("penutup", "Kalimat penutup yang disarankan.", default=None)


class ReferenceUse(Shape):
    """A regulation and what it is used for here."""

    regulation: Id = key("regulasi", "Nama pendek regulasi.")
    used_for: Text = key("untuk", "Bagian yang memakainya.")
