"""A second process for one book, where a core has nothing to do. What it does not give is done at home, so nothing hangs on it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from syllabus.uncollected import uncollected

if TYPE_CHECKING:
    from types import TracebackType

Given = ParamSpec("Given")
T = TypeVar("T")
PATIENCE = 60.0
"""Seconds that an answer is waited for. All that is asked about a book of 112 pages takes a tenth of one."""
_LIFE = "import sys; sys.path[:] = sys.argv[2:]; from syllabus.press.helper import serve; serve(sys.argv[1].split())"
"""It begins afresh: a copy of a process in which the typesetter has run would wait for its threads for ever."""


def spare_core() -> bool:
    """Whether this process may run on more than one core."""
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) > 1


class Helper:
    """Answers one question after the other, until its block is left. Before the first it reads in the named modules."""

    def __init__(self, *modules: str) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, "-S", "-c", _LIFE, " ".join(modules), *sys.path],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )

    def ask(self, task: Callable[Given, T], *given: Given.args, **named: Given.kwargs) -> Callable[[], T]:
        """Have a task done over there. What is returned waits for the answer when it is called, or does the task itself."""
        found: list[T] = []
        asking = Thread(target=self._exchange, args=(pickle.dumps((task, given, named)), found), daemon=True)
        asking.start()

        def answer() -> T:
            asking.join(PATIENCE)
            if not found:
                self._leave()
            return found[0] if found else task(*given, **named)

        return answer

    def _exchange(self, question: bytes, found: list[T]) -> None:
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return
        with suppress(OSError, ValueError, EOFError, pickle.UnpicklingError):
            self._process.stdin.write(question)
            self._process.stdin.flush()
            found.append(pickle.load(self._process.stdout))

    def _leave(self) -> None:
        """It holds nothing that would be lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    pipe and pipe.close()

    def __enter__(self) -> Helper:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._leave()


def serve(modules: list[str]) -> None:
    """The life of a helper. A task that fails ends it: then it fails again at home, where its fault can be told."""
    with uncollected():
        for module in modules:
            import_module(module)
        answers, sys.stdout = sys.stdout.buffer, sys.stderr
        with suppress(EOFError):
            while True:
                task, given, named = pickle.load(sys.stdin.buffer)
                answers.write(pickle.dumps(task(*given, **named)))
                answers.flush()
