"""The lines under a result: of each section the sentence that says most of what is found there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from syllabus.export.search.document import Document
from syllabus.export.search.ranking import Index
from syllabus.export.search.roots import Roots
from syllabus.export.search.words import words

MOST = 110
"""Letters of an excerpt at most."""
FULL = 70
"""Letters from which a sentence says something by itself; a shorter one counts less."""
_END = re.compile(r"(?<=[.?!])\s+")


def excerpts(documents: tuple[Document, ...], index: Index, roots: Roots) -> tuple[tuple[str, ...], ...]:
    """An excerpt for every section of every document, in order. A document's first one is its summary, where it has one."""
    wanted: dict[tuple[int, int], dict[str, float]] = {}
    for root, found in index.postings.items():
        for posting in found:
            wanted.setdefault((posting.document, posting.section), {})[root] = index.rarity[root] * posting.weight
    return tuple(
        tuple(
            document.summary if part == 0 and document.summary else _best(section.text, wanted.get((number, part), {}), roots)
            for part, section in enumerate(document.sections)
        )
        for number, document in enumerate(documents)
    )


def _best(text: str, wanted: Mapping[str, float], roots: Roots) -> str:
    def worth(sentence: str) -> float:
        found = {roots(word) for word in words(sentence[:MOST])}
        return sum(wanted.get(root, 0.0) for root in sorted(found)) * min(1.0, len(sentence) / FULL)

    return max((shortened(sentence, MOST) for sentence in _sentences(text)), key=worth, default="")


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from _END.split(line)


def shortened(text: str, most: int) -> str:
    """A text of at most about `most` letters, cut between words."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
