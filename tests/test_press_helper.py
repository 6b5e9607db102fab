"""Copies of the process take their shares of a book that is printed alone. The book is the same without them, and where they fail."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from io import BufferedReader, BufferedWriter
from itertools import islice
from pathlib import Path
from threading import Event, Thread

import pytest

from scripts import printing
from scripts.printing import print_all
from syllabus.press import helper, typeset
from syllabus.press.book import Assets, Book, Printed
from syllabus.press.helper import Copy, Helper, T, beside, can_copy, shared
from syllabus.press.reading import read_back
from syllabus.press.turns import Turns
from tests.press_book import assets, book, chapter, one


@pytest.fixture(scope="module")
def alone() -> Printed:
    return typeset.typeset(book(), assets)


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Sequence[bool]:
    """For each question, whether it was answered over there, on a machine with a core for it."""
    found: list[bool] = []
    usual = Copy._exchange

    def known(self: Copy, question: bytes, answers: list[T]) -> None:
        usual(self, question, answers)
        found.append(bool(answers))

    monkeypatch.setattr(Copy, "_exchange", known)
    monkeypatch.setattr(helper, "can_copy", lambda: True)
    monkeypatch.setattr(typeset, "spare_core", lambda: True)
    return found


def test_a_helped_book_has_the_same_bytes(alone: Printed, given: Sequence[bool]) -> None:
    assert typeset.typeset(book(), assets, helped=True) == alone
    assert given == [True, True, True]  # chapters written, pages mended, pages read back


def test_images_that_a_copy_shows_are_asked_for_at_home_too(given: Sequence[bool]) -> None:
    asked: set[str] = set()

    def noting(address: str) -> bytes | None:
        asked.add(address)
        return assets(address)

    shown_last = book(chapter("a2.md", "Komunikasi", "modul/a2/"), chapter("modul.md", "Pengaduan", "modul/a3/"))
    typeset.typeset(shown_last, noting, helped=True)
    assert asked == {"assets/alur.svg"}


def test_what_is_read_back_by_two_is_the_same(alone: Printed, given: Sequence[bool]) -> None:
    with Helper() as other:
        assert read_back(alone.pdf, other) == read_back(alone.pdf)
    assert given == [True]


def test_a_task_is_done_over_there_and_its_fault_is_told_here(given: Sequence[bool]) -> None:
    with Helper() as other:
        assert other.ask(os.getpid)() != os.getpid()
        with pytest.raises(ValueError, match="satu"):
            other.ask(int, "satu")()
        assert other.ask(os.getpid)() == os.getpid()
    assert beside(os.getpid)() != os.getpid()
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 // 0)()


def test_what_a_copy_changes_stays_with_it(given: Sequence[bool]) -> None:
    things: list[int] = []

    def add() -> int:
        things.append(1)
        return len(things)

    assert beside(add)() == 1
    assert not things


def test_a_process_of_several_threads_is_not_copied() -> None:
    ended = Event()
    other = Thread(target=ended.wait)
    other.start()
    assert not can_copy()
    ended.set()
    other.join()
    assert beside(os.getpid)() == os.getpid() or can_copy()


def test_a_copy_that_cannot_be_made_loses_nothing(alone: Printed, given: Sequence[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left)
    assert typeset.typeset(book(), assets, helped=True) == alone
    assert not given


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="what a process holds open is listed on Linux only")
def test_a_copy_that_cannot_be_made_leaves_no_pipe_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none_left)
    held = set(Path("/proc/self/fd").iterdir())
    with pytest.raises(BlockingIOError):
        Copy(ends)
    assert set(Path("/proc/self/fd").iterdir()) == held


def ends(_asked: BufferedReader, _told: BufferedWriter) -> None:
    raise SystemExit(1)


def half_an_answer(_asked: BufferedReader, told: BufferedWriter) -> None:
    told.write(b"\x80\x04")


def no_answer(_asked: BufferedReader, _told: BufferedWriter) -> None:
    time.sleep(600)


@pytest.mark.parametrize("life", [ends, half_an_answer, no_answer])
def test_a_copy_that_dies_or_is_silent_loses_nothing(alone: Printed, given: Sequence[bool], monkeypatch: pytest.MonkeyPatch, life: helper.Life) -> None:
    usual = Copy.__init__
    monkeypatch.setattr(Copy, "__init__", lambda self, _: usual(self, life))
    monkeypatch.setattr(helper, "PATIENCE", 0.5)
    assert typeset.typeset(book(), assets, helped=True) == alone
    assert given
    assert not any(given)


@pytest.mark.parametrize(("books", "workers", "wanted"), [(1, 2, True), (1, 1, False), (2, 1, False)])
def test_only_a_book_alone_is_helped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, books: int, workers: int, wanted: bool) -> None:
    asked = []

    def known(work: Book, images: Assets, hyphenate: bool = True, helped: bool = False) -> Printed:
        asked.append(helped)
        return typeset.typeset(work, images, hyphenate)

    monkeypatch.setattr(printing, "typeset", known)
    print_all([one("<p>Isi.</p>")._replace(id=str(number)) for number in range(books)], assets, folder=tmp_path, workers=workers)
    assert asked == [wanted] * books


def test_numbers_are_taken_once_by_a_process_and_its_copy(given: Sequence[bool]) -> None:
    turns = Turns()
    for count in (1_000, 3, 0):  # nothing is left from one time to the next
        turns.lay(count)
        others = beside(lambda: list(turns))
        mine = list(turns)
        assert sorted(mine + others()) == list(range(count))
    turns.close()


def test_what_was_taken_over_there_and_not_given_is_done_here(given: Sequence[bool]) -> None:
    def doubled(numbers: Iterable[int]) -> dict[int, int]:
        return {number: 2 * number for number in numbers}

    with Helper() as other:
        assert shared(other, 5, doubled, keep, 3)() == [0, 2, 4, 6, 8]
        assert shared(other, 2, doubled, keep, 3)() == [0, 2]
    assert given == [True, True]


def keep(fewest: int, numbers: Iterable[int]) -> dict[int, int]:
    """Take some numbers, and give nothing for them."""
    list(islice(numbers, fewest))
    return {}
