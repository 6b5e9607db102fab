"""The shelf: every book that a curriculum prints. A book for each module, workshop or cohort is written once, and becomes one volume each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from syllabus.curriculum import Curriculum, Entry, Led
from syllabus.place import Place
from syllabus.shapes.book import Book
from syllabus.shapes.common import CommonSession
from syllabus.shapes.schedule import Cohort

_SLOT = re.compile(r"\{([a-z]*)\}")
RUBRICS = "rubrik"
"""The slot of a page address that stands for every rubric that a lesson is assessed with or uses, one page each."""
SLOTS = {"modul": ("modul", RUBRICS), "lokakarya": ("lokakarya", RUBRICS), "angkatan": ("angkatan", "modul", "lokakarya", RUBRICS)}
"""What braces may say in a page address, by what a book is made for each of."""


@dataclass(frozen=True)
class Section:
    """A part of a volume: its title, the page addresses with the place where an editor wrote each, and so the titles of sections
    that its pages are printed without."""

    title: str
    pages: tuple[tuple[str, Place], ...]
    without: tuple[tuple[str, Place], ...] = ()


@dataclass(frozen=True)
class Volume:
    """One book as it is printed. `id` is the stem of its file names; `about` is the module, workshop or cohort of a book made for each."""

    id: str
    entry: Entry[Book]
    title: str
    subtitle: str
    summary: str
    sections: tuple[Section, ...]
    about: str | None = None

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
    """All volumes: books in order of id, those for each module or workshop in the order of the programme, for each cohort by its first day."""
    return tuple(volume for entry in curriculum.books.values() for volume in _of(curriculum, entry))


def volumes_of(curriculum: Curriculum, name: str) -> tuple[Volume, ...]:
    """The volumes about one module, workshop or cohort."""
    return tuple(volume for volume in volumes(curriculum) if volume.about == name)


def pages_named(curriculum: Curriculum, wanted: str) -> tuple[str, ...]:
    """The pages there are for an address of a book: the page itself, or for `folder/*` all right inside the folder but its index."""
    folder = wanted.removesuffix("/*")
    if folder == wanted:
        return (wanted,) if wanted in curriculum.pages else ()
    return tuple(page for page in curriculum.pages if page.rpartition("/")[0] == folder and page != f"{folder}/index")


def page_slots(book: Book) -> frozenset[str]:
    """What braces may say in a page address of this book."""
    return frozenset(SLOTS[book.for_each]) if book.for_each else frozenset()


def slots_in(text: str) -> tuple[str, ...]:
    """What stands in braces in a text, in order."""
    return tuple(_SLOT.findall(text))


def word_slots(book: Book) -> frozenset[str]:
    """What braces may say in the titles of this book. A cohort has no code."""
    return frozenset({"judul"} if book.for_each == "angkatan" else {"kode", "judul"} if book.for_each else ())


def _of(curriculum: Curriculum, entry: Entry[Book]) -> Iterator[Volume]:
    book = entry.value
    if book.for_each is None:
        yield Volume(entry.id, entry, book.title, book.subtitle, book.summary, tuple(_sections(entry, {})))
    elif book.for_each == "angkatan":
        for name, cohort in sorted(curriculum.cohorts.items(), key=lambda item: (_first_day(item[1].value), item[0])):
            yield _volume(entry, name, {"judul": cohort.value.name}, _words_of_cohort(curriculum, name, cohort.value))
    else:
        table = curriculum.modules if book.for_each == "modul" else curriculum.workshops
        for lesson in curriculum.lessons:
            if lesson.id in table:
                words = {"kode": lesson.value.code, "judul": lesson.value.title}
                yield _volume(entry, lesson.id, words, {book.for_each: (lesson.id,), RUBRICS: _rubrics(curriculum, [lesson])})


def _first_day(cohort: Cohort) -> date:
    """The day a cohort begins, on a computed or a written schedule."""
    return min((*cohort.days, *(day.day for day in cohort.explicit)))


def _volume(entry: Entry[Book], about: str, words: Mapping[str, str], pages: Mapping[str, Sequence[str]]) -> Volume:
    title, subtitle, summary = (_filled(text, words) for text in (entry.value.title, entry.value.subtitle, entry.value.summary))
    return Volume(f"{entry.id}-{about}", entry, title, subtitle, summary, tuple(_sections(entry, pages)), about)


def _words_of_cohort(curriculum: Curriculum, name: str, cohort: Cohort) -> dict[str, Sequence[str]]:
    lessons = [lesson for stem in (*cohort.modules, *cohort.workshops) if (lesson := curriculum.lesson(stem))]
    kinds = {session.kind for session in (*cohort.sequence, *(session for day in cohort.explicit for session in day.sessions))}
    common = [entry for kind, entry in curriculum.common.items() if kind in kinds]
    return {"angkatan": (name,), "modul": cohort.modules, "lokakarya": cohort.workshops, RUBRICS: _rubrics(curriculum, [*lessons, *common])}


def _rubrics(curriculum: Curriculum, led: Sequence[Led]) -> tuple[str, ...]:
    """Every rubric once, by code: those of assessments, and those that steps take into the room by name ("Rubrik R5")."""
    measured = [item.rubric for entry in led if not isinstance(entry.value, CommonSession) for item in entry.value.assessments if item.rubric]
    by_name = {f"Rubrik {entry.value.code}": name for name, entry in curriculum.rubrics.items()}
    taken = [by_name[aid] for entry in led for step in entry.value.steps for aid in step.media if aid in by_name]
    codes = {name: entry.value.code for name, entry in curriculum.rubrics.items()}
    return tuple(sorted({*measured, *taken}, key=lambda name: (codes.get(name, ""), name)))


def _sections(entry: Entry[Book], words: Mapping[str, Sequence[str]]) -> Iterator[Section]:
    for number, part in enumerate(entry.value.parts):
        yield Section(part.title, tuple(
            (page, entry.at("bagian", number, "halaman", count))
            for count, pattern in enumerate(part.pages) for page in _pages(pattern, words)
        ), tuple((title, entry.at("bagian", number, "tanpa", count)) for count, title in enumerate(part.without)))


def _pages(pattern: str, words: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The addresses that one pattern stands for: one for each value of its slots; a slot that is not known stays."""
    slots = [slot for slot in dict.fromkeys(slots_in(pattern)) if slot in words]
    for values in product(*(words[slot] for slot in slots)):
        yield _filled(pattern, dict(zip(slots, values, strict=True)))


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda match: words.get(match[1], match[0]), text)
