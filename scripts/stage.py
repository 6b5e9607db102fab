"""Build aside, then swap in one exchange: readers see the old site or the new one, never a mixture."""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD, _EXCHANGE = -100, 2
BUSY = 75
"""Exit code when another build holds the lock (EX_TEMPFAIL)."""


class Busy(Exception):
    """Another build of the same output is running."""


@contextmanager
def stage(out: Path) -> Iterator[Path]:
    """An empty folder beside the output. Raises `Busy`. Left-overs of killed builds are removed, this one always is."""
    out.mkdir(parents=True, exist_ok=True)
    with open(out / ".stage.lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        for left in out.glob(".stage-*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = out / f".stage-{os.getpid()}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def publish(built: Path, target: Path) -> None:
    """Put a finished folder in place of `target`; the old one ends up where the new one was built."""
    _flush(built)
    if not target.exists():
        built.rename(target)
    elif not _exchange(built, target):
        aside = built.with_name(f"{built.name}-lama")
        target.rename(aside)
        built.rename(target)
    _sync(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Linux swaps two names in one step. Elsewhere two renames come close."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)


def _flush(folder: Path) -> None:
    """Give every reader the right to read, and have the bytes on the disk before the names change."""
    for path in sorted(folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        if path.is_file():
            _sync(path)
    folder.chmod(0o755)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
