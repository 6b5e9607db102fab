"""A small typed HTML builder: the one place where text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape


class Html(str):
    """Text that is already safe HTML. Only this module makes it."""

    __slots__ = ()


Child = Html | str | None | Iterable["Child"]

NOTHING = Html("")
_TAG = re.compile(r"<[^>]*>")
_VOID = frozenset({"br", "col", "hr", "img", "input"})


def tag(name: str, *children: Child, **attributes: str | int | bool | None) -> Html:
    """Build one element. Plain text children are escaped; `None` and `False` attributes are left out.

    `class_` and `for_` lose their underscore, other underscores become hyphens.
    """
    parts = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = key.rstrip("_").replace("_", "-")
        parts.append(label if value is True else f'{label}="{_flat(escape(str(value)))}"')
    opening = f"<{' '.join(parts)}>"
    return Html(opening) if name in _VOID else Html(f"{opening}{join(children)}</{name}>")


def join(children: Iterable[Child], between: str = "") -> Html:
    """Put children after one another, escaping plain text. `between` is plain text too."""
    return Html(escape(between, quote=False).join(part for part in map(_child, children) if part))


def letters(html: str) -> int:
    """Letters that a reader sees of some HTML."""
    return len(_TAG.sub("", html))


def paragraphs(texts: Iterable[str]) -> Html:
    """One `<p>` for each text."""
    return join(tag("p", text) for text in texts)


def bullets(texts: Iterable[Child], **attributes: str | None) -> Html:
    """An unordered list."""
    return tag("ul", (tag("li", text) for text in texts), **attributes)


def numbered(texts: Iterable[Child], **attributes: str | None) -> Html:
    """An ordered list."""
    return tag("ol", (tag("li", text) for text in texts), **attributes)


def _child(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Html):
        return child
    if isinstance(child, str):
        return _flat(escape(child, quote=False))
    return join(child)


def _flat(text: str) -> str:
    """One line: Markdown ends a raw block at a blank line, so none may appear inside."""
    return " ".join(text.split()) if "\n" in text else text
