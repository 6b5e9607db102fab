"""What only facilitators may read, as words to look for in everything that is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from syllabus.curriculum import Curriculum
from syllabus.pages import for_facilitator

LEAST_LETTERS = 25
"""Shorter texts ("Ya.") stand in public pages by chance and say nothing about a leak."""


def withheld(curriculum: Curriculum) -> tuple[tuple[str, str], ...]:
    """Squeezed texts and where each comes from.

    An answer that the prose of a public page gives word for word is no secret: its author said it there. Test items
    have no such excuse.
    """
    prose = "\n".join(squeezed(page.body) for page in curriculum.pages.values() if not for_facilitator(page))
    items = [(squeezed(text), origin) for text, origin in _items(curriculum)]
    guides = [(words, origin) for text, origin in _guides(curriculum) if (words := squeezed(text)) not in prose]
    return tuple((words, origin) for words, origin in (*items, *guides) if len(words) >= LEAST_LETTERS)


def squeezed(text: str) -> str:
    """Letters and digits only, so that markup, hyphens and line ends cannot hide a sentence."""
    return re.sub(r"[\W_]+", "", unescape(text).casefold())


def _items(curriculum: Curriculum) -> Iterator[tuple[str, str]]:
    for bank in curriculum.items.values():
        for item in bank.value.items:
            if item.secret:
                yield item.text, f"butir {item.id}"
                yield item.explanation, f"pembahasan {item.id}"


def _guides(curriculum: Curriculum) -> Iterator[tuple[str, str]]:
    for entry in (*curriculum.lessons, *curriculum.common.values()):
        for scenario in entry.value.scenarios:
            yield from ((text, f"jawaban skenario {scenario.id}") for text in scenario.expected)
        notes = entry.value.notes
        if notes:
            texts = (
                *notes.preparation, notes.opening_question, notes.reopening_question or "", *(trap.wrong for trap in notes.traps),
                *(trap.right for trap in notes.traps), *(pair.question for pair in notes.expected),
                *(pair.answer for pair in notes.expected), notes.closing or "",
            )
            yield from ((text, f"catatan fasilitator {entry.value.code}") for text in texts)
    for module in curriculum.modules.values():
        for sheet in module.value.worksheets:
            yield from ((text, f"kunci lembar kerja {sheet.id}") for text in sheet.answers)
