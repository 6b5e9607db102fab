"""Roots that words may end at: the word list of PySastrawi (MIT), the only use of that library, and what editors add."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from syllabus.export.search.akar import SHORTEST, root
from syllabus.export.search.words import words


@cache
def dictionary() -> frozenset[str]:
    """About 29,000 Indonesian roots."""
    text = (files("Sastrawi") / "Stemmer" / "data" / "kata-dasar.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


class Roots:
    """Gives the root of each word, the same one every time. A word without a known root is its own root."""

    def __init__(self, exceptions: Mapping[str, str]) -> None:
        self._exceptions = exceptions
        self._found: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        if word not in self._found:
            known = dictionary()
            plain = len(word) <= SHORTEST or not word.isalpha()
            self._found[word] = word if plain and word not in self._exceptions else root(word, known.__contains__, self._exceptions) or word
        return self._found[word]

    def of(self, text: str) -> list[str]:
        """The roots of a text's words in order, little words included."""
        return [self(word) for word in words(text)]
