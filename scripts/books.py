"""Printed books: which pages a volume holds, taken from the built site and handed to the press."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from pathlib import Path

from macros.navigation import in_order
from macros.project import Project
from scripts.cache import Copy
from scripts.pages_of import built_pages
from scripts.printing import Tell, print_all, silent
from scripts.settings import HOUSE
from syllabus import bahasa
from syllabus.press.book import Book, Chapter, Part, Printed, Term
from syllabus.press.imposition import folding
from syllabus.problem import Problem
from syllabus.shelf import Section, Volume, pages_named, volumes

COVER = HOUSE / "tema" / "assets" / "gambar" / "sampul.svg"
MOST_COMPACT = 6
"""So many chapters make a booklet, which is set compact; a longer book gets part titles."""
LEAF = 4_500
"""Letters of HTML of a chapter that fills about a page. A book most of whose chapters do not is compact too, and a part is brief."""
_META = re.compile(r'(<a href="?(?:[^">]*/)?([a-z0-9.-]+)"?(?: aria-label="[^"]*")?>[^<]*</a> <span class="?meta"?>)(</span>)')
"""A link to a file, and room behind it for what the build says of the file."""


@dataclass(frozen=True)
class Bound:
    """One printed book and its A5 booklet. `problems` holds what kept it from being printed, and advice."""

    volume: Volume
    copy: Copy
    problems: tuple[Problem, ...]

    @property
    def printed(self) -> Printed:
        """The book itself."""
        return self.copy.printed

    def write(self, folder: Path) -> None:
        """Put the book and its booklet into a folder."""
        (folder / f"{self.volume.id}.pdf").write_bytes(self.printed.pdf)
        (folder / f"{self.volume.id}-a5.pdf").write_bytes(self.copy.booklet)


@dataclass(frozen=True)
class SiteImages:
    """Gives the press the images of a built site, and nothing from outside it."""

    site: Path

    def __call__(self, address: str) -> bytes | None:
        path = (self.site / address).resolve()
        return path.read_bytes() if path.is_relative_to(self.site.resolve()) and path.is_file() else None


def books(project: Project, site: Path, public: bool, web_address: str | None, tell: Tell = silent) -> tuple[Bound, ...]:
    """Print the public volumes, or all others, from the built site. Same site, same bytes."""
    articles = articles_of(site)
    orders = []
    for volume in volumes(project.curriculum):
        if volume.public == public:
            parts, problems = parts_of(project, volume, articles)
            orders.append((volume, _book(project, volume, parts, web_address), problems))
    copies = print_all([book for _, book, problems in orders if not problems], SiteImages(site), tell)
    nothing = Copy(Printed(b"", 0, ()))
    return tuple(
        Bound(volume, copy, (*problems, *copy.printed.problems))
        for volume, book, problems in orders for copy in (copies.get(book.id, nothing),)
    )


def articles_of(site: Path) -> Mapping[str, str]:
    """The contents of every page of a built site, by address without `.html`."""
    return {page.path.removesuffix(".html"): page.article() for page in built_pages(site)}


def tell_sizes(site: Path, bound: Collection[Bound]) -> None:
    """Add pages, sheets and size to the downloads of a built site; they are known only after printing."""
    known = dict(_sizes(bound))
    for path in sorted((site / "unduhan").glob("*.epub")):
        known[path.name] = size(path.stat().st_size)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        told = _META.sub(lambda match: f"{match[1]}{escape(known.get(match[2], ''))}{match[3]}", text)
        if told != text:
            path.write_text(told, encoding="utf-8")


def _sizes(bound: Collection[Bound]) -> Iterator[tuple[str, str]]:
    for book in bound:
        pages = book.printed.pages
        yield f"{book.volume.id}.pdf", f"{bahasa.number(pages)} halaman, {size(len(book.printed.pdf))}"
        fold = folding(pages)
        how = f", {fold.gatherings} kuras" if fold.gatherings > 1 else ""
        yield f"{book.volume.id}-a5.pdf", f"{bahasa.number(fold.sheets)} lembar{how}, {size(len(book.copy.booklet))}"


def size(count: int) -> str:
    """Bytes for a reader: "84 kB", "1,2 MB"."""
    if count < 1_000_000:
        return f"{bahasa.number(max(1, round(count / 1000)))} kB"
    return f"{bahasa.number(Decimal(count).scaleb(-6).quantize(Decimal('0.1')))} MB"


def _book(project: Project, volume: Volume, parts: tuple[Part, ...], web_address: str | None) -> Book:
    program = project.curriculum.program.value
    chapters = [chapter for part in parts for chapter in part.chapters]
    booklet = len(chapters) <= MOST_COMPACT
    compact = booklet or _short(chapters)
    return Book(
        id=volume.id, title=volume.title, subtitle=volume.subtitle, audience=volume.audience, programme=program.name,
        owner=program.owner, edition=f"Edisi {program.year}", version=program.edition, status=program.status,
        date=program.edition_date, date_text=bahasa.long_date(program.edition_date),
        parts=tuple(Part("", part.chapters) if compact else Part(part.title, part.chapters, _short(part.chapters)) for part in parts),
        confidential=not volume.public, watermark=program.status != "ditetapkan",
        web_address=web_address if volume.public else None, cover_svg=COVER.read_bytes(),
        keywords=(program.province,), notice=program.notice, compact=compact, terms=() if booklet else _terms(project),
    )


def _short(chapters: Sequence[Chapter]) -> bool:
    """Whether most of some chapters fill no more than a page."""
    sizes = sorted(len(chapter.html) for chapter in chapters)
    return sizes[len(sizes) // 2] <= LEAF


def _terms(project: Project) -> tuple[Term, ...]:
    """The glossary, as entries of an index."""
    return tuple(
        Term(f"{term.term} ({term.long_form})" if term.long_form else term.term, tuple(filter(None, (term.term, term.long_form, *term.synonyms))))
        for term in (entry.value for entry in project.curriculum.terms.values())
    )


def parts_of(
    project: Project, volume: Volume, articles: Mapping[str, str],
) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """The parts of a volume with the articles of their pages, and the pages that this site does not have."""
    problems: list[Problem] = []
    parts: list[Part] = []
    for section in volume.sections:
        chapters = list(_chapters(project, volume, section, articles, problems))
        if chapters:
            parts.append(Part(section.title, tuple(chapters)))
    return tuple(parts), tuple(problems)


def _chapters(project: Project, volume: Volume, section: Section, articles: Mapping[str, str], problems: list[Problem]) -> Iterator[Chapter]:
    for wanted, place in section.pages:
        found = [page for page in in_order(project, pages_named(project.curriculum, wanted)) if page in articles]
        if not found:
            problems.append(Problem(
                "BKU01", place, f'Halaman "{wanted}" tidak ada pada situs untuk buku ini.',
                "Periksa nama halaman; halaman fasilitator hanya untuk buku yang tidak terbuka.", subject=f'Buku "{volume.title}"',
            ))
        yield from (_chapter(project, page, articles[page], tuple(title for title, _ in section.without)) for page in found)


def _chapter(project: Project, page: str, article: str, without: tuple[str, ...]) -> Chapter:
    source = project.curriculum.pages[page]
    return Chapter(source.meta("title"), article, source.file, f"{page}.html", project.curriculum.texts[source.file], without=without)
