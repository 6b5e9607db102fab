"""A chapter of a book to Typst: its opening, its forms on pages of their own, and its end, which stays together."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from syllabus.press.blocks import APART, Block, Where
from syllabus.press.endings import OPENING, placed, space_above, tail_of
from syllabus.press.front import running_foot
from syllabus.press.links import anchor_label, chapter_label
from syllabus.press.literal import array, boolean, label, quoted
from syllabus.press.qr import qr
from syllabus.press.tree import Node
from syllabus.press.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from syllabus.press.blocks import Kind
    from syllabus.press.book import Book, Chapter
    from syllabus.press.sheet import Sheet
    from syllabus.press.source_lines import SourceLines

MANY_FORMS = 4
"""Things with pages of their own that make a chapter open with a list of them."""

SPREAD = "bentang("
"""How the code of a spread begins."""
PAGES: Mapping[Kind, str] = MappingProxyType({"broad": "seluas-bentang(susut => { let tabel = tabel.with(susut: susut)", "landscape": "melintang({"})
"""Kinds that have pages unlike those around them, and code that opens these."""


def body_of(sheet: Sheet, chapter: Chapter, tree: Node, number: int, level: int) -> list[Block]:
    """The blocks of a chapter under its title."""
    sheet.level, sheet.section, sheet.heading, sheet.spoken = level, "", "", ""
    sheet.labels.add(chapter_label(number))
    notes = {item.get("id"): item for division in tree.all if "footnote" in division.classes for item in division.all if item.tag == "li"}
    return Writer(sheet, chapter, number, level, notes).blocks(_without_title(tree, chapter.title), Where())


def write_chapter(
    out: SourceLines,
    book: Book,
    sheet: Sheet,
    chapter: Chapter,
    body: list[Block],
    number: int,
    part: str | None,
    level: int,
) -> None:
    """Set a chapter, which opens on a right-hand page."""
    name, end = label(chapter_label(number)), label(f"{chapter_label(number)}-akhir")
    address = sheet.directory.web_address
    code = quoted(sheet.keep_image(qr(address + chapter.url_path.lstrip("/").removesuffix("index.html")), "svg")) if address else "none"
    part_code = "none" if part is None else quoted(part)
    out.add(
        f"#bab(buku: {quoted(book.title)}, judul: {quoted(chapter.title)}, tanda: {name}, edisi: {quoted(running_foot(book))}, "
        f"draf: {boolean(book.watermark)}, {{",
        chapter,
        chapter.title,
    )
    out.add(
        f"pembuka(judul: {quoted(chapter.title)}, bagian: {part_code}, nomor: {'none' if sheet.booklet else number + 1}, tingkat: {level}, tanda: {name}, "
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
    forms = [place for place, group in enumerate(groups) if group[-1].kind in APART - {"broad"}]
    for place, group in enumerate(groups[: len(groups) - len(tail)]):
        if place and _notes_before(groups[place - 1][-1], group[-1]):
            out.add('catatan-kosong("Catatan")')
        is_form = group[-1].kind == "sheet"
        after_list = len(forms) >= MANY_FORMS and place == forms[0]
        if after_list:
            out.add(f"isi-bab({level}, {name}, {end})")
            out.add("pagebreak(weak: true)")
        own_page = (is_form and (after_form or after_list)) or group[-1].kind == "landscape"
        if is_form and after_form:
            out.add("pagebreak(weak: true)")
        _set(out, chapter, group, own_page)
        after_form = is_form
    if tail:
        above = [space_above(block) for block in tail]
        if len(tail) == len(body):
            above[0] = OPENING
        out.add(f"ekor(atas: {array(above)},")
        for block in tail:
            out.add(f"{placed(block)},", chapter, block.clue)
        out.add(")")
    out.add(f"[#metadata(none)#{end}]")
    if sheet.booklet:
        out.add("ujung-buklet")
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
        if block.kind in APART:
            groups.append([*waiting, block])
        else:
            groups += [[heading] for heading in waiting]
            groups.append([block])
        waiting = []
    return groups + [[heading] for heading in waiting]


def _notes_before(before: Block, block: Block) -> bool:
    """Whether the rest of a page is left for notes: what follows is a spread, which opens overleaf."""
    return block.code.startswith(SPREAD) and not before.code.startswith(SPREAD) and before.kind not in APART


def _set(out: SourceLines, chapter: Chapter, group: list[Block], own_page: bool) -> None:
    page = PAGES.get(group[-1].kind)
    if page:
        out.add(page)
    headless = len(group) == 1 and group[0].kind in APART
    if headless:
        out.add("{ let ruang-judul = 0mm")
    if own_page:
        out.add("{ let sendiri = true")
    for block in group:
        out.add(placed(block), chapter, block.clue)
    if own_page:
        out.add("}")
    if headless:
        out.add("}")
    if page:
        out.add("})")
