"""An article as a small tree of its own: elements, classes and text, with everything hidden from readers
left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    pass

DEEPEST = 60
"""Elements nested deeper than this are unwrapped: their words stay, their marks are lost."""

_HIDDEN_TAGS = frozenset({"script", "style", "template", "head", "noscript", "button", "title", "meta", "link"})
_NO_CLASSES = frozenset[str]()
_HIDDEN_CLASSES = frozenset({"headerlink", "footnote-backref", "md-clipboard", "ke-pdf", "bawaan", "buklet", "huruf", "hanya-web"})


@dataclass(frozen=True, init=False)
class Node:
    """One element. `attributes` is never changed; children are elements and texts in order."""

    tag: str
    attributes: dict[str, str]
    children: tuple[Node | str, ...]
    markup: str = ""
    classes: frozenset[str] = field(init=False, repr=False, compare=False)
    elements: tuple[Node, ...] = field(init=False, repr=False, compare=False)

    def __init__(self, tag: str, attributes: dict[str, str], children: tuple[Node | str, ...], markup: str = "") -> None:
        classes = attributes.get("class")
        # All at once: a book has thousands of them.
        self.__dict__.update(
            tag=tag, attributes=attributes, children=children, markup=markup, classes=frozenset(classes.split()) if classes else _NO_CLASSES,
            elements=tuple([child for child in children if not isinstance(child, str)]),
        )

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    @cached_property
    def all(self) -> tuple[Node, ...]:
        """This element and all below it, in reading order."""
        found: list[Node] = []
        waiting = [self]
        while waiting:
            node = waiting.pop()
            found.append(node)
            if node.elements:
                waiting += reversed(node.elements)
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """All words, white space collapsed."""
        return " ".join("".join(self.texts()).split())

    def texts(self) -> list[str]:
        """All words as they stand, with a space around blocks."""
        found: list[str] = []
        for child in self.children:
            if isinstance(child, str):
                found.append(child)
            elif child.tag in INLINE:
                found += child.texts()
            else:
                found += (" ", *child.texts(), " ")
        return found


INLINE = frozenset((
    "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u "
    "var wbr img input svg"
).split())
"""Elements that stand in a line of text."""
BLOCKS = frozenset((
    "p ul ol menu dl dt dd li table thead tbody tfoot tr td th caption colgroup col figure figcaption picture pre hr blockquote "
    "div section article main header footer nav aside details summary address fieldset form legend h1 h2 h3 h4 h5 h6"
).split())
"""Elements that never do."""


def read(source: str) -> Node:
    """Parse an article. Broken HTML is mended as a browser would mend it."""
    if not source.strip():
        return Node("div", {}, ())
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(f"<html><body>{source}</body></html>", parser)
    body = root.find("body") if root is not None else None
    return Node("div", {}, ()) if body is None else _convert(body)


def _convert(root: etree._Element) -> Node:
    """Copy the tree without recursion, children before parents."""
    result: list[Node | str] = []
    under_way = [result]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            text = element.text
            under_way.append([text] if text else [])
            continue
        children, attributes = under_way.pop(), dict(element.items())
        around = under_way[-1]
        if not _hidden(element.tag, attributes):
            around += [_node(element, attributes, children)] if len(under_way) <= DEEPEST else children
        tail = element.tail
        if tail and element is not root:
            around.append(tail)
    body = result[0]
    assert isinstance(body, Node)
    return body


def _node(element: etree._Element, attributes: dict[str, str], children: list[Node | str]) -> Node:
    tag = element.tag
    if tag == "svg":
        tail, element.tail = element.tail, None
        markup = etree.tostring(element, encoding="unicode")
        element.tail = tail
        return Node(tag, attributes, (), markup)
    return Node(tag, attributes, _merged(children))


def _merged(children: list[Node | str]) -> tuple[Node | str, ...]:
    """Children, with texts that nothing is between any more as one."""
    merged: list[Node | str] = []
    last: Node | str | None = None
    for child in children:
        if isinstance(child, str) and isinstance(last, str):
            merged[-1] = last = last + child
        else:
            merged.append(child)
            last = child
    return tuple(merged)


def _hidden(tag: str, attributes: dict[str, str]) -> bool:
    if tag in _HIDDEN_TAGS or "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    classes = attributes.get("class")
    return classes is not None and not _HIDDEN_CLASSES.isdisjoint(classes.split())
