"""How much a root says about each document: BM25F over title, headings and text (Robertson & Zaragoza 2009)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from syllabus.export.search.concepts import Concepts
from syllabus.export.search.document import Document, Kind
from syllabus.export.search.landing import common_headings, landings
from syllabus.export.search.roots import Roots
from syllabus.export.search.words import little, words

TITLE, EXTRA, SUMMARY, SOUGHT, HEADING, TEXT = 6.0, 6.0, 3.0, 2.0, 2.5, 1.0
"""Weights of the fields. Neighbouring values find as much, over seven sets of questions together: none is tuned to a set."""
SATURATION, LENGTH = 1.2, 0.5
"""k1 and b of BM25."""
NAMED, HEADED = 2.0, 0.6
"""What a root gains when it is the whole title (less when it is one word of several), or stands in a heading or in what readers
ask for: a page about a thing comes before a table that names it often."""
HIGHEST = 1.2 * (SATURATION + 1 + NAMED + HEADED)
"""No weight is higher, with the best kind of document."""


def idea(number: int) -> str:
    """The name an idea has among the roots. It sorts after every word."""
    return f"~{number}"


@dataclass(frozen=True)
class Posting:
    """A root in a document: its weight, 0 < weight <= `HIGHEST`, and the section that says most about it."""

    document: int
    weight: float
    section: int


@dataclass(frozen=True)
class Index:
    """Postings of every root and idea in order of document, and its rarity (inverse document frequency)."""

    postings: Mapping[str, tuple[Posting, ...]]
    rarity: Mapping[str, float]


def index(documents: Sequence[Document], roots: Roots, concepts: Concepts, kinds: Mapping[str, Kind]) -> Index:
    """Weigh every root and idea in every document."""
    common = common_headings(documents)
    counted = [_counts(document, roots, concepts, kinds[document.kind].name, common) for document in documents]
    lengths = [sum(weighted.values()) for weighted, _ in counted]
    average = sum(lengths) / len(lengths) if lengths else 1.0
    postings: dict[str, list[Posting]] = {}
    for number, ((weighted, best), length) in enumerate(zip(counted, lengths, strict=True)):
        norm = 1 - LENGTH + LENGTH * length / average
        gains = _gains(documents[number], roots, concepts)
        for root, count in weighted.items():
            tf = count / norm
            weight = tf * (SATURATION + 1) / (tf + SATURATION) + gains.get(root, 0.0)
            weight *= kinds[documents[number].kind].worth
            postings.setdefault(root, []).append(Posting(number, weight, best[root]))
    total = len(documents)
    rarity = {root: math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5)) for root, found in postings.items()}
    return Index({root: tuple(postings[root]) for root in sorted(postings)}, rarity)


def _gains(document: Document, roots: Roots, concepts: Concepts) -> dict[str, float]:
    """What roots gain for standing in the title, the code, the name of the file, a heading or what readers ask for."""
    gains = dict.fromkeys(_counted([*document.sought, *(section.heading for section in document.sections[1:])], roots, concepts), HEADED)
    for text in (document.title, document.extra, _called(document.address)):
        line = [word for word in words(text) if not little(word)]
        for root in _counted([text], roots, concepts):
            gains[root] = max(gains.get(root, 0.0), HEADED + NAMED / math.sqrt(len(line)))
    return gains


def _called(address: str) -> str:
    """The short name that its author gave a page: words of the file's name. A part of a page and an index have none."""
    name = address.rpartition("/")[2].removesuffix(".html")
    return "" if "#" in name or name == "index" else name


def _counts(document: Document, roots: Roots, concepts: Concepts, kind: str, common: Collection[str]) -> tuple[Mapping[str, float], dict[str, int]]:
    """Weighted counts of the document, and for each root the section to land on. A root of the title lands at the top."""
    titled = _counted([document.title, document.extra], roots, concepts)
    sought = [_counted([phrase], roots, concepts) for phrase in document.sought]
    heads = [_counted([section.heading] if number else [], roots, concepts) for number, section in enumerate(document.sections)]
    bodies = [_counted(section.text.split("\n"), roots, concepts) for section in document.sections]
    several = [(_counted([document.title], roots, concepts), TITLE), (_counted([document.extra], roots, concepts), EXTRA)]
    several += [(_counted([document.summary, kind], roots, concepts), SUMMARY)]
    several += [(phrase, SOUGHT) for phrase in sought] + [(head, HEADING) for head in heads] + [(body, TEXT) for body in bodies]
    weighted: defaultdict[str, float] = defaultdict(float)
    for counted, weight in several:
        for root, count in counted.items():
            weighted[root] += weight * count
    best = landings(document, heads, bodies, sought, common)
    return weighted, {root: 0 if root in titled else best.get(root, 0) for root in weighted}


def _counted(texts: Iterable[str], roots: Roots, concepts: Concepts) -> Counter[str]:
    found: Counter[str] = Counter()
    for text in texts:
        line = [word for word in words(text) if not little(word)]
        found.update(map(roots, line))
        found.update(idea(number) for number in concepts.spans(line, roots))
    return found
