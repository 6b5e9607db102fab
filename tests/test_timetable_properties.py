"""Whatever an editor asks for: all is placed or told, nothing overlaps, breaks are kept, order and minutes are conserved."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import given, settings, strategies as st

from syllabus.shapes.program import Program
from syllabus.timetable import Row, Timetable, day_hours
from syllabus.timetable.plan import to_minutes
from tests.timetable_case import CALENDAR, FASTING, FRIDAY, MONDAY, PROGRAM, TUESDAY, learn, other, placed

TWO_RESTS: dict[str, Any] = {
    "mulai": "07.30", "selesai": "16.45", "ishoma": {"nama": "Ishoma", "mulai": "12.00", "selesai": "13.00"}, "jp_wajar": "10",
    "rehat": [{"nama": "Rehat", "mulai": "10.00", "selesai": "10.15"}, {"nama": "Rehat sore", "mulai": "15.15", "selesai": "15.30"}],
}
CROWDED: dict[str, Any] = {
    **TWO_RESTS, "rehat": [{"nama": f"Rehat {start}", "mulai": start, "selesai": end} for start, end in (
        ("07.30", "07.40"), ("09.00", "09.10"), ("09.20", "09.30"), ("11.50", "12.10"), ("15.00", "14.00"), ("16.30", "16.45"))],
}


def program(day: dict[str, Any]) -> Program:
    hours = type(PROGRAM.hours).model_validate({**PROGRAM.hours.model_dump(by_alias=True), "biasa": day})
    return PROGRAM.model_copy(update={"hours": hours})


PROGRAMS = st.sampled_from([PROGRAM, program(TWO_RESTS), program(CROWDED)])
DAYS = st.sampled_from([(MONDAY,), (MONDAY, FRIDAY), (FASTING, MONDAY, TUESDAY), (TUESDAY, MONDAY)])
CLOCKS = st.builds(lambda hour, minute: f"{hour:02d}.{minute:02d}", st.integers(6, 18), st.integers(0, 11).map(lambda step: 5 * step))
PINS = st.one_of(st.just({}), st.just({}), st.builds(
    lambda day, start: {"tetap": {"tanggal": day, **({"mulai": start} if start else {})}}, st.sampled_from([MONDAY, TUESDAY, FRIDAY]), st.none() | CLOCKS))
LEARNING = st.builds(learn, st.integers(0, 4), st.integers(0, 8)).filter(lambda session: session["jp"] != {"teori": "0", "praktik": "0"})
ANY = st.one_of(LEARNING, st.integers(5, 400).map(other), st.just({"jenis": "spanduk", "judul": "S"}))
SEQUENCES = st.lists(st.builds(lambda session, fixed: {**session, **fixed}, ANY, PINS), min_size=1, max_size=9)
WINDOWS = st.one_of(st.just({}), st.just({}), st.builds(lambda start: {"mulai": start}, CLOCKS), st.builds(lambda end: {"selesai": end}, CLOCKS))
WANTED = settings(max_examples=400, deadline=None)


def minutes(row: Row) -> tuple[int, int]:
    return to_minutes(row.start), to_minutes(row.end)


def rows_of(plan: Timetable, number: int) -> list[tuple[str, Row]]:
    return [(day.day.isoformat(), row) for day, row in plan.rows if row.path == ("urutan", number)]


@WANTED
@given(SEQUENCES, DAYS, PROGRAMS, WINDOWS)
def test_all_is_placed_or_told(sequence: list[dict[str, Any]], days: tuple[str, ...], used: Program, window: dict[str, str]) -> None:
    plan = placed(*sequence, days=days, program=used, **window)
    told = {fault.path[1] for fault in plan.faults if fault.path[0] == "urutan"}
    for number, session in enumerate(sequence):
        rows = [row for _, row in rows_of(plan, number)]
        units = [form for form, count in session.get("jp", {}).items() for _ in range(int(count))]
        got = [part.form for row in rows for part in row.parts for _ in range(part.jp)]
        assert got == units[: len(got)], "parts are used up in order"
        if session["jenis"] == "spanduk":
            whole = len(rows) == 1 and rows[0].minutes == 0
        elif units:
            whole = len(got) == len(units)
            assert all(row.jp and row.minutes == row.jp * 45 for row in rows)
        else:
            whole = [row.minutes for row in rows] == [int(session["menit"])]
            assert whole or not rows, "minutes are never cut"
        assert whole != (number in told), "placed or told, never both and never neither"
        assert [row.piece for row in rows] == [(count, len(rows)) for count in range(1, len(rows) + 1)]


@WANTED
@given(SEQUENCES, DAYS, PROGRAMS, WINDOWS)
def test_nothing_overlaps_and_order_is_kept(sequence: list[dict[str, Any]], days: tuple[str, ...], used: Program, window: dict[str, str]) -> None:
    plan = placed(*sequence, days=days, program=used, **window)
    assert [day.day.isoformat() for day in plan.days] == sorted(days)
    order = [row.path[1] for _, row in plan.rows if row.path]
    assert order == sorted(order, key=int)
    for day in plan.days:
        for first, second in pairwise(day.rows):
            assert first.start <= first.end <= second.start <= second.end
        assert not day.rows or (day.rows[0].path and day.rows[-1].path), "a day neither begins nor ends with a break"
    assert plan == placed(*sequence, days=days, program=used, **window)


@WANTED
@given(SEQUENCES, DAYS, PROGRAMS, WINDOWS)
def test_breaks_and_windows_are_kept(sequence: list[dict[str, Any]], days: tuple[str, ...], used: Program, window: dict[str, str]) -> None:
    plan = placed(*sequence, days=days, program=used, **window)
    for day in plan.days:
        rules = day_hours(day.day, used.hours, CALENDAR)
        noon = (to_minutes(rules.midday.start), to_minutes(rules.midday.end))
        planned = {rest.name: (to_minutes(rest.start), to_minutes(rest.end) - to_minutes(rest.start)) for rest in rules.breaks}
        for row in day.rows:
            start, end = minutes(row)
            if row.kind == "ishoma":
                assert (start, end) == noon
            elif row.minutes:
                assert end <= noon[0] or noon[1] <= start, "nothing within ishoma"
            if row.kind == "rehat":
                assert row.minutes == planned[row.title][1]
                assert -45 < start - planned[row.title][0] <= 30
            if row.path and row.minutes:
                assert to_minutes(rules.start) <= start or "mulai" in window
                assert end <= to_minutes(rules.end) or "selesai" in window
        across = [(first, second) for first, second in pairwise([row for row in day.rows if row.path])
                  if to_minutes(first.end) <= noon[0] and noon[1] <= to_minutes(second.start)]
        assert len(across) == len([row for row in day.rows if row.kind == "ishoma"]), "ishoma stands where the day crosses it"


@WANTED
@given(SEQUENCES, DAYS, PROGRAMS)
def test_a_pin_is_kept_to_the_minute_or_told(sequence: list[dict[str, Any]], days: tuple[str, ...], used: Program) -> None:
    plan = placed(*sequence, days=days, program=used)
    told = {fault.path for fault in plan.faults}
    for number, session in enumerate(sequence):
        fixed, rows = session.get("tetap"), rows_of(plan, number)
        if not fixed or ("urutan", number, "tetap") in told or not rows:
            continue
        assert rows[0][0] == fixed["tanggal"]
        assert fixed.get("mulai") in (None, f"{rows[0][1].start:%H.%M}")


@WANTED
@given(st.lists(LEARNING, min_size=1, max_size=8), DAYS, st.sampled_from([PROGRAM, program(TWO_RESTS)]))
def test_learning_leaves_no_jp_idle(sequence: list[dict[str, Any]], days: tuple[str, ...], used: Program) -> None:
    plan = placed(*sequence, days=days, program=used)
    for day in plan.days:
        for first, second in pairwise(day.rows):
            assert to_minutes(second.start) - to_minutes(first.end) < 45
