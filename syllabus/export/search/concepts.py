"""Ideas with several names: an acronym and its long form, a term and its synonyms, everyday words for one thing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from syllabus.export.search.roots import Roots
from syllabus.export.search.words import little, words

Form = tuple[str, ...]
WHOLE = "="
"""Stands before a name that only the very word answers."""
LONGEST = 7
"""Words of the longest name that is looked for."""


@dataclass(frozen=True)
class Concepts:
    """Names as sequences of roots without little words (a person as a whole word), and the ideas each can stand for."""

    forms: Mapping[Form, tuple[int, ...]]
    words: Mapping[str, frozenset[int]]
    """The words that names are written with, and the ideas they help to name."""

    def spans(self, line: Sequence[str], roots: Roots) -> Iterator[int]:
        """The ideas whose names stand in a line without little words, once for each time."""
        ends = [roots(word) for word in line]
        for start, word in enumerate(line):
            yield from self.forms.get((WHOLE + word,), ())
            for length in range(1, min(LONGEST, len(line) - start) + 1):
                yield from self.forms.get(tuple(ends[start:start + length]), ())


def bare(form: Form) -> str:
    """The words of a name without the sign of a whole word."""
    return " ".join(form).removeprefix(WHOLE)


def unsaid(concepts: Concepts, roots: Roots, said: Container[str]) -> dict[str, int]:
    """Names of one word and of one idea that no page says: readers who type one mean the idea, so that it can be its root."""
    composed = {root for form in concepts.forms if len(form) > 1 for root in form}
    out: dict[str, int] = {}
    for form, ideas in concepts.forms.items():
        word = bare(form)
        if len(form) == len(ideas) == 1 and not {word, roots(word)} & composed and word not in said and roots(word) not in said:
            out[word] = ideas[0]
    return out


def concepts(groups: Iterable[Iterable[str]], roots: Roots) -> Concepts:
    """One idea per group of names. A name that leaves no word, or one letter, is no name; an idea needs two names, or one of two words."""
    forms: dict[Form, list[int]] = {}
    said: dict[str, set[int]] = {}
    number = 0
    for group in groups:
        spelt = [spelling for name in group for spelling in _spellings(name)]
        names = {form: line for line in spelt if (form := _form(line, roots)) and len("".join(line)) > 1 and len(form) <= LONGEST}
        if len(names) > 1 or any(len(form) > 1 for form in names):
            for form, line in names.items():
                forms.setdefault(form, []).append(number)
                for word in line:
                    said.setdefault(word, set()).add(number)
            number += 1
    return Concepts({form: tuple(ideas) for form, ideas in sorted(forms.items())}, {word: frozenset(said[word]) for word in sorted(said)})


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name; of one with a hyphen also what it is when written together: "pre-test" and "pretest"."""
    yield tuple(word for word in words(name) if not little(word))
    if "-" in name:
        yield tuple(word for word in words(name.replace("-", "")) if not little(word))


def _form(line: Sequence[str], roots: Roots) -> Form:
    """A single word for a person (pe- without -an) is kept whole: "pengajar" is not all that has to do with "ajar"."""
    if len(line) == 1 and line[0].startswith("pe") and not line[0].endswith(("an", "i")):
        return (WHOLE + line[0],)
    return tuple(roots(word) for word in line)
