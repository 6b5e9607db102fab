"""Prints that were made before, kept by what they were made of. Lives beside the tool, never in a project's own folder."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from scripts.settings import HOUSE
from syllabus.place import Place
from syllabus.press.book import Heading, Printed
from syllabus.press.fonts import font_folder
from syllabus.problem import Problem

FOLDER = HOUSE / ".cache" / "cetak"
MOST_BYTES = 200_000_000
"""What is kept at most; the least used goes first. One edition of the whole shelf takes about a tenth of it."""


@dataclass(frozen=True)
class Copy:
    """What came off the press: the print, and the same pages as an A5 booklet (empty where none is wanted)."""

    printed: Printed
    booklet: bytes = b""


@dataclass(frozen=True)
class Kept:
    """A copy with the images it was made with: address and hash of each, an empty hash where there was none."""

    copy: Copy
    images: Mapping[str, str]


def key_of(work: object) -> str:
    """The name of everything that goes into a print, its images aside: the work itself, our code, libraries and fonts."""
    return hashlib.sha256(f"{_tools()}\0{work!r}".encode()).hexdigest()


def look_up(key: str, folder: Path = FOLDER) -> Kept | None:
    """What was kept under a key. A damaged entry counts as none."""
    path = folder / key
    try:
        data = path.read_bytes()
    except OSError:
        return None
    seal, _, content = data.partition(b"\n")
    if seal != hashlib.sha256(content).hexdigest().encode():
        return None
    with suppress(OSError):
        os.utime(path)
    return _unpacked(content)


def keep(key: str, kept: Kept, folder: Path = FOLDER) -> None:
    """Keep a copy, in one step, so that a build beside this one sees all of it or nothing. Faults of the disk are no faults of ours."""
    content = _packed(kept)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=folder, prefix="baru-")
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
        Path(draft).replace(folder / key)


def prune(folder: Path = FOLDER, most: int = MOST_BYTES) -> None:
    """Remove what was used least until the rest fits."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        with suppress(OSError):
            state = path.stat()
            found.append((state.st_mtime, path.name, state.st_size))
    room = most
    for _, name, size in sorted(found, reverse=True):
        room -= size
        if room < 0:
            with suppress(OSError):
                (folder / name).unlink()


def _packed(kept: Kept) -> bytes:
    printed = kept.copy.printed
    head = {
        "pages": printed.pages, "pdf": len(printed.pdf), "images": dict(kept.images),
        "outline": [[heading.level, heading.title] for heading in printed.outline],
        "problems": [
            [one.code, one.place.file, one.place.line, one.place.column, one.sentence, one.hint, one.severity, one.subject, one.replacement]
            for one in printed.problems
        ],
    }
    return json.dumps(head, sort_keys=True).encode() + b"\n" + printed.pdf + kept.copy.booklet


def _unpacked(content: bytes) -> Kept:
    first, _, files = content.partition(b"\n")
    head = json.loads(first)
    problems = tuple(
        Problem(code, Place(file, line, column), sentence, hint, severity, subject, replacement)
        for code, file, line, column, sentence, hint, severity, subject, replacement in head["problems"]
    )
    outline = tuple(Heading(level, title) for level, title in head["outline"])
    printed = Printed(files[: head["pdf"]], head["pages"], problems, outline)
    return Kept(Copy(printed, files[head["pdf"] :]), head["images"])


@cache
def _tools() -> str:
    """A hash of all that prints. Any change of ours prints anew, which is simpler than to know which change matters."""
    whole = hashlib.sha256(sys.version.encode())
    for name, version in sorted((one.name, one.version) for one in distributions()):
        whole.update(f"{name} {version}\n".encode())
    for path in (*_code(), *sorted(font_folder().iterdir())):
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _code() -> Iterator[Path]:
    yield from (HOUSE / "scripts" / name for name in ("cache.py", "printing.py"))
    yield from (path for path in sorted((HOUSE / "syllabus").rglob("*")) if "__pycache__" not in path.parts)
