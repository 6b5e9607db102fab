"""A fixed time is kept to the minute, or the editor is told why it cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from tests.timetable_case import MONDAY, TUESDAY, learn, lines, other, pin, placed

GUEST = {"jenis": "lokakarya", "judul": "Tamu", "jp": "2"}


def test_a_pin_is_kept_and_others_flow_around_it() -> None:
    plan = placed(learn(1), {**GUEST, **pin("10.15")}, learn(1))
    assert lines(plan) == ["07.30 – 08.15 pembelajaran 1", "10.00 – 10.15 rehat", "10.15 – 11.45 lokakarya 2", "12.00 – 13.00 ishoma",
                           "13.00 – 13.45 pembelajaran 1"]
    assert plan.faults == ()


def test_a_rehat_makes_way_for_a_pin() -> None:
    assert lines(placed(learn(1), {**GUEST, **pin("10.00")}))[1:] == ["09.45 – 10.00 rehat", "10.00 – 11.30 lokakarya 2"]
    assert lines(placed(learn(1), {**GUEST, **pin("10.10")}))[1:] == ["09.55 – 10.10 rehat", "10.10 – 11.40 lokakarya 2"]


def test_a_rehat_does_not_float_into_a_pin() -> None:
    plan = placed(other(75), learn(2), {**GUEST, **pin("10.15")})
    assert "10.15 – 11.45 lokakarya 2" in lines(plan)
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [
        (("urutan", 1), "1 JP tidak mendapat tempat sebelum waktu tetap 5 April 2027 pukul 10.15.")]


def test_what_is_too_long_before_a_pin_is_blamed_and_the_pin_is_kept() -> None:
    plan = placed(learn(6), {**GUEST, **pin("10.15")}, learn(1), days=(MONDAY, TUESDAY))
    assert lines(plan) == ["07.30 – 09.45 pembelajaran 3", "10.00 – 10.15 rehat", "10.15 – 11.45 lokakarya 2", "12.00 – 13.00 ishoma",
                           "13.00 – 13.45 pembelajaran 1"]
    assert [fault.path for fault in plan.faults] == [("urutan", 0)] and plan.faults[0].sentence.startswith("3 JP")


def test_a_pinned_session_is_carried_on_from_its_time() -> None:
    plan = placed(learn(5, **pin("10.30")))
    assert lines(plan) == ["10.30 – 12.00 pembelajaran 2", "12.00 – 13.00 ishoma", "13.00 – 15.15 pembelajaran 3"]
    assert [row.piece for row in plan.days[0].rows if row.jp] == [(1, 2), (2, 2)]


def test_a_pin_without_a_clock_is_placed_as_early_as_its_day_allows() -> None:
    plan = placed(learn(1), learn(1, **pin(None, TUESDAY)), days=(MONDAY, TUESDAY))
    assert lines(plan) == ["07.30 – 08.15 pembelajaran 1"] and lines(plan, 1) == ["07.30 – 08.15 pembelajaran 1"]
    later = placed(learn(10), learn(1, **pin(None, TUESDAY)), days=(MONDAY, TUESDAY))
    assert lines(later, 1) == ["07.30 – 08.15 pembelajaran 1", "08.15 – 09.00 pembelajaran 1"]
    after_rehat = placed(learn(3), other(60, **pin(None)))
    assert lines(after_rehat)[1:] == ["09.45 – 10.00 rehat", "10.00 – 11.00 umum"]


def test_a_pin_without_a_clock_never_leaves_its_day() -> None:
    plan = placed(learn(9), other(60, **pin(None)), days=(MONDAY, TUESDAY))
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("urutan", 1, "tetap"), "60 menit tidak mendapat tempat pada 5 April 2027.")]
    assert lines(plan, 1) == []


def test_a_pinned_banner_stands_at_its_time() -> None:
    plan = placed(learn(1), {"jenis": "spanduk", "judul": "S", **pin("10.15")}, learn(1))
    assert lines(plan)[2:] == ["10.15 – 10.15 spanduk", "10.15 – 11.00 pembelajaran 1"]


@pytest.mark.parametrize(("fixed", "sentence"), [
    (pin("07.30", TUESDAY), "6 April 2027 bukan hari pelaksanaan."),
    (pin("07.30"), "waktu tetap ini sudah terpakai; sesi sebelumnya selesai 5 April 2027 pukul 09.00."),
    (pin("12.00"), "waktu tetap ini jatuh pada Ishoma."),
    (pin("12.15"), "waktu tetap ini jatuh pada Ishoma."),
    (pin("07.00"), "waktu tetap ini di luar jam kegiatan 07.30 – 16.30."),
    (pin("16.30"), "waktu tetap ini di luar jam kegiatan 07.30 – 16.30."),
    (pin("11.45"), "sesi ini tidak muat mulai pukul 11.45; waktu hanya sampai pukul 12.00."),
])
def test_an_impossible_pin_is_told_and_moves_nothing(fixed: dict[str, Any], sentence: str) -> None:
    plan = placed(learn(2), other(30, **fixed), learn(1))
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("urutan", 1, "tetap"), sentence)]
    assert lines(plan)[:2] == ["07.30 – 09.00 pembelajaran 2", "09.00 – 09.45 pembelajaran 1"]


def test_a_pin_on_a_rehat_that_cannot_come_earlier_is_told() -> None:
    plan = placed(other(140), {**GUEST, **pin("10.00")})
    assert [(fault.path, fault.sentence) for fault in plan.faults] == [(("urutan", 1, "tetap"), "waktu tetap ini jatuh pada Rehat.")]
