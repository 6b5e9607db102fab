"""Steps over sessions: in order, by their minutes, none lost, and a cut is told."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from random import Random

import pytest

from syllabus.check import check
from syllabus.guide import Teaching, of_lesson, place_steps, sittings_of
from syllabus.shapes.lesson import Step
from syllabus.timetable import Timetable
from tests.timetable_case import MONDAY, TUESDAY, learn, other, placed

ROOT = Path(__file__).parent.parent


def steps(*minutes: int | None) -> tuple[Step, ...]:
    """Steps of these lengths."""
    return tuple(Step.model_validate({
        "judul": f"L{number}", "tahap": "sebelum" if length is None else "penyajian", "fasilitator": "F", "peserta": "P",
        "metode": "praktik", **({} if length is None else {"menit": str(length)}),
    }) for number, length in enumerate(minutes, 1))


def told(teaching: Teaching) -> list[list[str]]:
    """Each sitting as lines: clock, step, and what of it was before and is still to come."""
    return [[
        f"{part.start:%H.%M} {part.step.title} {part.minutes}" + (f" ({part.done} sudah, {part.left} lagi)" if part.cut else "")
        for part in sitting.parts
    ] for sitting in teaching.sittings]


def test_steps_follow_each_other_by_the_clock() -> None:
    got = place_steps(steps(None, 20, 25, 45), placed(learn(2)), of_lesson("m"))
    assert told(got) == [["07.30 L2 20", "07.50 L3 25", "08.15 L4 45"]]
    assert [part.number for part in got.sittings[0].parts] == [2, 3, 4]
    assert got.unplaced == ()


def test_a_step_across_a_break_is_cut_and_says_where_it_goes_on() -> None:
    got = place_steps(steps(90, 60, 30), placed(other(60), learn(2), learn(0, 2)), of_lesson("m"))
    assert told(got) == [["08.30 L1 90"], ["10.15 L2 60", "11.15 L3 30"]]
    got = place_steps(steps(60, 60, 60), placed(other(60), learn(2), learn(0, 2)), of_lesson("m"))
    assert told(got) == [["08.30 L1 60", "09.30 L2 30 (0 sudah, 30 lagi)"], ["10.15 L2 30 (30 sudah, 0 lagi)", "10.45 L3 60"]]
    resumes = got.sittings[0].parts[1].resumes
    assert resumes is not None
    assert (resumes.day, resumes.start, resumes.pauses) == (date(2027, 4, 5), time(10, 15), ("Rehat",))
    assert got.sittings[1].parts[0].resumes is None


def test_sessions_without_a_break_between_them_are_one_sitting() -> None:
    plan = placed(learn(1), learn(0, 1))
    assert [(sitting.start, sitting.end, sitting.jp) for sitting in sittings_of(plan, of_lesson("m"))] == [(time(7, 30), time(9), 2)]
    assert told(place_steps(steps(30, 30, 30), plan, of_lesson("m"))) == [["07.30 L1 30", "08.00 L2 30", "08.30 L3 30"]]


def test_another_room_is_another_sitting() -> None:
    assert len(sittings_of(placed(learn(1), learn(0, 1, ruang="kelas-b")), of_lesson("m"))) == 2


def test_a_step_goes_on_the_next_day() -> None:
    got = place_steps(steps(300, 60), placed(learn(8), days=(MONDAY, TUESDAY), selesai="13.45"), of_lesson("m"))
    last, first = got.sittings[-2].parts[-1], got.sittings[-1].parts[0]
    assert last.step == first.step and last.left == first.minutes + first.left
    assert last.resumes is not None
    assert (last.resumes.day, last.resumes.start, last.resumes.pauses) == (date(2027, 4, 6), time(7, 30), ())


def test_what_gets_no_time_is_told() -> None:
    got = place_steps(steps(30, 30, 15), placed(learn(1)), of_lesson("m"))
    assert told(got) == [["07.30 L1 30", "08.00 L2 15 (0 sudah, 15 lagi)"]]
    assert [(step.title, left) for step, left in got.unplaced] == [("L2", 15), ("L3", 15)]
    assert got.sittings[0].parts[1].resumes is None


def test_nothing_is_lost_or_moved_however_steps_and_sessions_fall() -> None:
    random = Random(4)
    for _ in range(200):
        lengths = [5 * random.randint(1, 12) for _ in range(random.randint(1, 12))]
        sessions = [learn(random.randint(1, 3)) if random.random() < 0.7 else other(5 * random.randint(1, 6)) for _ in range(6)]
        plan = placed(*sessions, days=(MONDAY, TUESDAY))
        got = place_steps(steps(*lengths), plan, of_lesson("m"))
        parts = [part for sitting in got.sittings for part in sitting.parts]
        for number, length in enumerate(lengths, 1):
            own = [part for part in parts if part.number == number]
            left = sum(minutes for step, minutes in got.unplaced if step.title == f"L{number}")
            assert sum(part.minutes for part in own) + left == length
        assert [part.number for part in parts] == sorted(part.number for part in parts)
        for sitting in got.sittings:
            clock = sitting.start
            for part in sitting.parts:
                assert part.start == clock and part.minutes > 0
                clock = part.end
            assert clock <= sitting.end
        assert not got.unplaced or all(sitting.parts and sitting.parts[-1].end == sitting.end for sitting in got.sittings)


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "curriculum" / "jadwal").glob("*.yml")))
def test_every_lesson_of_every_cohort_fills_its_sittings_exactly(name: str) -> None:
    report = check(ROOT)
    assert report.curriculum is not None
    plan: Timetable = report.timetables[name]
    for stem in report.curriculum.cohorts[name].value.modules:
        got = place_steps(report.curriculum.modules[stem].value.steps, plan, of_lesson(stem))
        assert got.unplaced == ()
        assert [sitting.parts[-1].end for sitting in got.sittings] == [sitting.end for sitting in got.sittings]
