"""Numbers, rarities and cuts in as few signs as possible, none of which ends a string or a script."""

from __future__ import annotations

DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "'<\\`")
"""Signs of packed numbers: 88 of them."""
COMMON = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;=>?@[]^_{|}"
"""Signs of rarity, from common to rare. None of them stands in a word."""
STEP = 0.2
"""Rarity (natural logarithm) from one sign to the next."""
HALF = len(DIGITS) // 2
SELF, CUT, MELTED, TOLD = range(4)
"""How a root is told: it is the word; by letters that go; by these and one that comes before; in letters of its own."""
_MOST = 9


def number(value: int) -> str:
    """A number: all signs but the last are from the upper half of the digits."""
    signs = ""
    while value >= HALF:
        signs += DIGITS[HALF + value % HALF]
        value //= HALF
    return signs + DIGITS[value]


def rare(rarity: float, sorts: int = 1, sort: int = 0) -> str:
    """A rarity; with one of several sorts in the same sign it is told in coarser steps."""
    most = len(COMMON) // sorts - 1
    return COMMON[min(most, round(rarity / STEP / sorts)) * sorts + sort]


def cut(word: str, root: str) -> tuple[int, str]:
    """How a word's root is told, and the signs that do: letters that go from its beginning and its end are one sign."""
    if word == root:
        return SELF, ""
    for sort, rest in ((CUT, root), (MELTED, root[1:])):
        start = word.find(rest)
        end = len(word) - start - len(rest)
        if rest and 0 <= start < _MOST and end < _MOST:
            return sort, root[: sort == MELTED] + DIGITS[start * _MOST + end]
    return TOLD, f"{root} "


def shared(word: str, other: str) -> int:
    """Letters that both words begin with."""
    return next((place for place, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), min(len(word), len(other)))
