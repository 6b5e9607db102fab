"""The programme: aims, clusters, packages, learning paths, daily hours and the final mark."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from syllabus.shapes.base import (
    Clock,
    Count,
    Day,
    Edition,
    Id,
    Jp,
    Minutes,
    Review,
    Shape,
    Status,
    Text,
    Verified,
    Weight,
    key,
)
from syllabus.shapes.lesson import Material
from syllabus.shapes.letter import Letterhead, Signer
from syllabus.shapes.schedule import SessionKind


class Cluster(Shape):
    """A group of modules that serves one aim and is taught as one package."""

    id: Id = key("id", "Nama pendek klaster.")
    code: Text = key("kode", "Huruf klaster, misalnya A.")
    name: Text = key("nama", "Nama klaster.")
    aim: Text = key("tujuan", "Tujuan yang dilayani klaster ini.")
    modules: tuple[Id, ...] = key("modul", "Modul klaster, berurutan.", min_length=1)
    opening_jp: Jp = key("jp_blc", "JP sesi membangun komitmen belajar (BLC).", default=0)
    closing_jp: Jp = key("jp_rtl", "JP sesi rencana tindak lanjut (RTL).", default=0)
    package_jp: Jp = key("jp_paket", "Jumlah JP satu paket: modul, BLC, dan RTL.")


class LearningPath(Shape):
    """What one kind of post takes in a year."""

    id: Id = key("id", "Nama pendek jalur.")
    name: Text = key("nama", "Nama jalur belajar.")
    audience: Text = key("untuk", "Jabatan atau tugas yang dituju.")
    reason: Text = key("alasan", "Mengapa urutan ini.")
    modules: tuple[Id, ...] = key("modul", "Modul pada jalur, berurutan.", default=())
    workshops: tuple[Id, ...] = key("lokakarya", "Lokakarya pada jalur.", default=())
    extra_jp: Jp = key("jp_tambahan", "JP BLC dan RTL yang ikut dihitung.", default=0)
    jp: Jp = key("jp", "Jumlah JP jalur dalam satu tahun.")


class MinutesPerJp(Shape):
    """How long one JP is, with its source. Offices differ in the name, not in the length."""

    minutes: Minutes = key("menit", "Lama satu JP dalam menit.")
    source: Text = key("sumber", "Sumber angka ini.")
    verified: Verified = key("verifikasi", "Apakah sumber sudah diperiksa.")


class Break(Shape):
    """A daily pause at a fixed clock time."""

    name: Text = key("nama", "Nama jeda, misalnya Rehat.")
    start: Clock = key("mulai", "Jam mulai.")
    end: Clock = key("selesai", "Jam selesai.")


class DayHours(Shape):
    """Working window and breaks of one kind of day (Perpres 21/2023 Pasal 4 for the window)."""

    start: Clock = key("mulai", "Kegiatan paling awal.")
    end: Clock = key("selesai", "Kegiatan paling akhir.")
    midday: Break = key("ishoma", "Istirahat, salat, dan makan.")
    breaks: tuple[Break, ...] = key("rehat", "Jeda lain, berurutan.", default=())
    most_jp: Jp = key("jp_wajar", "JP sehari yang masih wajar. Lebih dari ini diberi saran.")


class Hours(Shape):
    """Daily hours by kind of day; `most_jp_ever` is the hard limit in JP."""

    source: Text = key("sumber", "Dasar jam kerja dan istirahat.")
    ordinary: DayHours = key("biasa", "Senin s.d. Kamis.")
    friday: DayHours = key("jumat", "Jumat.")
    ramadan: DayHours = key("ramadan", "Senin s.d. Kamis pada bulan Ramadan.")
    ramadan_friday: DayHours = key("jumat_ramadan", "Jumat pada bulan Ramadan.")
    most_jp_ever: Jp = key("jp_maksimal", "JP sehari yang tidak boleh dilampaui.")


class MarkPart(Shape):
    """One component of a participant's final mark. Weight in points of 100."""

    name: Text = key("komponen", "Nama komponen.")
    weight: Weight = key("bobot", "Bobot dari 100.")
    taken_from: Text = key("diambil_dari", "Dari instrumen apa nilai ini berasal.")


class FinalMark(Shape):
    """How the final mark is made. Attendance is a condition, never a score."""

    least_attendance: Count = key("kehadiran_minimal", "Syarat kehadiran dalam persen.")
    parts: tuple[MarkPart, ...] = key("komponen", "Komponen nilai; bobotnya berjumlah 100.", min_length=1)
    scale: Id = key("skala_nilai", "Skala nilai yang dipakai.")
    note: Text = key("catatan", "Kedudukan aturan ini.")


class Aim(Shape):
    """One aim of the programme, and the cluster that serves it."""

    text: Text = key("teks", "Bunyi tujuan.")
    cluster: Id = key("klaster", "Klaster yang melayaninya.")


class Entrance(Shape):
    """One door of the first page: for whom it is, what to do there, and where it leads."""

    audience: Text = key("untuk", "Siapa yang masuk lewat pintu ini, misalnya Peserta.")
    invitation: Text = key("ajakan", "Satu atau dua kalimat ajakan.")
    page: Text = key("halaman", "Halaman tujuan, misalnya modul/index.")
    link: Text = key("tautan", "Tulisan pada tautan, misalnya Buka modul.")


class KitSheet(Shape):
    """A form or an instrument of evaluation, and for whom it is printed."""

    id: Id = key("id", "Nama pendek formulir atau instrumen.")
    each: Literal["kelas", "peserta"] = key("untuk", "Satu untuk kelas, atau satu untuk setiap peserta.", default="kelas")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"id": value} if isinstance(value, str) else value


class SessionKit(Shape):
    """What a kind of session needs in every training, whatever is taught: forms, instruments and aids, and how it is held."""

    kind: SessionKind | Literal["setiap_hari"] = key("sesi", "Jenis baris jadwal, atau setiap_hari.")
    forms: tuple[KitSheet, ...] = key("formulir", "Formulir yang dibawa.", default=())
    instruments: tuple[KitSheet, ...] = key("instrumen", "Instrumen evaluasi yang dibagikan.", default=())
    materials: tuple[Material, ...] = key("bahan", "Alat dan bahan lain, dengan banyaknya.", default=())
    conduct: Text | None = key("cara", "Cara melaksanakan sesi ini, untuk sesi yang tidak punya rencana pembelajaran.", default=None)


class Program(Shape):
    """The whole programme: its name, its year, its clusters and its arithmetic (all hours in JP)."""

    name: Text = key("nama", "Nama program.")
    year: Count = key("tahun", "Tahun pelaksanaan.")
    province: Text = key("provinsi", "Provinsi penyelenggara.")
    edition: Edition = key("versi", "Versi kurikulum.")
    edition_date: Day = key("tanggal_versi", "Tanggal versi ini.")
    status: Status = key("status", "Kedudukan naskah.")
    owner: Text = key("penanggung_jawab", "Jabatan penanggung jawab.")
    notice: Text = key("pemberitahuan", "Keterangan kedudukan situs bagi pembaca.")
    letterhead: Letterhead | None = key("kop", "Kop pada lembar cetak; bila kosong dicetak garis untuk diisi.", default=None)
    signed_at: Text | None = key("tempat_tanda_tangan", "Kota pada baris tanggal tanda tangan, misalnya Jambi.", default=None)
    signer: Signer | None = key("penanda_tangan", "Penanda tangan lembar cetak; bila kosong dicetak garis untuk diisi.", default=None)
    audience: tuple[Text, ...] = key("sasaran", "Siapa yang mengikuti program.", min_length=1)
    aims: tuple[Aim, ...] = key("tujuan", "Tujuan program.", min_length=1)
    legal_basis: tuple[Id, ...] = key("dasar_hukum", "Regulasi yang mendasari program.", default=())
    jp_minutes: MinutesPerJp = key("menit_per_jp", "Lama satu JP.")
    total_jp: Jp = key("total_jp", "Jumlah JP seluruh katalog.")
    clusters: tuple[Cluster, ...] = key("klaster", "Klaster program.", min_length=1)
    paths: tuple[LearningPath, ...] = key("jalur", "Jalur belajar menurut jabatan.", default=())
    entrances: tuple[Entrance, ...] = key("pintu", "Pintu masuk pada halaman depan, satu untuk setiap pembaca.", default=())
    hours: Hours = key("jam", "Jam kegiatan dan istirahat.")
    kits: tuple[SessionKit, ...] = key("perlengkapan_sesi", "Yang dibawa untuk jenis sesi tertentu pada setiap pelatihan.", default=())
    final_mark: FinalMark = key("penilaian_akhir", "Cara nilai akhir dibuat.")
    reviewed: Review | None = key("ditinjau", "Peninjau dan tanggalnya.", default=None)


