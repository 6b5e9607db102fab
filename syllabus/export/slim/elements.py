"""The elements that pages hold, as far as a style sheet can tell them apart."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import html

Kind = frozenset[str]
"""What one element offers to selectors: `a`, `.class`, `#id`, `[href]`, `[type=radio]`."""
Element = tuple[Kind, frozenset[Kind]]
"""An element's kind, and the kinds of what it stands in."""


def elements(pages: Iterable[str], named: frozenset[str]) -> frozenset[Element]:
    """Every element of the pages, told by the names that the style sheet uses; equal ones once."""
    found: set[Element] = set()
    for page in pages:
        _gather(html.document_fromstring(page), frozenset(), named, found)
    return frozenset(found)


def _gather(node: html.HtmlElement, above: frozenset[Kind], named: frozenset[str], found: set[Element]) -> None:
    if isinstance(node.tag, str):
        kind = _offers(node) & named
        found.add((kind, above))
        above |= {kind}
        for child in node:
            _gather(child, above, named, found)


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
