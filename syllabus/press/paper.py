"""A sheet that is printed by itself: letterhead, title block, body, and code and edition in the foot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from syllabus.press.blocks import Where
from syllabus.press.book import Assets, Chapter, Printed
from syllabus.press.design import SHEET, design
from syllabus.press.fields import Fields
from syllabus.press.finish import finish
from syllabus.press.links import Directory
from syllabus.press.literal import array, boolean, quoted
from syllabus.press.proof import sheet_losses
from syllabus.press.reading import page_texts
from syllabus.press.reports import Home
from syllabus.press.setting import Laid, Typesetter
from syllabus.press.sheet import Sheet
from syllabus.press.source_lines import Source, SourceLines
from syllabus.press.tree import read
from syllabus.press.writer import Writer
from syllabus.problem import in_order

if TYPE_CHECKING:
    from syllabus.place import Place

ROOMY = (3.0, 2.4, 1.8, 1.4, 1.2)
"""Of the height of rows and room to sign, what is tried on a roomy sheet: taken where it needs no page more."""
OTHERWISE = (
    (1.0, 0.85), (1.0, 0.75), (0.95, 0.85), (0.9, 0.85), (0.88, 0.75), (1.06, 1.0), (1.12, 1.0), (1.18, 1.0),
)
"""Heights of rows, and shares of the air in tables and between lines, tried in turn on a sheet that spills over or whose signatures
would stand alone: less air, lower rows, and last so tall that some rows come along to the last page."""
UPRIGHT, LANDSCAPE, FRAME = 178.0, 267.0, 5.0
"""Width of the type area in mm, and what a frame takes of it on each side. As in the design."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet. `place` is where its author wrote it, `text` the whole of that file: messages find their line in it.

    `letterhead` holds the lines of the kop, an empty one being a line to write on; none at all prints no kop.
    `foot` is the programme and its edition. `restricted` names for whom it is, where it is not for everyone.
    A `framed` sheet has a double rule around each page. The rows of a `roomy` one grow where its page has room.
    One that is not `titled` is a letter. Of a `paired` one two stand on a page to be cut apart, where they fit.
    """

    id: str
    title: str
    html: str
    place: Place
    text: str
    foot: str
    date: date
    author: str
    code: str = ""
    subtitle: str = ""
    landscape: bool = False
    letterhead: tuple[str, ...] = ()
    restricted: str = ""
    fillable: bool = False
    framed: bool = False
    roomy: bool = False
    titled: bool = True
    paired: bool = False


def print_paper(paper: Paper, assets: Assets) -> Printed:
    """Print one sheet as PDF/UA-1 and PDF/A-2a. Same sheet, same bytes; faults come back as problems at its author's line."""
    with Typesetter(paper.date, Home(paper.place, "Lembar", paper.title)) as typesetter:
        laid = _fitted(typesetter, paper, assets)
        made = typesetter.make(laid)
    if not made.pdf:
        return Printed(b"", 0, in_order(made.problems))
    sheet = laid.source.sheet
    finished, pages, outline = finish(made.pdf, sheet.tables, sheet.fields.known if sheet.fields else ())
    head = (*paper.letterhead, *((paper.title, paper.subtitle) if paper.titled else ()), paper.restricted)
    lost = sheet_losses(_chapter(paper), read(paper.html), head, _foot(paper), paper.place, page_texts(finished))
    return Printed(finished, pages, in_order([*made.problems, *lost]), outline)


def _fitted(typesetter: Typesetter, paper: Paper, assets: Assets) -> Laid:
    """The sheet with rows as tall as it asks for; lower where signatures would stand alone on a page or the last page
    would be nearly empty, taller on a roomy one; twice on a page where it is to be cut and both fit."""

    def tried(source: Source, rows: float = 1.0, air: float = 1.0) -> Laid:
        return typesetter.lay(source.with_share("susut", rows).with_share("padat", air))

    if paper.paired:
        source = _compose(paper, assets, copies=2)
        pairs = (tried(source, share) for share in ((*ROOMY, 1.0) if paper.roomy else (1.0,)))
        if fitting := next((pair for pair in pairs if pair.pages == 1 and not pair.smaller), None):
            return fitting
    source = _compose(paper, assets)
    usual = tried(source)
    if usual.alone or usual.spills:
        others = (tried(source, *shares) for shares in OTHERWISE)
        return next((one for one in others if not one.alone and not one.spills), usual)
    if paper.roomy and not usual.smaller:
        grown = (tried(source, share) for share in ROOMY)
        return next((one for one in grown if one.pages == usual.pages and not (one.alone or one.spills or one.smaller)), usual)
    return usual


def _compose(paper: Paper, assets: Assets, copies: int = 1) -> Source:
    tree = read(paper.html)
    ids = frozenset(node.get("id") for node in tree.all if node.get("id"))
    sheet = Sheet(Directory({}, {0: ids}, None), assets, hyphenate=False)
    sheet.level, sheet.heading, sheet.loose = 1, paper.title, True
    sheet.fields = Fields() if paper.fillable else None
    chapter = _chapter(paper)
    width = (LANDSCAPE if paper.landscape else UPRIGHT) - (2 * FRAME if paper.framed else 0)
    where = Where(inside=True, width=width, page_references=False, hyphenate=False)
    out = SourceLines(design(*SHEET))
    out.add("#let susut = 1.0")  # for what this sheet holds; what the design draws keeps its own
    # A file may hold several sheets of one kind: each begins like the first, but only the first has its letterhead filled in.
    plain = array([quoted(line) if line else "isi-nama" for line in paper.letterhead])
    written = []
    for copy in range(1, copies + 1):
        sheet.spoken = ""
        if sheet.fields:
            sheet.fields.copy = copy
        written.append((Writer(sheet, chapter, 0, 1, {}).blocks(tree.children, where), _letterhead(paper, sheet)))
    head = f"{quoted(paper.title if paper.titled else '')}, {quoted(paper.subtitle)}, {quoted(paper.restricted.upper())}"
    out.add(f"#let lembar-baru() = {{ ujung; pagebreak(weak: true); kepala-lembar({head}, {plain}) }}")
    out.add(
        f"#show: lembar-lepas.with(judul: {quoted(paper.title)}, subjudul: {quoted(paper.subtitle)}, penulis: {quoted(paper.author)}, "
        f"kode: {quoted(paper.code)}, tanggal: datetime(year: {paper.date.year}, month: {paper.date.month}, day: {paper.date.day}), "
        f"kop: {written[0][1]}, kaki: {quoted(_foot(paper))}, terbatas: {quoted(paper.restricted.upper())}, "
        f"rebah: {boolean(paper.landscape)}, bingkai: {boolean(paper.framed)}, berjudul: {boolean(paper.titled)})",
        chapter,
        paper.title,
    )
    for copy, (blocks, letterhead) in enumerate(written):
        if copy:
            out.add(f"#potong; #kepala-lembar({head}, {letterhead})")
        for part in blocks:
            out.add(f"#{part.code}", chapter, part.clue)
    if copies > 1:
        out.add("#v(1fr)")
    return Source("\n".join(out.lines) + "\n", dict(sheet.images), sheet, tuple(out.marks))


def _letterhead(paper: Paper, sheet: Sheet) -> str:
    """Its lines as code; those to write on are fields on a sheet for the screen."""
    lines = enumerate(paper.letterhead, 1)
    return array([quoted(line) if line else sheet.field("isi-nama", f"Kop baris {number}", centred=True) for number, line in lines])


def _chapter(paper: Paper) -> Chapter:
    return Chapter(paper.title, paper.html, paper.place.file, "", paper.text, kind="Lembar")


def _foot(paper: Paper) -> str:
    return " · ".join(part for part in (paper.code, paper.foot, paper.restricted.lower()) if part)
