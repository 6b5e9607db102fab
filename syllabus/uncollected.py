"""Work that makes many small objects and few cycles, without the interpreter looking for cycles in between or taking it apart at the end."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

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


def end(code: int) -> NoReturn:
    """End the process with an exit code, when what it says has been written: all its memory goes at once, and nobody takes it apart piece
    by piece. Where it cannot be written, since nobody reads it any more, the process has failed."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            code = code or 1
    os._exit(code)
