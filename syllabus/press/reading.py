"""What a PDF says, read back from its bytes: the text of its pages, and its properties and bookmarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Callable

    from syllabus.press.helper import Helper

OWN_PAGES: Final = 0.5
"""Share of the pages that is read at home, where a helper reads the others: at home the finished document is put away, too."""
_BROKEN = "\ufffe"
"""How PDFium writes a hyphen that only ends a line."""


class ReadBack(NamedTuple):
    """Bookmarks in order, each with the page (from 0) that it leads to, and the text of each page."""

    bookmarks: tuple[tuple[str, int], ...]
    pages: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """A file that is read back, its later pages by a helper if there is one."""

    helper: Helper | None
    own: int | None = None
    others: Callable[[], tuple[str, ...]] = tuple

    def begin(self, pdf: bytes, pages: int) -> None:
        """Ask the helper for its share."""
        if self.helper is not None:
            self.own = int(pages * OWN_PAGES)
            self.others = self.helper.ask(page_texts, pdf, self.own)

    def of(self, pdf: bytes) -> ReadBack:
        return read_back(pdf, self.own, self.others)


def page_texts(pdf: bytes, first: int = 0, last: int | None = None) -> tuple[str, ...]:
    """The text of each page, as viewers search and copy it; a word that is broken at the end of a line is whole."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _texts(document, first, len(document) if last is None else last)


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def read_back(pdf: bytes, own: int | None = None, others: Callable[[], tuple[str, ...]] = tuple) -> ReadBack:
    """All that the proof of a book needs. Pages from `own` on are taken from `others`."""
    with pypdfium2.PdfDocument(pdf) as document:
        bookmarks = tuple(
            (entry.get_title(), target.get_index() or 0) for entry in document.get_toc(max_depth=15) if (target := entry.get_dest())
        )
        return ReadBack(bookmarks, _texts(document, 0, len(document) if own is None else own) + others())


def words_of_pdf(pdf: bytes) -> str:
    """All text of a PDF, page after page, with its properties and bookmarks."""
    with pypdfium2.PdfDocument(pdf) as document:
        properties = document.get_metadata_dict().values()
        bookmarks = [entry.get_title() for entry in document.get_toc(max_depth=15)]
        return "\n".join([*properties, *bookmarks, *_texts(document, 0, len(document))])


def _texts(document: pypdfium2.PdfDocument, first: int, last: int) -> tuple[str, ...]:
    return tuple(document[number].get_textpage().get_text_range().replace(_BROKEN, "") for number in range(first, last))
