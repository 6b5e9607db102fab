"""Marks within a line of text: emphasis, links, footnotes, boxes to tick, blanks to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.figures import inline_image
from syllabus.press.literal import boolean, label, quoted
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

    from syllabus.press.blocks import Where
    from syllabus.press.run import Run
    from syllabus.press.writer import Writer

MARKS = {
    "em": "emph({",
    "i": "emph({",
    "cite": "emph({",
    "dfn": "emph({",
    "var": "emph({",
    "strong": "strong({",
    "b": "strong({",
    "sub": "sub({",
    "sup": "super({",
    "del": "strike({",
    "s": "strike({",
    "strike": "strike({",
    "ins": "underline({",
    "u": "underline({",
    "small": "samping({",
    "mark": "highlight(fill: luma(222), {",
}
CODE = frozenset({"code", "kbd", "samp", "tt"})
WIDEST_BLANK = 40
LABEL_WORDS = 6
"""Words before a blank that name it."""


def write_inline(writer: Writer, run: Run, children: Iterable[Node | str], where: Where) -> None:
    """Add children to a run of text."""
    kept = tuple(children)
    question = where.question or (writer.sheet.question(where.label) if any(map(excludes, kept)) else None)
    for number, child in enumerate(kept):
        if isinstance(child, str):
            run.text(child)
        elif "kotak" in child.classes:
            words = _words_after(kept[number + 1 :])
            if excludes(child):
                run.thing(writer.sheet.box(words or where.label, question))
            else:
                run.thing(writer.sheet.box(_named(where.label, words), None))
        else:
            _element(writer, run, child, where)


def excludes(node: Node | str) -> bool:
    """Whether it is a box of several, of which one is ticked."""
    return isinstance(node, Node) and "tunggal" in node.classes


def _words_after(rest: tuple[Node | str, ...]) -> str:
    """What a box to tick stands for: the words up to the next box."""
    words: list[str] = []
    for part in rest:
        if isinstance(part, Node) and "kotak" in part.classes:
            break
        words.append(part if isinstance(part, str) else part.text)
    return "".join(words).strip()


def _named(place: str, words: str) -> str:
    return ", ".join(part for part in (place, words) if part)


def _element(writer: Writer, run: Run, node: Node, where: Where) -> None:
    anchor = "" if node.get("id").startswith("fnref") else writer.anchor(node.get("id"))
    if anchor:
        run.mark(anchor)
    opening = None if "jam" in node.classes else MARKS.get(node.tag)
    if node.tag == "sup" and node.get("id").startswith("fnref"):
        _footnote(writer, run, node, where)
    elif opening is not None:
        _wrapped(writer, run, opening, node, where)
    elif node.tag == "a":
        _link(writer, run, node, where)
    elif not _small(writer, run, node):
        _by_class(writer, run, node, where)


def _small(writer: Writer, run: Run, node: Node) -> bool:
    """Elements without words to walk into. Says whether this was one."""
    if node.tag in ("br", "wbr"):
        run.line_break() if node.tag == "br" else run.text("\u200b")
    elif node.tag in ("img", "svg"):
        run.thing(inline_image(writer, node))
    elif node.tag == "input":
        if node.get("type") == "checkbox":
            run.thing(f"kotak(isi: {boolean('checked' in node.attributes)})")
    elif node.tag in CODE:
        if node.text:
            run.thing(f"raw({quoted(node.text)})")
    else:
        return False
    return True


def _by_class(writer: Writer, run: Run, node: Node, where: Where) -> None:
    if "isian" in node.classes:
        words = " ".join(run.plain.split()[-LABEL_WORDS:])
        run.thing(writer.sheet.field(f"isian({number(node.get('data-lebar'), 8, WIDEST_BLANK)})", _named(where.label, words)))
    elif "jam" in node.classes:
        _wrapped(writer, run, "jam({", node, where)
    elif "lencana" in node.classes:
        _wrapped(writer, run, "lencana({", node, where)
    elif "tanda-belum" in node.classes:
        _wrapped(writer, run, "belum({", node, where)
    elif "nomor" in node.classes:
        _wrapped(writer, run, "strong({", node, where)
    elif "dasar-hukum" in node.classes:
        _wrapped(writer, run, "text(size: 9pt, {", node, where)
    elif "meta" in node.classes:
        _wrapped(writer, run, "samping({", node, where)
    elif node.tag == "q":
        run.text("“")
        write_inline(writer, run, node.children, where)
        run.text("”")
    else:
        write_inline(writer, run, node.children, where)


def _wrapped(writer: Writer, run: Run, opening: str, node: Node, where: Where) -> None:
    run.open(opening)
    write_inline(writer, run, node.children, where)
    run.close()


def _link(writer: Writer, run: Run, node: Node, where: Where) -> None:
    """A link inside the book that leaves its chapter names the page, once a chapter for each target; one that asks for it, always.

    A link to the web stays a link; one that leads nowhere on paper is plain words, which say so of a page about the site.
    """
    href = node.get("href")
    target = writer.sheet.directory.find(writer.number, writer.chapter.url_path, href) if href else None
    if target is not None and target.missing:
        writer.sheet.fault(
            "CTK03",
            writer.chapter,
            node.text,
            f'Tautan "{href}" tidak menemukan tujuannya.',
            "Periksa alamat dan nama judul yang dituju.",
            "saran",
        )
    if target is None or not (target.label or target.address) or not node.text:
        write_inline(writer, run, node.children, where)
    else:
        if target.label:
            writer.sheet.wanted.add(target.label)
        _wrapped(writer, run, f"link({label(target.label) if target.label else quoted(target.address)}, {{", node, where)
    if target is None or not node.text:
        return
    if target.on_site:
        run.text(" (di\u00a0situs)")
    first = (writer.number, target.label) not in writer.sheet.referred
    if target.label and ("dengan-halaman" in node.classes or (target.chapter != writer.number and where.page_references and first)):
        writer.sheet.referred.add((writer.number, target.label))
        run.thing(f"hlm({label(target.label)})")


def _footnote(writer: Writer, run: Run, node: Node, where: Where) -> None:
    """Python-Markdown keeps notes at the end of the page; on paper they stand at the foot."""
    reference = next((child.get("href").removeprefix("#") for child in node.all if child.tag == "a"), "")
    note = writer.notes.get(reference)
    if note is None:
        run.text(node.text)
        return
    name = label(f"catatan-{writer.number}#{reference}")
    if name in writer.sheet.printed_notes:
        run.thing(f"footnote({name})")
        return
    writer.sheet.printed_notes.add(name)
    body = [
        writer.value(part.children if isinstance(part, Node) and part.tag == "p" else (part,), where.within(0))
        for part in note.children
        if isinstance(part, Node) or part.strip()
    ]
    run.thing(f"[#footnote({'+linebreak()+'.join(body) or '[]'})#{name}]")


def number(text: str, default: int, most: int) -> int:
    """A whole number from an attribute, within 1 and `most`."""
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 6 else default
