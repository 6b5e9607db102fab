"""Work that makes many small objects and few cycles, without the interpreter looking for cycles in between or taking it apart at the end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


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


@contextmanager
def left(thing: T) -> Iterator[T]:
    """Use a large thing, and leave it to the end of the process, where all memory goes at once: to give it back piece by piece takes
    a while. Only for what a process has one of."""
    import ctypes

    ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))
    yield thing


def ended(code: int) -> int:
    """The exit code of a process, told last: all its memory goes with it, so nobody looks through it for cycles once more."""
    gc.freeze()
    return code
