"""A second process takes a share of a book that is printed alone. The book is the same without it, and where it fails."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import printing
from scripts.printing import print_all
from syllabus.press import helper, typeset
from syllabus.press.book import Assets, Book, Printed
from syllabus.press.helper import Helper, T
from syllabus.press.reading import Reading, read_back
from tests.press_book import assets, book, one

HALF_AN_ANSWER = "import sys; sys.stdin.buffer.read(1); sys.stdout.buffer.write(b'\\x80\\x04'); sys.stdout.flush()"
NO_ANSWER = "import time; time.sleep(600)"


@pytest.fixture(scope="module")
def alone() -> Printed:
    return typeset.typeset(book(), assets)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Helper]:
    """The helpers that were started, on a machine with a core for them."""
    found: list[Helper] = []

    class Known(Helper):
        def __init__(self, *modules: str) -> None:
            super().__init__(*modules)
            self.given: list[bool] = []
            found.append(self)

        def _exchange(self, question: bytes, found: list[T]) -> None:
            super()._exchange(question, found)
            self.given.append(bool(found))

    monkeypatch.setattr(typeset, "Helper", Known)
    monkeypatch.setattr(typeset, "spare_core", lambda: True)
    return found


def given(helpers: list[Helper]) -> list[bool]:
    """For each question, whether it was answered over there."""
    return [answered for one in helpers for answered in vars(one)["given"]]


def test_a_helped_book_has_the_same_bytes(alone: Printed, started: list[Helper]) -> None:
    assert typeset.typeset(book(), assets, helped=True) == alone
    assert given(started) == [True, True]


def test_what_is_read_back_by_two_is_the_same(alone: Printed) -> None:
    with Helper("syllabus.press.reading") as other:
        reading = Reading(other)
        reading.begin(alone.pdf, alone.pages)
        assert reading.own and reading.own < alone.pages
        assert reading.of(alone.pdf) == read_back(alone.pdf)


def test_a_task_is_done_over_there_and_its_fault_is_told_here() -> None:
    with Helper() as other:
        assert other.ask(os.getpid)() != os.getpid()
        with pytest.raises(ValueError, match="satu"):
            other.ask(int, "satu")()
        assert other.ask(os.getpid)() == os.getpid()


def test_a_helper_that_cannot_start_loses_nothing(alone: Printed, started: list[Helper], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/tidak/ada/python")
    assert typeset.typeset(book(), assets, helped=True) == alone
    assert given(started) == [False, False]


@pytest.mark.parametrize("life", ["raise SystemExit(1)", HALF_AN_ANSWER, NO_ANSWER, "import tidak_ada"])
def test_a_helper_that_dies_or_is_silent_loses_nothing(alone: Printed, started: list[Helper], monkeypatch: pytest.MonkeyPatch, life: str) -> None:
    monkeypatch.setattr(helper, "_LIFE", life)
    monkeypatch.setattr(helper, "PATIENCE", 0.5)
    assert typeset.typeset(book(), assets, helped=True) == alone
    assert not any(given(started))


@pytest.mark.parametrize(("books", "workers", "wanted"), [(1, 2, True), (1, 1, False), (2, 1, False)])
def test_only_a_book_alone_is_helped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, books: int, workers: int, wanted: bool) -> None:
    asked = []

    def known(work: Book, images: Assets, hyphenate: bool = True, helped: bool = False) -> Printed:
        asked.append(helped)
        return typeset.typeset(work, images, hyphenate)

    monkeypatch.setattr(printing, "typeset", known)
    print_all([replace(one("<p>Isi.</p>"), id=str(number)) for number in range(books)], assets, folder=tmp_path, workers=workers)
    assert asked == [wanted] * books
