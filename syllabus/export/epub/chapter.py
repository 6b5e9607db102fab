"""A page of the site as a chapter of a book for phones: structure, words and links inside the book stay, all that acts goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from posixpath import dirname, normpath

from lxml import etree, html

_KEPT = frozenset({"id", "class", "href", "role", "tabindex", "aria-label", "colspan", "rowspan", "scope", "start", "type", "src", "alt", "data-label"})
_RENAMED = {"details": "section", "summary": "p"}
"""E-readers differ in folded blocks, so answers stand open under their title."""
_DROPPED = frozenset({"script", "style", "button", "template", "input", "colgroup", "form", "svg"})
_ON_SCREEN = frozenset({"headerlink", "bawaan", "buklet", "ke-pdf", "hanya-web"})
"""Classes of what leads from a page of the site to itself or to its prints."""


@dataclass(frozen=True)
class Chapter:
    """One page: its title, the article's HTML, and its address within the site."""

    title: str
    html: str
    path: str


@dataclass(frozen=True)
class Part:
    """Chapters under one title, which may be empty."""

    title: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Heading:
    """A place to jump to, with the places one level below it."""

    anchor: str
    words: str
    below: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Written:
    """A chapter's file, and its headings of the second level with those of the third."""

    title: str
    xhtml: str
    headings: tuple[Heading, ...]


def written(chapter: Chapter, names: Mapping[str, str]) -> Written:
    """Write a chapter. `names` gives the file of every page of the book by its address."""
    body = html.fragment_fromstring(chapter.html, create_parent="div")
    _clean(body, chapter.path, names)
    if body.find(".//h1") is None:
        heading = etree.Element("h1")
        heading.text = chapter.title
        body.insert(0, heading)
    inner = etree.tostring(body, encoding="unicode", method="xml", with_tail=False)
    return Written(chapter.title, framed(chapter.title, inner), _headings(body))


def _headings(body: html.HtmlElement) -> tuple[Heading, ...]:
    found: list[Heading] = []
    for node in body.iter("h2", "h3"):
        heading = Heading(node.get("id") or "", " ".join("".join(node.itertext()).split()))
        if heading.anchor and node.tag == "h2":
            found.append(heading)
        elif heading.anchor and found:
            found[-1] = replace(found[-1], below=(*found[-1].below, heading))
    return tuple(found)


def framed(title: str, inner: str) -> str:
    """A file of the book around some XHTML."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="id" xml:lang="id">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" type="text/css" href="gaya.css"/></head><body><main>{inner}</main></body></html>\n'
    )


def _clean(body: html.HtmlElement, path: str, names: Mapping[str, str]) -> None:
    """Keep what an e-reader understands: structure, links inside the book, nothing that acts."""
    for node in list(body.iter()):
        if not isinstance(node.tag, str) or node.tag in _DROPPED or not _ON_SCREEN.isdisjoint((node.get("class") or "").split()):
            if node.getparent() is not None:
                node.drop_tree()
            continue
        if node.tag == "summary":
            node.set("class", "judul-lipatan")
        node.tag = _RENAMED.get(node.tag, node.tag)
        for key in list(node.attrib):
            if key not in _KEPT or (key == "type" and node.tag != "ol"):
                del node.attrib[key]
        if node.tag == "a" and "href" in node.attrib:
            _relink(node, path, names)
    seen: set[str] = set()
    for node in body.iter():
        name = node.get("id")
        if name is not None and name in seen:
            del node.attrib["id"]
        seen.add(name or "")


def _relink(node: html.HtmlElement, path: str, names: Mapping[str, str]) -> None:
    address = node.get("href") or ""
    if address.startswith(("https://", "#")):
        return
    page, _, anchor = address.partition("#")
    target = names.get(normpath(f"{dirname(path)}/{page}") if page else path)
    if target is None:
        del node.attrib["href"]  # a page outside the book: its words stay
    else:
        node.set("href", f"{target}#{anchor}" if anchor else target)
