"""Leaves out of the theme's rules what only decorates a move: a reader on a weak network waits for each of them before the first picture."""

from __future__ import annotations

import re

from syllabus.export.slim.purge import Rules
from syllabus.export.slim.sheet import Rule, changed, split

_EFFECT = re.compile(r"transition|backface-visibility|scrollbar-color|scrollbar-width|-ms-.*|-(?:webkit|moz)-(?:.*-smoothing|tap-highlight-color)")
_LOOK = re.compile(r"::-webkit-scrollbar|::-ms-|\.(?:abstract|bug|danger|example|failure|info|note|question|quote|success|tip|warning)\b")
"""Bars that scroll, and the theme's colours for kinds of notes: ours have their own."""


def plain(rules: Rules) -> Rules:
    """The rules without effects, and without selectors for looks that the house does not take over."""
    return changed(rules, _plain)


def _plain(rule: Rule) -> Rule:
    return Rule(
        ",".join(selector for selector in split(rule.head, ",") if not _LOOK.search(selector)),
        ";".join(part for part in split(rule.body, ";") if not _EFFECT.fullmatch(part.partition(":")[0])),
    )
