"""A workshop (lokakarya): as a module, plus its stages, people, rules of talk and templates."""

from __future__ import annotations

from typing import Literal

from syllabus.shapes.base import Code, Count, Id, JpSplit, Review, Revision, Shape, Status, Text, YesNo, key
from syllabus.shapes.lesson import BlankTable, FacilitatorNotes, ReferenceUse, RoleCard, Scenario, Step
from syllabus.shapes.module import Assessment, Indicator


class Guest(Shape):
    """An element of the public or of the office that takes part."""

    element: Text = key("unsur", "Unsur peserta.")
    count: Count = key("jumlah", "Jumlah orang.")
    invited_by: Text = key("cara_undang", "Bagaimana mereka diundang.")
    citizen: YesNo = key("warga", "Apakah unsur ini warga.", default=True)


class TeamRole(Shape):
    """A task in the workshop's team."""

    role: Text = key("peran", "Nama peran.")
    count: Count = key("jumlah", "Jumlah orang.", default=1)
    duties: tuple[Text, ...] = key("tugas", "Tugas peran.", min_length=1)
    neutral: YesNo = key("netral", "Harus netral, bukan dari unit yang dibahas.", default=False)


class StageActivity(Shape):
    """One thing to do in a stage, with its time and owner."""

    when: Text = key("waktu", "Kapan, misalnya 14 hari sebelum.")
    activity: Text = key("kegiatan", "Yang dilakukan.")
    owner: Text = key("penanggung_jawab", "Jabatan atau peran.")
    result: Text = key("hasil", "Bukti bahwa selesai.")


class WorkshopStage(Shape):
    """One of the three stages of a public consultation (PermenPANRB 16/2017)."""

    stage: Literal["pra", "pelaksanaan", "pasca"] = key("tahap", "Tahap lokakarya.")
    title: Text = key("judul", "Judul tahap.")
    activities: tuple[StageActivity, ...] = key("kegiatan", "Kegiatan berurutan.", min_length=1)


class AgendaRow(Step):
    """A step of the day. A row of kind `jeda` or `umum` carries no JP."""

    kind: Literal["belajar", "jeda", "umum"] = key("jenis", "Belajar, jeda, atau acara umum.", default="belajar")


class Letter(Shape):
    """What makes a sheet an official letter: place and date, number, nature, enclosures and subject above, and who gets a copy below."""

    subject: Text = key("hal", "Hal surat.")
    addressee: Text = key("yth", "Kepada siapa surat ini; titik-titik ditulis sebagai ....")
    nature: Text = key("sifat", "Sifat surat.", default="Biasa")
    enclosed: Text | None = key("lampiran", "Lampiran, misalnya satu lembar; kosong bila diisi tangan.", default=None)
    copies: tuple[Text, ...] = key("tembusan", "Penerima tembusan.", default=())


class Template(Shape):
    """A sheet that the office fills in: invitation, attendance, data sheet, consent, follow-up."""

    id: Id = key("id", "Nama pendek templat.")
    title: Text = key("judul", "Judul templat.")
    note: Text | None = key("keterangan", "Cara memakai.", default=None)
    letter: Letter | None = key("surat", "Kepala surat dinas; bila ada, lembar ini dicetak sebagai surat.", default=None)
    paragraphs: tuple[Text, ...] = key("isi", "Paragraf. Titik-titik ditulis sebagai ...., kotak sebagai [ ], kotak yang hanya satu dipilih sebagai ( ).", default=())
    head: tuple[Text, ...] = key("kepala", "Isian berlabel sesudah paragraf pertama, misalnya Tempat. Isian yang sudah pasti ditulis sesudah titik dua.", default=())
    tables: tuple[BlankTable, ...] = key("tabel", "Tabel isian.", default=())
    signatures: tuple[Text, ...] = key("tanda_tangan", "Pihak yang menandatangani.", default=())
    paired: YesNo = key("dua_sehalaman", "Kartu untuk satu orang: bila muat, dicetak dua pada satu halaman dengan garis potong.", default=False)

    @property
    def use(self) -> tuple[Text, ...]:
        """What the sheet itself says of its use. A letter says nothing: its reader is another one."""
        return (self.note,) if self.note and not self.letter else ()


class Workshop(Shape):
    """One workshop. Hours in JP, steps in minutes."""

    code: Code = key("kode", "Kode lokakarya.")
    title: Text = key("judul", "Judul lokakarya.")
    status: Status = key("status", "Kedudukan naskah.", default="draf")
    jp: JpSplit | None = key("jp", "Jam pelajaran menurut bentuk.", default=None)
    summary: Text = key("deskripsi_singkat", "Deskripsi singkat.")
    outcome: Text = key("hasil_belajar", "Hasil belajar.")
    model_note: Text | None = key("kedudukan", "Kedudukan panduan ini, misalnya lokakarya model.", default=None)
    indicators: tuple[Indicator, ...] = key("indikator", "Indikator hasil belajar.", default=())
    guests: tuple[Guest, ...] = key("unsur_peserta", "Siapa yang hadir.", default=())
    team: tuple[TeamRole, ...] = key("tim", "Peran penyelenggara.", default=())
    stages: tuple[WorkshopStage, ...] = key("tahapan", "Pra, pelaksanaan, dan pasca.", default=())
    agenda: tuple[AgendaRow, ...] = key("acara", "Rencana menit hari pelaksanaan.", default=())
    materials: tuple[Text, ...] = key("bahan", "Bahan dan alat.", default=())
    rules: tuple[Text, ...] = key("aturan_bicara", "Aturan bicara.", default=())
    privacy: tuple[Text, ...] = key("data_pribadi", "Aturan persetujuan dan data pribadi.", default=())
    cards: tuple[RoleCard, ...] = key("kartu_peran", "Kartu peran.", default=())
    scenarios: tuple[Scenario, ...] = key("skenario", "Kartu skenario.", default=())
    minutes_record: Template | None = key("berita_acara", "Templat berita acara.", default=None)
    templates: tuple[Template, ...] = key("templat", "Templat lain.", default=())
    follow_up_days: tuple[Count, ...] = key("pemantauan_hari", "Hari pemantauan setelah lokakarya.", default=())
    assessments: tuple[Assessment, ...] = key("asesmen", "Asesmen lokakarya.", default=())
    key_points: tuple[Text, ...] = key("poin_kunci", "Poin kunci.", default=())
    notes: FacilitatorNotes | None = key("catatan_fasilitator", "Khusus fasilitator.", default=None)
    references: tuple[ReferenceUse, ...] = key("referensi", "Regulasi yang dipakai.", default=())
    reviewed: Review | None = key("ditinjau", "Peninjau dan tanggalnya.", default=None)
    revisions: tuple[Revision, ...] = key("revisi", "Catatan perubahan.", default=())

    @property
    def numbered(self) -> tuple[AgendaRow, ...]:
        """The rows that the agenda numbers, breaks included."""
        return self.agenda

    @property
    def steps(self) -> tuple[AgendaRow, ...]:
        """The rows that are learning and carry JP."""
        return tuple(row for row in self.agenda if row.kind == "belajar")
