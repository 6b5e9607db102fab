"""Reading proof: everything that a reader sees on the pages of the site stands in the finished book, and all of a loose sheet on its paper."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from syllabus.press.front import running_foot
from syllabus.press.sheet import place_of
from syllabus.press.tree import INLINE, Node, read
from syllabus.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from syllabus.place import Place
    from syllabus.press.book import Book, Chapter
    from syllabus.press.reading import ReadBack

LEAST = 8
"""Letters from which on a part of a text is taken for what it is and not for chance."""
NEAR = 2_000
"""Letters after a text within which the next one is looked for first: further on, a short one is found in any book."""
MOST_CUTS = 3
"""So often may something stand in the middle of one text: a footnote at the end of a page, the head of a table on the next."""
_RUNS = re.compile(r"[^\W_]+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Words:
    """What a chapter says on the web: its headings, and its paragraphs, items and cells; each as it stands, and squeezed."""

    headings: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]


def words_of(tree: Node) -> Words:
    """Gather the words of a chapter."""
    return Words(
        tuple((node.text, squeezed(node.text)) for node in tree.all if node.tag in _HEADINGS),
        tuple((text, words) for text in lines(tree) if text and not text.isspace() and (words := squeezed(text))),
    )


def losses(book: Book, printed: ReadBack, known: Sequence[Words] = ()) -> Iterator[Problem]:
    """Every heading that is no bookmark, and every paragraph, item and cell whose words are not on the pages of its chapter.

    Compared are letters and digits alone: hyphens, quotation marks and breaks of lines differ on purpose. All depths
    of headings count, also those that the printed contents leave out. `known` are the words of the chapters, where they
    have been gathered already.
    """
    chapters = [chapter for part in book.parts for chapter in part.chapters]
    said = known or [words_of(read(chapter.html)) for chapter in chapters]
    bookmarks, texts = printed
    starts = _starts(chapters, bookmarks)
    for number, (chapter, words) in enumerate(zip(chapters, said, strict=True)):
        first, start = starts[number]
        if start is None:
            yield _lost(chapter, chapter.title, "Judul bab")
            continue
        following = [other for other in starts[number + 1 :] if other[1] is not None]
        last, end = following[0] if following else (len(texts), len(bookmarks))
        yield from _headings(chapter, words, [title for title, _ in bookmarks[start:end]])
        yield from _texts(chapter, words, _running(book, chapter, texts[first:last]))


def sheet_losses(chapter: Chapter, tree: Node, head: Sequence[str], foot: str, place: Place, pages: Sequence[str]) -> Iterator[Problem]:
    """Every text of a loose sheet that is not on its pages: of its body, of its head (letterhead, title), and the foot of each page.

    `pages` are the texts of the finished file. Told at the author's line, else at `place`.
    """
    running = squeezed(foot)
    read_back = [squeezed(page) for page in pages]
    printed = "".join(re.sub(rf"{re.escape(running)}halaman\d+dari\d+", "", page) for page in read_back)
    lost = [text for text in head if squeezed(text) not in printed]
    lost += [foot for page in read_back if running not in page]
    for problem in (*(_lost(chapter, text, "Teks") for text in lost), *_texts(chapter, words_of(tree), printed)):
        yield problem if problem.place.line > 1 else replace(problem, place=place)


def squeezed(text: str) -> str:
    """Letters and digits only, in one form."""
    return "".join(_RUNS.findall(unicodedata.normalize("NFKC", text))).casefold()


def _starts(chapters: Sequence[Chapter], bookmarks: Sequence[tuple[str, int]]) -> list[tuple[int, int | None]]:
    """Page and position in the bookmarks of each chapter, looked for in order; position None where there is none."""
    found: list[tuple[int, int | None]] = []
    after = 0
    for chapter in chapters:
        wanted = squeezed(chapter.title)
        position = next((number for number in range(after, len(bookmarks)) if squeezed(bookmarks[number][0]) == wanted), None)
        found.append((0 if position is None else bookmarks[position][1], position))
        after = after if position is None else position + 1
    return found


def _running(book: Book, chapter: Chapter, pages: Sequence[str]) -> str:
    """The words of a chapter's pages as they run on from one to the next, without the head and foot between them."""
    foot, number = re.escape(squeezed(running_foot(book))), r"halaman\d+dari\d+"
    last = re.compile(rf"(?:{number}{foot}|{foot}{number})$")
    first = re.compile(rf"^(?:draf)?(?:{re.escape(squeezed(book.title))}|{re.escape(squeezed(chapter.title))})")
    bodies = [last.sub("", squeezed(page)) for page in pages]
    return "".join(first.sub("", body) if position else body for position, body in enumerate(bodies))


def _headings(chapter: Chapter, said: Words, titles: Sequence[str]) -> Iterator[Problem]:
    """The headings of a chapter, in order, against its bookmarks."""
    left = [squeezed(title) for title in titles]
    title = squeezed(chapter.title)
    for text, words in said.headings:
        if words and words in left:
            left = left[left.index(words) + 1 :] if words != title else left
        elif words and words != title:
            yield _lost(chapter, text, "Judul")


def _texts(chapter: Chapter, said: Words, printed: str) -> Iterator[Problem]:
    place = 0
    for text, words in said.texts:
        found = printed.find(words, place, place + NEAR)  # most stand in the same order
        if found < 0 and len(words) >= LEAST:
            found = printed.find(words)
        if found >= 0:
            place = found
        elif not _stands(words, printed, MOST_CUTS):
            yield _lost(chapter, " ".join(text.split()), "Teks")


def lines(node: Node) -> Iterator[str]:
    """The words of a tree, one text for each paragraph, item or cell, cut where the press adds something: a page number
    behind a link, a note of its own."""
    text = ""
    for child in node.children:
        if isinstance(child, str):
            text += child
        elif child.tag in INLINE and child.tag not in ("a", "sup", "label") and (not child.elements or all(inner.tag in INLINE for inner in child.all)):
            text += "".join(child.texts())
        else:
            yield text
            text = ""
            if child.tag != "sup" and not (node.classes and child.text.lower() in node.classes):  # a note without a title of its own is named by its kind
                yield from lines(child)
    yield text


def _stands(wanted: str, printed: str, cuts: int) -> bool:
    """Whether a text is printed, whole or cut."""
    if wanted in printed:
        return True
    if not cuts:
        return False
    least, most = 0, len(wanted)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if wanted[:middle] in printed else (least, middle - 1)
    return least >= LEAST and _stands(wanted[least:], printed, cuts - 1)


def _lost(chapter: Chapter, text: str, what: str) -> Problem:
    shown = text if len(text) <= 60 else f"{text[:57]}..."
    return Problem(
        "CTK09", place_of(chapter, text), f'{what} "{shown}" tidak sampai ke {chapter.printed_as} cetak.', "Laporkan kepada pengelola.",
        subject=chapter.subject,
    )
