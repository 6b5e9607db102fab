"""A book to be printed: its parts, its chapters, and what stands on its cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from syllabus.problem import Problem

Assets = Callable[[str], bytes | None]
"""Gives the bytes of an image by its address within the site (`assets/gambar/alur.svg`), or None."""


class Chapter(NamedTuple):
    """One page of the site as a chapter.

    `html` is the article alone, without navigation. `source_file` is the Markdown file, relative to the
    project;
    `url_path` the page's address within the site (`modul/a3/`), from which links and images are resolved.
    `markdown` is the text of the source file; with it, messages carry a line, without it they say line 1.
    `without` names sections that are not printed, since the book tells the same elsewhere.
    """

    title: str
    html: str
    source_file: str
    url_path: str
    markdown: str = ""
    kind: str = "Bab"
    without: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The chapter by its own name, for messages: `Bab "Pengaduan"`."""
        return f'{self.kind} "{self.title}"'

    @property
    def printed_as(self) -> str:
        """What it is printed in, for messages."""
        return "buku" if self.kind == "Bab" else self.kind.lower()


class Part(NamedTuple):
    """Some chapters under one title. An empty title prints no part heading. Of a `brief` part the contents tell the chapters alone."""

    title: str
    chapters: tuple[Chapter, ...]
    brief: bool = False


class Term(NamedTuple):
    """A term for the index: its entry, and every form in which the pages may say it."""

    title: str
    forms: tuple[str, ...]


class Book(NamedTuple):
    """Everything a printed book is made of. `date` goes into the file's metadata, `date_text` on its pages.

    In a `compact` book contents and colophon share a page.

    `web_address` is where the same edition stands on the web (ends in `/`); with it, chapters open with a
    QR code.
    """

    id: str
    title: str
    subtitle: str
    audience: str
    programme: str
    owner: str
    edition: str
    version: str
    status: str
    date: date
    date_text: str
    parts: tuple[Part, ...]
    confidential: bool = False
    watermark: bool = False
    web_address: str | None = None
    cover_svg: bytes | None = None
    paper: Literal["a4"] = "a4"
    keywords: tuple[str, ...] = ()
    notice: str = ""
    terms: tuple[Term, ...] = ()
    compact: bool = False

    @property
    def single(self) -> bool:
        """Whether the book is one chapter, which then has no number."""
        return sum(len(part.chapters) for part in self.parts) == 1


class Heading(NamedTuple):
    """One line of the outline (bookmarks): its text and its level, from 1."""

    level: int
    title: str


class Printed(NamedTuple):
    """A finished book. `pdf` is empty when it could not be set; then `problems` says why."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...]
    outline: tuple[Heading, ...] = ()
