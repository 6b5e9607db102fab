"""The engine places sessions as a careful committee would, and says what does not fit."""

from __future__ import annotations

from typing import Any

import pytest

from syllabus import bahasa
from syllabus.shapes.program import Program
from syllabus.timetable import bookings, jp_per_day, jp_per_module
from tests.timetable_case import FASTING, FRIDAY, MONDAY, PROGRAM, TUESDAY, learn, lines, other, placed


def test_an_ordinary_day() -> None:
    plan = placed({"jenis": "registrasi", "menit": "30"}, {"jenis": "blc", "jp": "1"}, learn(2, 4))
    assert lines(plan) == [
        "07.30 – 08.00 registrasi", "08.00 – 08.45 blc 1", "08.45 – 10.15 pembelajaran 2", "10.15 – 10.30 rehat",
        "10.30 – 12.00 pembelajaran 2", "12.00 – 13.00 ishoma", "13.00 – 14.30 pembelajaran 2",
    ]
    assert plan.faults == ()


def test_a_rehat_waits_for_the_jp_under_way_and_closes_up() -> None:
    assert lines(placed(other(60), learn(3)))[:3] == [
        "07.30 – 08.30 umum", "08.30 – 10.00 pembelajaran 2", "10.00 – 10.15 rehat"]
    assert lines(placed(other(75), learn(3)))[1:3] == ["08.45 – 10.15 pembelajaran 2", "10.15 – 10.30 rehat"]


def test_a_rehat_that_is_due_is_not_put_off() -> None:
    assert lines(placed(other(150), other(20)))[1:] == ["10.00 – 10.15 rehat", "10.15 – 10.35 umum"]
    assert lines(placed(other(160), other(20)))[1:] == ["10.10 – 10.25 rehat", "10.25 – 10.45 umum"]


def test_ishoma_never_moves_and_learning_stops_before_it() -> None:
    rows = lines(placed(other(45), learn(8)))
    assert "12.00 – 13.00 ishoma" in rows
    assert rows[rows.index("12.00 – 13.00 ishoma") - 1] == "10.45 – 11.30 pembelajaran 1"


def test_what_is_free_before_ishoma_is_told() -> None:
    plan = placed(other(45), learn(8))
    told = [f"{bahasa.clock_range(row.start, row.end)} {row.title}" for row in plan.days[0].told]
    assert told[told.index("12.00 – 13.00 Ishoma") - 1] == "11.30 – 12.00 Jeda"
    assert [row for row in plan.days[0].told if row.title != "Jeda"] == list(plan.days[0].rows)


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


def test_a_banner_takes_no_time() -> None:
    plan = placed(learn(1), {"jenis": "spanduk", "judul": "Praktik Lapangan"}, learn(1))
    assert lines(plan)[1] == "08.15 – 08.15 spanduk" and lines(plan)[2].startswith("08.15")


def test_a_banner_stands_over_the_session_that_follows_it() -> None:
    plan = placed(learn(9), {"jenis": "spanduk", "judul": "Praktik Lapangan"}, learn(1), days=(MONDAY, TUESDAY))
    assert lines(plan)[-1] == "13.00 – 16.00 pembelajaran 4"
    assert lines(plan, 1) == ["07.30 – 07.30 spanduk", "07.30 – 08.15 pembelajaran 1"]


def test_a_banner_at_the_very_end_is_not_lost() -> None:
    assert lines(placed(learn(1), {"jenis": "spanduk", "judul": "Selesai"}))[-1] == "08.15 – 08.15 spanduk"


def test_what_does_not_fit_is_told_with_its_amount_and_others_keep_their_place() -> None:
    plan = placed(learn(20), {"jenis": "penutupan", "menit": "30"})
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("urutan", 0), "11 JP tidak mendapat tempat dalam jam kegiatan.")]
    assert lines(plan)[-1] == "16.00 – 16.30 penutupan"
    crowded = placed(learn(9), {"jenis": "penutupan", "menit": "45"})
    assert [fault.sentence for fault in crowded.faults] == ["45 menit tidak mendapat tempat dalam jam kegiatan."]


def test_a_row_too_long_for_any_day_does_not_use_up_the_days() -> None:
    plan = placed(learn(1), other(300), learn(1), days=(MONDAY, TUESDAY))
    assert [fault.path for fault in plan.faults] == [("urutan", 1)]
    assert "di antara dua istirahat" in plan.faults[0].sentence
    assert lines(plan) == ["07.30 – 08.15 pembelajaran 1", "08.15 – 09.00 pembelajaran 1"]


def test_an_afternoon_cohort_begins_after_the_breaks_that_are_over() -> None:
    assert lines(placed(learn(2), mulai="13.00")) == ["13.00 – 14.30 pembelajaran 2"]
    assert lines(placed(learn(2), mulai="12.15")) == ["13.00 – 14.30 pembelajaran 2"]


def test_a_morning_cohort_ends_before_ishoma() -> None:
    plan = placed(learn(7), days=(MONDAY, TUESDAY), selesai="12.30")
    assert lines(plan)[-1] == "10.45 – 11.30 pembelajaran 1" and lines(plan, 1) == ["07.30 – 09.00 pembelajaran 2"]


def test_a_day_does_not_end_with_an_empty_break() -> None:
    plan = placed(learn(5), other(180), days=(MONDAY, TUESDAY), selesai="15.30")
    assert lines(plan)[-1] == "10.45 – 11.30 pembelajaran 1" and lines(plan, 1) == ["07.30 – 10.30 umum"]


def test_dates_are_sorted_and_still_lead_to_their_line() -> None:
    plan = placed(learn(1), days=(TUESDAY, MONDAY))
    assert [(day.day.isoformat(), day.path) for day in plan.days] == [(MONDAY, ("tanggal", 1)), (TUESDAY, ("tanggal", 0))]


def test_a_date_written_twice_is_told() -> None:
    plan = placed(learn(1), days=(MONDAY, TUESDAY, MONDAY))
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("tanggal", 2), "5 April 2027 tertulis dua kali.")]
    assert len(plan.days) == 2


def test_a_day_without_hours_is_told() -> None:
    assert [fault.path for fault in placed(learn(1), mulai="16.00", selesai="15.00").faults] == [("tanggal", 0), ("urutan", 0)]


@pytest.mark.parametrize(("session", "path", "words"), [
    ({"jenis": "umum", "judul": "U"}, ("urutan", 0), "belum punya jp atau menit"),
    ({"jenis": "pembelajaran", "jp": {"teori": "0"}}, ("urutan", 0), "belum punya jp atau menit"),
    ({"jenis": "pembelajaran", "jp": "2", "menit": "60"}, ("urutan", 0, "menit"), "2 JP lamanya 90 menit, bukan 60"),
    ({"jenis": "pembelajaran", "jp": "1", "mulai": "14.00"}, ("urutan", 0, "mulai"), "jadwal yang ditulis lengkap"),
])
def test_a_session_of_unclear_length_is_told(session: dict[str, Any], path: tuple[str | int, ...], words: str) -> None:
    (fault,) = placed(session).faults
    assert fault.path == path and words in fault.sentence


def test_ishoma_in_the_sequence_is_told_to_be_automatic() -> None:
    assert "dipasang dari jam program" in placed(learn(1), {"jenis": "ishoma"}).faults[0].hint


def test_the_length_of_a_jp_is_data() -> None:
    def minutes(length: int) -> Program:
        return PROGRAM.model_copy(update={"jp_minutes": PROGRAM.jp_minutes.model_copy(update={"minutes": length})})

    assert lines(placed(learn(2), program=minutes(60))) == ["07.30 – 09.30 pembelajaran 2"]
    (fault,) = placed(learn(2), program=minutes(0)).faults
    assert fault.sentence == "lama satu JP pada program belum diisi."


def test_hours_add_up_as_they_are_read() -> None:
    plan = placed({"jenis": "blc", "jp": "1"}, learn(2, 9), days=(MONDAY, TUESDAY))
    assert [row.running_jp for row in plan.days[0].rows] == [1, 4, 4, 5, 5, 9]
    assert plan.days[1].rows[-1].running_jp == 12
    assert {day.isoformat(): jp for day, jp in jp_per_day(plan).items()} == {MONDAY: 9, TUESDAY: 3}
    (hours,) = jp_per_module(plan).values()
    assert (hours.theory, hours.practice, hours.field, hours.total) == (2, 9, 0, 11)


def test_people_and_rooms_are_taken_by_what_is_taught() -> None:
    plan = placed(learn(3, fasilitator=["ani", {"unit": "Panitia"}], ruang="lab"), other(30, fasilitator=[{"peran": "Tamu"}]), learn(1))
    taken = [(booking.kind, booking.name, bahasa.clock(booking.row.start)) for booking in bookings(plan, "aula")]
    assert taken == [("orang", "ani", "07.30"), ("ruang", "lab", "07.30"), ("ruang", "aula", "09.45"), ("ruang", "aula", "10.30")]


def test_modes_of_one_session_stay_apart() -> None:
    session = {"jenis": "pembelajaran", "modul": "m", "jp": [{"bentuk": "teori", "moda": "SM", "jp": "1"}, {"bentuk": "teori", "moda": "SL", "jp": "1"}]}
    (row,) = [row for _, row in placed(session).rows]
    assert [(part.mode, part.jp) for part in row.parts] == [("SM", 1), ("SL", 1)]
