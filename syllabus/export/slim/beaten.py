"""Leaves out declarations that a later rule of the same selector always beats: ours come after the theme's and often say the same things anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from syllabus.export.slim.purge import Rules
from syllabus.export.slim.sheet import Group, Rule, changed, split

_WHOLE = frozenset("animation background border flex font list-style margin outline overflow padding transition".split())
"""Properties that set all those whose names begin with theirs."""
_APART = frozenset("border-collapse border-radius border-spacing outline-offset overflow-wrap".split())
"""The exceptions, as far as sheets speak of them."""


@dataclass(frozen=True)
class _Said:
    """One declaration: the how-manieth rule it stands in, in which groups."""

    rule: int
    around: str
    name: str
    important: bool


def unbeaten(rules: Rules) -> Rules:
    """The rules without what a later one says again: for the same selector, at all times or within the same groups.

    Selectors of one rule that have different things left become rules of their own.
    """
    said: dict[str, list[_Said]] = {}
    for number, (around, rule) in enumerate(_flat(rules, "")):
        if _plain(rule):
            for selector in split(rule.head, ","):
                said.setdefault(selector, []).extend(_Said(number, around, name, _important(value)) for name, value in _declared(rule))
    numbers = iter(range(sum(1 for _ in _flat(rules, ""))))
    return _kept(rules, "", said, numbers)


def shown(theirs: Rules, ours: Rules) -> Rules:
    """The theme's rules without those for marks (`:before`, `:after`) that a rule of ours hides wherever they stand."""
    hidden = {_mark(selector) for around, rule in _flat(ours, "") if not around and rule.body == "display:none" for selector in split(rule.head, ",")} - {""}
    return changed(theirs, lambda rule: Rule(",".join(selector for selector in split(rule.head, ",") if _mark(selector) not in hidden), rule.body))


def _mark(selector: str) -> str:
    """The last part of a selector, where it is a mark of an element; else empty."""
    last = re.split(r"[\s>+~]", selector)[-1]
    return last if re.search(r"[^:]:(before|after)$", last) else ""


def _kept(rules: Rules, around: str, said: dict[str, list[_Said]], numbers: Iterator[int]) -> Rules:
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            inside = _kept(rule.rules, around + rule.head, said, numbers)
            kept += [Group(rule.head, inside)] if inside else []
            continue
        number = next(numbers)
        if not _plain(rule):
            kept.append(rule)
            continue
        left: dict[str, list[str]] = {}
        for selector in split(rule.head, ","):
            body = ";".join(
                f"{name}:{value}" for name, value in _declared(rule)
                if not any(_beats(other, _Said(number, around, name, _important(value))) for other in said[selector])
            )
            left.setdefault(body, []).append(selector)
        kept += [Rule(",".join(selectors), body) for body, selectors in left.items() if body]
    return tuple(kept)


def _beats(later: _Said, earlier: _Said) -> bool:
    covers = later.name == earlier.name or (
        later.name in _WHOLE and earlier.name.startswith(f"{later.name}-") and earlier.name not in _APART
    )
    return covers and later.rule > earlier.rule and later.around in ("", earlier.around) and later.important >= earlier.important


def _flat(rules: Rules, around: str) -> Iterator[tuple[str, Rule]]:
    for rule in rules:
        if isinstance(rule, Group):
            yield from _flat(rule.rules, around + rule.head)
        else:
            yield around, rule


def _plain(rule: Rule) -> bool:
    return not rule.head.startswith("@") and "{" not in rule.body


def _declared(rule: Rule) -> list[tuple[str, str]]:
    return [(name, value) for name, _, value in (part.partition(":") for part in split(rule.body, ";"))]


def _important(value: str) -> bool:
    return value.endswith("!important")
