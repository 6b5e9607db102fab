"""What a PDF says, read back from its bytes: the text of its pages, and its properties and bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2

if TYPE_CHECKING:
    from syllabus.press.helper import Helper

OWN_PAGES: Final = 0.5
"""Share of the pages that is read at home, where a helper reads the others: at home bookmarks are read, too."""
_BROKEN = "\ufffe"
"""How PDFium writes a hyphen that only ends a line."""


class ReadBack(NamedTuple):
    """Bookmarks in order, each with the page (from 0) that it leads to, and the text of each page."""

    bookmarks: tuple[tuple[str, int], ...]
    pages: tuple[str, ...]


def page_texts(pdf: bytes, first: int = 0, last: int | None = None) -> tuple[str, ...]:
    """The text of each page, as viewers search and copy it; a word that is broken at the end of a line is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _texts(document, first, len(document) if last is None else last)


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def read_back(pdf: bytes, helper: Helper | None = None) -> ReadBack:
    """All that the proof of a book needs; a helper reads the later pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
        own = pages if helper is None else int(pages * OWN_PAGES)
        others = helper.ask(page_texts, pdf, own) if helper else tuple[str, ...]
        bookmarks = tuple(
            (entry.get_title(), target.get_index() or 0) for entry in document.get_toc(max_depth=15) if (target := entry.get_dest())
        )
        return ReadBack(bookmarks, _texts(document, 0, own) + others())


def words_of_pdf(pdf: bytes) -> str:
    """All text of a PDF, page after page, with its properties and bookmarks."""
    with pypdfium2.PdfDocument(pdf) as document:
        properties = document.get_metadata_dict().values()
        bookmarks = [entry.get_title() for entry in document.get_toc(max_depth=15)]
        return "\n".join([*properties, *bookmarks, *_texts(document, 0, len(document))])


def _texts(document: pypdfium2.PdfDocument, first: int, last: int) -> tuple[str, ...]:
    return tuple(document[number].get_textpage().get_text_range().replace(_BROKEN, "") for number in range(first, last))
