"""Sums over a placed schedule, in JP."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from syllabus.shapes.base import FORM_NAMES, Form, JpSplit, Mode
from syllabus.timetable.plan import Timetable


def jp_per_day(plan: Timetable) -> Mapping[date, int]:
    """JP of each day, in order of date as planned."""
    found: dict[date, int] = {}
    for day in plan.days:
        found[day.day] = found.get(day.day, 0) + day.jp
    return found


def jp_per_module(plan: Timetable) -> Mapping[str, JpSplit]:
    """JP of each module by form, in order of first appearance."""
    modules = dict.fromkeys(row.module for _, row in plan.rows if row.module)
    return {module: JpSplit.model_validate({form: plan.jp_of(form, module) for form in FORM_NAMES}) for module in modules}


def jp_per_mode(plan: Timetable) -> Mapping[tuple[Form, Mode], int]:
    """JP of each form in each mode; only pairs that the schedule uses."""
    found: dict[tuple[Form, Mode], int] = {}
    for _, row in plan.rows:
        for part in row.parts:
            found[part.form, part.mode] = found.get((part.form, part.mode), 0) + part.jp
    return found
