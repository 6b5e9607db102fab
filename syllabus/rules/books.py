"""Books: their pages and the sections they leave out exist, what stands in braces is known, and no file replaces another."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from syllabus.curriculum import Curriculum, Entry
from syllabus.pages import for_facilitator, headings
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.rules.halves import how_to_write, paired
from syllabus.rules.rule import Case
from syllabus.shelf import page_slots, pages_named, slots_in, volumes, word_slots


def pages(case: Case) -> Iterator[Problem]:
    """Every page that a book names exists, and a book for anyone holds no page for facilitators."""
    whole = case.curriculum
    for volume in volumes(whole):
        subject = f'Buku "{volume.title}"'
        for page, place in (found for section in volume.sections for found in section.pages):
            if slots_in(page):
                continue
            stem = page.removesuffix("/*")
            if page.endswith("/*"):
                if not pages_named(whole, page):
                    yield Problem("BKU01", place, f'Folder "{stem}" tidak punya halaman.', "Periksa nama folder di docs.", subject=subject)
            elif page not in whole.pages and (thing := _thing(whole, page)):
                if page.partition("/")[0] not in paired(whole):  # else the thing itself says it
                    yield Problem("BKU01", thing.at(), f'Halaman "{page}" belum ada.', how_to_write(whole, page), subject=subject)
            elif page not in whole.pages:
                near = next(iter(get_close_matches(page, list(whole.pages), n=1, cutoff=0.8)), None)
                hint = f'Mungkin maksud Anda "{near}".' if near else f"Buat docs/{page}.md, atau perbaiki alamatnya."
                yield Problem("BKU01", place, f'Halaman "{page}" tidak ada.', hint, subject=subject, replacement=near)
            if volume.public and (stem == "fasilitator" or (page in whole.pages and for_facilitator(whole.pages[page]))):
                yield Problem("BKU01", place, f'Halaman "{page}" khusus fasilitator, sedangkan buku ini terbuka.',
                              "Tulis terbuka: tidak, atau keluarkan halaman itu.", subject=subject)


def _thing(whole: Curriculum, page: str) -> Entry[Any] | None:
    """The module, workshop, rubric or cohort that a page is named for."""
    stem = page.rpartition("/")[2]
    return next((table[stem] for table in paired(whole).values() if stem in table), None)


def braces(case: Case) -> Iterator[Problem]:
    """Braces say only what a book can fill in, and titles of a book for each module tell the modules apart."""
    for entry in case.curriculum.books.values():
        book = entry.value
        known = page_slots(book)
        words = word_slots(book)
        for number, part in enumerate(book.parts):
            for count, page in enumerate(part.pages):
                yield from _strange(entry.at("bagian", number, "halaman", count), page, known)
        for key, text in (("judul", book.title), ("subjudul", book.subtitle), ("keterangan", book.summary)):
            yield from _strange(entry.at(key), text, words)
        if book.for_each and not words & set(slots_in(book.title)):
            yield Problem("BKU02", entry.at("judul"), f"Semua buku akan berjudul sama, padahal dibuat untuk setiap {book.for_each}.",
                          f"Pakai {' atau '.join(f'{{{word}}}' for word in sorted(words, reverse=True))}, misalnya \"Buku {{judul}}\".")


def _strange(place: Place, text: str, known: frozenset[str]) -> Iterator[Problem]:
    for slot in slots_in(text):
        if slot not in known:
            hint = f"Yang dikenal: {', '.join(f'{{{name}}}' for name in sorted(known))}." if known \
                else "Tambah untuk_setiap: modul, atau tulis tanpa kurung kurawal."
            yield Problem("BKU02", place, f'Isian "{{{slot}}}" tidak dikenal di sini.', hint)


def left_out(case: Case) -> Iterator[Problem]:
    """Every section that a part of a book is printed without stands on one of its pages."""
    whole, told = case.curriculum, set[Place]()
    for volume in volumes(whole):
        for section in volume.sections:
            known = [text for page, _ in section.pages for name in pages_named(whole, page) for level, text, _ in headings(whole.pages[name]) if level == 2]
            for title, place in section.without:
                if known and title not in known and place not in told:
                    told.add(place)
                    near = next(iter(get_close_matches(title, known, n=1, cutoff=0.6)), None)
                    hint = f'Mungkin maksud Anda "{near}".' if near else "Tulis judul ## dari halaman bagian ini, atau hapus."
                    yield Problem("BKU04", place, f'Subbab "{title}" tidak ada pada halaman bagian ini.', hint, subject=f'Buku "{volume.title}"', replacement=near)


def names(case: Case) -> Iterator[Problem]:
    """No two volumes get one file name."""
    first: dict[str, Place] = {}
    for volume in volumes(case.curriculum):
        if volume.id in first and volume.entry.at() != first[volume.id]:
            yield Problem("BKU03", volume.entry.at(), f'Berkas "{volume.id}.pdf" sudah dibuat oleh {first[volume.id]}.', "Ganti nama berkas buku ini.")
        first.setdefault(volume.id, volume.entry.at())
