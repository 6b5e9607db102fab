"""Leaves out of the theme's rules what only decorates a move: a reader on a weak network waits for each of them before the first picture."""

from __future__ import annotations

import re

from syllabus.export.slim.purge import Rules
from syllabus.export.slim.sheet import Rule, changed, split

_EFFECT = re.compile(
    r"transition|backface-visibility|scrollbar-.*|scroll-snap-type|touch-action|font-feature-settings|font-variant-ligatures|color-adjust"
    r"|(?:-webkit-)?box-decoration-break|-ms-.*|-(?:webkit|moz)-(?:.*-smoothing|tap-highlight-color)"
)
_LOOK = re.compile(
    r"::-webkit-scrollbar|::-ms-|:not\(\.focus-visible\)|\.md-sidebar__inner|:not\(\[hidden\]\)~\.md-content"
    r"|\.admonition|\b(?:details|summary)\b|table:not\(\[class\]\)|\.md-typeset h[1-5]\b"
    r"|\.(?:abstract|bug|danger|example|failure|info|note|question|quote|success|tip|warning)\b"
)
"""Bars that scroll and the room they take; notes, folds, tables and headings, which ours draw from the ground (isi.css, kerangka.css)."""


def plain(rules: Rules) -> Rules:
    """The rules without effects, and without selectors for looks that the house does not take over."""
    return changed(rules, _plain)


def _plain(rule: Rule) -> Rule:
    return Rule(
        ",".join(selector for selector in split(rule.head, ",") if not _LOOK.search(selector)),
        ";".join(part for part in split(rule.body, ";") if not _EFFECT.fullmatch(part.partition(":")[0])),
    )
