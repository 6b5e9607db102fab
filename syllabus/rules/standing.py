"""What is called `ditetapkan` is complete and was reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.problem import Problem
from syllabus.rules.rule import Case


def approved(case: Case) -> Iterator[Problem]:
    """Rule 30. `jp` may stay empty in a draft; in an approved text it may not."""
    program = case.curriculum.program
    if program.value.status == "ditetapkan" and program.value.reviewed is None:
        yield Problem("STS01", program.at("status"), "program ditetapkan tanpa peninjau.", "Isi kunci ditinjau.", subject="Program")
    for entry in case.curriculum.lessons:
        if entry.value.status != "ditetapkan":
            continue
        subject = f'{entry.value.code} "{entry.value.title}"'
        if entry.value.reviewed is None:
            yield Problem("STS01", entry.at("status"), "naskah ditetapkan tanpa peninjau.", "Isi kunci ditinjau.", subject=subject)
        if entry.value.jp is None:
            yield Problem("STS01", entry.at("status"), "naskah ditetapkan tanpa JP.", "Isi kunci jp, atau kembalikan ke draf.", subject=subject)
        if not entry.value.steps:
            yield Problem("STS01", entry.at("status"), "naskah ditetapkan tanpa langkah pembelajaran.", "Isi langkahnya.", subject=subject)
