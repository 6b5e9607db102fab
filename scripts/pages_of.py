"""The pages of a built site as trees: their article, their anchors, and the links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import html


@dataclass(frozen=True)
class Built:
    """One page. `path` is its address within the site (`modul/a3.html`)."""

    path: str
    tree: html.HtmlElement

    @property
    def ids(self) -> frozenset[str]:
        """Everything a link can point at."""
        return frozenset(str(value) for node in self.tree.iter() if isinstance(node.tag, str)
                         for value in (node.get("id"), node.get("name")) if value)

    def article(self) -> str:
        """The contents alone, without navigation, as HTML."""
        found = self.tree.find(".//article")
        return "" if found is None else (found.text or "") + "".join(html.tostring(child, encoding="unicode") for child in found)

    def words(self) -> list[str]:
        """The words of the article, its heading marks and hidden captions left out."""
        found = self.tree.find(".//article")
        skipped = {"caption", "script", "style", "svg"}
        return [] if found is None else " ".join(_texts(found, skipped)).replace("¶", " ").split()

    def tables(self) -> list[list[list[str]]]:
        """The cells of every table of the article, row by row."""
        found = self.tree.find(".//article")
        return [] if found is None else [
            [[" ".join(" ".join(cell.itertext()).split()) for cell in row.iter("th", "td")] for row in table.iter("tr")]
            for table in found.iter("table")
        ]

    def dead_links(self, folder: Path, ids: Mapping[str, frozenset[str]]) -> Iterator[str]:
        """Links and images that lead to no file or anchor of this site."""
        for node in self.tree.iter("a", "img", "link", "script"):
            address = node.get("href") or node.get("src") or ""
            parts = urlsplit(address)
            if not address or parts.scheme or parts.netloc:
                continue
            inside = normpath(str(PurePosixPath(self.path).parent / unquote(parts.path))) if parts.path else self.path
            if parts.path.endswith("/") or inside == ".":
                inside = normpath(f"{inside}/index.html")
            if inside.startswith("..") and (folder / inside).resolve().is_relative_to(folder.resolve().parent):
                known = (folder / inside).is_file()  # dist/: the site leads to the books beside it
            else:
                known = (folder / inside).is_file() and not inside.startswith("..")
            if not known or (parts.fragment and inside in ids and unquote(parts.fragment) not in ids[inside]):
                yield address


def _texts(node: html.HtmlElement, skipped: set[str]) -> Iterator[str]:
    if node.tag not in skipped:
        yield node.text or ""
        for child in node:
            yield from _texts(child, skipped)
            yield child.tail or ""


def built_pages(folder: Path) -> tuple[Built, ...]:
    """Every page of a site, in order of address. The page for unknown addresses is left out: its links start at the root."""
    return tuple(
        Built(path.relative_to(folder).as_posix(), html.document_fromstring(path.read_text(encoding="utf-8")))
        for path in sorted(folder.rglob("*.html")) if path.relative_to(folder).as_posix() != "404.html"
    )
