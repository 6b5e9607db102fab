"""What is taught and what is measured: the lines between indicators, steps, items and criteria, and the minutes each indicator gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from syllabus.curriculum import Curriculum
from syllabus.shapes.base import Form
from syllabus.shapes.items import Use
from syllabus.shapes.module import Assessment, Indicator, Module

USES: tuple[Use, ...] = ("pretes", "postes")


@dataclass(frozen=True)
class Measure:
    """One assessment that measures an indicator: by so many `items` of a test, or by the `criteria` of a rubric."""

    title: str
    criteria: str = ""
    use: Use | None = None
    items: int = 0


@dataclass(frozen=True)
class Line:
    """One indicator with the numbers of the steps that teach it, as the plan or agenda prints them, and all that measures it."""

    indicator: Indicator
    taught: tuple[int, ...]
    measured: tuple[Measure, ...]


def alignment(curriculum: Curriculum, stem: str) -> tuple[Line, ...]:
    """The alignment of one module or workshop, in order of its indicators."""
    entry = curriculum.lesson(stem)
    if entry is None:
        return ()
    lines = []
    for indicator in entry.value.indicators:
        taught = tuple(number for number, step in enumerate(entry.value.numbered, 1) if indicator.id in step.indicators)
        measured = [measure for item in entry.value.assessments if (measure := _measure(curriculum, stem, item, indicator.id))]
        lines.append(Line(indicator, taught, tuple(measured)))
    return tuple(lines)


def minutes_by_indicator(module: Module) -> Mapping[str, Mapping[Form, int]]:
    """Minutes of each indicator by form. A step's minutes are shared evenly among its indicators, in whole fives where it has whole fives.

    What cannot be shared evenly goes to the first, so that all minutes of steps that serve an indicator sum to the lesson plan's.
    """
    counts: dict[str, Counter[Form]] = {indicator.id: Counter() for indicator in module.indicators}
    for step in module.steps:
        served = [name for name in step.indicators if name in counts]
        if not served or step.minutes is None or step.form is None:
            continue
        unit = 5 if step.minutes % 5 == 0 else 1
        each, rest = divmod(step.minutes // unit, len(served))
        for number, name in enumerate(served):
            counts[name][step.form] += unit * (each + (number < rest))
    return counts


def _measure(curriculum: Curriculum, stem: str, assessment: Assessment, indicator: str) -> Measure | None:
    if assessment.kind in USES:
        bank = curriculum.items.get(stem)
        use: Use = "pretes" if assessment.kind == "pretes" else "postes"
        count = sum(item.indicator == indicator for item in bank.value.of(use)) if bank else 0
        return Measure(assessment.title, use=use, items=count) if count else None
    if assessment.criteria:
        rubric = curriculum.rubrics.get(assessment.rubric or "")
        names = {criterion.id: criterion.title.lower() for criterion in rubric.value.criteria} if rubric else {}
        used = [names.get(use.criterion, use.criterion) for use in assessment.criteria if indicator in use.indicators]
        return Measure(assessment.title, ", ".join(used)) if used else None
    return Measure(assessment.title) if indicator in assessment.indicators else None
