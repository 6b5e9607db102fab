"""What a rule is: a code, what it asks, and a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from syllabus.curriculum import Curriculum
from syllabus.problem import Problem
from syllabus.timetable import Timetable


@dataclass(frozen=True)
class Case:
    """What a rule judges: the curriculum and the schedules computed from it."""

    curriculum: Curriculum
    timetables: Mapping[str, Timetable]

    @property
    def jp_minutes(self) -> int:
        """Minutes of one JP."""
        return self.curriculum.program.value.jp_minutes.minutes


@dataclass(frozen=True)
class Rule:
    """One rule. `asks` is an Indonesian sentence for editors; `check` yields problems with this code."""

    code: str
    asks: str
    check: Callable[[Case], Iterable[Problem]]
