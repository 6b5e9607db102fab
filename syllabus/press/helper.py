"""Copies of this process that help with one book, where a core has nothing to do. What they do not give is done at home, so nothing
hangs on them."""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import closing, suppress
from threading import Thread, active_count
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from syllabus.press.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from io import BufferedReader, BufferedWriter
    from types import TracebackType

    Life = Callable[[BufferedReader, BufferedWriter], object]

Given = ParamSpec("Given")
T = TypeVar("T")
G = TypeVar("G")
PATIENCE = 60.0
"""Seconds that an answer is waited for. All that is asked about a book of 112 pages takes a tenth of one."""


def spare_core() -> bool:
    """Whether this process may run on more than one core."""
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) > 1


def can_copy() -> bool:
    """Whether a copy of this process would live: it has only the thread that made it, so what others hold in that moment is never
    let go of. Other systems than Linux promise less."""
    return sys.platform == "linux" and active_count() == 1


class Copy:
    """A copy of this process. It knows all that was known when it was made, and what it changes stays with it."""

    def __init__(self, life: Life) -> None:
        asked, asking = os.pipe()
        told, telling = os.pipe()
        try:
            self.process: int | None = os.fork()
        except OSError:
            for end in (asked, asking, told, telling):
                os.close(end)
            raise
        if not self.process:
            try:
                os.close(asking)
                os.close(told)
                with os.fdopen(asked, "rb") as questions, os.fdopen(telling, "wb") as answers:
                    life(questions, answers)
            finally:
                os._exit(0)  # what the first process has still to write and to give back is not for its copy
        os.close(asked)
        os.close(telling)
        self._asking, self._told = os.fdopen(asking, "wb"), os.fdopen(told, "rb")

    def awaited(self, question: bytes, otherwise: Callable[[], T]) -> Callable[[], T]:
        """Ask, if there is a question. What is returned waits for the answer when it is called; it does something else if none comes."""
        found: list[T] = []
        asking = Thread(target=self._exchange, args=(question, found), daemon=True)
        asking.start()

        def answer() -> T:
            asking.join(PATIENCE)
            if not found:
                self.leave()
            return found[0] if found else otherwise()

        return answer

    def _exchange(self, question: bytes, found: list[T]) -> None:
        with suppress(OSError, ValueError, EOFError, pickle.UnpicklingError):
            self._asking.write(question)
            self._asking.flush()
            found.append(pickle.load(self._told))

    def leave(self) -> None:
        """It holds nothing that would be lost."""
        if self.process is not None:
            os.kill(self.process, 9)
            os.waitpid(self.process, 0)
            self.process = None
            for pipe in (self._asking, self._told):
                with suppress(OSError):
                    pipe.close()


class Helper:
    """Answers one question after the other, until its block is left; before the first it gets ready."""

    def __init__(self, ready: Callable[[], object] = lambda: None) -> None:
        self._ready = ready
        self._copy: Copy | None = None
        self.turns: Turns | None = None

    def ask(self, task: Callable[Given, T], *given: Given.args, **named: Given.kwargs) -> Callable[[], T]:
        """Have a task done over there. What is returned waits for the answer when it is called, or does the task itself."""

        def at_home() -> T:
            return task(*given, **named)

        return self._copy.awaited(pickle.dumps((task, given, named)), at_home) if self._copy else at_home

    def __enter__(self) -> Helper:
        def life(asked: BufferedReader, told: BufferedWriter) -> None:
            self._ready()
            serve(asked, told)

        self.turns = Turns() if can_copy() else None
        self._copy = _copied(life)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._copy:
            self._copy.leave()
        if self.turns:
            self.turns.close()


def shared(
    helper: Helper | None, count: int, here: Callable[[Iterable[int]], dict[int, T]], there: Callable[[G, Iterable[int]], dict[int, T]], given: G,
) -> Callable[[], list[T]]:
    """Have numbered things done, each by whoever has done one: over there from now on, where there is a helper, and here when what is
    returned is called. That gives all, in order."""
    turns = helper.turns if helper else None
    if helper is None or turns is None:
        return lambda: list(here(range(count)).values())
    turns.lay(count)
    others = helper.ask(there, given, turns)
    return lambda: _all(count, turns, here, others)


def halved(count: int, task: Callable[[Iterable[int]], dict[int, T]]) -> list[T]:
    """Have numbered things done by this process and a copy of it, each by whoever has done one. Gives all, in order."""
    with closing(Turns()) as turns:
        turns.lay(count)
        return _all(count, turns, task, beside(lambda: task(turns)))


def _all(count: int, turns: Turns, here: Callable[[Iterable[int]], dict[int, T]], others: Callable[[], dict[int, T]]) -> list[T]:
    done = here(turns) | others()
    done |= here([number for number in range(count) if number not in done])  # what was taken over there and not given
    return [done[number] for number in range(count)]


def beside(task: Callable[[], T]) -> Callable[[], T]:
    """Begin a task beside. What is returned gives its answer when it is called."""
    copy = _copied(lambda _, told: pickle.dump(task(), told, pickle.HIGHEST_PROTOCOL))
    if copy is None:
        return task
    answer = copy.awaited(b"", task)

    def last() -> T:
        try:
            return answer()
        finally:
            copy.leave()

    return last


def serve(asked: BufferedReader, told: BufferedWriter) -> None:
    """The life of a helper. A task that fails ends it: then it fails again at home, where its fault can be told."""
    with suppress(EOFError):
        while True:
            task, given, named = pickle.load(asked)
            told.write(pickle.dumps(task(*given, **named)))
            told.flush()


def _copied(life: Life) -> Copy | None:
    if can_copy():
        with suppress(OSError):
            return Copy(life)
    return None
