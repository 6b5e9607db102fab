"""A book to one Typst source, with a map from its lines back to the authors' pages."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from importlib.resources import files
from typing import TYPE_CHECKING

from syllabus.place import Place
from syllabus.press.blocks import Block, Where
from syllabus.press.endings import placed, space_above, tail_of, turned_last
from syllabus.press.front import front_matter, running_foot
from syllabus.press.index import FEWEST_TERMS, Spot, index_code, spots
from syllabus.press.links import anchor_label, chapter_label, directory
from syllabus.press.literal import array, boolean, label, quoted
from syllabus.press.qr import qr
from syllabus.press.sheet import Sheet, place_of
from syllabus.press.tree import Node, read
from syllabus.press.writer import Writer

if TYPE_CHECKING:
    from syllabus.press.book import Assets, Book, Chapter

MANY_CHAPTERS = 3
"""Chapters from which on a section that all of them have is left out of the contents."""


FORMS = frozenset({"sheet", "landscape"})
MANY_FORMS = 4
"""What has pages of its own, and how many make a chapter that opens with a list of them."""


@dataclass(frozen=True, slots=True)
class Source:
    """What the typesetter gets, and what is needed to read its answer."""

    text: str
    files: dict[str, bytes]
    sheet: Sheet
    marks: tuple[tuple[int, Chapter, str], ...]
    trees: tuple[Node, ...] = ()
    """The chapters as they were read."""

    def place(self, line: int) -> tuple[Place, str] | None:
        """The author's place and the chapter by its name for a line of `text`; None for our own lines."""
        number = bisect_right([mark[0] for mark in self.marks], line) - 1
        if number < 0:
            return None
        _, chapter, clue = self.marks[number]
        return place_of(chapter, clue), chapter.subject

    def holding(self, text: str) -> tuple[Place, str] | None:
        """The place of the first line with this text, else None. The clue is the text with the words
        around it."""
        for number, line in enumerate(self.text.split("\n"), 1):
            if text in line:
                found = self.place(number)
                if found is not None:
                    chapter = next(mark[1] for mark in reversed(self.marks) if mark[0] <= number)
                    rows = chapter.markdown.split("\n")
                    exact = next((row for row, words in enumerate(rows, 1) if text in words), 0)
                    return (Place(chapter.source_file, exact) if exact else found[0]), chapter.subject
        return None


@dataclass(slots=True)
class SourceLines:
    """Lines of Typst under way, with the chapter and words that each comes from."""

    lines: list[str] = field(default_factory=list)
    marks: list[tuple[int, Chapter, str]] = field(default_factory=list)

    def add(self, code: str, chapter: Chapter | None = None, clue: str = "") -> None:
        self.lines.append(code)
        if chapter is not None:
            self.marks.append((len(self.lines), chapter, clue))


def compose(book: Book, assets: Assets, hyphenate: bool = True) -> Source:
    """Write the whole book."""
    chapters = [chapter for part in book.parts for chapter in part.chapters]
    trees = [turned_last(read(chapter.html)) for chapter in chapters]
    sheet = Sheet(directory(book, trees), assets, hyphenate, repeated=_repeated(trees))
    out = SourceLines(template().split("\n"))
    for line in front_matter(book, sheet):
        out.add(line)
    parted = any(part.title for part in book.parts)
    level = 2 if parted else 1
    found = spots(trees, book.terms)
    for spot in (spot for places in found.values() for spot in places):
        for node in (spot.node, spot.end or spot.node):
            sheet.mark_spot(node)
    bodies = [_body(sheet, chapter, tree, number, level) for number, (chapter, tree) in enumerate(zip(chapters, trees, strict=True))]
    number = 0
    for part in book.parts:
        for position, chapter in enumerate(part.chapters):
            title = (part.title or "Lainnya") if parted and position == 0 else None
            _chapter(out, book, sheet, chapter, bodies[number], number, title, level)
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
    held = Counter(title for tree in trees for title in {node.text for node in tree.walk() if node.tag == "h2"})
    return frozenset(title for title, chapters in held.items() if chapters >= MANY_CHAPTERS)


def template() -> str:
    """The design, kept as a file of its own beside this module."""
    return (files("syllabus.press") / "template.typ").read_text(encoding="utf-8").rstrip("\n")


def _body(sheet: Sheet, chapter: Chapter, tree: Node, number: int, level: int) -> list[Block]:
    """The blocks of a chapter under its title."""
    sheet.level = level
    sheet.labels.add(chapter_label(number))
    notes = {item.get("id"): item for division in tree.walk() if "footnote" in division.classes for item in division.walk() if item.tag == "li"}
    return Writer(sheet, chapter, number, level, notes).blocks(_without_title(tree, chapter.title), Where())


def _chapter(
    out: SourceLines,
    book: Book,
    sheet: Sheet,
    chapter: Chapter,
    body: list[Block],
    number: int,
    part: str | None,
    level: int,
) -> None:
    name = label(chapter_label(number))
    address = sheet.directory.web_address
    code = quoted(sheet.keep_image(qr(address + chapter.url_path.lstrip("/").removesuffix("index.html")), "svg")) if address else "none"
    part_code = "none" if part is None else quoted(part)
    out.add(
        f"#bab(buku: {quoted(book.title)}, judul: {quoted(chapter.title)}, tanda: {name}, edisi: {quoted(running_foot(book))}, "
        f"draf: {boolean(book.watermark)}, ringkas: {boolean(book.compact)}, {{",
        chapter,
        chapter.title,
    )
    out.add(
        f"pembuka(judul: {quoted(chapter.title)}, bagian: {part_code}, nomor: {'none' if book.compact and book.single else number + 1}, tingkat: {level}, tanda: {name}, "
        f"kode-qr: {code}, alamat: {quoted((address or '') + chapter.url_path)})",
        chapter,
        chapter.title,
    )
    # An id whose own place cannot be marked (the dropped title, a column) leads to the opening of its
    # chapter.
    for lost in sorted(want for want in sheet.wanted - sheet.labels if want.startswith(anchor_label(number, "#")[:-1])):
        out.add(sheet.anchor(lost))
    after_form = False
    groups = _grouped(body)
    tail = tail_of(groups)
    forms = [place for place, group in enumerate(groups) if group[-1].kind in FORMS]
    for place, group in enumerate(groups[: len(groups) - len(tail)]):
        is_form = group[-1].kind == "sheet"
        if len(forms) >= MANY_FORMS and place == forms[0]:
            out.add(f"isi-bab({level}, {name}, {label(f'{chapter_label(number)}-akhir')})")
            out.add("pagebreak(weak: true)")
        if is_form and after_form:
            out.add("pagebreak(weak: true)")
        _set(out, chapter, group)
        after_form = is_form
    if tail:
        out.add(f"ekor(atas: {array([space_above(block) for block in tail])},")
        for block in tail:
            out.add(f"{placed(block)},", chapter, block.clue)
        out.add(")")
    out.add(f"[#metadata(none)#{label(f'{chapter_label(number)}-akhir')}]")
    out.add("})")


def _without_title(tree: Node, title: str) -> tuple[Node | str, ...]:
    """The article without its first heading where the chapter opening shows it already."""
    for position, child in enumerate(tree.children):
        if isinstance(child, Node):
            if child.tag == "h1" and child.text == " ".join(title.split()):
                return tree.children[:position] + tree.children[position + 1 :]
            break
    return tree.children


def _grouped(blocks: list[Block]) -> list[list[Block]]:
    """Headings right before a landscape table or a form go with it to its page; other blocks stand alone."""
    groups: list[list[Block]] = []
    waiting: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            waiting.append(block)
            continue
        if block.kind in ("landscape", "sheet"):
            groups.append([*waiting, block])
        else:
            groups += [[heading] for heading in waiting]
            groups.append([block])
        waiting = []
    return groups + [[heading] for heading in waiting]


def _set(out: SourceLines, chapter: Chapter, group: list[Block]) -> None:
    turned = group[-1].kind == "landscape"
    if turned:
        out.add("melintang({")
    headless = len(group) == 1 and group[0].kind in ("landscape", "sheet")
    if headless:
        out.add("{ let ruang-judul = 0mm")
    for block in group:
        out.add(placed(block), chapter, block.clue)
    if headless:
        out.add("}")
    if turned:
        out.add("})")
