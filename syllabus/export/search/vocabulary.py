"""Every word that can be typed and known: the words of the pages and of names, with the root each belongs to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from syllabus.export.search.concepts import Concepts, unsaid
from syllabus.export.search.document import Document
from syllabus.export.search.ranking import Index, idea
from syllabus.export.search.roots import Roots
from syllabus.export.search.words import little, words

ASKED = 1.0
"""How much likelier a guess is that stands in a title, a heading or a name: this is what readers ask for."""


@dataclass(frozen=True)
class Word:
    """Where a word belongs, and how rare it is itself (not its root): of two guesses the commoner word is the likelier one."""

    root: str
    rarity: float


def vocabulary(documents: Sequence[Document], roots: Roots, concepts: Concepts, index: Index) -> Mapping[str, Word]:
    """Words of documents, words of names whose idea stands in a document, and the roots of all of these, in order."""
    found: Counter[str] = Counter()
    told: set[str] = set(concepts.words)
    for document in documents:
        told.update(words(" ".join([document.title, *(part.heading for part in document.sections)])))
        texts = [document.title, document.extra, document.summary, *document.sought, *(text for part in document.sections for text in (part.heading, part.text))]
        found.update({word for text in texts for word in words(text)})
    spoken = {word for word, ideas in concepts.words.items() if any(idea(one) in index.postings for one in ideas)}
    known = {word: roots(word) for word in (*found, *spoken) if not little(word)}
    rarest = math.log(1 + 2 * len(documents))
    entries = {root: Word(root, index.rarity.get(root, rarest)) for root in known.values()}
    named = {word: idea(one) for word, one in unsaid(concepts, roots, index.postings).items() if idea(one) in index.postings}
    for word, root in known.items():
        rarity = math.log(1 + len(documents) / found[word]) if found[word] else rarest
        entries[word] = Word(named.get(word, named.get(root, root)), max(0.0, rarity - ASKED) if word in told else rarity)
    return {word: entries[word] for word in sorted(entries)}
