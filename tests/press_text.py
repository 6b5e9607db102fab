"""The words of a printed book, and the sample book, printed once a process."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import pypdf

from syllabus.press.book import Printed
from syllabus.press.typeset import typeset
from tests.press_book import assets, book


@cache
def sample() -> Printed:
    made = typeset(book(), assets)
    assert made.pdf, made.problems
    return made


def text_of(pdf: bytes) -> str:
    return "\n".join(pages_of(pdf))


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line breaks and hyphens do not count."""
    return re.sub(r"[\W_]+", "", text)
