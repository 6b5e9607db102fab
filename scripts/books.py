"""Printed books: which pages a book holds, taken from the built site and handed to the press."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from multiprocessing import get_context
from pathlib import Path

from macros.navigation import in_folder
from macros.project import Project
from scripts.pages_of import built_pages
from scripts.settings import HOUSE
from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.press.book import Book, Chapter, Part, Printed, Term
from syllabus.press.typeset import typeset
from syllabus.problem import Problem
from syllabus.shapes.book import Book as BookShape

COVER = HOUSE / "tema" / "assets" / "gambar" / "sampul.svg"
FRESH = get_context("spawn")
"""How workers start: afresh, as on every system. A copy of a process in which the typesetter has run before waits for ever for its threads."""
_META = re.compile(r'(<p class="meta" data-buku="([a-z0-9-]+)">)([^<]*)')


@dataclass(frozen=True)
class Bound:
    """One printed book. `problems` holds what kept it from being printed, and advice."""

    id: str
    title: str
    printed: Printed
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class SiteImages:
    """Gives the press the images of a built site, and nothing from outside it."""

    site: Path

    def __call__(self, address: str) -> bytes | None:
        path = (self.site / address).resolve()
        return path.read_bytes() if path.is_relative_to(self.site.resolve()) and path.is_file() else None


def books(project: Project, site: Path, public: bool, web_address: str | None, workers: int = 2) -> tuple[Bound, ...]:
    """Print the public books, or all others, from the built site. Same site, same bytes, however many workers."""
    articles = {page.path.removesuffix(".html"): page.article() for page in built_pages(site)}
    orders = []
    for entry in project.curriculum.books.values():
        if entry.value.public == public:
            parts, problems = parts_of(project, entry, articles)
            orders.append((entry, _book(project, entry, parts, web_address), problems))
    printed = _print([book for _, book, problems in orders if not problems], SiteImages(site), workers)
    nothing = Printed(b"", 0, ())
    return tuple(
        Bound(entry.id, entry.value.title, done, (*problems, *done.problems))
        for entry, book, problems in orders for done in (printed.get(book.id, nothing),)
    )


def _print(wanted: Sequence[Book], images: SiteImages, workers: int) -> Mapping[str, Printed]:
    if len(wanted) < 2 or workers < 2:
        return {book.id: typeset(book, images) for book in wanted}
    with ProcessPoolExecutor(min(workers, len(wanted)), mp_context=FRESH) as pool:
        return dict(zip([book.id for book in wanted], pool.map(typeset, wanted, [images] * len(wanted)), strict=True))


def tell_sizes(site: Path, bound: Collection[Bound]) -> None:
    """Add pages and size to the downloads of a built site; they are known only after printing."""
    known = {book.id: f" · {bahasa.number(book.printed.pages)} halaman · {size(len(book.printed.pdf))}" for book in bound}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        told = _META.sub(lambda match: f"{match[1]}{match[3]}{escape(known.get(match[2], ''))}", text)
        if told != text:
            path.write_text(told, encoding="utf-8")


def size(count: int) -> str:
    """Bytes for a reader: "84 kB", "1,2 MB"."""
    if count < 1_000_000:
        return f"{bahasa.number(max(1, round(count / 1000)))} kB"
    return f"{bahasa.number(Decimal(count).scaleb(-6).quantize(Decimal('0.1')))} MB"


def _book(project: Project, entry: Entry[BookShape], parts: tuple[Part, ...], web_address: str | None) -> Book:
    program, value = project.curriculum.program.value, entry.value
    return Book(
        id=entry.id, title=value.title, subtitle=value.subtitle, audience=value.audience, programme=program.name,
        owner=program.owner, edition=f"Edisi {program.year}", version=program.edition, status=program.status,
        date=program.edition_date, date_text=bahasa.long_date(program.edition_date), parts=parts,
        confidential=not value.public, watermark=program.status != "ditetapkan",
        web_address=web_address if value.public else None, cover_svg=COVER.read_bytes(),
        keywords=(program.province,), notice=program.notice, terms=_terms(project),
    )


def _terms(project: Project) -> tuple[Term, ...]:
    """The glossary, as entries of an index."""
    return tuple(
        Term(f"{term.term} ({term.long_form})" if term.long_form else term.term, tuple(filter(None, (term.term, term.long_form, *term.synonyms))))
        for term in (entry.value for entry in project.curriculum.terms.values())
    )


def parts_of(
    project: Project, entry: Entry[BookShape], articles: Mapping[str, str],
) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """The parts of a book with the articles of their pages, and the pages that are not there."""
    problems: list[Problem] = []
    parts: list[Part] = []
    for number, part in enumerate(entry.value.parts):
        chapters: list[Chapter] = []
        for count, wanted in enumerate(part.pages):
            found = [page for page in _pages(project, wanted) if page in articles]
            if not found:
                problems.append(Problem(
                    "BKU01", entry.at("bagian", number, "halaman", count), f'Halaman "{wanted}" tidak ada pada situs untuk buku ini.',
                    "Periksa nama halaman; halaman fasilitator hanya untuk buku yang tidak terbuka.", subject=f'Buku "{entry.value.title}"',
                ))
            chapters += (_chapter(project, page, articles[page]) for page in found)
        if chapters:
            parts.append(Part(part.title, tuple(chapters)))
    return tuple(parts), tuple(problems)


def _pages(project: Project, wanted: str) -> Sequence[str]:
    if not wanted.endswith("/*"):
        return (wanted,)
    folder = wanted.removesuffix("/*")
    return [page for page in in_folder(project, folder) if page != f"{folder}/index"]


def _chapter(project: Project, page: str, article: str) -> Chapter:
    source = project.curriculum.pages[page]
    return Chapter(source.meta("title"), article, source.file, f"{page}.html", project.curriculum.texts[source.file])
