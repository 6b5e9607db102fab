"""Ideas with several names: an acronym and its long form, a term and its synonyms, everyday words for one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from syllabus.export.search.roots import Roots
from syllabus.export.search.words import STOP_WORDS, words

Form = tuple[str, ...]
WHOLE = "="
"""Stands before a name that only the very word answers."""
LONGEST = 7
"""Words of the longest name that is looked for."""


@dataclass(frozen=True)
class Concepts:
    """Names as sequences of roots without little words (a person as a whole word), and the ideas each can stand for."""

    forms: Mapping[Form, tuple[int, ...]]

    def spans(self, line: Sequence[str], roots: Roots) -> Iterator[int]:
        """The ideas whose names stand in a line without little words, once for each time."""
        ends = [roots(word) for word in line]
        for start, word in enumerate(line):
            yield from self.forms.get((WHOLE + word,), ())
            for length in range(1, min(LONGEST, len(line) - start) + 1):
                yield from self.forms.get(tuple(ends[start:start + length]), ())


def concepts(groups: Iterable[Iterable[str]], roots: Roots) -> Concepts:
    """One idea per group of names. A name that leaves no word, or one letter, is no name; an idea needs two names, or one of two words."""
    forms: dict[Form, list[int]] = {}
    number = 0
    for group in groups:
        names = {form for name in group if (form := _form(name, roots)) and len(form[0]) > 1 and len(form) <= LONGEST}
        if len(names) > 1 or any(len(form) > 1 for form in names):
            for form in names:
                forms.setdefault(form, []).append(number)
            number += 1
    return Concepts({form: tuple(ideas) for form, ideas in sorted(forms.items())})


def _form(name: str, roots: Roots) -> Form:
    """A single word for a person (pe- without -an) is kept whole: "pengajar" is not all that has to do with "ajar"."""
    found = [word for word in words(name) if word not in STOP_WORDS]
    if len(found) == 1 and found[0].startswith("pe") and not found[0].endswith(("an", "i")):
        return (WHOLE + found[0],)
    return tuple(roots(word) for word in found)
