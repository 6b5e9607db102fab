"""A built page to documents: the page with its headings, and each glossary term or blank form as a thing of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from lxml import html

from syllabus.export.search.document import Document, Kind, Section
from syllabus.export.search.excerpt import MOST, shortened
from syllabus.export.search.words import little, words

KINDS = (
    Kind("modul", "Modul", 1.2), Kind("lokakarya", "Lokakarya", 1.1), Kind("rubrik", "Rubrik"), Kind("jadwal", "Jadwal", 0.9),
    Kind("istilah", "Istilah", 0.85), Kind("formulir", "Formulir"), Kind("fasilitator", "Panduan fasilitator"), Kind("halaman", "Halaman", 0.95),
)
"""What teaches a thing counts more than what lists it. Order of the groups where they are equally good."""
_FOLDERS = frozenset({"modul", "lokakarya", "rubrik", "jadwal", "fasilitator"})
_OWN: Mapping[str, str] = MappingProxyType({"istilah": "istilah", "formulir": "formulir", "instrumen": "formulir"})
"""Begin of an id, up to its first hyphen, of what is a document of its own: its kind."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_BREAK, _SOFT_HYPHEN = "\f", "\u00ad"
_SILENT = frozenset({"nav", "script", "style", "svg", "caption", "colgroup"})
_BLOCKS = frozenset("p li dt dd td th tr div section figure figcaption details summary table ul ol dl blockquote h1 h2 h3 h4 h5 h6 br".split())


def documents(address: str, page: str, sought: Sequence[str] = ()) -> Iterator[Document]:
    """Documents of one page of the site, the page itself last. A page without an article or without a title gives none."""
    tree = html.document_fromstring(page)
    article = tree.find(".//article")
    heading = None if article is None else article.find(".//h1")
    if article is None or heading is None:
        return
    for node in list(article.iter("div", "section")):
        own = (node.get("id") or "").partition("-")
        if own[1] and own[0] in _OWN and node.getparent() is not None:
            yield _part(address, node, _OWN[own[0]])
            _take_out(node)
    for node in [one for one in article.iter("div") if one.get("class") == "bawaan"]:
        _take_out(node)
    described = tree.find(".//meta[@name='description']")
    summary = "" if described is None else described.get("content") or ""
    folder, _, name = address.rpartition("/")
    kind = folder if folder in _FOLDERS and name != "index.html" else "halaman"
    code = next((_text(term.getnext()) for term in article.iter("dt") if _text(term) == "Kode" and term.getnext() is not None), "")
    number = re.search(r"\d+$", code)
    called = (f"{kind} {number[0]}",) if number else ()
    yield Document(kind, address, _text(heading), summary, tuple(_sections(article, _text(heading))), code, (*called, *sought))


def _part(address: str, node: html.HtmlElement, kind: str) -> Document:
    """The first line names it: the term, or the heading of a form."""
    first = next((child for child in node.iter("dt", "h2", "h3", "h4")), None)
    title = node.get("id") or "" if first is None else _text(first)
    text = _text(node).removeprefix(title).strip()
    return Document(kind, f"{address}#{node.get('id')}", title, shortened(text.replace("\n", " "), MOST), (Section("", title, text),), sought=tuple(_tails(title, text)))


def _tails(acronym: str, text: str) -> Iterator[str]:
    """Ends of three letters or more of an acronym whose long form begins a text: readers say "PTSP" for DPMPTSP."""
    line = [word for word in words(text)[:2 * len(acronym)] if not little(word)]
    if acronym.lower() == "".join(word[0] for word in line[:len(acronym)]):
        yield from (acronym[start:] for start in range(1, len(acronym) - 2))


def _take_out(node: html.HtmlElement) -> None:
    parent, before = node.getparent(), node.getprevious()
    assert parent is not None
    if node.tail:
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)


def _sections(article: html.HtmlElement, title: str) -> Iterator[Section]:
    """The article cut at its headings that a link can reach."""
    anchor, heading, held = "", title, list[str]()
    for kind, value, place in _pieces(article):
        if kind == "heading" and place:
            yield Section(anchor, heading, _joined(held))
            anchor, heading, held = place, value, []
        elif kind == "heading":
            held += [_BREAK, value, _BREAK]
        else:
            held.append(value)
    yield Section(anchor, heading, _joined(held))


def _pieces(node: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Texts and headings in reading order: what it is, its words, the id it is reached by. The page's title is left out."""
    for child in node:
        if isinstance(child.tag, str) and child.tag in _HEADINGS:
            if child.tag != "h1":
                yield "heading", _text(child), child.get("id") or ""
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            if child.tag in _BLOCKS:
                yield "text", _BREAK, ""
            yield "text", child.text or "", ""
            yield from _pieces(child)
            if child.tag in _BLOCKS:
                yield "text", _BREAK, ""
        yield "text", child.tail or "", ""


def _text(node: html.HtmlElement) -> str:
    inside = "".join(value for _, value, _ in _pieces(node))
    return " ".join(((node.text or "") + inside).replace("¶", " ").replace(_SOFT_HYPHEN, "").split())


def _joined(pieces: list[str]) -> str:
    """Lines of text, one for each block, white space within a line made single."""
    lines = (" ".join(line.split()) for line in "".join(pieces).replace(_SOFT_HYPHEN, "").split(_BREAK))
    return "\n".join(line for line in lines if line)
