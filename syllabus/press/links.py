"""Where links lead: to a chapter of this book, to a page outside it, or to the web."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

if TYPE_CHECKING:
    from syllabus.press.book import Book
    from syllabus.press.tree import Node


ON_SITE = ("tentang/", "unduhan/")
"""Folders of pages about the site, which no reader of a book would look for elsewhere."""


class Target(NamedTuple):
    """What a link points at: a label in this book (with its chapter), or an address on the web; neither is
    plain text. What is `on_site` is a page that no book holds, by its own name."""

    label: str = ""
    chapter: int = -1
    address: str = ""
    missing: bool = False
    on_site: bool = False


class Directory(NamedTuple):
    """All chapters by address, all ids of each, and which of them some link needs."""

    pages: dict[str, int]
    ids: dict[int, frozenset[str]]
    web_address: str | None

    def find(self, chapter: int, url_path: str, href: str) -> Target:
        """Resolve a link of a chapter."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return Target(missing=True)
        if parts.scheme in ("https", "http"):
            return Target(address=href.strip())
        if parts.scheme == "mailto":
            return Target(address=href.strip())
        if parts.scheme or parts.netloc:
            return Target()
        path, anchor = urldefrag(urljoin("/" + url_path, href))
        anchor = unquote(anchor)
        number = chapter if href.startswith("#") else self.pages.get(page_key(path))
        if number is None:
            on_site = not anchor and page_key(path).startswith(ON_SITE)
            return Target(address=self.web_address + href_path(url_path, href) if self.web_address else "", on_site=on_site)
        if not anchor:
            return Target(chapter_label(number), number)
        if anchor not in self.ids[number]:
            return Target(chapter_label(number), number, missing=True)
        return Target(anchor_label(number, anchor), number)


def href_path(url_path: str, href: str) -> str:
    """The address of a link from the root of the site, without a leading slash."""
    return urljoin("/" + url_path, href).lstrip("/")


def page_key(path: str) -> str:
    """One form for every way of writing a page's address."""
    return unquote(path).removesuffix("index.html").strip("/")


def chapter_label(chapter: int) -> str:
    return f"bab-{chapter}"


def anchor_label(chapter: int, anchor: str) -> str:
    return f"bab-{chapter}#{anchor}" if anchor else ""


def directory(book: Book, trees: list[Node]) -> Directory:
    """Read addresses and ids of all chapters."""
    chapters = [chapter for part in book.parts for chapter in part.chapters]
    pages = {page_key(chapter.url_path): number for number, chapter in enumerate(chapters)}
    ids = {number: frozenset(node.get("id") for node in tree.all if node.get("id")) for number, tree in enumerate(trees)}
    address = book.web_address
    return Directory(pages, ids, address if address is None or address.endswith("/") else address + "/")
