"""Printed books: which pages a book holds, taken from the built site and handed to the press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from macros.project import Project
from scripts.site import HOUSE
from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.press.book import Assets, Book, Chapter, Part, Printed
from syllabus.press.typeset import typeset
from syllabus.problem import Problem
from syllabus.shapes.book import Book as BookShape

COVER = HOUSE / "tema" / "assets" / "gambar" / "sampul.svg"


@dataclass(frozen=True)
class Bound:
    """One printed book and where it goes."""

    id: str
    public: bool
    printed: Printed
    problems: tuple[Problem, ...]


def books(project: Project, site: Path, order: tuple[str, ...], public: bool, web_address: str | None) -> Iterator[Bound]:
    """Print every book of one profile from its built site. `order` lists the site's pages as the navigation does."""
    for stem, entry in project.curriculum.books.items():
        if entry.value.public != public:
            continue
        parts, problems = _parts(project, entry, site, order)
        printed = typeset(_book(project, entry, parts, web_address), _assets(site))
        yield Bound(stem, entry.value.public, printed, (*problems, *printed.problems))


def _book(project: Project, entry: Entry[BookShape], parts: tuple[Part, ...], web_address: str | None) -> Book:
    program, value = project.curriculum.program.value, entry.value
    return Book(
        id=entry.id, title=value.title, subtitle=value.subtitle, audience=value.audience, programme=program.name, owner=program.owner,
        edition=program.edition, version=program.edition, status=program.status, date=program.edition_date,
        date_text=bahasa.long_date(program.edition_date), parts=parts, confidential=not value.public, watermark=program.status != "ditetapkan",
        web_address=web_address if value.public else None, cover_svg=COVER.read_bytes(),
        keywords=(program.name, program.province, value.title), notice=program.notice,
    )


def _parts(project: Project, entry: Entry[BookShape], site: Path, order: tuple[str, ...]) -> tuple[tuple[Part, ...], list[Problem]]:
    problems: list[Problem] = []
    parts: list[Part] = []
    for number, part in enumerate(entry.value.parts):
        chapters: list[Chapter] = []
        for count, wanted in enumerate(part.pages):
            found = _pages(wanted, order)
            if not found:
                problems.append(Problem("BKU01", entry.at("bagian", number, "halaman", count), f'halaman "{wanted}" tidak ada pada situs buku ini.',
                                        "Periksa nama halaman, atau ubah terbuka menjadi tidak.", subject=entry.value.title))
            chapters += (_chapter(project, site, page) for page in found)
        if chapters:
            parts.append(Part(part.title, tuple(chapters)))
    return tuple(parts), problems


def _pages(wanted: str, order: tuple[str, ...]) -> list[str]:
    if not wanted.endswith("/*"):
        return [wanted] if wanted in order else []
    folder = wanted[:-2]
    return [page for page in order if page.rpartition("/")[0] == folder and not page.endswith("/index")]


def _chapter(project: Project, site: Path, page: str) -> Chapter:
    source = project.curriculum.pages[page]
    tree = lxml.html.document_fromstring((site / f"{page}.html").read_text(encoding="utf-8"))
    article = next(tree.iter("article"))
    html = "".join(lxml.html.tostring(child, encoding="unicode") for child in article)
    markdown = project.curriculum.texts[source.file]
    return Chapter(source.meta("title"), html, source.file, f"{page}.html", markdown)


def _assets(site: Path) -> Assets:
    def read(address: str) -> bytes | None:
        path = (site / address).resolve()
        return path.read_bytes() if path.is_relative_to(site.resolve()) and path.is_file() else None

    return read

