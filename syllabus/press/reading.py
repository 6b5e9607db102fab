"""What a PDF says, read back from its bytes: the text of its pages, and its properties and bookmarks."""

from __future__ import annotations

import pypdfium2

_BROKEN = "\ufffe"
"""How PDFium writes a hyphen that only ends a line."""


def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, as viewers search and copy it; a word that is broken at the end of a line is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(page.get_textpage().get_text_range().replace(_BROKEN, "") for page in document)


def words_of_pdf(pdf: bytes) -> str:
    """All text of a PDF, page after page, with its properties and bookmarks."""
    with pypdfium2.PdfDocument(pdf) as document:
        properties = document.get_metadata_dict().values()
        bookmarks = [entry.get_title() for entry in document.get_toc(max_depth=15)]
    return "\n".join([*properties, *bookmarks, *page_texts(pdf)])
