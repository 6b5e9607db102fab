"""What a build made and where it lies: the lines at the end of a run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from macros.project import Profile
from scripts.books import Bound, size
from scripts.leaves import FOLDER
from scripts.progress import counted

FACILITATOR_SITE = "situs-fasilitator"


def outcome(out: Path, bound: Mapping[Profile, Sequence[Bound]]) -> str:
    """Where to look, one line each, in two columns."""
    lines = list(_places(out, bound))
    width = max(len(path) for path, _ in lines)
    return "".join(f"  {path:<{width}}   {what}\n" for path, what in lines)


def _places(out: Path, bound: Mapping[Profile, Sequence[Bound]]) -> Iterator[tuple[str, str]]:
    for profile, several in bound.items():
        public = profile == "publik"
        site = out / "site" if public else out / "dist" / FACILITATOR_SITE
        shelf = site / "unduhan" if public else out / "dist" / "buku"
        yield os.path.relpath(site / "index.html"), "situs publik" if public else "situs fasilitator, bukan untuk umum"
        forms = (site / "unduhan" if public else out / "dist") / FOLDER
        if forms.is_dir():
            yield os.path.relpath(forms), "formulir dan lembar lepas (PDF)" if public else "lembar lepas untuk fasilitator (PDF)"
        for name, group in groupby(several, lambda book: book.volume.entry.id):
            yield _book(shelf, name, list(group))
        if several:
            yield os.path.relpath(shelf / "*-a5.pdf"), "setiap buku sebagai buklet A5"
        if public:
            yield os.path.relpath(site / "unduhan" / "kantor"), "formulir, jadwal, dan lembar rekap untuk disunting (DOCX, XLSX)"


def _book(shelf: Path, name: str, several: list[Bound]) -> tuple[str, str]:
    """A book, or in one line all volumes of a book that is made for each module."""
    first = several[0]
    pages, weight = sum(book.printed.pages for book in several), sum(len(book.printed.pdf) for book in several)
    what = f"{counted(pages, 'halaman')}, {size(weight)}"
    kind = first.volume.entry.value.for_each
    if kind is None:
        return os.path.relpath(shelf / f"{name}.pdf"), f"{first.volume.title}, {what}"
    return os.path.relpath(shelf / f"{name}-*.pdf"), f"{counted(len(several), 'buku')}, satu untuk setiap {kind}, {what}"
