"""Small work of the interpreter, done while the typesetter works: that holds no lock of the interpreter, and leaves a core free at times."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def meanwhile(task: Callable[[], T]) -> Callable[[], T]:
    """Begin a task. What is returned waits for its answer when it is called, or does the task if that failed, so that its fault is told."""
    found: list[T] = []

    def attempt() -> None:
        with suppress(Exception):
            found.append(task())

    working = Thread(target=attempt)
    working.start()

    def ended() -> T:
        working.join()
        return found[0] if found else task()

    return ended
