"""An accepted exception to a rule, with its reason."""

from __future__ import annotations

from syllabus.shapes.base import Day, Shape, Text, key


class Waiver(Shape):
    """Silences one finding at one file. A waiver that silences nothing is itself a fault."""

    code: Text = key("kode", "Kode temuan, misalnya JDW05.")
    file: Text = key("berkas", "Berkas tempat temuan, misalnya curriculum/jadwal/angkatan-1.yml.")
    contains: Text | None = key("memuat", "Potongan kalimat temuan, bila satu berkas punya beberapa.", default=None)
    reason: Text = key("alasan", "Mengapa diterima.")
    until: Day | None = key("sampai", "Berlaku sampai tanggal ini.", default=None)
