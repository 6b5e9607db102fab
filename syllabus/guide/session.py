"""One session to be led: a lesson on one day of a cohort, with everything its facilitator needs in the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from syllabus.curriculum import Curriculum, Led, Lesson
from syllabus.guide.materials import Supply, merged, supplies_of_steps
from syllabus.guide.sittings import Sitting, StepPart, Teaching, of_lesson, of_session, place_steps
from syllabus.shapes.lesson import ExpectedAnswer, Scenario, Step, Trap, Worksheet
from syllabus.shapes.module import Indicator
from syllabus.shapes.workshop import Workshop
from syllabus.timetable import Row, Timetable
from syllabus.timetable.plan import to_minutes, to_time


@dataclass(frozen=True)
class SessionGuide:
    """A lesson's sittings of one day, and what of the lesson belongs to them. `part` is (k, n) of the days it is taught on.

    `day` is `None` for a lesson that is shown by its own agenda, outside a cohort.
    """

    lesson: Led
    day: date | None
    part: tuple[int, int]
    sittings: tuple[Sitting, ...]
    pauses: tuple[Row, ...]
    indicators: tuple[Indicator, ...]
    supplies: tuple[Supply, ...]
    opening: str
    traps: tuple[Trap, ...]
    answers: tuple[ExpectedAnswer, ...]
    scenarios: tuple[Scenario, ...]
    worksheets: tuple[Worksheet, ...]
    closing: str | None
    timed: bool = True
    """Whether its times are of a clock; else they count from its beginning."""
    unplaced: tuple[tuple[Step, int], ...] = ()
    """Steps, or ends of steps, that the schedule gives no time, with the minutes they lack."""

    @property
    def parts(self) -> tuple[StepPart, ...]:
        """All steps of the session in order of time."""
        return tuple(part for sitting in self.sittings for part in sitting.parts)

    @property
    def jp(self) -> int:
        """JP of the session."""
        return sum(sitting.jp for sitting in self.sittings)


def sessions_of(whole: Curriculum, plan: Timetable, participants: int) -> tuple[SessionGuide, ...]:
    """Every session of a cohort that is led by steps, in order of time. A lesson without notes gives none."""
    found: list[SessionGuide] = []
    for led, teaching in _led(whole, plan):
        days = tuple(dict.fromkeys(sitting.day for sitting in teaching.sittings))
        for number, day in enumerate(days, 1):
            sittings = tuple(sitting for sitting in teaching.sittings if sitting.day == day)
            pauses = tuple(row for some in plan.days if some.day == day for row in some.rows)
            session = _session(led, day, (number, len(days)), sittings, pauses, participants)
            found.append(replace(session, unplaced=teaching.unplaced) if number == len(days) else session)
    return tuple(sorted(found, key=lambda session: (session.day or date.min, session.sittings[0].start)))


def _led(whole: Curriculum, plan: Timetable) -> Iterator[tuple[Led, Teaching]]:
    """Lessons with all their rows, then common sessions, each row of the file on its own."""
    for stem in dict.fromkeys(row.module or row.workshop or "" for _, row in plan.rows):
        lesson = whole.lesson(stem)
        if lesson is not None and lesson.value.notes is not None:
            yield lesson, place_steps(lesson.value.steps, plan, of_lesson(stem), _numbers(lesson))
    for path, kind in dict.fromkeys((row.path, row.kind) for _, row in plan.rows if row.path):
        common = whole.common.get(kind)
        if common is not None:
            yield common, place_steps(common.value.steps, plan, of_session(path))


def _numbers(lesson: Lesson) -> list[int] | None:
    """Places of a workshop's learning rows in its agenda, which counts breaks too."""
    agenda = lesson.value.agenda if isinstance(lesson.value, Workshop) else ()
    return [number for number, row in enumerate(agenda, 1) if row.kind == "belajar"] or None


def session_by_agenda(lesson: Lesson, start: time | None, participants: int) -> SessionGuide:
    """A workshop or module by its own agenda, from a start time on or counted from 0; rows of kind `jeda` part the sittings.

    A pause bears its number in the agenda, so that no number is missing between the steps, and what its team does meanwhile.
    """
    thing = lesson.value
    sittings: list[Sitting] = []
    pauses: list[Row] = []
    parts: list[StepPart] = []
    now = to_minutes(start or time())
    for number, step in enumerate(thing.numbered, 1):
        begin, now = now, now + (step.minutes or 0)
        if getattr(step, "kind", "") == "jeda":
            pauses.append(Row(to_time(begin), to_time(now), "rehat", f"{number}. {step.title}", note=step.facilitator.rstrip(".")))
            sittings += _closed(parts)
            parts = []
        elif step.minutes:
            parts.append(StepPart(number, step, to_time(begin), to_time(now)))
    sittings += _closed(parts)
    return replace(_session(lesson, None, (1, 1), tuple(sittings), tuple(pauses), participants), timed=start is not None)


def _closed(parts: list[StepPart]) -> list[Sitting]:
    return [Sitting(date.min, (Row(parts[0].start, parts[-1].end, "lokakarya", ""),), tuple(parts))] if parts else []


def _session(
    lesson: Led, day: date | None, part: tuple[int, int], sittings: tuple[Sitting, ...], rows: Iterable[Row], participants: int,
) -> SessionGuide:
    thing, notes = lesson.value, lesson.value.notes
    assert notes is not None
    steps = [placed.step for sitting in sittings for placed in sitting.parts]
    served = {name for step in steps for name in step.indicators}
    trained = {name for step in steps if step.stage != "penutup" for name in step.indicators} or served
    sheets = () if isinstance(thing, Workshop) else thing.worksheets
    own = {scenario.id for scenario in thing.scenarios} | {sheet.id for sheet in sheets}
    used = {name for step in steps for name in step.uses} if day else own
    first, last = part[0] == 1, part[0] == part[1]
    return SessionGuide(
        lesson, day, part, sittings, tuple(row for row in rows if _inside(row, sittings)),
        tuple(indicator for indicator in thing.indicators if indicator.id in served),
        merged([*_brought(lesson, participants, first), *supplies_of_steps(lesson, steps, participants)]),
        notes.opening_question if first else notes.reopening_question or notes.opening_question,
        tuple(trap for trap in notes.traps if not trap.indicators or trained.intersection(trap.indicators)),
        tuple(answer for answer in notes.expected if not answer.indicators or trained.intersection(answer.indicators)),
        tuple(scenario for scenario in thing.scenarios if scenario.id in used),
        tuple(sheet for sheet in sheets if sheet.id in used),
        notes.closing if last else None,
    )


def _brought(lesson: Led, participants: int, first: bool) -> list[Supply]:
    """What participants were asked to bring to the first session by the steps before it."""
    before = [step for step in lesson.value.steps if step.stage == "sebelum"] if first else []
    return [supply for supply in supplies_of_steps(lesson, before, participants) if supply.sort == "peserta"]


def _inside(row: Row, sittings: tuple[Sitting, ...]) -> bool:
    """Whether a row stands between the sittings: a pause, or another session in the middle of this one."""
    own = any(row in sitting.rows for sitting in sittings)
    return not own and row.kind != "spanduk" and sittings[0].start <= row.start and row.end <= sittings[-1].end
