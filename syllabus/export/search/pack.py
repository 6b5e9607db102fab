"""The index as small scripts that the searcher fetches when a question needs them, over the network and from disk alike.

`k*.js`  words in order, each with its rarity and how to cut its root out of it
`p*.js`  for each root its rarity, documents, weights and sections
`j*.js`  addresses and titles
`h*.js`  headings and excerpts
`semua.js`  all of these in one, for readers who take a small site along
`pencari-*.js`  the searcher itself with what every question needs: beginnings of the files, kinds, ideas, little words, stemming rules

Sections are numbered through the whole site. A document is known by the number of its first section, so that the file which holds
a title or an excerpt follows from a number alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from syllabus.export.search.akar import DEEPEST, FORBIDDEN, PREFIXES, SHORTEST, SPOKEN, SUFFIXES
from syllabus.export.search.concepts import LONGEST, Concepts, bare
from syllabus.export.search.document import Document, Kind
from syllabus.export.search.pencari import searcher_code
from syllabus.export.search.ranking import HIGHEST, Index, Posting, idea
from syllabus.export.search.signs import COMMON, DIGITS, cut, number, rare, shared
from syllabus.export.search.vocabulary import Word
from syllabus.export.search.words import STOP_WORDS

WORDS, POSTINGS, TITLES, EXCERPTS = 500, 450, 64, 4
"""Size of a file: letters; letters; sections; sections. A large site gets larger files of the first two, `MOST_FILES` of each at most."""
MOST_FILES = 2500
WHOLE = 500_000
"""Letters up to which everything is also written in one file."""
LEVELS = 29
"""Weights are told as one of so many: finer ones find nothing better and weigh more."""
MOST_POSTINGS = 200
"""Documents kept for one root, the best ones."""


@dataclass(frozen=True)
class Packed:
    """Files by their path beside the searcher, the searcher's own name, and the whole texts that were read, by address."""

    files: Mapping[str, str]
    searcher: str
    read: Mapping[str, str]


def pack(
    documents: Sequence[Document], kinds: Sequence[Kind], index: Index, concepts: Concepts, words: Mapping[str, Word],
    exceptions: Mapping[str, str], excerpts: Sequence[Sequence[str]],
) -> Packed:
    """Pack an index. `documents` are in order of kind, as `kinds` lists them."""
    first = [0, *accumulate(len(document.sections) for document in documents)]
    word_files = list(_filed(_words(words), WORDS))
    posting_files = list(_filed(_postings(index, first), POSTINGS))
    shards: dict[str, Any] = {}
    shards |= {f"k{place}": "".join(pieces) for place, (_, pieces) in enumerate(word_files)}
    shards |= {f"p{place}": " ".join(pieces) for place, (_, pieces) in enumerate(posting_files)}
    shards |= {f"j{place}": held for place, held in _titles(documents, first)}
    sections = [[part.anchor, part.heading, text] for document, texts in zip(documents, excerpts, strict=True)
                for part, text in zip(document.sections, texts, strict=True)]
    shards |= {f"h{start // EXCERPTS}": sections[start:start + EXCERPTS] for start in range(0, len(sections), EXCERPTS)}
    files = {name: f'CARI("{name}",{_json(value)})\n' for name, value in shards.items()}
    whole = "".join(files[name] for name in sorted(files))
    if len(whole) <= WHOLE:
        files["semua"] = whole
    folder = _hash("".join(f"{name}\0{files[name]}" for name in sorted(files)))
    core = {
        "folder": folder, "kata": _beginnings(word_files), "pos": _beginnings(posting_files), "perjudul": TITLES, "perisi": EXCERPTS,
        "jenis": list(_kinds(documents, kinds, first)), "gagasan": list(_ideas(concepts, index, words)), "terpanjang": LONGEST,
        "khusus": dict(sorted(exceptions.items())), "kecil": " ".join(sorted(STOP_WORDS)), "digit": DIGITS, "jarang": COMMON, "tingkat": LEVELS, "puncak": HIGHEST,
        "akar": {"awal": PREFIXES, "akhir": SUFFIXES, "larang": sorted(FORBIDDEN), "lisan": SPOKEN, "pendek": SHORTEST, "dalam": DEEPEST},
    }
    searcher = f"var INTI={_json(core)};\n{searcher_code()}"
    name = f"pencari-{_hash(searcher)}.js"
    return Packed({name: searcher} | {f"{folder}/{shard}.js": text for shard, text in files.items()}, name, {one.address: one.whole for one in documents})




def _words(words: Mapping[str, Word]) -> Iterator[tuple[str, str]]:
    for word, entry in words.items():
        sort, how = cut(word, entry.root)
        yield word, rare(entry.rarity, 4, sort) + how


def _postings(index: Index, first: Sequence[int]) -> Iterator[tuple[str, str]]:
    for root in sorted(index.postings):
        yield root, rare(index.rarity[root]) + _packed(index.postings[root], first)


def _packed(found: Sequence[Posting], first: Sequence[int]) -> str:
    kept = sorted(sorted(found, key=lambda posting: (-posting.weight, posting.document))[:MOST_POSTINGS], key=lambda posting: posting.document)
    out, before = [], 0
    for posting in kept:
        level = min(LEVELS, max(1, round(posting.weight / HIGHEST * LEVELS)))
        out.append(number(first[posting.document] - before) + DIGITS[level] + number(posting.section))
        before = first[posting.document]
    return "".join(out)


def _filed(pieces: Iterable[tuple[str, str]], least: int) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """Words with their signs in files of about so many letters: the last word before the file and its first, and what it holds."""
    every = list(pieces)
    most = max(least, sum(len(word) + len(signs) for word, signs in every) // MOST_FILES)
    border, held, size, before, last = ("", ""), list[str](), 0, "", ""
    for word, signs in every:
        if held and size > most:
            yield border, held
            held, size, before = [], 0, ""
        if not held:
            border = last, word
        piece = DIGITS[shared(word, before)] + word[shared(word, before):] + signs
        held.append(piece)
        size += len(piece)
        before = last = word
    if held:
        yield border, held


def _beginnings(files: Iterable[tuple[tuple[str, str], list[str]]]) -> str:
    """For each file the shortest beginning of its first word that is after the last word before it."""
    return " ".join(word[:shared(word, before) + 1] for (before, word), _ in files)


def _titles(documents: Sequence[Document], first: Sequence[int]) -> Iterator[tuple[int, list[int | str]]]:
    """Documents by the file of their first section: for each its place in the file, address and title."""
    held: dict[int, list[int | str]] = {}
    for document, start in zip(documents, first, strict=False):
        held.setdefault(start // TITLES, []).extend((start % TITLES, document.address, document.title))
    yield from sorted(held.items())


def _kinds(documents: Sequence[Document], kinds: Sequence[Kind], first: Sequence[int]) -> Iterator[tuple[str, int]]:
    for kind in kinds:
        begin = next((start for document, start in zip(documents, first, strict=False) if document.kind == kind.id), None)
        if begin is not None:
            yield kind.name, begin


def _ideas(concepts: Concepts, index: Index, words: Mapping[str, Word]) -> Iterator[str]:
    """The names of each idea in order of its number: "rtl|rencana tindak lanjut". Of an idea that stands nowhere, none; nor a name that
    is known by its word."""
    names: dict[int, list[str]] = {}
    for form, ideas in concepts.forms.items():
        entry = words.get(bare(form))
        for one in ideas if entry is None or entry.root != idea(ideas[0]) else ():
            names.setdefault(one, []).append(" ".join(form))
    for one in range(max(names, default=-1) + 1):
        yield "|".join(names[one]) if one in names and idea(one) in index.postings else ""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("\u2028", " ").replace("\u2029", " ")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
