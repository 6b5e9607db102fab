"""A schedule that is written out in full is taken as it stands, and what cannot be read of it is told."""

from __future__ import annotations

from typing import Any

from tests.timetable_case import MONDAY, TUESDAY, learn, lines, other, pin, placed, written


def row(start: str, end: str, **more: Any) -> dict[str, Any]:
    return {"jenis": "umum", "judul": "U", "mulai": start, "selesai": end, **more}


def test_rows_keep_their_written_times_even_when_they_overlap() -> None:
    plan = written({"tanggal": MONDAY, "sesi": [row("08.00", "11.00"), row("09.00", "09.30"), row("10.00", "09.00")]})
    assert lines(plan) == ["08.00 – 11.00 umum", "09.00 – 09.30 umum", "10.00 – 09.00 umum"]
    assert [entry.minutes for entry in plan.days[0].rows] == [180, 30, -60]
    assert plan.faults == ()  # the rules judge them: JDW01 and JDW05


def test_breaks_are_not_added_to_a_written_day() -> None:
    assert lines(written({"tanggal": MONDAY, "sesi": [row("08.00", "16.00")]})) == ["08.00 – 16.00 umum"]


def test_a_row_leads_to_its_line_and_hours_add_up_over_the_days() -> None:
    lesson = {"jenis": "pembelajaran", "modul": "m", "jp": "1", "mulai": "08.00", "selesai": "08.45"}
    plan = written({"tanggal": MONDAY, "sesi": [row("07.30", "08.00"), lesson]}, {"tanggal": TUESDAY, "sesi": [lesson]})
    assert [(entry.path, entry.running_jp, entry.title) for _, entry in plan.rows] == [
        (("hari", 0, "sesi", 0), 0, "U"), (("hari", 0, "sesi", 1), 1, "Modul M"), (("hari", 1, "sesi", 0), 2, "Modul M")]


def test_a_missing_clock_is_told() -> None:
    plan = written({"tanggal": MONDAY, "sesi": [{"jenis": "umum", "judul": "U", "mulai": "08.00"}, row("09.00", "09.30")]})
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("hari", 0, "sesi", 0), "baris ini belum punya jam mulai dan selesai.")]
    assert lines(plan) == ["09.00 – 09.30 umum"]


def test_a_banner_needs_no_clock() -> None:
    plan = written({"tanggal": MONDAY, "sesi": [row("08.00", "09.00"), {"jenis": "spanduk", "judul": "S"}]})
    assert lines(plan)[1] == "09.00 – 09.00 spanduk" and plan.faults == ()


def test_what_contradicts_a_written_row_is_told() -> None:
    plan = written({"tanggal": MONDAY, "sesi": [row("08.00", "09.00", menit="45"), row("09.00", "10.00", **pin("09.00"))]})
    assert [fault.path for fault in plan.faults] == [("hari", 0, "sesi", 0, "menit"), ("hari", 0, "sesi", 1, "tetap")]
    assert plan.faults[0].sentence == "lamanya 60 menit, sedangkan menit berisi 45."


def test_a_day_written_twice_is_told() -> None:
    plan = written({"tanggal": MONDAY, "sesi": [row("08.00", "09.00")]}, {"tanggal": MONDAY, "sesi": [row("08.30", "09.30")]})
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("hari", 1, "tanggal"), "5 April 2027 tertulis dua kali.")]


def test_a_computed_schedule_written_out_is_the_same_schedule() -> None:
    computed = placed(learn(2, 4), other(30))
    sessions = [
        {"jenis": entry.kind, "judul": entry.title, "mulai": f"{entry.start:%H.%M}", "selesai": f"{entry.end:%H.%M}",
         "jp": [{"bentuk": part.form, "moda": part.mode, "jp": str(part.jp)} for part in entry.parts]}
        for entry in computed.days[0].rows
    ]
    assert lines(written({"tanggal": MONDAY, "sesi": sessions})) == lines(computed)
