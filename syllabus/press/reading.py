"""What a PDF says, read back from its bytes: the text of its pages, and its properties and bookmarks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from syllabus.press.helper import shared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from syllabus.press.helper import Helper

_BROKEN = "\ufffe"
"""How PDFium writes a hyphen that only ends a line."""


class ReadBack(NamedTuple):
    """Bookmarks in order, each with the page (from 0) that it leads to, and the text of each page."""

    bookmarks: tuple[tuple[str, int], ...]
    pages: tuple[str, ...]


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, as viewers search and copy it; a word that is broken at the end of a line is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _all_texts(document)


def read_back(pdf: bytes, helper: Helper | None = None) -> ReadBack:
    """All that the proof of a book needs; a helper reads as many pages as it can."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = shared(helper, len(document), partial(_texts, document), _texts_of, pdf)
        bookmarks = tuple(
            (entry.get_title(), target.get_index() or 0) for entry in document.get_toc(max_depth=15) if (target := entry.get_dest())
        )
        return ReadBack(bookmarks, tuple(texts()))


def words_of_pdf(pdf: bytes) -> str:
    """All text of a PDF, page after page, with its properties and bookmarks."""
    with pypdfium2.PdfDocument(pdf) as document:
        properties = document.get_metadata_dict().values()
        bookmarks = [entry.get_title() for entry in document.get_toc(max_depth=15)]
        return "\n".join([*properties, *bookmarks, *_all_texts(document)])


def _all_texts(document: pypdfium2.PdfDocument) -> tuple[str, ...]:
    return tuple(_texts(document, range(len(document))).values())


def _texts_of(pdf: bytes, numbers: Iterable[int]) -> dict[int, str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return _texts(document, numbers)


def _texts(document: pypdfium2.PdfDocument, numbers: Iterable[int]) -> dict[int, str]:
    return {number: document[number].get_textpage().get_text_range().replace(_BROKEN, "") for number in numbers}
