"""The engine places sessions as a careful committee would, and says what does not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from syllabus import bahasa
from syllabus.curriculum import load
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import Row, Timetable, place_sessions

_LOADED = load(Path(__file__).parent / "sites" / "provinsi-lain").curriculum
assert _LOADED is not None and _LOADED.calendar is not None
PROGRAM, CALENDAR = _LOADED.program.value, _LOADED.calendar.value
MONDAY, TUESDAY, FRIDAY, FASTING = "2027-04-05", "2027-04-06", "2027-04-09", "2027-02-15"


def placed(*sequence: dict[str, Any], days: tuple[str, ...] = (MONDAY,), **more: Any) -> Timetable:
    cohort = Cohort.model_validate({
        "nama": "A", "peserta": "20", "tempat": "T", "ruang": "aula", "tanggal": list(days), "urutan": list(sequence), **more,
    })
    return place_sessions(cohort, PROGRAM, CALENDAR, {"m": "Modul M"})


def learn(theory: int = 0, practice: int = 0, **more: Any) -> dict[str, Any]:
    return {"jenis": "pembelajaran", "modul": "m", "jp": {"teori": str(theory), "praktik": str(practice)}, **more}


def lines(plan: Timetable, day: int = 0) -> list[str]:
    return [f"{bahasa.clock_range(row.start, row.end)} {row.kind} {row.jp or ''}".strip() for row in plan.days[day].rows]


def test_an_ordinary_day() -> None:
    plan = placed({"jenis": "registrasi", "menit": "30"}, {"jenis": "blc", "jp": "1"}, learn(2, 4))
    assert lines(plan) == [
        "07.30 – 08.00 registrasi", "08.00 – 08.45 blc 1", "08.45 – 10.15 pembelajaran 2", "10.15 – 10.30 rehat",
        "10.30 – 12.00 pembelajaran 2", "12.00 – 13.00 ishoma", "13.00 – 14.30 pembelajaran 2",
    ]
    assert plan.faults == ()


def test_a_rehat_waits_for_the_jp_under_way_and_closes_up() -> None:
    assert lines(placed({"jenis": "umum", "judul": "U", "menit": "60"}, learn(3)))[:3] == [
        "07.30 – 08.30 umum", "08.30 – 10.00 pembelajaran 2", "10.00 – 10.15 rehat"]
    assert lines(placed({"jenis": "umum", "judul": "U", "menit": "75"}, learn(3)))[1:3] == ["08.45 – 10.15 pembelajaran 2", "10.15 – 10.30 rehat"]


def test_ishoma_never_moves_and_learning_stops_before_it() -> None:
    rows = lines(placed({"jenis": "umum", "judul": "U", "menit": "45"}, learn(8)))
    assert "12.00 – 13.00 ishoma" in rows
    assert rows[rows.index("12.00 – 13.00 ishoma") - 1] == "10.45 – 11.30 pembelajaran 1"


def test_friday_leaves_room_for_prayer() -> None:
    rows = lines(placed(learn(6), days=(FRIDAY,)))
    assert "11.30 – 13.30 ishoma" in rows
    assert rows[0] == "07.30 – 11.15 pembelajaran 5"


def test_fasting_days_begin_later() -> None:
    rows = lines(placed(learn(6), days=(FASTING,)))
    assert rows[0].startswith("08.00") and "12.00 – 12.30 ishoma" in rows


def test_a_session_is_carried_to_the_next_day_in_order_of_its_parts() -> None:
    plan = placed(learn(2, 10), days=(TUESDAY, MONDAY))
    assert [day.day.isoformat() for day in plan.days] == [MONDAY, TUESDAY]
    learning = [row for _, row in plan.rows if row.module]
    assert sum(row.jp for row in learning) == 12
    assert [part.form for row in learning for part in row.parts][:2] == ["teori", "praktik"]
    assert [row.piece for row in learning] == [(number, len(learning)) for number in range(1, len(learning) + 1)]
    assert plan.jp_of("teori", module="m") == 2 and plan.jp_of("praktik", module="m") == 10


def test_a_pin_is_kept_and_others_flow_around_it() -> None:
    plan = placed(learn(1), {"jenis": "lokakarya", "judul": "Tamu", "jp": "2", "tetap": {"tanggal": MONDAY, "mulai": "10.15"}}, learn(1))
    assert lines(plan) == ["07.30 – 08.15 pembelajaran 1", "10.00 – 10.15 rehat", "10.15 – 11.45 lokakarya 2", "12.00 – 13.00 ishoma",
                           "13.00 – 13.45 pembelajaran 1"]


@pytest.mark.parametrize(("pin", "words"), [
    ({"tanggal": TUESDAY}, "bukan hari pelaksanaan"), ({"tanggal": MONDAY, "mulai": "07.30"}, "sudah terpakai"), ({"tanggal": MONDAY, "mulai": "12.15"}, "Ishoma"),
])
def test_an_impossible_pin_is_told(pin: dict[str, str], words: str) -> None:
    plan = placed(learn(2), {"jenis": "umum", "judul": "U", "menit": "30", "tetap": pin})
    assert [words in fault.sentence for fault in plan.faults] == [True]


def test_a_banner_takes_no_time() -> None:
    plan = placed(learn(1), {"jenis": "spanduk", "judul": "Praktik Lapangan"}, learn(1))
    assert lines(plan)[1] == "08.15 – 08.15 spanduk" and lines(plan)[2].startswith("08.15")


def test_what_does_not_fit_is_told_with_its_amount() -> None:
    plan = placed(learn(20), {"jenis": "penutupan", "menit": "30"})
    assert [fault.path for fault in plan.faults] == [("urutan", 0), ("urutan", 1)]
    assert plan.faults[0].sentence.startswith("11 JP")


def test_modes_of_one_session_stay_apart() -> None:
    session = {"jenis": "pembelajaran", "modul": "m", "jp": [{"bentuk": "teori", "moda": "SM", "jp": "1"}, {"bentuk": "teori", "moda": "SL", "jp": "1"}]}
    (row,) = [row for _, row in placed(session).rows]
    assert [(part.mode, part.jp) for part in row.parts] == [("SM", 1), ("SL", 1)]


SESSIONS = st.lists(st.one_of(
    st.builds(learn, st.integers(0, 4), st.integers(0, 6)).filter(lambda session: session["jp"] != {"teori": "0", "praktik": "0"}),
    st.integers(5, 120).map(lambda length: {"jenis": "umum", "judul": "U", "menit": str(length)}),
), min_size=1, max_size=8)


@settings(max_examples=300, deadline=None)
@given(SESSIONS, st.sampled_from([(MONDAY,), (MONDAY, FRIDAY), (FASTING, MONDAY, TUESDAY)]))
def test_everything_is_placed_or_told_and_nothing_overlaps(sequence: list[dict[str, Any]], days: tuple[str, ...]) -> None:
    plan = placed(*sequence, days=days)
    wanted = sum(int(count) for session in sequence for count in session.get("jp", {}).values())
    got = sum(row.jp for _, row in plan.rows)
    assert got == wanted or plan.faults
    assert got <= wanted
    for day in plan.days:
        rows: list[Row] = [row for row in day.rows if row.minutes]
        for first, second in zip(rows, rows[1:], strict=False):
            assert first.end <= second.start
        for row in rows:
            assert row.minutes == row.jp * 45 or not row.jp
    assert plan == placed(*sequence, days=days)
