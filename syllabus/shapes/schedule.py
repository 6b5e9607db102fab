"""The schedule of one cohort (angkatan): what is to be placed, or a finished table to be verified."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from syllabus.shapes.base import Clock, Count, Day, Form, Id, Jp, Minutes, Mode, Shape, Status, Text, fault, key

SessionKind = Literal[
    "registrasi", "pembukaan", "blc", "pretes", "pembelajaran", "lokakarya", "refleksi", "postes", "rtl",
    "penutupan", "rehat", "ishoma", "spanduk", "perjalanan", "umum",
]


class Speaker(Shape):
    """Who leads a session: exactly one of a facilitator's id, a role, a unit or a platform."""

    person: Id | None = key("orang", "Nama pendek fasilitator pada rujukan.", default=None)
    role: Text | None = key("peran", "Sebutan peran.", default=None)
    unit: Text | None = key("unit", "Unit kerja.", default=None)
    platform: Text | None = key("platform", "Sistem belajar.", default=None)

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"orang": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _exactly_one(self) -> Speaker:
        if sum(part is not None for part in (self.person, self.role, self.unit, self.platform)) != 1:
            raise fault("satu_saja", "Isi tepat satu dari orang, peran, unit, atau platform.")
        return self


class JpPart(Shape):
    """JP of one form, in one mode."""

    form: Form = key("bentuk", "Teori, praktik, atau lapangan.")
    mode: Mode = key("moda", "SM, AM, AK, atau SL.", default="SL")
    jp: Jp = key("jp", "Jumlah JP.")


class Pin(Shape):
    """A place in time that the editor fixes. The engine keeps it."""

    day: Day = key("tanggal", "Tanggal sesi.")
    start: Clock | None = key("mulai", "Jam mulai; bila kosong, sesi dipasang paling awal pada hari itu.", default=None)


class Session(Shape):
    """One row of a schedule. Learning rows carry JP, others carry minutes; a banner carries neither."""

    kind: SessionKind = key("jenis", "Jenis baris.")
    title: Text | None = key("judul", "Judul; bila kosong diambil dari modul.", default=None)
    module: Id | None = key("modul", "Modul yang diajarkan.", default=None)
    workshop: Id | None = key("lokakarya", "Lokakarya yang dilaksanakan.", default=None)
    parts: tuple[JpPart, ...] = key("jp", "JP menurut bentuk dan moda.", default=())
    minutes: Minutes | None = key("menit", "Lama dalam menit untuk baris tanpa JP.", default=None)
    speakers: tuple[Speaker, ...] = key("fasilitator", "Yang memandu.", default=())
    unit: Text | None = key("pj_unit", "Unit penanggung jawab.", default=None)
    room: Id | None = key("ruang", "Ruang; bila kosong dipakai ruang angkatan.", default=None)
    groups: tuple[Text, ...] = key("kelompok", "Kelompok peserta.", default=())
    note: Text | None = key("catatan", "Catatan baris.", default=None)
    pin: Pin | None = key("tetap", "Waktu yang tidak boleh digeser.", default=None)
    start: Clock | None = key("mulai", "Jam mulai pada jadwal yang ditulis lengkap.", default=None)
    end: Clock | None = key("selesai", "Jam selesai pada jadwal yang ditulis lengkap.", default=None)

    @model_validator(mode="before")
    @classmethod
    def _short_jp(cls, value: Any) -> Any:
        """Accept `jp: 1` (theory) and `jp: {teori: 1, praktik: 2}` beside the full list."""
        if not isinstance(value, dict):
            return value
        jp = value.get("jp")
        if isinstance(jp, str):
            return {**value, "jp": [{"bentuk": "teori", "jp": jp}]}
        if isinstance(jp, dict):
            return {**value, "jp": [{"bentuk": form, "jp": count} for form, count in jp.items()]}
        return value

    @property
    def jp(self) -> int:
        """All JP of the row."""
        return sum(part.jp for part in self.parts)

    def jp_of(self, form: Form) -> int:
        """JP of one form."""
        return sum(part.jp for part in self.parts if part.form == form)


class ExplicitDay(Shape):
    """A day written out in full, to be verified."""

    day: Day = key("tanggal", "Tanggal.")
    weekday: Literal["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"] | None = key(
        "hari", "Nama hari, diperiksa terhadap tanggal.", default=None
    )
    sessions: tuple[Session, ...] = key("sesi", "Baris jadwal.", min_length=1)


class Cohort(Shape):
    """One cohort. Give either `urutan` (the engine places it on `tanggal`) or `hari` (a finished table)."""

    name: Text = key("nama", "Nama angkatan.")
    status: Status = key("status", "Kedudukan jadwal.", default="draf")
    cluster: Id | None = key("klaster", "Klaster yang diajarkan.", default=None)
    modules: tuple[Id, ...] = key("modul", "Modul yang diajarkan.", default=())
    workshops: tuple[Id, ...] = key("lokakarya", "Lokakarya yang dilaksanakan.", default=())
    participants: Count = key("peserta", "Jumlah peserta.")
    has_simulation: Literal["ya", "tidak"] = key("ada_simulasi", "Apakah ada simulasi.", default="ya")
    needs_access: Literal["ya", "tidak"] = key("perlu_akses", "Apakah ada peserta yang perlu akses disabilitas.", default="tidak")
    venue: Text = key("tempat", "Tempat pelatihan.")
    zone: Literal["WIB", "WITA", "WIT"] = key("zona", "Zona waktu.", default="WIB")
    room: Id = key("ruang", "Ruang utama.")
    days: tuple[Day, ...] = key("tanggal", "Hari pelaksanaan untuk jadwal yang dihitung.", default=())
    sequence: tuple[Session, ...] = key("urutan", "Sesi berurutan untuk jadwal yang dihitung.", default=())
    explicit: tuple[ExplicitDay, ...] = key("hari", "Jadwal yang ditulis lengkap.", default=())
    start: Clock | None = key("mulai", "Jam mulai harian bila berbeda dari program.", default=None)
    end: Clock | None = key("selesai", "Jam selesai harian bila berbeda dari program.", default=None)
    note: tuple[Text, ...] = key("keterangan", "Keterangan di bawah jadwal.", default=())

    @model_validator(mode="after")
    def _one_way(self) -> Cohort:
        if bool(self.sequence) == bool(self.explicit) or (self.sequence and not self.days):
            raise fault("cara_jadwal", "Isi urutan bersama tanggal, atau isi hari saja.")
        return self
