"""The index as small scripts that the searcher fetches when a question needs them, over the network and from disk alike.

`k*.js`  roots in order, each sharing a beginning with the one before, with its rarity
`p*.js`  for each root its documents, weights and sections
`j*.js`  addresses and titles
`h*.js`  headings and excerpts
`pencari-*.js`  the searcher itself with what every question needs: beginnings of the files, kinds, ideas, little words, stemming rules
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from syllabus.export.search.akar import DEEPEST, FORBIDDEN, PREFIXES, SHORTEST, SUFFIXES
from syllabus.export.search.concepts import LONGEST, Concepts
from syllabus.export.search.document import Document, Kind
from syllabus.export.search.ranking import HIGHEST, Index, Posting, idea
from syllabus.export.search.words import STOP_WORDS

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "'<\\`")
"""Signs of the packed numbers: 88, none of which ends a string or a script."""
HALF = len(DIGITS) // 2
RARITIES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;="
"""Signs of rarity, a quarter each. None of them stands in a root."""
ROOTS_PER_FILE, POSTINGS_PER_FILE, TITLES_PER_FILE, EXCERPTS_PER_FILE = 200, 450, 24, 1000
"""Roots; letters; documents; letters. A large site gets larger files of the first two, `MOST_FILES` of each at most."""
MOST_FILES = 400
MOST_POSTINGS = 1500
"""Documents kept for one root, the best ones."""
_COMMENT = re.compile(r"^[ \t]*(/\*.*?\*/|//.*?)[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Packed:
    """Files by their path beside the searcher, and the searcher's own name."""

    files: Mapping[str, str]
    searcher: str


def pack(
    documents: Sequence[Document], kinds: Sequence[Kind], index: Index, concepts: Concepts, exceptions: Mapping[str, str],
    excerpts: Sequence[Sequence[str]],
) -> Packed:
    """Pack an index. `documents` are in order of kind, as `kinds` lists them."""
    roots = sorted(index.postings)
    per_file = max(ROOTS_PER_FILE, len(roots) // MOST_FILES)
    word_files = [roots[start:start + per_file] for start in range(0, len(roots), per_file)]
    packed = [_postings(index.postings[root]) for root in roots]
    posting_files = list(_filled(packed, max(POSTINGS_PER_FILE, sum(map(len, packed)) // MOST_FILES)))
    title_files = [documents[start:start + TITLES_PER_FILE] for start in range(0, len(documents), TITLES_PER_FILE)]
    excerpt_files = list(_filled((_excerpts(document, texts) for document, texts in zip(documents, excerpts, strict=True)), EXCERPTS_PER_FILE))
    shards: dict[str, Any] = {}
    shards |= {f"k{number}": _words(several, index.rarity) for number, several in enumerate(word_files)}
    shards |= {f"p{number}": " ".join(several) for number, (_, several) in enumerate(posting_files)}
    shards |= {f"j{number}": [[document.address, document.title] for document in several] for number, several in enumerate(title_files)}
    texts = {name: f'CARI("{name}",{_json(value)})\n' for name, value in shards.items()}
    texts |= {f"h{number}": f'CARI("h{number}",[{",".join(several)}])\n' for number, (_, several) in enumerate(excerpt_files)}
    folder = _hash("".join(f"{name}\0{texts[name]}" for name in sorted(texts)))
    core = {
        "folder": folder, "dokumen": len(documents), "kata": [several[0] for several in word_files], "perkata": per_file,
        "pos": _differences(start for start, _ in posting_files), "perjudul": TITLES_PER_FILE, "isi": _differences(start for start, _ in excerpt_files),
        "jenis": list(_kinds(documents, kinds)), "gagasan": list(_ideas(concepts, index)), "terpanjang": LONGEST,
        "khusus": dict(sorted(exceptions.items())), "kecil": " ".join(sorted(STOP_WORDS)), "digit": DIGITS, "jarang": RARITIES, "puncak": HIGHEST,
        "akar": {"awal": PREFIXES, "akhir": SUFFIXES, "larang": sorted(FORBIDDEN), "pendek": SHORTEST, "dalam": DEEPEST},
    }
    searcher = f"var INTI={_json(core)};\n{searcher_code()}"
    name = f"pencari-{_hash(searcher)}.js"
    return Packed({name: searcher} | {f"{folder}/{shard}.js": text for shard, text in texts.items()}, name)


def searcher_code() -> str:
    """The searcher without comments and indents."""
    text = _COMMENT.sub("", (files("syllabus.export.search") / "pencari.js").read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def number(value: int) -> str:
    """A number in as few signs as possible: all but the last are from the upper half of the digits."""
    signs = ""
    while value >= HALF:
        signs += DIGITS[HALF + value % HALF]
        value //= HALF
    return signs + DIGITS[value]


def _words(roots: Sequence[str], rarity: Mapping[str, float]) -> str:
    out, before = [], ""
    for root in roots:
        shared = next((place for place, (one, other) in enumerate(zip(root, before, strict=False)) if one != other), min(len(root), len(before)))
        out.append(DIGITS[shared] + root[shared:] + RARITIES[min(len(RARITIES) - 1, round(rarity[root] * 4))])
        before = root
    return "".join(out)


def _postings(found: Sequence[Posting]) -> str:
    kept = sorted(sorted(found, key=lambda posting: (-posting.weight, posting.document))[:MOST_POSTINGS], key=lambda posting: posting.document)
    out, before = [], 0
    for posting in kept:
        level = max(1, min(len(DIGITS) - 1, round(posting.weight / HIGHEST * (len(DIGITS) - 1))))
        out.append(number(posting.document - before) + DIGITS[level] + number(posting.section))
        before = posting.document
    return "".join(out)


def _excerpts(document: Document, texts: Sequence[str]) -> str:
    return _json([[section.anchor, section.heading, text] for section, text in zip(document.sections, texts, strict=True)])


def _filled(pieces: Iterable[str], most: int) -> Iterator[tuple[int, list[str]]]:
    """Pieces in files of about `most` letters: position of the first piece, and the pieces."""
    start, held, size = 0, list[str](), 0
    for position, piece in enumerate(pieces):
        if held and size + len(piece) > most:
            yield start, held
            start, held, size = position, [], 0
        held.append(piece)
        size += len(piece)
    if held:
        yield start, held


def _kinds(documents: Sequence[Document], kinds: Sequence[Kind]) -> Iterator[tuple[str, int]]:
    for kind in kinds:
        first = next((position for position, document in enumerate(documents) if document.kind == kind.id), None)
        if first is not None:
            yield kind.name, first


def _ideas(concepts: Concepts, index: Index) -> Iterator[str]:
    """The names of each idea in order of its number: "rtl|rencana tindak lanjut". Of an idea that stands nowhere, none."""
    names: dict[int, list[str]] = {}
    for form, ideas in concepts.forms.items():
        for one in ideas:
            names.setdefault(one, []).append(" ".join(form))
    for one in range(max(names, default=-1) + 1):
        yield "|".join(names[one]) if one in names and idea(one) in index.postings else ""


def _differences(starts: Iterable[int]) -> str:
    """Growing numbers, packed as steps from one to the next."""
    out, before = [], 0
    for start in starts:
        out.append(number(start - before))
        before = start
    return "".join(out)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("\u2028", " ").replace("\u2029", " ")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
