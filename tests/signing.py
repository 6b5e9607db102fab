"""Words of pages without those that stand where people sign."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.press.tree import read


def squeezed(text: str) -> str:
    """Letters alone, in lower case."""
    return "".join(letter for letter in text.lower() if letter.isalpha())


def signing(html: str) -> Iterator[str]:
    """What is printed where people sign, squeezed."""
    for node in read(html).all:
        if "tanda-tangan" in node.classes:
            yield from (words for party in node.elements for part in party.elements if (words := squeezed(part.text)))
