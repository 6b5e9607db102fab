"""One line per stage of a build: what was done, how much of it, and how long it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from syllabus import bahasa

WIDTH = 60
"""Columns for what was counted."""


class Stage(list[str]):
    """What was counted in a stage of a build, and on a terminal what it is doing right now."""

    def __init__(self, head: str) -> None:
        super().__init__()
        self.head = head

    def now(self, doing: str) -> None:
        """Say what has just been made. A log keeps only finished stages."""
        if sys.stdout.isatty():
            sys.stdout.write(f"\r{self.head}{doing[:WIDTH]:<{WIDTH}}")
            sys.stdout.flush()

    def end(self, words: str) -> None:
        """Finish the line, over what was said meanwhile."""
        again = f"\r{self.head}" if sys.stdout.isatty() else ""
        sys.stdout.write(f"{again}{words}\n")
        sys.stdout.flush()


@contextmanager
def told(number: int, of: int, name: str) -> Iterator[Stage]:
    """Print the stage's name at once and the rest when it is done. Append what was counted to what is given."""
    done = Stage(f"{number}/{of}  {name:<22}")
    start = time.monotonic()
    sys.stdout.write(done.head)
    sys.stdout.flush()
    try:
        yield done
    except BaseException:
        done.end(f"{'berhenti':<{WIDTH}}")
        raise
    done.end(f"{', '.join(done):<{WIDTH}}{seconds(time.monotonic() - start):>11}")


def seconds(elapsed: float) -> str:
    """ "3,4 detik"."""
    return f"{elapsed:.1f} detik".replace(".", ",")


def counted(count: int, what: str) -> str:
    """ "1.204 berkas"."""
    return f"{bahasa.number(count)} {what}"
