"""All leaves that a curriculum prints: a written-out list, one line for each kind of sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from syllabus.render import attendance, form
from syllabus.render.leaf import Leaf
from syllabus.render.sheets import assignment, certificate, design, exam, observation, recap, record, schedules, scoring, survey
from syllabus.render.view import View

SOURCES: tuple[Callable[[View], Iterable[Leaf]], ...] = (
    form.form_leaves,
    attendance.attendance_leaves,
    schedules.schedule_leaves,
    scoring.score_leaves,
    observation.observation_leaves,
    recap.recap_leaves,
    assignment.assignment_leaves,
    design.design_leaves,
    exam.exam_leaves,
    survey.survey_leaves,
    record.record_leaves,
    certificate.certificate_leaves,
)


def leaves(view: View) -> tuple[Leaf, ...]:
    """Every leaf that the view may see, in the order of the list above.

    Raises `ValueError` where two have one id: one file would replace the other.
    """
    found: dict[str, Leaf] = {}
    for source in SOURCES:
        for leaf in source(view):
            if leaf.id in found:
                raise ValueError(f"two leaves are called {leaf.id}")
            if view.for_facilitator or not leaf.secret:
                found[leaf.id] = leaf
    return tuple(found.values())
