"""The shelf: every book that a curriculum prints. A book for each module is written once and becomes one volume a module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from syllabus.curriculum import Curriculum, Entry, Lesson
from syllabus.place import Place
from syllabus.shapes.book import Book

_SLOT = re.compile(r"\{([a-z]*)\}")
RUBRICS = "rubrik"
"""The slot of a page address that stands for every rubric of a lesson, one page each."""


@dataclass(frozen=True)
class Section:
    """A part of a volume: its title, and the page addresses with the place where an editor wrote each."""

    title: str
    pages: tuple[tuple[str, Place], ...]


@dataclass(frozen=True)
class Volume:
    """One book as it is printed. `id` is the stem of its file names; `lesson` is what a book for each module is about."""

    id: str
    entry: Entry[Book]
    title: str
    subtitle: str
    summary: str
    sections: tuple[Section, ...]
    lesson: Lesson | None = None

    @property
    def public(self) -> bool:
        """Whether anyone may download it."""
        return self.entry.value.public

    @property
    def audience(self) -> str:
        """For whom it is written."""
        return self.entry.value.audience

    @property
    def as_ebook(self) -> bool:
        """Whether it is offered for phones too: what participants read, and anyone may have."""
        return self.public and self.audience == "peserta"


def volumes(curriculum: Curriculum) -> tuple[Volume, ...]:
    """All volumes: books in order of id, and those for each module or workshop in the order of the programme."""
    return tuple(volume for entry in curriculum.books.values() for volume in _of(curriculum, entry))


def volumes_of(curriculum: Curriculum, lesson: str) -> tuple[Volume, ...]:
    """The volumes about one module or workshop."""
    return tuple(volume for volume in volumes(curriculum) if volume.lesson is not None and volume.lesson.id == lesson)


def page_slots(book: Book) -> frozenset[str]:
    """What braces may say in a page address of this book."""
    return frozenset({book.for_each, RUBRICS}) if book.for_each else frozenset()


def slots_in(text: str) -> tuple[str, ...]:
    """What stands in braces in a text, in order."""
    return tuple(_SLOT.findall(text))


def _of(curriculum: Curriculum, entry: Entry[Book]) -> Iterator[Volume]:
    book = entry.value
    if book.for_each is None:
        yield Volume(entry.id, entry, book.title, book.subtitle, book.summary, tuple(_sections(entry, None)))
        return
    table = curriculum.modules if book.for_each == "modul" else curriculum.workshops
    for lesson in curriculum.lessons:
        if lesson.id in table:
            words = {"kode": lesson.value.code, "judul": lesson.value.title}
            title, subtitle, summary = (_filled(text, words) for text in (book.title, book.subtitle, book.summary))
            yield Volume(f"{entry.id}-{lesson.id}", entry, title, subtitle, summary, tuple(_sections(entry, lesson)), lesson)


def _sections(entry: Entry[Book], lesson: Lesson | None) -> Iterator[Section]:
    for number, part in enumerate(entry.value.parts):
        yield Section(part.title, tuple(
            (page, entry.at("bagian", number, "halaman", count))
            for count, pattern in enumerate(part.pages) for page in _pages(entry.value, pattern, lesson)
        ))


def _pages(book: Book, pattern: str, lesson: Lesson | None) -> Iterator[str]:
    """The addresses that one pattern stands for. Every rubric of a lesson counts once, in order of its assessments."""
    if lesson is None or book.for_each is None:
        yield pattern
        return
    rubrics = dict.fromkeys(item.rubric for item in lesson.value.assessments if item.rubric)
    for rubric in rubrics if RUBRICS in slots_in(pattern) else ("",):
        yield _filled(pattern, {book.for_each: lesson.id, RUBRICS: rubric})


def _filled(text: str, words: dict[str, str]) -> str:
    return _SLOT.sub(lambda match: words.get(match[1], match[0]), text)
