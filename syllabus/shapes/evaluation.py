"""Evaluation: the plan for the four levels, its instruments and the blank forms of follow-up."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from syllabus.shapes.base import Count, Day, Edition, Id, Level, Shape, Text, YesNo, fault, key
from syllabus.shapes.reference import Band


class Target(Shape):
    """What is aimed at, as this programme's proposal."""

    measure: Text = key("ukuran", "Yang diukur.")
    goal: Text = key("sasaran", "Angka yang dituju.")


class Question(Shape):
    """One question of an instrument."""

    id: Id = key("id", "Nama pendek butir.")
    text: Text = key("teks", "Bunyi butir.")


class QuestionGroup(Shape):
    """Questions under one heading; `only_if` says when the group is used."""

    title: Text = key("judul", "Judul kelompok.")
    only_if: Text | None = key("jika", "Kapan kelompok ini dipakai.", default=None)
    items: tuple[Question, ...] = key("butir", "Butir penilaian.", min_length=1)


class Instrument(Shape):
    """A form of evaluation. Item, group and total bands are separate data: no rounding derives one from another."""

    code: Text = key("kode", "Kode instrumen.")
    title: Text = key("judul", "Judul instrumen.")
    level: Level = key("level", "Tingkat evaluasi 1 s.d. 4.")
    question: Text = key("pertanyaan", "Pertanyaan yang dijawab instrumen ini.")
    when: Text = key("kapan", "Kapan dipakai.")
    months_after: Count | None = key("bulan_setelah", "Bulan setelah pelatihan, untuk tingkat 3 dan 4.", default=None)
    respondents: tuple[Text, ...] = key("responden", "Siapa yang mengisi.", min_length=1)
    targets: tuple[Target, ...] = key("sasaran", "Sasaran yang diusulkan.", default=())
    baseline: Text | None = key("titik_awal", "Titik awal pembanding, untuk tingkat 4.", default=None)
    head: tuple[Text, ...] = key("kepala", "Isian di atas butir, misalnya Angkatan dan Tanggal.", default=())
    each: Literal["pelatihan", "fasilitator", "hari"] = key(
        "lembar_per", "Satu lembar untuk seluruh pelatihan, untuk setiap hari, atau untuk setiap fasilitator pada setiap mata pelatihan.",
        default="pelatihan",
    )
    intro: Text = key("pengantar", "Kalimat pembuka bagi pengisi.")
    scale: tuple[Text, ...] = key("skala", "Sebutan nilai dari 1 ke atas.", default=())
    groups: tuple[QuestionGroup, ...] = key("kelompok", "Kelompok butir.", default=())
    item_bands: tuple[Band, ...] = key("pita_item", "Pita rerata butir.", default=())
    group_bands: tuple[Band, ...] = key("pita_kelompok", "Pita rerata kelompok.", default=())
    total_bands: tuple[Band, ...] = key("pita_total", "Pita jumlah nilai.", default=())
    index_scale: Id | None = key("skala_indeks", "Skala untuk indeks kepuasan dari seluruh butir (SKM).", default=None)
    open_questions: tuple[Text, ...] = key("pertanyaan_terbuka", "Pertanyaan terbuka.", default=())


MOST_BESIDE, MOST_ROWS, MOST_LINES = 3, 200, 30
"""What a part of a form holds at most: labelled lines beside each other, blank rows, lines to write on."""
LOWEST_ROW, TALLEST_ROW = 6, 60
"""Height of a row to write in, in mm: a hand needs seven or eight; boxes of alternating signatures are two rows tall."""


class FormColumn(Shape):
    """A column of a blank form; width is relative, 1 to 12."""

    title: Text = key("judul", "Judul kolom.")
    width: Count = key("lebar", "Lebar nisbi 1 s.d. 12.", default=2)
    kind: Literal["teks", "centang", "pilihan", "tangan", "ttd_zigzag"] = key(
        "isi", "Isi kolom: teks, centang (kotak), pilihan (kotak, satu saja pada setiap baris), tangan (paraf, tanda tangan, NIP), atau ttd_zigzag (tanda tangan berselang-seling).",
        default="teks",
    )
    group: Text | None = key("kelompok", "Judul di atas beberapa kolom yang berurutan.", default=None)


class FormPart(Shape):
    """A part of a blank form, from top to bottom: title, sentences, labelled lines, a table, room to write."""

    title: Text | None = key("judul", "Judul bagian; pada bagian dengan tabel menjadi judul tabel.", default=None)
    sentences: tuple[Text, ...] = key("kalimat", "Kalimat. Empat titik atau lebih menjadi garis isian, [ ] menjadi kotak, ( ) kotak yang hanya satu dipilih.", default=())
    head: tuple[Text, ...] = key("kepala", "Isian berlabel.", default=())
    beside: Count = key("lajur", "Banyaknya isian berlabel pada satu baris, 1 s.d. 3.", default=1)
    columns: tuple[FormColumn, ...] = key("kolom", "Kolom tabel.", default=())
    given: tuple[tuple[str, ...], ...] = key("terisi", "Baris tabel yang sudah berisi. Baris dengan satu isian menjadi judul kelompok.", default=())
    rows: Count = key("baris", "Jumlah baris kosong pada tabel.", default=0)
    row_height: Count = key("tinggi_baris", "Tinggi baris kosong dalam milimeter.", default=9)
    room: Count = key("ruang", "Jumlah garis untuk menulis.", default=0)

    @model_validator(mode="after")
    def _fits_the_paper(self) -> FormPart:
        if not (self.title or self.sentences or self.head or self.columns or self.room):
            raise fault("bagian_kosong", "Bagian ini kosong. Isi kalimat, kepala, kolom, atau ruang.")
        if (self.given or self.rows) and not self.columns:
            raise fault("tanpa_kolom", "Baris tabel memerlukan kolom.")
        for cells in self.given:
            if len(cells) > len(self.columns):
                raise fault("baris_lebar", f'Baris "{cells[0][:40]}" berisi {len(cells)} isian, sedangkan kolomnya {len(self.columns)}.')
        if not 1 <= self.beside <= MOST_BESIDE:
            raise fault("lajur", f"Lajur paling sedikit 1 dan paling banyak {MOST_BESIDE}.")
        if self.rows > MOST_ROWS or self.room > MOST_LINES:
            raise fault("baris_banyak", f"Paling banyak {MOST_ROWS} baris kosong pada tabel dan {MOST_LINES} garis untuk menulis.")
        if not LOWEST_ROW <= self.row_height <= TALLEST_ROW:
            raise fault("tinggi_baris", f"Tinggi baris paling sedikit {LOWEST_ROW} dan paling banyak {TALLEST_ROW} milimeter.")
        return self

    @property
    def numbered(self) -> bool:
        """Whether the first column of its table counts the rows."""
        return self.columns[0].title.rstrip(".") == "No"


class BlankForm(Shape):
    """A form that is printed and filled by hand. Filled copies never enter the project."""

    code: Text = key("kode", "Kode formulir.")
    title: Text = key("judul", "Judul formulir.")
    purpose: Text = key("tujuan", "Untuk apa.")
    audience: Literal["peserta", "fasilitator", "panitia", "mentor"] = key("untuk", "Siapa yang mencetak.")
    paper: Literal["tegak", "melintang"] = key("kertas", "Arah kertas.", default="tegak")
    fillable: YesNo = key("isian", "Apakah PDF-nya dapat diisi di layar. NIP, paraf, dan tanda tangan tetap untuk tangan.", default=False)
    each: Literal["sesi", "tiga_sesi", "hari"] | None = key(
        "untuk_setiap", "Cetak pula satu lembar untuk setiap sesi, tiga sesi, atau hari pada jadwal, dengan isian dari jadwal.", default=None
    )
    parts: tuple[FormPart, ...] = key("bagian", "Bagian formulir dari atas ke bawah.", min_length=1)
    notes: tuple[Text, ...] = key("petunjuk", "Petunjuk pengisian.", default=())
    scale: Id | None = key("skala", "Skala yang pitanya dicetak di bawah formulir, bila formulir mencatat nilai.", default=None)
    signatures: tuple[Text, ...] = key("tanda_tangan", "Yang menandatangani.", default=())


class Change(Shape):
    """One entry of the yearly record of curriculum changes."""

    edition: Edition = key("versi", "Versi kurikulum.")
    on: Day = key("tanggal", "Tanggal.")
    change: Text = key("perubahan", "Apa yang berubah.")
    reason: Text = key("alasan", "Mengapa.")
    evidence: Text = key("bukti", "Bukti atau hasil evaluasi yang mendasari.")
