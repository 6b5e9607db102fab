"""What offices fill in and edit: score sheets, schedules, recaps of attendance, marks and evaluations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.project import Project
from scripts.settings import HOUSE
from syllabus.curriculum import Curriculum
from syllabus.export.office.answers import answers_sheet
from syllabus.export.office.document import Document, Paper, of_form, of_schedule, of_template
from syllabus.export.office.docx import Faulty, docx, problem
from syllabus.export.office.marks import final_marks_sheet
from syllabus.export.office.plans import attendance_sheet, schedule_sheet
from syllabus.export.office.scores import score_sheet
from syllabus.problem import Problem

TEMPLATES, COMMON = "tema/kantor", "naskah.docx"
"""Where Word designs lie, and the one that serves every document without its own."""
RESPONDENTS = 60
"""Rows of an evaluation recap whose respondents no cohort counts."""


@dataclass(frozen=True)
class Office:
    """How many files were written, and what kept others from it."""

    count: int
    problems: tuple[Problem, ...]


def office(folder: Path, project: Project, root: Path) -> Office:
    """Write all sheets (XLSX) and all forms, letters and schedules (DOCX)."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"{name}.xlsx": data for name, data in _sheets(project).items()}
    problems: list[Problem] = []
    day, paper = project.curriculum.program.value.edition_date, _paper(project)
    for document in _documents(project):
        path = _template(root, document)
        try:
            files[f"{document.id}.docx"] = docx(document, paper, path.read_bytes(), day)
        except Faulty as fault:
            problems.append(problem(document, f"{TEMPLATES}/{path.name}", fault))
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return Office(len(files), tuple(problems))


def _template(root: Path, document: Document) -> Path:
    """The project's own design for this very document, then its design for all, then the house's."""
    own = root / TEMPLATES
    return next((path for path in (own / f"{document.id}.docx", own / COMMON) if path.is_file()), HOUSE / TEMPLATES / COMMON)


def _paper(project: Project) -> Paper:
    """The letterhead only where the owner has given one."""
    program = project.curriculum.program.value
    head = program.letterhead
    lines = (*head.lines, *filter(None, (head.address,))) if head else ()
    return Paper(lines, program.signed_at or program.province, f"{program.name} · versi {program.edition}", str(program.year))


def _documents(project: Project) -> Iterator[Document]:
    whole = project.curriculum
    people = {name: entry.value for name, entry in whole.facilitators.items()}
    yield from (of_form(name, entry.value) for name, entry in whole.forms.items())
    for workshop in whole.workshops.values():
        records = (workshop.value.minutes_record,) if workshop.value.minutes_record else ()
        yield from (of_template(template) for template in (*workshop.value.templates, *records))
    yield from (of_schedule(name, entry.value, project.timetables[name], people) for name, entry in whole.cohorts.items())


def _sheets(project: Project) -> dict[str, bytes]:
    whole = project.curriculum
    program = whole.program.value
    day, rule, scale = program.edition_date, program.final_mark, whole.scales[program.final_mark.scale].value
    people = {name: entry.value for name, entry in whole.facilitators.items()}
    sheets = {f"nilai-{name}": score_sheet(entry.value, scale, day) for name, entry in whole.rubrics.items()}
    for name, entry in whole.cohorts.items():
        cohort, plan = entry.value, project.timetables[name]
        sheets[f"jadwal-{name}"] = schedule_sheet(cohort, plan, people, day)
        sheets[f"kehadiran-{name}"] = attendance_sheet(cohort, plan, rule.least_attendance, day)
        sheets[f"rekap-nilai-{name}"] = final_marks_sheet(cohort.name, rule, scale, cohort.participants, day)
    return sheets | _evaluations(whole)


def _evaluations(whole: Curriculum) -> dict[str, bytes]:
    day = whole.program.value.edition_date
    names = max((entry.value.participants for entry in whole.cohorts.values()), default=RESPONDENTS)
    return {
        f"rekap-{name}": answers_sheet(entry.value, index, max(names, RESPONDENTS), day)
        for name, entry in whole.instruments.items() if entry.value.groups
        for index in (whole.scales[entry.value.index_scale].value if entry.value.index_scale else None,)
    }
