"""Prose and data are pairs by equal stem: what is missing is told with the page to copy, and a copied page must say its own name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from syllabus.curriculum import Curriculum, Entry
from syllabus.pages import headings
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.rules.rule import Case

_COHORT_PAGES = ("jadwal", "fasilitator")


def halves(case: Case) -> Iterator[Problem]:
    """Data without their page, pages without their data."""
    whole = case.curriculum
    for folder, table in paired(whole).items():
        for stem, entry in table.items():
            if f"{folder}/{stem}" not in whole.pages:
                yield Problem("TAU03", entry.at(), "data ini belum punya halaman.", how_to_write(whole, f"{folder}/{stem}"))
        for path in whole.pages:
            parts = path.split("/")
            if len(parts) == 2 and parts[0] == folder and parts[1] != "index" and parts[1] not in table and not whole.is_broken(folder, parts[1]):
                yield Problem("TAU03", Place(f"docs/{path}.md"), "halaman ini belum punya data.", f"Buat curriculum/{folder}/{parts[1]}.yml.")


def cohorts_named(case: Case) -> Iterator[Problem]:
    """The pages of a cohort bear its name: they are copied from those of another one."""
    whole = case.curriculum
    for stem, entry in whole.cohorts.items():
        name = entry.value.name
        said = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        for page in (whole.pages[path] for folder in _COHORT_PAGES if (path := f"{folder}/{stem}") in whole.pages):
            found = [("judul halaman", text, Place(page.file, line)) for level, text, line in headings(page) if level == 1]
            if page.front is not None and page.meta("title"):
                found.insert(0, ("title", page.meta("title"), page.front.place("title")))
            for what, text, place in found:
                if not said.search(text):
                    yield Problem("TAU04", place, f'{what} tidak menyebut "{name}".', f"Sesuaikan dengan nama pada {entry.at().file}.")


def paired(whole: Curriculum) -> Mapping[str, Mapping[str, Entry[Any]]]:
    """By folder, the data that each have a page of their own there."""
    return {"modul": whole.modules, "lokakarya": whole.workshops, "rubrik": whole.rubrics, "jadwal": whole.cohorts}


def how_to_write(whole: Curriculum, page: str) -> str:
    """How to get a page about a known thing: from the page of another thing of its kind, where there is one."""
    folder, _, stem = page.rpartition("/")
    kind = next((table for table in paired(whole).values() if stem in table), {})
    model = next((other for other in sorted(kind) if f"{folder}/{other}" in whole.pages), None)
    return f"Salin docs/{folder}/{model}.md menjadi docs/{page}.md, lalu ganti judul dan isinya." if model else f"Buat docs/{page}.md."
