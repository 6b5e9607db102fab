"""The root of an Indonesian word. The rules are a table that the browser's searcher gets too, so both take words apart alike.

Prefixes and suffixes come off one at a time. After each, what is left is accepted only if it is a known root, so that
"menilai" ends at "nilai" and not at "nila". Fewer affixes win over more; the order of the table settles the rest.
Affixes as in the standard grammar (Tata Bahasa Baku Bahasa Indonesia): meN- and peN- melt k, p, s and t. Last come those of everyday
speech, as readers type them: "nulis", "ngasih", "nyusun", "milih", "tolongin".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

SHORTEST = 3
"""Letters of the shortest root that is looked for."""
DEEPEST = 5
"""Affixes that are taken off one word at most ("di-per-timbang-kan-nya" carries four)."""

PREFIXES: tuple[tuple[str, str, str, str], ...] = (
    # family, letters that go, what may follow, letters that come back
    ("me", "memper", "", ""), ("di", "diper", "", ""), ("di", "di", "", ""), ("ter", "ter", "", ""), ("ber", "ber", "", ""),
    ("per", "per", "", ""), ("me", "menge", "", ""), ("pe", "penge", "", ""),
    ("me", "meng", "aiueoghk", ""), ("me", "meng", "aiueo", "k"), ("me", "meny", "aiueo", "s"),
    ("me", "men", "cdjtsz", ""), ("me", "me", "", ""), ("me", "men", "aiueo", "t"), ("me", "mem", "bpfv", ""), ("me", "mem", "aiueo", "p"),
    ("pe", "peng", "aiueoghk", ""), ("pe", "peng", "aiueo", "k"), ("pe", "peny", "aiueo", "s"),
    ("pe", "pen", "cdjtsz", ""), ("pe", "pe", "", ""), ("pe", "pen", "aiueo", "t"), ("pe", "pem", "bpfv", ""), ("pe", "pem", "aiueo", "p"),
    ("ke", "ke", "", ""), ("se", "se", "", ""), ("te", "te", "r", ""), ("be", "be", "kr", ""), ("ku", "ku", "", ""), ("kau", "kau", "", ""),
    ("ti", "ketidak", "", ""), ("ti", "tidak", "", ""), ("non", "non", "", ""), ("pra", "pra", "", ""), ("pasca", "pasca", "", ""),
    ("ng", "ng", "aiueo", ""), ("ng", "ng", "aiueo", "k"), ("ng", "ng", "aiueo", "h"), ("ng", "nge", "", ""), ("ng", "ny", "aiueo", "s"),
    ("ng", "ny", "aiueo", "c"), ("ng", "n", "aiueo", "t"), ("ng", "m", "aiueo", "p"),
)
SUFFIXES: tuple[tuple[str, int, str], ...] = (
    # letters that go, place in the word (an outer suffix has a lower number), letters that come back
    ("nya", 2, ""), ("lah", 1, ""), ("kah", 1, ""), ("pun", 1, ""), ("ku", 2, ""), ("mu", 2, ""),
    ("kan", 3, ""), ("an", 3, ""), ("i", 3, ""), ("isasi", 3, ""), ("isme", 3, ""), ("itas", 3, ""), ("in", 3, ""),
)
FORBIDDEN = frozenset({
    ("me", "an"), ("di", "an"), ("ter", "an"), ("ber", "i"), ("ke", "i"), ("ke", "kan"), ("se", "i"), ("se", "kan"), ("pe", "i"), ("pe", "kan"),
    ("me", "in"), ("ber", "in"), ("ter", "in"), ("per", "in"), ("ke", "in"), ("se", "in"), ("te", "in"), ("be", "in"), ("pe", "in"),
})
"""Pairs of prefix family and suffix that no word carries around one root."""

SPOKEN = "ng"
"""The family of everyday speech: it stands alone before a root."""

Known = Callable[[str], bool]
_Cut = tuple[str, tuple[str, ...], tuple[str, ...], int]  # what is left, families of prefixes, suffixes, innermost suffix's place


def root(word: str, known: Known, exceptions: Mapping[str, str]) -> str | None:
    """The root of a word in small letters, or None where no known root is in it."""
    if word in exceptions:
        return exceptions[word]
    seen = {word}
    layer: list[_Cut] = [(word, (), (), 0)]
    for _ in range(DEEPEST + 1):
        for left, *_rest in layer:
            if left in exceptions:
                return exceptions[left]
            if known(left):
                return left
        following: list[_Cut] = []
        for cut in layer:
            for shorter in _cuts(cut):
                if shorter[0] not in seen:
                    seen.add(shorter[0])
                    following.append(shorter)
        layer = following
    return None


def _cuts(cut: _Cut) -> Iterator[_Cut]:
    """Everything that one more affix off can leave, suffixes first."""
    word, families, suffixes, place = cut
    for suffix, where, back in SUFFIXES:
        left = word.removesuffix(suffix) + back
        inner = place == 0 or where > place
        if word.endswith(suffix) and inner and len(left) >= SHORTEST and not _clash(families, suffix):
            yield left, families, (*suffixes, suffix), where
    for family, prefix, follow, back in PREFIXES:
        rest = word[len(prefix):]
        left = back + rest
        if not word.startswith(prefix) or len(left) < SHORTEST or (follow and rest[0] not in follow) or family in families or (families and SPOKEN in (family, *families)):
            continue
        if families or not any((family, suffix) in FORBIDDEN for suffix in suffixes):
            yield left, (*families, family), suffixes, place


def _clash(families: tuple[str, ...], suffix: str) -> bool:
    return bool(families) and (families[0], suffix) in FORBIDDEN
