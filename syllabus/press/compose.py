"""A book to one Typst source: front matter, chapters in their parts, index."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from syllabus.press.chapters import write_chapter
from syllabus.press.design import BOOK, design
from syllabus.press.front import front_matter, running_foot
from syllabus.press.index import FEWEST_TERMS, Spot, index_code, spots
from syllabus.press.links import directory
from syllabus.press.literal import boolean, label, quoted
from syllabus.press.roles import paired
from syllabus.press.sections import arranged
from syllabus.press.shares import bodies_of
from syllabus.press.sheet import Sheet
from syllabus.press.source_lines import Source, SourceLines
from syllabus.press.tree import Node, read

if TYPE_CHECKING:
    from syllabus.press.book import Assets, Book

MANY_CHAPTERS = 3
"""Chapters from which on a section that all of them have is left out of the contents."""


def compose(book: Book, assets: Assets, hyphenate: bool = True, shared: bool = False) -> Source:
    """Write the whole book. `shared` lets a copy of this process write half of it."""
    chapters = [chapter for part in book.parts for chapter in part.chapters]
    trees = [arranged(read(chapter.html), chapter.without) for chapter in chapters]
    if book.compact:
        trees = [paired(tree) for tree in trees]
    sheet = Sheet(directory(book, trees), assets, hyphenate, repeated=_repeated(trees), booklet=book.compact and book.single)
    parted = any(part.title for part in book.parts)
    level = 2 if parted else 1
    sheet.repeated |= _like_chapters(book, trees)
    sheet.brief = frozenset(number for number, brief in enumerate(part.brief for part in book.parts for _ in part.chapters) if brief)
    found = spots(trees, book.terms)
    for spot in (spot for places in found.values() for spot in places):
        for node in (spot.node, spot.end or spot.node):
            sheet.mark_spot(node)
    bodies = bodies_of(sheet, chapters, trees, level, shared)
    out = SourceLines(design(*BOOK))
    for line in front_matter(book, sheet):  # after the bodies: what contents hold is known then
        out.add(line)
    number = 0
    for part in book.parts:
        for position, chapter in enumerate(part.chapters):
            title = (part.title or "Lainnya") if parted and position == 0 else None
            write_chapter(out, book, sheet, chapter, bodies[number], number, title, level)
            number += 1
    _index(out, book, sheet, found, level)
    return Source("\n".join(out.lines) + "\n", dict(sheet.images), sheet, tuple(out.marks), tuple(trees))


def _index(out: SourceLines, book: Book, sheet: Sheet, found: dict[str, tuple[Spot, ...]], level: int) -> None:
    """The index, where the book speaks of enough terms. Places that could not be marked are left out."""
    labels: dict[str, list[tuple[str, str]]] = {}
    for title, places in found.items():
        for spot in places:
            start, end = sheet.mark_spot(spot.node), sheet.mark_spot(spot.end or spot.node)
            if start in sheet.labels:
                labels.setdefault(title, []).append((start, end if end in sheet.labels else start))
    if len(labels) < FEWEST_TERMS:
        return
    name = label("bab-indeks")
    out.add(f'#bab(buku: {quoted(book.title)}, judul: "Indeks", tanda: {name}, edisi: {quoted(running_foot(book))}, draf: {boolean(book.watermark)}, {{')
    out.add(f'pembuka(judul: "Indeks", tingkat: {level}, tanda: {name})')
    out.add(f"indeks(..{index_code(labels)})")
    out.add("})")


def _repeated(trees: list[Node]) -> frozenset[str]:
    """Titles of sections that tell no chapter from another, since many have them."""
    held = Counter(title for tree in trees for title in {node.text for node in tree.all if node.tag == "h2"})
    return frozenset(title for title, chapters in held.items() if chapters >= MANY_CHAPTERS)


def _like_chapters(book: Book, trees: list[Node]) -> frozenset[str]:
    """Titles of sections that are called like their chapter, which in the contents of a long book is no news."""
    chapters = [] if book.compact else [chapter.title for part in book.parts for chapter in part.chapters]
    return frozenset(node.text for title, tree in zip(chapters, trees, strict=False) for node in tree.all
                     if node.tag == "h2" and title.endswith(f" {node.text}"))
