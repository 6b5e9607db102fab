"""The sheets that offices fill in: one score sheet per rubric, a schedule and an attendance recap per cohort."""

from __future__ import annotations

from pathlib import Path

from macros.project import Project
from syllabus.export.office.plans import attendance_sheet, schedule_sheet
from syllabus.export.office.scores import score_sheet


def office(folder: Path, project: Project) -> int:
    """Write all sheets as XLSX. Returns how many there are."""
    whole, day = project.curriculum, project.curriculum.program.value.edition_date
    people = {name: entry.value for name, entry in whole.facilitators.items()}
    sheets = {f"nilai-{name}": score_sheet(entry.value, day) for name, entry in whole.rubrics.items()}
    for name, entry in whole.cohorts.items():
        plan = project.timetables[name]
        sheets[f"jadwal-{name}"] = schedule_sheet(entry.value, plan, people, day)
        sheets[f"kehadiran-{name}"] = attendance_sheet(entry.value, plan, day)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in sheets.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    return len(sheets)
