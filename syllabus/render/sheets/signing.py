"""Who signs for the office, where and in which year: from the programme and the cohort's days."""

from __future__ import annotations

from syllabus.render.view import View

NOBODY = "Pejabat penanda tangan"
"""The post that stands where the programme names none."""


def signer(view: View) -> str:
    """The post of the programme's signer. The name is written by hand."""
    known = view.curriculum.program.value.signer
    return known.post if known else NOBODY


def signed_at(view: View) -> str:
    """The town on the line of the date."""
    program = view.curriculum.program.value
    return program.signed_at or program.province


def last_year(view: View, cohort: str) -> str:
    """The year in which a cohort ends, else the programme's."""
    days = view.timetables[cohort].days
    return str(days[-1].day.year if days else view.curriculum.program.value.year)
