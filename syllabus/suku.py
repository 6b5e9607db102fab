"""Where an Indonesian word may be broken: syllables by the rules of EYD V, III.A.

Rules used (Ejaan Bahasa Indonesia yang Disempurnakan, edisi V, pemenggalan kata): between two vowels that
are no
diphthong (bu-ah); before a consonant that stands between vowels (ba-pak); between two consonants that
stand between
vowels (man-di); after the first of three or more (in-struk-tur). `ng`, `ny`, `sy`, `kh` count as one
consonant. Loan
beginnings `eks-` and `trans-` stay whole before a consonant. A suffix stays whole (`latih-an`), and since
a program
cannot know where the stem ends, the break before a last consonant with `-an` is left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SOFT_HYPHEN = "\u00ad"
SHORTEST_WORD = 7
SHORTEST_EDGE = 3

_CHUNK = re.compile(rf"\S{{{SHORTEST_WORD},}}")
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
_ADDRESS = re.compile(r"://|@|_|\w\.\w|\d")
_UNIT = re.compile(r"ng|ny|sy|kh|[a-zà-öø-ÿ]")
_VOWELS = frozenset("aiueoéèêëáàâäíìîïóòôöúùûü")
_SUFFIXES = frozenset({"", "an", "annya", "i", "inya"})
_DIPHTHONGS = frozenset({"ai", "au", "oi", "ei"})

# Words whose morphemes the rules cannot know, written with their right breaks.
_EXCEPTIONS: Mapping[str, str] = MappingProxyType(
    {
        word.replace("-", ""): word
        for word in (
            "ber-akh-lak",
            "ber-o-ri-en-ta-si",
            "mal-ad-mi-nis-tra-si",
            "antar-in-stan-si",
            "antar-unit",
            "antar-umat",
            "pasca-pe-lak-sa-na-an",
            "pra-pe-lak-sa-na-an",
            "ber-in-teg-ri-tas",
            "ber-a-khir",
            "ter-in-teg-ra-si",
            "ke-i-nginan",
            "wi-dya-is-wa-ra",
        )
    }
)
# Roots that begin with a vowel, by the prefix that stands before them: EYD breaks between the two (ber-ubah, not be-rubah).
_ROOTS_AFTER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ber": tuple(
            "akhir akibat alas anak angkat angsur arti asal asas atap edar empat enam identitas ikat imbang ingat integritas interaksi "
            "istirahat obat operasi orientasi ubah ujung ukur ulang untung upaya urus urut usaha usia".split()
        ),
        "ter": tuple("akhir akses angkat arah atas atur ikat ingat integrasi ucap ukur ulang ungkap urai urus urut utama".split()),
        "per": tuple("alat alih atur izin ingat orang ubah usaha".split()),
    }
)


def syllables(word: str) -> tuple[str, ...]:
    """Cut one word at every place where EYD allows a break. Letters and case are kept."""
    lower = word.lower()
    if len(lower) != len(word):
        return (word,)
    if lower in _EXCEPTIONS:
        return _cut(word, _places_of(_EXCEPTIONS[lower]))
    prefix = lower[:3]
    if lower[3:].startswith(_ROOTS_AFTER.get(prefix, ())):
        return _cut(word, [3, *(3 + place for place in _places(lower[3:]))])
    return _cut(word, _places(lower))


def soften(text: str) -> str:
    """Put a soft hyphen at every good break of every longer word.

    Only words of 7 letters or more, at least 3 letters on each side; none in upper case (abbreviations),
    none in
    addresses and codes.
    """
    return _CHUNK.sub(lambda match: _chunk(match.group()), text) if len(text) >= SHORTEST_WORD else text


@lru_cache(maxsize=20_000)  # a book says the same words again and again
def _chunk(chunk: str) -> str:
    if _ADDRESS.search(chunk):
        return chunk
    return _WORD.sub(lambda match: _soft(match.group()), chunk)


@lru_cache(maxsize=20_000)
def _soft(word: str) -> str:
    if len(word) < SHORTEST_WORD or not word[1:].islower():
        return word
    parts: list[str] = []
    line = ""
    pieces = syllables(word)
    passed = 0
    for piece in pieces:
        if line and passed >= SHORTEST_EDGE and len(word) - passed >= SHORTEST_EDGE:
            parts.append(line)
            line = ""
        line += piece
        passed += len(piece)
    return SOFT_HYPHEN.join([*parts, line])


def _cut(word: str, places: list[int]) -> tuple[str, ...]:
    edges = [0, *places, len(word)]
    return tuple(word[start:end] for start, end in pairwise(edges))


def _places_of(broken: str) -> list[int]:
    places: list[int] = []
    passed = 0
    for piece in broken.split("-")[:-1]:
        passed += len(piece)
        places.append(passed)
    return places


def _places(word: str) -> list[int]:
    units = _UNIT.findall(word)
    starts: list[int] = []
    passed = 0
    for unit in units:
        starts.append(passed)
        passed += len(unit)
    vowels = [number for number, unit in enumerate(units) if unit in _VOWELS]
    places: list[int] = []
    skip = False
    for one, two in pairwise(vowels):
        between = two - one - 1
        if between == 0:
            pair = units[one] + units[two]
            if pair in _DIPHTHONGS and not skip and _closes(units, two):
                skip = True
                continue
            places.append(starts[two])
        else:
            places.append(starts[one + _kept(units[one + 1 : two], word[: starts[one + 1]]) + 1])
        skip = False
    return [place for place in places if not _splits_suffix(word, place)]


def _kept(run: list[str], before: str) -> int:
    """How many consonants of a run between two vowels stay with the first vowel."""
    if len(run) > 2 and (run[:2] == ["k", "s"] or (run[:2] == ["n", "s"] and before == "tra")):
        return 2
    return 0 if len(run) == 1 else 1


def _closes(units: list[str], second: int) -> bool:
    """Whether a vowel pair is a diphthong: at the end of the word (pan-tai), also under a suffix (pe-man-tau-an), or before a
    consonant and a vowel (sau-da-ra)."""
    rest = units[second + 1 :]
    return "".join(rest) in _SUFFIXES or (len(rest) > 1 and rest[0] not in _VOWELS and rest[1] in _VOWELS)


def _splits_suffix(word: str, place: int) -> bool:
    """A break before consonant + "an" at the end could cut into a stem (latih-an, latih-an-nya): left out."""
    tail = word[place:].removesuffix("nya")
    return len(tail) > 2 and tail.endswith("an") and not any(letter in _VOWELS for letter in tail[:-2])
