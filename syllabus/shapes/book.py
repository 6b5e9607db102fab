"""A printed book: which pages it holds, in what order, and for whom."""

from __future__ import annotations

from typing import Literal

from syllabus.shapes.base import PagePattern, Shape, Text, YesNo, key


class BookPart(Shape):
    """A part of a book. A page ending in `/*` stands for every page of that folder, in site order.

    In a book for each module, `{modul}` stands for its name and `{rubrik}` for every rubric it uses. In a book for each cohort,
    `{angkatan}` stands for its name, `{modul}` and `{lokakarya}` for every lesson it is taught.
    """

    title: Text = key("judul", "Judul bagian.")
    pages: tuple[PagePattern, ...] = key("halaman", "Halaman dari folder docs, tanpa .md.", min_length=1)
    without: tuple[Text, ...] = key("tanpa", "Judul subbab yang tidak dicetak di sini, misalnya karena bagian atau buku lain sudah memuatnya.", default=())


class Book(Shape):
    """One book, or one for each module, workshop or cohort. Only books with `terbuka: ya` are public."""

    title: Text = key("judul", "Judul buku.")
    subtitle: Text = key("subjudul", "Anak judul.")
    audience: Literal["peserta", "fasilitator", "panitia"] = key("untuk", "Pembaca buku.")
    public: YesNo = key("terbuka", "Boleh diunduh siapa saja.")
    for_each: Literal["modul", "lokakarya", "angkatan"] | None = key(
        "untuk_setiap", "Satu buku untuk setiap modul, lokakarya, atau angkatan; {modul}, {lokakarya}, {angkatan}, {rubrik}, {kode}, dan {judul} terisi sendiri.",
        default=None,
    )
    summary: Text = key("keterangan", "Isi buku dalam satu kalimat.")
    parts: tuple[BookPart, ...] = key("bagian", "Bagian buku.", min_length=1)
