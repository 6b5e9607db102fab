"""What an office puts on its letters: the letterhead (kop) and who signs. Both stay empty until the owner fills them."""

from __future__ import annotations

from syllabus.shapes.base import Shape, Text, key


class Letterhead(Shape):
    """The lines above a printed sheet. No emblem: an office puts its own on its paper."""

    lines: tuple[Text, ...] = key("baris", "Nama instansi dari yang tertinggi, satu butir satu baris.", min_length=1)
    address: Text | None = key("alamat", "Alamat kantor dalam satu baris.", default=None)


class Signer(Shape):
    """Who signs a printed sheet: a post and a name. There is no field for NIP, on purpose."""

    post: Text = key("jabatan", "Jabatan penanda tangan.")
    name: Text | None = key("nama", "Nama dan gelar; bila kosong dicetak garis untuk diisi tangan.", default=None)
