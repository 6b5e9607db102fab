"""Straight quotation marks become the pair that EYD prints: “petik”, ‘petik tunggal’, and the apostrophe ’."""

from __future__ import annotations

import re

_MARK = re.compile(r"[\"']")
_BEFORE_AN_OPENING = frozenset(" \u00a0\t\n([{<–—-/“‘\u00ad")


def curled(text: str, before: str = "") -> str:
    """The text with curly marks. `before` is the letter that stands before it on the line, if any."""

    def turned(match: re.Match[str]) -> str:
        previous = text[match.start() - 1] if match.start() else before
        opens = not previous or previous in _BEFORE_AN_OPENING
        if match.group() == '"':
            return "“" if opens or (previous == "'" and _opens_at(text, match.start() - 1, before)) else "”"
        return "‘" if opens or (previous == '"' and _opens_at(text, match.start() - 1, before)) else "’"

    return _MARK.sub(turned, text) if '"' in text or "'" in text else text


def _opens_at(text: str, place: int, before: str) -> bool:
    previous = text[place - 1] if place > 0 else before
    return not previous or previous in _BEFORE_AN_OPENING
