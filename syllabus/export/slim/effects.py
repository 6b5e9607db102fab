"""Leaves out of the theme's rules what only decorates a move: a reader on a weak network waits for each of them before the first picture."""

from __future__ import annotations

import re

from syllabus.export.slim.purge import Rules
from syllabus.export.slim.sheet import Group, Rule, split

_EFFECT = re.compile(r"transition|backface-visibility|scrollbar-color|scrollbar-width|-ms-.*|-(?:webkit|moz)-(?:.*-smoothing|tap-highlight-color)")
_LOOK = re.compile(r"::-webkit-scrollbar|::-ms-|\.(?:abstract|bug|danger|example|failure|info|note|question|quote|success|tip|warning)\b")
"""Bars that scroll, and the theme's colours for kinds of notes: ours have their own."""


def plain(rules: Rules) -> Rules:
    """The rules without effects, and without selectors for looks that the house does not take over."""
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            kept.append(Group(rule.head, plain(rule.rules)))
        elif rule.head.startswith("@"):
            kept.append(rule)
        else:
            head = ",".join(selector for selector in split(rule.head, ",") if not _LOOK.search(selector))
            body = ";".join(part for part in split(rule.body, ";") if not _EFFECT.fullmatch(part.partition(":")[0]))
            kept += [Rule(head, body)] if head and body else []
    return tuple(kept)
