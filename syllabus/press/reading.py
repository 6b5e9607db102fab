"""What a PDF says, read back from its bytes: the text of its pages, and its properties and bookmarks."""

from __future__ import annotations

import pypdfium2

_BROKEN = "\ufffe"
"""How PDFium writes a hyphen that only ends a line."""


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, as viewers search and copy it; a word that is broken at the end of a line is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _texts(document)


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def marked_pages(pdf: bytes) -> tuple[tuple[tuple[str, int], ...], tuple[str, ...]]:
    """Bookmarks in order, each with the page (from 0) that it leads to, and the text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        bookmarks = tuple(
            (entry.get_title(), target.get_index() or 0) for entry in document.get_toc(max_depth=15) if (target := entry.get_dest())
        )
        return bookmarks, _texts(document)


def words_of_pdf(pdf: bytes) -> str:
    """All text of a PDF, page after page, with its properties and bookmarks."""
    with pypdfium2.PdfDocument(pdf) as document:
        properties = document.get_metadata_dict().values()
        bookmarks = [entry.get_title() for entry in document.get_toc(max_depth=15)]
        return "\n".join([*properties, *bookmarks, *_texts(document)])


def _texts(document: pypdfium2.PdfDocument) -> tuple[str, ...]:
    return tuple(page.get_textpage().get_text_range().replace(_BROKEN, "") for page in document)
