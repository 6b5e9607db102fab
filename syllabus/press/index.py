"""The index at the end of a book: where each term is explained or used most, never every page that happens to say it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from syllabus.press.literal import array, label, quoted
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from syllabus.press.book import Term

FEWEST_TERMS = 5
"""A book in which fewer terms are found has no index."""
MOST_PLACES = 6
"""Places that a term is given at most: the best ones, in the order of the pages."""
HEADING, EXPLAINED, MOST_COUNTED = 8, 5, 4
"""Points of a section for a term: in its heading, explained in it, and the most for using it, one for each time."""
LEAST, LEAST_BESIDE = 2, 3
"""Points from which on a place counts, and from which on it counts beside one where the term is explained."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TEXTS = frozenset({"p", "li", "dt", "dd", "td", "caption", "figcaption"})
_WITHIN = frozenset(("span", "a", "strong", "em", "code", "small", "sup", "sub", "br"))
"""Elements that part no text into several."""
_SKIPPED = frozenset(
    "soal jawaban kartu-formulir kartu-instrumen kartu-modul kartu-lokakarya kartu-rubrik lembar-cetak istilah-modul footnote glosarium".split()
)
"""Classes of what explains nothing: items, forms, identity cards, and the glossary, which has an order of its own."""
_COMMON = 3
"""A heading that so many chapters have is part of their pattern and says nothing of a term."""
_SUBJECT_AFTER = (": ", ", ", " dan ")
_EXPLAINS = r"\W{0,3}(?: \([^)]{1,60}\))? (?:adalah|ialah|merupakan|berarti|artinya)\b"


class Spot(NamedTuple):
    """Where a term stands: the element to lead to, and the last element of its section where all of it is about the term."""

    chapter: int
    order: int
    node: Node
    end: Node | None
    score: int


class _Section(NamedTuple):
    chapter: int
    parts: tuple[tuple[int, Node], ...]
    chapter_end: Node


def spots(trees: Sequence[Node], terms: Sequence[Term]) -> dict[str, tuple[Spot, ...]]:
    """For each term that the chapters speak of, its places in reading order. Titles of terms are the keys, sorted."""
    texts = [{node.text for node in tree.all if node.tag in _HEADINGS} for tree in trees]
    pattern = Counter(text for chapter in texts for text in chapter)
    finder = _Finder(terms, frozenset(text for text, count in pattern.items() if count < _COMMON))
    found: dict[str, list[Spot]] = {}
    for section in _sections(trees):
        for title, spot in finder.look(section):
            found.setdefault(title, []).append(spot)
    return {title: _best(found[title]) for title in sorted(found, key=lambda title: (title.casefold(), title))}


def index_code(labels: dict[str, list[tuple[str, str]]]) -> str:
    """Arguments of the index in the design: letters, and under each its terms with the labels of their places."""
    groups = []
    for letter, titles in groupby(labels, key=lambda title: title[0].upper()):
        entries = [
            f"({quoted(title)}, {array([f'({label(start)}, {label(end)})' for start, end in labels[title]])})" for title in titles
        ]
        groups.append(f"({quoted(letter)}, {array(entries)})")
    return array(groups)


class _Finder:
    def __init__(self, terms: Sequence[Term], headings: frozenset[str]) -> None:
        self._titles: dict[str, str] = {}
        for term in terms:
            for form in term.forms:
                self._titles.setdefault(_key(form), term.title)
        forms = {_lowered(form) for term in terms for form in term.forms if form}
        self._headings = headings
        self._pattern = re.compile(rf"(?<!\w)({_one_of(forms)})(?!\w)({_EXPLAINS})?") if forms else None

    def look(self, section: _Section) -> Iterator[tuple[str, Spot]]:
        """The terms of a section, each with its place there."""
        best: dict[str, tuple[int, int, Node]] = {}
        uses: Counter[str] = Counter()
        for order, node in section.parts:
            for title, explained, subject in self._named(node.text):
                uses[title] += 1
                heads = node.tag in _HEADINGS and node.text in self._headings and (node.tag != "h1" or subject)
                points = HEADING if heads else EXPLAINED if explained or node.tag == "dt" else 0
                if title not in best or points > best[title][0]:
                    best[title] = (points, order, node)
        last = section.parts[-1][1]
        for title, (points, order, node) in best.items():
            end = last if points == HEADING else None
            if node.tag == "h1" and len(section.parts) > 1:  # the title is set by the opening: what follows it carries the mark
                node, end = section.parts[1][1], section.chapter_end
            yield title, Spot(section.chapter, order, node, end, points + min(uses[title], MOST_COUNTED))

    def _named(self, text: str) -> Iterator[tuple[str, bool, bool]]:
        """Terms in a text: each with whether it is explained there, and whether it would be the subject of such a title."""
        for match in self._pattern.finditer(_lowered(text)) if self._pattern else ():
            title = self._titles.get(_key(text[match.start(1) : match.end(1)]))
            if title is not None:
                yield title, match.group(2) is not None, text[: match.start()].endswith(_SUBJECT_AFTER) or match.start() == 0


def _one_of(forms: Collection[str]) -> str:
    """A pattern for the longest of these forms that a text has, grouped by their first letters: most words begin none."""
    ordered = sorted(forms, key=lambda form: (form[0], -len(form), form))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(re.escape(form[1:]) for form in group)})" for first, group in groupby(ordered, key=itemgetter(0)))


def _lowered(text: str) -> str:
    """In lower case, letter for letter: looking for one case takes a third of the time of looking for both."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


@cache  # a book says the same terms again and again
def _key(form: str) -> str:
    """Abbreviations only match as they are written; other words also at the start of a sentence."""
    return form if len(form) == 1 or any(one.isalpha() and two.isupper() for one, two in pairwise(form)) else form.casefold()


def _best(found: list[Spot]) -> tuple[Spot, ...]:
    """The best place of each chapter and a second where the term is explained, and of these the best ones."""
    chapters: list[Spot] = []
    for _, group in groupby(found, key=lambda spot: spot.chapter):
        first, *others = sorted(group, key=lambda spot: (-spot.score, spot.order))
        chapters += [first, *(spot for spot in others[:1] if spot.score > EXPLAINED)]
    explained = any(spot.score > EXPLAINED for spot in chapters)
    strong = [spot for spot in chapters if spot.score >= (LEAST_BESIDE if explained else LEAST)] or chapters[:1]
    kept = sorted(strong, key=lambda spot: (-spot.score, spot.chapter))[:MOST_PLACES]
    return tuple(sorted(kept, key=lambda spot: (spot.chapter, spot.order)))


def _sections(trees: Sequence[Node]) -> Iterator[_Section]:
    for chapter, tree in enumerate(trees):
        texts = list(enumerate(_texts(tree)))
        starts = [0, *(order for order, node in texts if order and node.tag in _HEADINGS), len(texts)]
        for start, end in pairwise(starts):
            if start < end:
                yield _Section(chapter, tuple(texts[start:end]), texts[-1][1])


def _texts(tree: Node) -> list[Node]:
    """Headings and the innermost elements of text, in reading order; forms, items and answers are left out."""
    found = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not node.classes.isdisjoint(_SKIPPED):
            continue
        if node.tag in _HEADINGS or (node.tag in _TEXTS and all(child.tag in _WITHIN for child in node.elements)):
            found.append(node)
        else:
            waiting += reversed(node.elements)
    return found
