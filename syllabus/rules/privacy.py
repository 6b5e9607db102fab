"""Nothing personal and nothing secret in what everybody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syllabus.pages import Page, for_facilitator
from syllabus.personal_data import find_personal_data
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.rules.rule import Case


def personal_data(case: Case) -> Iterator[Problem]:
    """Rule 24 (UU 27/2022 Pasal 4; UU 23/2006 Pasal 84). Every file is searched whole, comments included; numbers are masked."""
    for file, text in case.curriculum.texts.items():
        for finding in find_personal_data(text):
            yield Problem("DAT01", _place(file, text, finding.start), f"tertulis {finding.kind}: {finding.masked}.",
                          "Hapus. Data pribadi tidak boleh masuk ke naskah.")


def secrets(case: Case) -> Iterator[Problem]:
    """Rule 25: no secret item and no facilitator's answer is written into a public page."""
    hidden = [(item.text, f"butir {item.id}") for bank in case.curriculum.items.values() for item in bank.value.items if item.secret]
    for entry in case.curriculum.lessons:
        for scenario in entry.value.scenarios:
            hidden += [(answer, f"jawaban harapan skenario {scenario.id}") for answer in scenario.expected]
    wanted = [(_plain(text), name) for text, name in hidden if len(_plain(text)) > 20]
    for page in case.curriculum.pages.values():
        if for_facilitator(page):
            continue
        body = _plain(page.body)
        for text, name in wanted:
            if text in body:
                yield Problem("RHS01", _line_of(page, text), f"halaman publik memuat {name}.", "Hapus dari halaman ini.")
    shown = {_plain(item.text): item.id for bank in case.curriculum.items.values() for item in bank.value.items if not item.secret}
    for bank in case.curriculum.items.values():
        for number, item in enumerate(bank.value.items):
            if item.secret and _plain(item.text) in shown:
                yield Problem("RHS01", bank.at("butir", number, "teks"), f"butir rahasia ini sama dengan butir latihan {shown[_plain(item.text)]}.",
                              "Tulis pertanyaan lain.", subject=f"Butir {item.id}")


def _line_of(page: Page, text: str) -> Place:
    """The line on which a normalised text begins, as far as its first words stand on one line."""
    start = " ".join(text.split()[:3])
    lines = page.body.split("\n")
    number = next((number for number, line in enumerate(lines) if start in _plain(line)), 0)
    return Place(page.file, page.body_line + number)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _place(file: str, text: str, start: int) -> Place:
    before = text.rfind("\n", 0, start)
    return Place(file, text.count("\n", 0, start) + 1, start - before)
