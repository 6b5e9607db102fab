"""The kinds of elements that pages hold, as far as a style sheet can tell them apart."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import html

Kind = frozenset[str]
"""What one element offers to selectors: `a`, `.class`, `#id`, `[href]`, `[type=radio]`."""


def kinds(pages: Iterable[str], named: frozenset[str]) -> frozenset[Kind]:
    """Every kind of element of the pages (whole or in part), told by the names that the style sheet uses."""
    found: set[Kind] = set()
    for page in pages:
        for node in html.document_fromstring(page).iter():
            if isinstance(node.tag, str):
                found.add(_offers(node) & named)
    return frozenset(found)


def _offers(node: html.HtmlElement) -> Kind:
    """SVG and HTML names are told apart by case in neither, so all stand in small letters."""
    offers = {str(node.tag).lower()}
    for key, value in node.items():
        name, text = str(key).lower(), str(value)
        offers |= {f"[{name}]", f"[{name}={text}]"}
        if name == "class":
            offers |= {f".{part}" for part in text.split()}
        if name == "id":
            offers.add(f"#{text}")
    return frozenset(offers)
