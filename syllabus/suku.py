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
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SOFT_HYPHEN = "\u00ad"
SHORTEST_WORD = 7
SHORTEST_EDGE = 3

_CHUNK = re.compile(rf"\S{{{SHORTEST_WORD},}}")
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
_ADDRESS = re.compile(r"://|@|_|\w\.\w|\d")
_VOWELS = "aiueoéèêëáàâäíìîïóòôöúùûü"
_VOWEL = re.compile(f"([{_VOWELS}])")
_CONSONANT = re.compile(r"ng|ny|sy|kh|[a-zà-öø-ÿ]")
_BEFORE_AN = re.compile(f"[^{_VOWELS}]+(?=an(?:nya)?$)")
"""Consonants before a last "an": a break between them, or before them, could cut into a stem (latih-an, latih-an-nya) and is left out."""
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
    return _cut(word, _breaks(word))


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
    last = len(word) - SHORTEST_EDGE
    return SOFT_HYPHEN.join(_cut(word, [place for place in _breaks(word) if SHORTEST_EDGE <= place <= last]))


def _cut(word: str, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(word[start:end] for start, end in pairwise((0, *places, len(word))))


def _breaks(word: str) -> Sequence[int]:
    """How many letters stand before each break."""
    lower = word.lower()
    if len(lower) != len(word):
        return ()
    if lower in _EXCEPTIONS:
        return _places_of(_EXCEPTIONS[lower])
    if lower.startswith(_ROOTS_AFTER.get(lower[:3], ()), 3):
        return [3, *(3 + place for place in _places(lower[3:]))]
    return _places(lower)


def _places_of(broken: str) -> list[int]:
    places: list[int] = []
    passed = 0
    for piece in broken.split("-")[:-1]:
        passed += len(piece)
        places.append(passed)
    return places


def _places(word: str) -> list[int]:
    parts = _VOWEL.split(word)  # consonants, a vowel, consonants, a vowel and so on; consonants at both ends
    places = []
    passed = len(parts[0]) + 1  # the letters up to the vowel before
    skip = False
    for number in range(2, len(parts) - 1, 2):
        between = parts[number]
        if between:
            places.append(passed + _kept(between, word[:passed] == "tra"))
        elif not skip and parts[number - 1] + parts[number + 1] in _DIPHTHONGS and _closes(parts[number + 2 :]):
            skip = True
            passed += 1
            continue
        else:
            places.append(passed)
        skip = False
        passed += len(between) + 1
    stem = _BEFORE_AN.search(word)
    return [place for place in places if not stem or not stem.start() <= place < stem.end()]


@cache  # there are few
def _kept(consonants: str, after_tra: bool) -> int:
    """How many letters of the consonants between two vowels stay with the first vowel."""
    first, *others = _CONSONANT.findall(consonants)
    if len(others) > 1 and (first + others[0] == "ks" or (first + others[0] == "ns" and after_tra)):
        return 2
    return len(first) if others else 0


def _closes(rest: Sequence[str]) -> bool:
    """Whether a vowel pair is a diphthong, by the consonants and vowels behind it: at the end of the word (pan-tai), also under a suffix
    (pe-man-tau-an), or before a consonant and a vowel (sau-da-ra)."""
    return "".join(rest) in _SUFFIXES or (len(rest) > 1 and _CONSONANT.fullmatch(rest[0]) is not None)
