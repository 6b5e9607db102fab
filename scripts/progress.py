"""One line per stage of a build: what was done, how much of it, and how long it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from syllabus import bahasa


@contextmanager
def told(number: int, of: int, name: str) -> Iterator[list[str]]:
    """Print the stage's name at once and the rest when it is done. Append what was counted to the given list."""
    done: list[str] = []
    start = time.monotonic()
    sys.stdout.write(f"{number}/{of}  {name:<22}")
    sys.stdout.flush()
    try:
        yield done
    except BaseException:
        sys.stdout.write("berhenti\n")
        sys.stdout.flush()
        raise
    sys.stdout.write(f"{', '.join(done):<60}{seconds(time.monotonic() - start):>11}\n")
    sys.stdout.flush()


def seconds(elapsed: float) -> str:
    """ "3,4 detik"."""
    return f"{elapsed:.1f} detik".replace(".", ",")


def counted(count: int, what: str) -> str:
    """ "1.204 berkas"."""
    return f"{bahasa.number(count)} {what}"
