"""Search for a built site: the index made from its pages, put beside them, instead of the site generator's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from syllabus.curriculum import Curriculum
from syllabus.export.search.making import search
from syllabus.export.search.pack import Packed

FOLDER = "assets/cari"
_NOT_FOUND = frozenset({"404.html", "luring.html"})


def write_search(site: Path, curriculum: Curriculum) -> Packed:
    """Write the searcher and its files. Returns them with the texts they were made from."""
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    entry = curriculum.searching
    exceptions = {} if entry is None else {one.word.lower(): one.root.lower() for one in entry.value.roots}
    packed = search({address: text for address, text in pages.items() if address not in _NOT_FOUND}, _names(curriculum), exceptions, _sought(curriculum))
    for name, text in packed.files.items():
        path = site / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.rmtree(site / "search", ignore_errors=True)
    return packed


def _sought(curriculum: Curriculum) -> dict[str, list[str]]:
    """What editors say readers ask for, by the address of the page: its `dicari`, a phrase between commas."""
    return {f"{name}.html": page.meta("dicari").split(",") for name, page in curriculum.pages.items() if page.meta("dicari")}


def _names(curriculum: Curriculum) -> Iterator[tuple[str, ...]]:
    """Names of one thing: terms with their long forms and synonyms, then what editors say is the same."""
    for term in curriculum.terms.values():
        names = (term.value.term, term.value.long_form, *term.value.synonyms)
        yield tuple(name for name in names if name)
    if curriculum.searching is not None:
        yield from curriculum.searching.value.names
