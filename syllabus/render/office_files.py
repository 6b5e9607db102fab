"""The list of files that offices edit: forms, letters and schedules as Word, recaps as sheets. `scripts/office.py` writes them."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.render.html import Html, join, tag
from syllabus.render.view import View

FOLDER = "unduhan/kantor"
File = tuple[str, str]
"""What it is, and its name below `FOLDER`."""


def office_files(view: View) -> Html:
    """All of them, folded by kind."""
    return join(_fold(view, kind, list(files)) for kind, files in (
        ("Formulir (DOCX)", _forms(view)), ("Surat dan lembar lokakarya (DOCX)", _letters(view)),
        ("Jadwal dan kehadiran (DOCX, XLSX)", _plans(view)), ("Nilai dan evaluasi (XLSX)", _recaps(view)),
    ))


def _fold(view: View, kind: str, files: list[File]) -> Html | None:
    lines = (tag("li", tag("a", title, href=view.way_to(f"{FOLDER}/{name}"))) for title, name in files)
    return tag("details", tag("summary", f"{kind}, {len(files)} berkas"), tag("ul", lines), class_="daftar-berkas") if files else None


def _forms(view: View) -> Iterator[File]:
    for name, entry in view.curriculum.forms.items():
        wide = ", A4 melintang" if entry.value.paper == "melintang" else ""
        yield f"{entry.value.code} {entry.value.title}{wide}", f"formulir-{name}.docx"


def _letters(view: View) -> Iterator[File]:
    for entry in view.curriculum.workshops.values():
        record = entry.value.minutes_record
        for item in (*entry.value.templates, *((record,) if record else ())):
            yield f"{entry.value.code} {item.title}", f"lokakarya-{item.id}.docx"


def _plans(view: View) -> Iterator[File]:
    for name, entry in view.curriculum.cohorts.items():
        yield f"Jadwal {entry.value.name}, Word", f"jadwal-{name}.docx"
        yield f"Jadwal {entry.value.name}, lembar kerja", f"jadwal-{name}.xlsx"
        yield f"Rekap kehadiran {entry.value.name}", f"kehadiran-{name}.xlsx"


def _recaps(view: View) -> Iterator[File]:
    for name, rubric in view.curriculum.rubrics.items():
        yield f"Lembar nilai {rubric.value.code} {rubric.value.title}", f"nilai-{name}.xlsx"
    for name, cohort in view.curriculum.cohorts.items():
        yield f"Rekap nilai {cohort.value.name}", f"rekap-nilai-{name}.xlsx"
    for name, item in view.curriculum.instruments.items():
        if item.value.groups:
            yield f"Rekap {item.value.code} {item.value.title}", f"rekap-{name}.xlsx"
