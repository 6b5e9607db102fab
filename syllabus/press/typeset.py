"""One call from a book to its PDF: write, set, finish, and prove that nothing was lost."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from syllabus.place import Place
from syllabus.press.book import Assets, Book, Printed
from syllabus.press.helper import Helper, spare_core
from syllabus.problem import Problem, in_order
from syllabus.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.proof import Words
    from syllabus.press.tree import Node

MOST_PAGES = 400
"""Above this many pages a book needs more than 1 GiB of memory and should be split."""


@uncollected()
def typeset(book: Book, assets: Assets, hyphenate: bool = True, helped: bool = False) -> Printed:
    """Print a book. Same book, same bytes. Never raises for what authors wrote; faults come back as problems.

    `hyphenate` off saves about half of the time, for previews. `helped` is for a book that is printed alone: a helper takes a share
    of its pages, where there is a core for it.
    """
    if not helped or not spare_core():
        return _typeset(book, assets, hyphenate, None)
    with Helper(_get_ready_to_help) as helper:
        return _typeset(book, assets, hyphenate, helper)


def _typeset(book: Book, assets: Assets, hyphenate: bool, helper: Helper | None) -> Printed:
    # Read in only now, so that the helper gets ready meanwhile.
    from syllabus.press.compose import compose
    from syllabus.press.reports import Home
    from syllabus.press.trials import set_book

    source = compose(book, assets, hyphenate, shared=helper is not None)
    home = Home(Place(f"curriculum/buku/{book.id}.yml"), "Buku", book.title)
    words: list[Words] = []
    waiting = Thread(target=_get_ready, args=(source.trees, words))
    waiting.start()  # the typesetter reads its source with one core
    made = set_book(source, book.date, home)
    waiting.join()
    problems = made.problems
    if not made.pdf:
        return Printed(b"", 0, in_order(problems))
    from syllabus.press.finish import finish
    from syllabus.press.proof import losses
    from syllabus.press.reading import read_back

    finished, pages, outline = finish(made.pdf, source.sheet.tables, helper=helper)
    problems += losses(book, read_back(finished, helper), words)
    if pages > MOST_PAGES:
        problems.append(
            Problem(
                "CTK08",
                Place(f"curriculum/buku/{book.id}.yml"),
                f"Buku ini {pages} halaman.",
                f"Bagi menjadi buku yang masing-masing paling banyak {MOST_PAGES} halaman.",
                "saran",
            )
        )
    return Printed(finished, pages, in_order(problems), outline)


def _get_ready_to_help() -> None:
    """Read in what a helper is asked to do."""
    from syllabus.press import copying, reading  # noqa: F401


def _get_ready(trees: Sequence[Node], words: list[Words]) -> None:
    """Read in what finishing and proof need, and gather the words of the chapters."""
    from syllabus.press import finish, proof, reading  # noqa: F401

    words += map(proof.words_of, trees)
