"""Custom properties that are only another name of one: what asks for them asks for that one instead."""

from __future__ import annotations

import re

from syllabus.export.slim.purge import Rules, flat
from syllabus.export.slim.sheet import Rule, changed, split

_ONE = re.compile(r"var\((--[\w-]+)\)")
_ASKED = re.compile(r"var\((--[\w-]+)(?=[,)])")


def unaliased(rules: Rules) -> Rules:
    """The rules with the last name of every alias: a property that says `var(--other)`, and the same one, wherever it is said.

    Ours name the theme's colours so, at the root and the body, where the colours themselves are said (assets/gaya/kerangka.css).
    """
    said: dict[str, set[str]] = {}
    for rule in flat(rules):
        for name, _, value in (part.partition(":") for part in split(rule.body, ";")):
            said.setdefault(name, set()).add(value)
    alias = {name: match[1] for name, values in said.items()
             if name.startswith("--") and len(values) == 1 and (match := _ONE.fullmatch(min(values)))}

    def last(name: str) -> str:
        return last(alias[name]) if name in alias else name

    def named(rule: Rule) -> Rule:
        kept = (part for part in split(rule.body, ";") if part.partition(":")[0] not in alias)
        return Rule(rule.head, ";".join(_ASKED.sub(lambda match: f"var({last(match[1])}", part) for part in kept))

    return changed(rules, named)
