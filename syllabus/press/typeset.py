"""One call from a book to its PDF: write, set, finish, and prove that nothing was lost."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from syllabus.place import Place
from syllabus.press.book import Assets, Book, Printed
from syllabus.press.compose import compose
from syllabus.press.helper import Helper, spare_core
from syllabus.press.reports import Home
from syllabus.press.setting import Set, set_source
from syllabus.problem import Problem, in_order
from syllabus.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from syllabus.press.proof import Words
    from syllabus.press.source_lines import Source
    from syllabus.press.tree import Node

MOST_PAGES = 400
"""Above this many pages a book needs more than 1 GiB of memory and should be split."""

SHARES = (1.0, 0.95, 0.9, 0.86)
"""How low rows to write in, room to sign and the air between lines of a spread may become, so that signatures do not begin a page
and a spread keeps to two; tried in turn."""

AIR = (0.98, 0.96, 0.94, 0.92, 1.02, 1.04, 1.06)
"""Shares of its air that are tried in turn on a booklet whose last page would be almost empty: closer, to end a page before, and then
wider, to fill that page."""

HELPS = ("syllabus.press.copying", "syllabus.press.reading")
"""What a helper does."""


@uncollected()
def typeset(book: Book, assets: Assets, hyphenate: bool = True, helped: bool = False) -> Printed:
    """Print a book. Same book, same bytes. Never raises for what authors wrote; faults come back as problems.

    `hyphenate` off saves about half of the time, for previews. `helped` is for a book that is printed alone: a helper takes a share
    of its pages, where there is a core for it.
    """
    if not helped or not spare_core():
        return _typeset(book, assets, hyphenate, None)
    with Helper(*HELPS) as helper:
        return _typeset(book, assets, hyphenate, helper)


def _typeset(book: Book, assets: Assets, hyphenate: bool, helper: Helper | None) -> Printed:
    source = compose(book, assets, hyphenate)
    home = Home(Place(f"curriculum/buku/{book.id}.yml"), "Buku", book.title)
    # The typesetter does without the interpreter, which meanwhile gets ready for what follows.
    words: list[Words] = []
    waiting = Thread(target=_get_ready, args=(source.trees, words))
    waiting.start()
    made = _ended(source, _set_book(source, book.date, home), book.date, home)
    waiting.join()
    from syllabus.press.finish import finish
    from syllabus.press.proof import losses
    from syllabus.press.reading import Reading

    problems = made.problems
    if not made.pdf:
        return Printed(b"", 0, in_order(problems))
    reading = Reading(helper)
    finished, pages, outline = finish(made.pdf, source.sheet.tables, helper=helper, tell=reading.begin)
    problems += losses(book, reading.of(finished), words)
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


def _get_ready(trees: Sequence[Node], words: list[Words]) -> None:
    """Read in what finishing and proof need, and gather the words of the chapters."""
    from syllabus.press import finish, proof  # noqa: F401

    words += map(proof.words_of, trees)


def _set_book(source: Source, day: date, home: Home) -> Set:
    """The book as airy as it is designed; lower where signatures would begin a page or a spread would run over, if that helps."""
    usual = set_source(source, day, home)
    lower = usual
    for share in SHARES[1:]:
        if not lower.alone and not lower.overlong:
            return lower
        lower = set_source(source.with_share("susut", share), day, home)
    return usual if lower.alone or lower.overlong else lower


def _ended(source: Source, usual: Set, day: date, home: Home) -> Set:
    """A booklet with so much air that its last page is worth its paper; as it was where none helps."""
    if not usual.spills:
        return usual
    others = (set_source(source.with_share("erat", air), day, home) for air in AIR)
    return next((one for one in others if not (one.spills or one.alone or one.overlong)), usual)
