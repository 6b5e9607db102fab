"""Work that makes many small objects and few cycles, done without the interpreter looking for cycles in between."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cycles until the block has ended; collecting in between only costs time. Nested blocks are one."""
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


def ended(code: int) -> int:
    """The exit code of a process, told last: all its memory goes with it, so nobody looks through it for cycles once more."""
    gc.freeze()
    return code
