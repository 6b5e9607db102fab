"""Whether a selector can match any element of the pages, now or after a script has worked on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from syllabus.export.slim.elements import Element, Kind
from syllabus.export.slim.sheet import split

_FUNCTION = re.compile(r":(not|is|where|has|host|nth-[a-z-]+|lang|dir|-webkit-any|-moz-any)\(", re.IGNORECASE)
_NAME = re.compile(r"[.#]?(?:\\.|[\w-]|[^\x00-\x7f])+|\[[^\]]*\]|::?[\w-]+|\*|&")
_TEST = re.compile(r"""\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*)))?\s*[is]?\s*\]""")
_QUOTED = re.compile(r"""\"((?:[^"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'""")
_DATA = re.compile(r"\bdataset\.(\w+)")
_CAPITAL = re.compile(r"[A-Z]")
_CLASSLESS = ":classless"
"""Stands for `:not([class])`, the one test of absence that is read: nobody takes the last class of an element away."""
_WORKED_OUT = frozenset({"true", "false"})
"""Values of attributes that scripts need not spell out."""
_CHOOSE = frozenset({"is", "where", "-webkit-any", "-moz-any"})
_BESIDE = frozenset("+~")


class Matcher:
    """Looks selectors up among elements. States (`:hover`) always match, siblings need only be somewhere."""

    def __init__(self, elements: frozenset[Element], scripts: str = "") -> None:
        self._elements = elements
        self._said = _spoken(scripts)
        self._known: dict[str, frozenset[Kind]] = {}

    def possible(self, selector: str) -> bool:
        """Whether an element can be there that the selector matches."""
        parts = _compounds(selector)
        if not parts:
            return True
        above = [compound for compound, joint in parts[:-1] if joint not in _BESIDE]
        beside = [compound for compound, joint in parts[:-1] if joint in _BESIDE]
        last, above_kinds = parts[-1][0], [self._kinds(compound) for compound in above]
        if not all(self._kinds(compound) or self._made(compound) for compound in beside):
            return False
        if self._made(last):  # may come to stand anywhere
            return all(kinds or self._made(compound) for kinds, compound in zip(above_kinds, above, strict=True))
        own = self._kinds(last)
        return any(
            kind in own and all(kinds & around or self._made(compound) for kinds, compound in zip(above_kinds, above, strict=True))
            for kind, around in self._elements
        )

    def _made(self, compound: str) -> bool:
        """Whether a script may make an element, or change one, so that it fits: some name it needs is spoken of by a script."""
        plain, choices, _ = _without_functions(compound)
        named = any(self._may_come(name) for name in asks(plain)) or any(self._made(choice) for part in choices for choice in split(part, ","))
        return named and bool(self._kinds(compound))

    def _may_come(self, name: str) -> bool:
        """Whether scripts speak of a name; of an attribute with its value, unless that is worked out (`String(open)`)."""
        words = re.findall(r"[\w-]+", name)
        return f"<{name}" in self._said or (
            name[0] in ".#[" and words[0] in self._said and (name[0] != "[" or not words[1:] or words[1] in self._said | _WORKED_OUT))

    def _kinds(self, compound: str) -> frozenset[Kind]:
        """Kinds of elements that fit a compound, names that scripts may add left aside."""
        if compound not in self._known:
            plain, choices, inner = _without_functions(compound)
            wanted = frozenset(name for name in asks(plain) if not self._may_come(name))
            fitting = frozenset(kind for kind in self._all if wanted <= kind and not ("[class]" in kind and _CLASSLESS in plain))
            for part in choices:
                several = split(part, ",")
                if not any(len(_compounds(choice)) > 1 and self.possible(choice) for choice in several):
                    fitting &= frozenset().union(*(self._kinds(choice) for choice in several if len(_compounds(choice)) == 1))
            if not all(any(self.possible(choice) for choice in split(part, ",")) for part in inner):
                fitting = frozenset()
            self._known[compound] = fitting
        return self._known[compound]

    @cached_property
    def _all(self) -> frozenset[Kind]:
        return frozenset(kind for kind, _ in self._elements)


def _spoken(scripts: str) -> frozenset[str]:
    """Words in the quoted texts of scripts, which may become classes or attributes, and what they set as `dataset.name`.
    Elements stand alone there, or after `<`.

    An element's name is told as `<name`, so that a word of a sentence is none.
    """
    quoted = [text for several in _QUOTED.findall(scripts) for text in several if text]
    words = {word for text in quoted for word in re.findall(r"[\w-]+", text)}
    words |= {f"data-{_CAPITAL.sub(lambda match: f'-{match[0].lower()}', name)}" for name in _DATA.findall(scripts)}
    made = {name.lower() for text in quoted for pair in re.findall(r"^(\w+)$|<(\w+)", text) for name in pair if name}
    return frozenset({f"<{name}" for name in made} | words)


def asks(compound: str) -> Iterator[str]:
    """The names a compound needs; a test of an attribute's part needs the attribute only."""
    for name in _NAME.findall(compound):
        if name.startswith("["):
            test = _TEST.fullmatch(name)
            if test:
                value = next((part for part in test.groups()[2:] if part is not None), "")
                yield f"[{test[1].lower()}={value}]" if test[2] == "=" else f"[{test[1].lower()}]"
        elif name[0] in ".#":
            yield name.replace("\\", "")
        elif name[0] not in ":*&":
            yield name.lower()


def _compounds(selector: str) -> list[tuple[str, str]]:
    """The compounds of a selector, each with what joins it to the next."""
    parts: list[tuple[str, str]] = []
    current, depth = "", 0
    for sign in selector.strip():
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and sign in " >+~\t\n":
            if current:
                parts.append((current, " "))
                current = ""
            if sign in "+~" and parts:
                parts[-1] = (parts[-1][0], sign)
        else:
            current += sign
    return [*parts, (current, "")] if current else parts


def _without_functions(text: str) -> tuple[str, list[str], list[str]]:
    """A compound without `:not(…)` and the like, the choices of its `:is(…)`, and those of its `:has(…)`."""
    plain, choices, inner = "", [], []
    while match := _FUNCTION.search(text):
        depth, end = 1, match.end()
        while depth and end < len(text):
            depth += (text[end] == "(") - (text[end] == ")")
            end += 1
        plain += text[:match.start()]
        if match[1].lower() in _CHOOSE:
            choices.append(text[match.end():end - 1])
        if text[match.start():end] == ":not([class])":
            plain += _CLASSLESS
        if match[1].lower() == "has":
            inner.append(text[match.end():end - 1].lstrip(" >+~"))
        text = text[end:]
    return plain + text, choices, inner
