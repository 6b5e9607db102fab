"""Build aside, then swap: readers see the old site or the new one, whole, never a mixture."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

BUSY = 75
"""Exit code when another build holds the lock (EX_TEMPFAIL)."""
MARK = ".dibuat-otomatis"
"""The file that tells our output from a folder of someone else's that happens to have the same name."""
_STAGE, _LOCK, _JOURNAL = ".stage", "kunci", "jurnal.json"
_AT_FDCWD, _EXCHANGE = -100, 2


class Busy(Exception):
    """Another build of the same output is running."""


class NotOurs(Exception):
    """A folder to be replaced was not made by this tool. The argument is its name."""


@contextmanager
def stage(out: Path, names: Sequence[str]) -> Iterator[Path]:
    """An empty folder beside the output, for building the folders `names` of `out`.

    What an interrupted run left is finished or removed first, and the stage is always removed at the end.
    Raises `Busy`, and `NotOurs` before anything is built.
    """
    folder = out / _STAGE
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a", encoding="utf-8") as lock:
        _take(lock.fileno())
        _recover(out)
        for name in names:
            _must_be_ours(out / name)
        try:
            yield folder
        finally:
            _clear(folder)


def publish(out: Path, names: Sequence[str]) -> None:
    """Put the finished folders of the stage in place of those of `out`.

    The journal is the point of no return: a run killed after it is finished by the next one, so all folders come
    from the same build. Each single swap is one exchange of names where the system has it.
    """
    folder = out / _STAGE
    for name in names:
        (folder / name / MARK).write_text("Isi folder ini diganti pada setiap pembangunan.\n", encoding="utf-8")
        _flush(folder / name)
    journal = folder / _JOURNAL
    draft = folder / f"{_JOURNAL}.baru"
    draft.write_text(json.dumps({name: (folder / name).stat().st_ino for name in names}), encoding="utf-8")
    _sync(draft)
    draft.replace(journal)
    _sync(folder)
    _finish(out)


def _recover(out: Path) -> None:
    """Finish what was decided, remove what was not."""
    _finish(out)
    _clear(out / _STAGE)


def _finish(out: Path) -> None:
    """Swap every folder of the journal that has not been swapped yet. The folder's own number tells which."""
    folder = out / _STAGE
    try:
        journal = json.loads((folder / _JOURNAL).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return
    for name, number in journal.items():
        built, target = folder / name, out / name
        if built.is_dir() and built.stat().st_ino == number:
            _swap(built, target)
    _sync(out)
    (folder / _JOURNAL).unlink()


def _swap(built: Path, target: Path) -> None:
    if target.exists() and not _exchange(built, target):
        target.rename(built.with_name(f"{built.name}.lama"))
    if not target.exists():
        built.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step. Only Linux can; elsewhere two renames and the journal come close."""
    if sys.platform != "linux":
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)


def _must_be_ours(target: Path) -> None:
    """Absent, empty or marked; anything else may be someone's work. Raises `NotOurs`."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise NotOurs(target.name)
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise NotOurs(target.name)


def _clear(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != _LOCK:
            path.unlink(missing_ok=True)


def _flush(folder: Path) -> None:
    """Let every reader read, whatever the umask, and have the bytes on the disk before the names change."""
    for path in [*sorted(folder.rglob("*")), folder]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        _sync(path)


def _sync(path: Path) -> None:
    if sys.platform == "win32":  # folders cannot be opened there, and the journal copes
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _take(handle: int) -> None:
    """Take the lock or raise `Busy`. The system lets go of it when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Busy from None
