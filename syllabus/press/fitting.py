"""Words that may be wider than the place they stand in: the typesetter measures them, and tells which are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from syllabus.press.literal import quoted
from syllabus.press.widths import text_width
from syllabus.suku import SOFT_HYPHEN, soften

if TYPE_CHECKING:
    from syllabus.press.blocks import Where
    from syllabus.press.book import Chapter
    from syllabus.press.sheet import Sheet

LABEL = "<luapan>"
"""Under this label the set book holds the numbers of the watched words that were too wide."""
DOUBTFUL = 0.75
"""Share of the width from which on a word is measured: the estimate errs on the wide side."""
_BREAKS = re.compile(r"[ \t\r\n\f/\u200b" + SOFT_HYPHEN + r"]+|(?<=-)(?!\d)")


def watched(sheet: Sheet, chapter: Chapter, text: str, where: Where, hyphenated: bool, look: str = "") -> str:
    """Code that measures the widest word of a text; empty where it surely fits.

    `look` says how it is set where that is not as its surroundings are: `judul: 15pt`, `kode: true`.
    """
    longest = max(map(len, text.split()), default=0)
    if text_width("m" * longest, where.size, where.stretch) <= where.width * DOUBTFUL:
        return ""
    pieces = [piece for piece in _BREAKS.split(soften(text) if hyphenated else text) if piece]
    widest = max(pieces, key=lambda piece: text_width(piece, where.size, where.stretch), default="")
    if text_width(widest, where.size, where.stretch) <= where.width * DOUBTFUL:
        return ""
    number = sheet.next_number(sheet.watched)
    sheet.watched[number] = chapter, text[:80], widest
    return f"jaga({number}, {where.width:.2f}mm, {quoted(widest)}{', ' if look else ''}{look})"
