"""Where in a document a reader lands who looks for a word: the section that says most about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from syllabus.export.search.document import Document

HEADING = 2.0
"""What a word in the heading is worth; one in the text is worth less than one, however often it stands there."""
SATURATION, LENGTH = 1.5, 0.75
"""As k1 and b of BM25, over the sections of one document."""
COMMON = 5
"""Documents that share a heading which says where in a page one is, not what is taught there: "Ringkasan", "Skenario", "Rujukan"."""
FRAME = 0.5
"""What a word counts under such a heading, and at the top before any heading."""

Counts = Mapping[str, int]


def common_headings(documents: Sequence[Document]) -> frozenset[str]:
    """Headings that at least `COMMON` documents share."""
    seen = Counter(heading for document in documents for heading in {section.heading for section in document.sections[1:]})
    return frozenset(heading for heading, count in seen.items() if count >= COMMON)


def landings(document: Document, heads: Sequence[Counts], bodies: Sequence[Counts], sought: Sequence[Counts], common: Collection[str]) -> dict[str, int]:
    """The number of the section for every root in headings and texts, and for those of what readers may ask for, a phrase each: such a root
    that stands nowhere leads to where the rest of its phrase does."""
    own = [number > 0 and section.heading not in common for number, section in enumerate(document.sections)]
    average = sum(sum(body.values()) for body in bodies) / len(bodies)
    said: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for number, (head, body) in enumerate(zip(heads, bodies, strict=True)):
        room = SATURATION * (1 - LENGTH + LENGTH * sum(body.values()) / (average or 1.0))
        for root in sorted(head.keys() | body.keys()):
            value = HEADING * head.get(root, 0) + body.get(root, 0) / (body.get(root, 0) + room)
            said[root][number] = value if own[number] or not any(own) else FRAME * value
    best = {root: _most(values) for root, values in said.items()}
    for phrase in sought:
        together: defaultdict[int, float] = defaultdict(float)
        for root in sorted(phrase):
            for number, value in said.get(root, {}).items():
                together[number] += value
        if together:
            best |= {root: _most(together) for root in phrase if root not in best}
    return best


def _most(values: Mapping[int, float]) -> int:
    """The first of those with the highest value."""
    return max(sorted(values), key=lambda number: values[number])
