"""What to bring: every aid, sheet, card and form of a day's steps, once each, with how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from syllabus.curriculum import Curriculum, Led
from syllabus.shapes.lesson import Material, Scenario, Step, Worksheet
from syllabus.shapes.workshop import Workshop
from syllabus.timetable import DayPlan

Sort = Literal["lembar", "alat", "peserta"]
"""Printed sheets, aids of the room, and what participants bring."""
SORTS: tuple[Sort, ...] = ("lembar", "alat", "peserta")
SEVERAL = {"setiap_hari": "setiap hari", "pembelajaran": "akhir modul", "lokakarya": "akhir lokakarya"}
"""How a kit's use is told where a day may have several such sessions."""
Each = Literal["kelas", "kelompok", "peserta"]


@dataclass(frozen=True)
class Supply:
    """One line of the list. `total` is known where the number of participants or groups is; `used_for` names lessons and sessions."""

    name: str
    sort: Sort
    each: Each
    count: int
    total: int | None
    used_for: tuple[str, ...]


def supplies_of_day(whole: Curriculum, day: DayPlan, participants: int, of_sessions: Iterable[Supply]) -> tuple[Supply, ...]:
    """Everything a training day needs, sheets first, then aids, then what participants bring; in order of first use."""
    return merged([*_of_kits(whole, day, participants), *of_sessions])


def supplies_of_steps(lesson: Led, steps: Iterable[Step], participants: int) -> list[Supply]:
    """What the steps of one lesson need. A workshop's list says in words how many, and stands for the media of its steps."""
    thing = lesson.value
    known = {} if isinstance(thing, Workshop) else {item.name: item for item in thing.materials}
    worksheets = {} if isinstance(thing, Workshop) else {sheet.id: sheet for sheet in thing.worksheets}
    scenarios = {scenario.id: scenario for scenario in thing.scenarios}
    found = [] if not isinstance(thing, Workshop) else [Supply(text, "alat", "kelas", 1, None, (thing.code,)) for text in thing.materials]
    for step in steps:
        used = [scenarios[name] for name in step.uses if name in scenarios]
        size = next((scenario.group_size for scenario in used if scenario.group_size), None)
        for name in step.uses:
            if name in worksheets:
                found.append(_sheet(worksheets[name], thing.code, participants))
        for scenario in used:
            found += _cards(scenario, thing.code, participants)
        if not isinstance(thing, Workshop):
            found += (_supply(known.get(name) or Material.model_validate(name), thing.code, participants, size)
                      for name in step.media)
    return found


def merged(found: Iterable[Supply]) -> tuple[Supply, ...]:
    """Equal things once: the larger number, and all that they are used for."""
    lines: dict[tuple[str, Sort], Supply] = {}
    for supply in found:
        before = lines.get((supply.name, supply.sort))
        if before is None:
            lines[supply.name, supply.sort] = supply
            continue
        most = max(before, supply, key=lambda line: line.total or 0)
        lines[supply.name, supply.sort] = replace(most, used_for=tuple(dict.fromkeys((*before.used_for, *supply.used_for))))
    return tuple(sorted(lines.values(), key=lambda line: SORTS.index(line.sort)))


def _of_kits(whole: Curriculum, day: DayPlan, participants: int) -> Iterator[Supply]:
    titles: dict[str, str] = {row.kind: row.title for row in reversed(day.rows)}
    for kit in whole.program.value.kits:
        if kit.kind != "setiap_hari" and kit.kind not in titles:
            continue
        used = SEVERAL.get(kit.kind) or titles[kit.kind]
        for sheet in (*kit.forms, *kit.instruments):
            entry = whole.forms.get(sheet.id) or whole.instruments.get(sheet.id)
            if entry:
                yield _counted(f"{entry.value.code} {entry.value.title}", "lembar", sheet.each, 1, used, participants)
        yield from (_supply(material, used, participants, None) for material in kit.materials)


def _sheet(sheet: Worksheet, code: str, participants: int) -> Supply:
    return _counted(f"Lembar kerja: {sheet.title}", "lembar", "peserta", 1, code, participants)


def _cards(scenario: Scenario, code: str, participants: int) -> Iterator[Supply]:
    each: Each = "peserta" if scenario.kind == "studi_kasus" else "kelompok"
    yield _counted(f"Kartu skenario: {scenario.title}", "lembar", each, 1, code, participants, scenario.group_size)
    if scenario.roles:
        yield _counted(f"Kartu peran: {scenario.title} ({len(scenario.roles)} peran)", "lembar", "kelompok", 1, code, participants,
                       scenario.group_size)


def _supply(material: Material, used: str, participants: int, group_size: int | None) -> Supply:
    sort: Sort = "peserta" if material.brought_by == "peserta" else "lembar" if material.printed else "alat"
    return _counted(material.name, sort, material.each, material.count, used, participants, group_size)


def _counted(name: str, sort: Sort, each: Each, count: int, used: str, participants: int, group_size: int | None = None) -> Supply:
    groups = -(-participants // group_size) if group_size else None
    times = {"kelas": 1, "kelompok": groups, "peserta": participants}[each]
    return Supply(name, sort, each, count, None if times is None else times * count, (used,))
