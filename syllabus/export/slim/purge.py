"""Leaves out of a style sheet what no element of the pages can ever match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syllabus.export.slim.elements import Element
from syllabus.export.slim.selector import Matcher, asks
from syllabus.export.slim.sheet import Group, Rule, split

_CUSTOM = re.compile(r"var\(\s*(--[\w-]+)")
Rules = tuple[Rule | Group, ...]


def names(rules: Rules) -> frozenset[str]:
    """Every element name, class, id and attribute that the selectors speak of."""
    return frozenset(name for rule in flat(rules) if not rule.head.startswith("@")
                     for part in re.split(r"[\s>+~,():]+", rule.head) for name in asks(part))


def purge(rules: Rules, elements: frozenset[Element], scripts: str = "", beside: Rules = ()) -> Rules:
    """The rules that some element can match, then only the custom properties and animations somebody uses.

    Words of `scripts` may become names of elements at any time, and rules `beside` these use what is said here. What stays may be
    too much, never too little.
    """
    kept = _matching(rules, Matcher(elements, scripts))
    while True:
        text = "".join(f"{rule.body};" for rule in flat((*kept, *beside)))
        fewer = _used(kept, frozenset(_CUSTOM.findall(text)), text)
        if fewer == kept:
            return kept
        kept = fewer


def shared_out(rules: Rules, elements: frozenset[Element], first: str) -> tuple[Rules, Rules]:
    """The rules that pages need as they come, and those for what later scripts show; `first` is the script that runs at once.

    A rule of both kinds is shared out by its selectors. At-rules without selectors stay with the first.
    """
    now = _matching(rules, Matcher(elements, first))
    return now, _without(rules, frozenset(_told(now, "")), "")


def flat(rules: Rules) -> Iterator[Rule]:
    """Every rule, those in groups too."""
    for rule in rules:
        if isinstance(rule, Group):
            yield from flat(rule.rules)
        else:
            yield rule


def _told(rules: Rules, around: str) -> Iterator[tuple[str, str, str]]:
    for rule in rules:
        if isinstance(rule, Group):
            yield from _told(rule.rules, around + rule.head)
        else:
            yield from ((around, selector, rule.body) for selector in split(rule.head, ","))


def _without(rules: Rules, told: frozenset[tuple[str, str, str]], around: str) -> Rules:
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            inside = _without(rule.rules, told, around + rule.head)
            kept += [Group(rule.head, inside)] if inside else []
        elif not rule.head.startswith("@"):
            left = [selector for selector in split(rule.head, ",") if (around, selector, rule.body) not in told]
            kept += [Rule(",".join(left), rule.body)] if left else []
    return tuple(kept)


def _matching(rules: Rules, matcher: Matcher) -> Rules:
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            inside = _matching(rule.rules, matcher)
            kept += [Group(rule.head, inside)] if inside else []
        elif rule.head.startswith("@"):
            kept.append(rule)
        else:
            selectors = [part for part in split(rule.head, ",") if matcher.possible(part)]
            kept += [Rule(",".join(selectors), rule.body)] if selectors and rule.body else []
    return tuple(kept)


def _used(rules: Rules, properties: frozenset[str], text: str) -> Rules:
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            kept.append(Group(rule.head, _used(rule.rules, properties, text)))
        elif rule.head.startswith(("@keyframes", "@-webkit-keyframes")):
            kept += [rule] if re.search(rf"animation[^;]*\b{re.escape(rule.head.split()[-1])}\b", text) else []
        else:
            body = ";".join(part for part in split(rule.body, ";") if not part.startswith("--") or part.split(":")[0] in properties)
            kept += [Rule(rule.head, body)] if body else []
    return tuple(kept)
