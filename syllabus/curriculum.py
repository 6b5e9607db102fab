"""Everything that one project folder says, as one immutable value with look-up by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from syllabus.pages import Page
from syllabus.place import Place
from syllabus.shapes.book import Book
from syllabus.shapes.common import CommonSession
from syllabus.shapes.evaluation import BlankForm, Change, Instrument
from syllabus.shapes.exception import Waiver
from syllabus.shapes.items import ItemBank
from syllabus.shapes.module import Module
from syllabus.shapes.program import Program
from syllabus.shapes.reference import (
    Agency,
    Area,
    Calendar,
    Facilitator,
    GradeScale,
    Regulation,
    Room,
    Searching,
    Source as FactSource,
    Term,
)
from syllabus.shapes.rubric import Rubric
from syllabus.shapes.schedule import Cohort
from syllabus.shapes.workshop import Workshop
from syllabus.source import Source

T = TypeVar("T")


@dataclass(frozen=True)
class Entry(Generic[T]):
    """A value, the id it is known by, and the source that tells where each part of it stands."""

    id: str
    value: T
    source: Source
    prefix: tuple[str | int, ...] = ()

    def at(self, *path: str | int) -> Place:
        """The place of a part, by the YAML keys and positions that lead to it."""
        return self.source.place(*self.prefix, *path)

    @property
    def file(self) -> str:
        """The file the value comes from, relative to the project."""
        return self.source.file


Table = Mapping[str, Entry[T]]
Lesson = Entry[Module] | Entry[Workshop]
Led = Lesson | Entry[CommonSession]
"""Whatever a facilitator leads by steps."""


@dataclass(frozen=True)
class Curriculum:
    """Everything that one project folder says. Tables are in order of id, lists in order of the file."""

    program: Entry[Program]
    modules: Table[Module]
    items: Table[ItemBank]
    workshops: Table[Workshop]
    rubrics: Table[Rubric]
    cohorts: Table[Cohort]
    common: Table[CommonSession]
    """Sessions of every training, by the kind of row they guide."""
    books: Table[Book]
    instruments: Table[Instrument]
    forms: Table[BlankForm]
    regulations: Table[Regulation]
    terms: Table[Term]
    areas: Table[Area]
    scales: Table[GradeScale]
    facilitators: Table[Facilitator]
    rooms: Table[Room]
    agencies: Table[Agency]
    fact_sources: Table[FactSource]
    calendar: Entry[Calendar] | None
    searching: Entry[Searching] | None
    changes: tuple[Entry[Change], ...]
    waivers: tuple[Entry[Waiver], ...]
    pages: Mapping[str, Page]
    texts: Mapping[str, str]
    """Every file that was read, as it stands, by its path in the project."""
    broken: frozenset[tuple[str, str]] = frozenset()
    """`(folder, id)` of what exists but could not be read, `(register, "*")` for a whole list: a link to it is not called dead."""

    def modules_in_order(self) -> tuple[Entry[Module], ...]:
        """Modules as the clusters list them, then any that no cluster lists."""
        listed = [name for cluster in self.program.value.clusters for name in cluster.modules]
        rest = [name for name in self.modules if name not in listed]
        return tuple(self.modules[name] for name in [*listed, *rest] if name in self.modules)

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Modules in order, then workshops by code: everything that is taught."""
        return (*self.modules_in_order(), *sorted(self.workshops.values(), key=lambda entry: entry.value.code))

    def lesson(self, name: str) -> Lesson | None:
        """A module or workshop by id."""
        return self.modules.get(name) or self.workshops.get(name)

    def is_broken(self, folder: str, name: str) -> bool:
        """Whether a thing exists but could not be read, or its whole register could not."""
        return (folder, name) in self.broken or (folder, "*") in self.broken
