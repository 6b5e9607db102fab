"""An article to Typst: which element becomes which block, and nothing a reader sees is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from syllabus.press import boxes, figures, lists, pieces, tables
from syllabus.press.answers import Answers
from syllabus.press.blocks import FULL, Block, Where
from syllabus.press.fitting import watched
from syllabus.press.inline import write_inline
from syllabus.press.links import anchor_label
from syllabus.press.literal import block
from syllabus.press.neighbours import LISTS, announces, marked, small_print, stays
from syllabus.press.run import Run
from syllabus.press.tree import BLOCKS, INLINE, Node

if TYPE_CHECKING:
    from syllabus.press.book import Chapter
    from syllabus.press.sheet import Sheet

LIST_UNDER_HEADING = 21
"""Room in mm that a long list needs to begin under its heading, which would else stand at the foot of a page with one item."""
TITLE = 15.5
"""Size in points of the largest heading of a chapter, as in the design."""
NOTHING = Node("", {}, ())
TOPIC = 2
"""Depth under the title of a chapter of the topics that a section is divided into."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Writer(NamedTuple):
    """Writes one chapter. `base` is the level of its title in the outline."""

    sheet: Sheet
    chapter: Chapter
    number: int
    base: int
    notes: dict[str, Node]

    def blocks(self, children: Iterable[Node | str], where: Where) -> list[Block]:
        """Blocks of mixed children; words and inline elements between blocks become paragraphs of their
        own."""
        out: list[Block] = []
        line: list[Node | str] = []
        answers = Answers()
        before = NOTHING
        for child in children:
            if isinstance(child, str) or self.is_inline(child):
                line.append(child)
                continue
            out += self.paragraph(line, where)
            line = []
            if "soal" in child.classes:
                out += self.block(answers.take(child), where)
                continue
            out += answers.give(self, where)
            if stays(out, before, child):
                out[-1] = out[-1]._replace(code=f"menempel({out[-1].code})")
            before = child
            made = small_print(out, child, self.block(child, where), where)
            if out and out[-1].kind == "heading" and child.tag in LISTS and made and made[0].code.startswith(("list(", "enum(")):
                made[0] = made[0]._replace(code=f"berawal({LIST_UNDER_HEADING}mm, {made[0].code})")
            if out and out[-1].kind == "heading" and made and made[0].code.startswith("tabel(") and not where.inside:
                made[0] = made[0]._replace(code=made[0].code.replace("tabel(", "tabel(terjudul: true, ", 1))
            out += made
        return out + self.paragraph(line, where) + answers.give(self, where)

    def value(self, children: Iterable[Node | str], where: Where) -> str:
        """Children as one Typst value: a plain run of text if there is nothing else, blocks otherwise."""
        kept = tuple(children)
        if all(isinstance(child, str) or self.is_inline(child) for child in kept):
            run = self.run(kept, where)
            return self.words(run, run.plain, where)
        return self.inside(kept, where)

    def inside(self, children: Iterable[Node | str], where: Where) -> str:
        """Blocks of mixed children as one Typst value."""
        return block([part.code for part in self.blocks(children, where)])

    def anchored(self, node: Node, where: Where) -> str:
        """The value of an item or a cell, with its id as a mark before it."""
        value = self.value(node.children, where)
        anchors = self.anchors(node)
        return block([*anchors, value]) if anchors else value

    def anchors(self, node: Node) -> list[str]:
        """Marks that links and the index lead to."""
        return [code for code in (self.anchor(node.get("id")), self.sheet.spot(node)) if code]

    def anchor(self, name: str) -> str:
        """Code of a mark for an id of this chapter; empty where there is none or it is taken."""
        return self.sheet.anchor(anchor_label(self.number, name))

    def run(self, children: Iterable[Node | str], where: Where) -> Run:
        run = Run()
        write_inline(self, run, children, where)
        return run

    def words(self, run: Run, plain: str, where: Where) -> str:
        """A run as code, with its widest word measured where it may not fit. `plain` is what it says."""
        hyphenate = self.sheet.hyphenate and where.hyphenate
        guard = self.guard(plain, where, hyphenate=hyphenate)
        return block([guard, run.code(hyphenate)]) if guard else run.code(hyphenate)

    def is_inline(self, node: Node) -> bool:
        """Whether an element stands in a line of text; an unknown one does if all it holds does."""
        if node.tag == "br":
            return True
        if node.tag in ("img", "svg") or node.tag in BLOCKS or (node.tag not in INLINE and node.classes & boxes.CLASSES):
            return False
        return all(self.is_inline(child) for child in node.elements if child.tag not in ("img", "svg"))

    def paragraph(self, children: list[Node | str], where: Where) -> list[Block]:
        run = self.run(children, where) if children else Run()
        if run.empty:
            return []
        plain = run.plain
        self.sheet.spoken = plain[:80]
        code = f"{run.setting}({self.words(run, plain, where)})"
        return [Block(f"menempel({code})" if announces(plain) else code, "column", plain[:80])]

    def block(self, node: Node, where: Where) -> list[Block]:
        """Blocks of one element."""
        made = self._block(node, where)
        anchors = self.anchors(node) if made and node.tag not in HEADINGS else []
        return [made[0]._replace(code=marked(made[0].code, anchors)), *made[1:]] if anchors else made

    def _block(self, node: Node, where: Where) -> list[Block]:
        special = SPECIAL.get(node.tag)
        if special is not None:
            return special(self, node, where)
        boxed = boxes.box(self, node, where)
        if boxed is not None:
            return boxed
        usual = USUAL.get(node.tag)
        return self.blocks(node.children, where) if usual is None else usual(self, node, where)

    def marked_paragraph(self, node: Node, where: Where) -> list[Block]:
        if any(child.tag in ("img", "svg") for child in node.all):
            return self.blocks(node.children, where)
        made = self.paragraph(list(node.children), where)
        if node.classes & {"meta", "fiksi"}:
            return [part._replace(code=f"baris-samping({part.code})") for part in made]
        return made

    def heading(self, node: Node, where: Where) -> list[Block]:
        """A heading, one level below its superior at most, so that the outline has no gaps."""
        words = node.text
        if not words:
            return []
        rank = max(HEADINGS[node.tag] - 1, 1)
        level = min(self.base + rank, self.sheet.level + 1)
        self.sheet.level = level
        self.sheet.heading = self.sheet.spoken = words
        if rank == 1 and not where.inside:
            self.sheet.section = words
        title = Run()
        title.text(words)
        outside = "" if not where.inside else ", luar: false, besar: true" if where.enlarged and rank == 1 else ", luar: false"
        listed = ", terdaftar: false" if self.number in self.sheet.brief or words in self.sheet.repeated else ""
        # Where a section is called as in other chapters, what it is about stands in its topics.
        topic = rank == TOPIC and not where.inside and self.sheet.section in self.sheet.repeated
        if topic or (rank == 1 and not listed):
            self.sheet.told.append(topic)
        code = f"judul({level}, {rank}, {title.code(False)}{outside}{listed}{', topik: true' * topic})"
        guard = self.guard(words, where._replace(width=where.width if where.inside else FULL, size=TITLE), f"judul: {TITLE}pt")
        anchors = self.anchors(node)
        if anchors or guard:
            code = block([guard, code, *anchors])
        return [Block(code, "heading", words, rank)]

    def guard(self, words: str, where: Where, look: str = "", hyphenate: bool = False) -> str:
        """Code that measures the widest of some words where it may not fit."""
        return watched(self.sheet, self.chapter, words, where, hyphenate, look)


Setter = Callable[[Writer, Node, Where], list[Block]]

SPECIAL: Mapping[str, Setter] = MappingProxyType({**dict.fromkeys(HEADINGS, Writer.heading), "table": tables.table})
"""Elements that are what they are, whatever their class."""

USUAL: Mapping[str, Setter] = MappingProxyType(
    {
        "p": Writer.marked_paragraph,
        "ul": lists.listing,
        "ol": lists.listing,
        "menu": lists.listing,
        "dl": lists.definitions,
        "img": figures.figure,
        "svg": figures.figure,
        "figure": figures.figure,
        "picture": figures.figure,
        "pre": pieces.code,
        "hr": pieces.rule,
        "blockquote": pieces.quotation,
    }
)
"""Elements set in their own way unless their class makes them a box."""
