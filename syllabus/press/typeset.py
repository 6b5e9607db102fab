"""One call from a book to its PDF: write, set, finish, and prove that nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.place import Place
from syllabus.press.book import Assets, Book, Printed
from syllabus.press.helper import Helper, spare_core
from syllabus.press.meanwhile import meanwhile
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
    from syllabus.press.setting import Typesetter
    from syllabus.press.trials import laid_best

    source = compose(book, assets, hyphenate, shared=helper is not None)
    home = Home(Place(f"curriculum/buku/{book.id}.yml"), "Buku", book.title)
    with Typesetter(book.date, home) as typesetter:
        ready = meanwhile(_get_ready)  # the typesetter reads its source with one core
        laid = laid_best(typesetter, source)
        ready()
        gathered = meanwhile(lambda: _words(source.trees))  # and makes most of the PDF with one
        made = typesetter.make(laid)
        words = gathered()
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


def _get_ready() -> None:
    """Read in what finishing and proof need."""
    from syllabus.press import finish, proof, reading  # noqa: F401


def _words(trees: Sequence[Node]) -> list[Words]:
    """What the chapters say."""
    from syllabus.press.proof import words_of

    return [words_of(tree) for tree in trees]
