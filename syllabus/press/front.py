"""What stands before the chapters: cover, colophon, contents, and the line at every foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.glue import glued
from syllabus.press.literal import array, boolean, quoted
from syllabus.press.qr import qr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from syllabus.press.book import Book
    from syllabus.press.sheet import Sheet


def front_matter(book: Book, sheet: Sheet) -> Iterator[str]:
    """Lines of Typst that set up the book and print its first pages."""
    yield (
        f"#show: buku.with(judul: {quoted(_full_title(book))}, penulis: {quoted(book.owner)}, perihal: {quoted(book.subtitle)}, "
        f"kunci: {array([quoted(word) for word in (book.programme, book.audience, *book.keywords) if word])}, "
        f"tanggal: datetime(year: {book.date.year}, month: {book.date.month}, day: {book.date.day}), "
        f"edisi: {quoted(running_foot(book))}, draf: {boolean(book.watermark)})"
    )
    motif = quoted(sheet.keep_image(book.cover_svg, "svg")) if book.cover_svg else "none"
    yield (
        f"#sampul(motif: {motif}, judul: {quoted(glued(book.title))}, subjudul: {quoted(book.subtitle)}, program: {quoted(book.programme)}, "
        f"pemilik: {quoted(book.owner)}, edisi: {quoted(_edition(book))}, status: {quoted(_standing(book))}, "
        f"draf: {boolean(book.watermark)}, terbatas: {quoted(_restricted(book))})"
    )
    code = quoted(sheet.keep_image(qr(book.web_address), "svg")) if book.web_address else "none"
    rows = [
        ("Judul", book.title),
        ("Program", book.programme),
        ("Untuk", book.audience),
        ("Penyusun", book.owner),
        ("Edisi", book.edition.removeprefix("Edisi ")),
        ("Versi", book.version),
        ("Tanggal", book.date_text),
        ("Status", book.status),
    ]
    lines = array([f"({quoted(name)}, {quoted(value)})" for name, value in rows if value])
    notes = array([quoted(sentence) for sentence in _notes(book)])
    colophon = f"baris: {lines}, catatan: {notes}, kode-qr: {code}, alamat: {quoted(book.web_address or '')}"
    if book.compact:
        yield f"#isi-dan-kolofon(satu-bab: {boolean(book.single)}, {colophon})"
    else:
        yield f"#kolofon({colophon})"
        yield f"#daftar-isi({boolean(any(part.title for part in book.parts))}, bertopik: {boolean(any(sheet.told))}, baris: {len(sheet.told) + sum(len(part.chapters) for part in book.parts)})"


def _edition(book: Book) -> str:
    return " · ".join(part for part in (book.edition, f"versi {book.version}" if book.version else "", book.date_text) if part)


def _full_title(book: Book) -> str:
    return f"{book.title}: {book.programme}" if book.programme else book.title


def running_foot(book: Book) -> str:
    """Programme, edition and version, for the foot of every page; a restricted book says so on each."""
    parts = (book.programme, book.edition, f"versi {book.version}" if book.version else "", "terbatas" if book.confidential else "")
    return " · ".join(part for part in parts if part)


def _restricted(book: Book) -> str:
    return f"TERBATAS: UNTUK {book.audience.upper()}" if book.confidential else ""


def _standing(book: Book) -> str:
    return f"Status naskah: {book.status}" if book.status else ""


def _notes(book: Book) -> list[str]:
    notes = [book.notice] if book.notice else []
    if book.watermark:
        notes.append("Naskah ini draf dan belum ditetapkan. Isinya masih dapat berubah.")
    if book.confidential:
        notes.append(f"Buku ini memuat catatan dan kunci yang tidak untuk umum. Jangan dibagikan di luar {book.audience.lower()}.")
    return notes
