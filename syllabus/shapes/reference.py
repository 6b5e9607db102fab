"""Reference data: regulations, terms, holidays, areas, grade scales, facilitators, rooms and agencies."""

from __future__ import annotations

from typing import Literal

from syllabus.shapes.base import Count, Day, Id, Number, Shape, Text, Verified, Web, YesNo, key


class Regulation(Shape):
    """One entry of the register. A claim of law on a page links here."""

    id: Id = key("id", "Nama pendek, misalnya uu-25-2009.")
    name: Text = key("nama", "Sebutan singkat, misalnya UU 25/2009.")
    title: Text = key("judul", "Judul lengkap.")
    used_for: Text = key("dipakai_untuk", "Untuk apa dipakai dalam program.")
    in_force: Literal["berlaku", "diubah", "dicabut", "diganti", "belum_diperiksa"] = key("status_berlaku", "Status keberlakuan.")
    verified: Verified = key("verifikasi", "Apakah isi yang dipakai sudah diperiksa pada sumber.")
    checked_on: Day | None = key("diperiksa_pada", "Tanggal pemeriksaan.", default=None)
    source: Text | None = key("sumber", "Sumber yang diperiksa.", default=None)
    note: Text | None = key("catatan", "Catatan pemeriksaan.", default=None)


class Term(Shape):
    """One glossary entry."""

    id: Id = key("id", "Nama pendek istilah.")
    term: Text = key("istilah", "Istilah.")
    long_form: Text | None = key("kepanjangan", "Kepanjangan bila istilah adalah singkatan.", default=None)
    meaning: Text = key("arti", "Arti dalam program ini.")
    synonyms: tuple[Text, ...] = key("sinonim", "Sebutan lain.", default=())
    see: tuple[Id, ...] = key("lihat", "Istilah terkait.", default=())
    regulation: Id | None = key("regulasi", "Regulasi sumber.", default=None)
    verified: Verified = key("verifikasi", "Apakah arti sudah diperiksa.", default="terverifikasi")


class Holiday(Shape):
    """One day off."""

    day: Day = key("tanggal", "Tanggal.")
    name: Text = key("nama", "Nama hari libur.")
    kind: Literal["libur_nasional", "cuti_bersama"] = key("jenis", "Jenis libur.")
    certain: Literal["ya", "perkiraan"] = key("pasti", "Sudah pasti atau masih perkiraan.", default="ya")


class Ramadan(Shape):
    """The fasting month of one year."""

    start: Day = key("mulai", "Hari pertama.")
    end: Day = key("selesai", "Hari terakhir.")
    certain: Literal["ya", "perkiraan"] = key("pasti", "Sudah pasti atau masih perkiraan.")
    source: Text = key("sumber", "Dasar perkiraan.")


class HolidayBasis(Shape):
    """The decree of one year, and how sure we are of it."""

    year: Count = key("tahun", "Tahun.")
    basis: Text = key("dasar", "Keputusan yang menetapkan.")
    verified: Verified = key("verifikasi", "Apakah keputusan sudah diperiksa.")


class Calendar(Shape):
    """All days off of the years in use."""

    basis: tuple[HolidayBasis, ...] = key("dasar", "Dasar tiap tahun.", min_length=1)
    holidays: tuple[Holiday, ...] = key("hari", "Hari libur dan cuti bersama.", min_length=1)
    ramadan: tuple[Ramadan, ...] = key("ramadan", "Bulan Ramadan.", default=())
    leave_is_fault: YesNo = key("cuti_bersama_galat", "Jadwal pada cuti bersama dianggap galat.", default=True)


class Area(Shape):
    """A regency or city of the province."""

    id: Id = key("id", "Nama pendek.")
    name: Text = key("nama", "Nama resmi.")
    kind: Literal["kabupaten", "kota"] = key("jenis", "Kabupaten atau kota.")
    seat: Text = key("ibu_kota", "Ibu kota.")
    code: Text | None = key("kode", "Kode wilayah.", default=None)
    verified: Verified = key("verifikasi", "Apakah kode sudah diperiksa.", default="terverifikasi")


class Band(Shape):
    """One band of a scale, both ends included."""

    least: Number = key("min", "Nilai terendah.")
    most: Number = key("maks", "Nilai tertinggi.")
    label: Text = key("label", "Sebutan.")
    decision: Text | None = key("keputusan", "Akibat bagi peserta.", default=None)


class GradeScale(Shape):
    """A grading scale. Offices differ, so bands and precision are data."""

    id: Id = key("id", "Nama pendek.")
    name: Text = key("nama", "Nama skala.")
    source: Text = key("sumber", "Sumber skala.")
    verified: Verified = key("verifikasi", "Apakah skala sudah diperiksa.")
    precision: Count = key("presisi", "Angka di belakang koma.")
    least: Number = key("min", "Nilai terendah skala.")
    most: Number = key("maks", "Nilai tertinggi skala.")
    bands: tuple[Band, ...] = key("pita", "Pita nilai.", min_length=1)


class Facilitator(Shape):
    """Who may lead sessions. There is no field for NIP, NIK, phone or e-mail, on purpose."""

    id: Id = key("id", "Nama pendek.")
    public_name: Text = key("sebutan_publik", "Sebutan yang tampil, boleh nama peran.")
    post: Text = key("jabatan", "Jabatan.")
    agency: Id = key("instansi", "Instansi.")
    expertise: tuple[Text, ...] = key("keahlian", "Bidang keahlian.", default=())
    may_publish: YesNo = key("izin_publikasi", "Sebutan boleh tampil pada situs publik.")


class Room(Shape):
    """A room and what it can hold."""

    id: Id = key("id", "Nama pendek.")
    name: Text = key("nama", "Nama ruang.")
    capacity: Count = key("kapasitas", "Jumlah orang.")
    accessible: YesNo = key("akses_disabilitas", "Dapat dimasuki kursi roda.")


class Agency(Shape):
    """An agency that takes part, real or fictional."""

    id: Id = key("id", "Nama pendek.")
    name: Text = key("nama", "Nama instansi.")
    role: Text = key("peran", "Peran dalam program.")
    fictional: YesNo = key("rekaan", "Unit rekaan untuk skenario.", default=False)


class Source(Shape):
    """A source of a fact that is no regulation."""

    id: Id = key("id", "Nama pendek.")
    title: Text = key("judul", "Apa sumbernya.")
    address: Text | Web = key("alamat", "Tempat sumber ditemukan.")
    year: Count = key("tahun", "Tahun data.")
    used_for: Text = key("dipakai_untuk", "Fakta yang diambil.")


class WordRoot(Shape):
    """A word that the stemming rules take apart wrongly."""

    word: Text = key("kata", "Kata sebagaimana ditulis, huruf kecil.")
    root: Text = key("akar", "Kata dasarnya.")


class Searching(Shape):
    """What readers may type instead of our words."""

    names: tuple[tuple[Text, ...], ...] = key("padanan", "Kelompok sebutan untuk satu hal; yang satu menemukan yang lain.", default=())
    roots: tuple[WordRoot, ...] = key("akar", "Kata dasar dari kata yang salah diurai.", default=())
