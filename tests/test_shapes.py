"""Small grammars of what editors type, and the shapes that accept more than one way of saying it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from syllabus.shapes.base import Clock, Code, Day, IndicatorId, Jp, Minutes, Weight, YesNo
from syllabus.shapes.rubric import Criterion
from syllabus.shapes.schedule import Cohort, Session, Speaker


def read(kind: Any, text: Any) -> Any:
    return TypeAdapter(kind).validate_python(text)


@pytest.mark.parametrize(("kind", "text", "value"), [
    (Clock, "07.30", time(7, 30)), (Clock, "07:30", time(7, 30)), (Clock, "7.05", time(7, 5)), (Day, "2027-04-05", date(2027, 4, 5)),
    (Minutes, "45", 45), (Jp, "0", 0), (Weight, "12,5", Decimal("12.5")), (Weight, "25", Decimal(25)), (YesNo, "ya", True), (YesNo, "tidak", False),
])
def test_is_understood(kind: Any, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(("kind", "text"), [
    (Clock, "24.00"), (Clock, "7.5"), (Clock, "730"), (Clock, "07.60"), (Day, "2027-02-30"), (Day, "5-4-2027"), (Day, "2027-4-5"),
    (Minutes, "045"), (Minutes, "1.5"), (Minutes, "-5"), (Jp, "dua"), (Jp, "1001"), (Weight, "1.234,5"), (Weight, "banyak"), (YesNo, "yes"), (YesNo, "Ya"),
    (Code, "a3"), (Code, "A"), (IndicatorId, "A3-0"), (IndicatorId, "A3"),
])
def test_is_refused(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        read(kind, text)


@pytest.mark.parametrize(("jp", "parts"), [
    ("2", [("teori", "SL", 2)]), ({"teori": "1", "praktik": "2"}, [("teori", "SL", 1), ("praktik", "SL", 2)]),
    ([{"bentuk": "praktik", "moda": "AK", "jp": "1"}, {"bentuk": "lapangan", "jp": "1"}], [("praktik", "AK", 1), ("lapangan", "SL", 1)]),
])
def test_jp_may_be_said_in_three_ways(jp: Any, parts: list[tuple[str, str, int]]) -> None:
    session = read(Session, {"jenis": "pembelajaran", "modul": "m", "jp": jp})
    assert [(part.form, part.mode, part.jp) for part in session.parts] == parts


@pytest.mark.parametrize("said", ["wi-satu", {"orang": "wi-satu"}, {"peran": "Pendamping"}, {"unit": "Panitia"}, {"platform": "Sistem belajar"}])
def test_a_speaker_is_a_person_a_role_a_unit_or_a_platform(said: Any) -> None:
    assert read(Speaker, said)


@pytest.mark.parametrize("said", [{}, {"orang": "a", "unit": "B"}])
def test_a_speaker_is_exactly_one_of_them(said: Any) -> None:
    with pytest.raises(ValidationError):
        read(Speaker, said)


def test_a_criterion_has_levels_and_scores_of_its_own() -> None:
    levels = [{"skor": score, "deskriptor": score} for score in ("15", "10", "5", "0")]
    criterion = read(Criterion, {"id": "isi", "judul": "Isi", "bobot": "40", "boleh_na": "ya", "tingkat": levels})
    assert criterion.top == 15 and criterion.may_skip


@pytest.mark.parametrize("more", [{}, {"urutan": [{"jenis": "umum", "menit": "5"}]}, {"urutan": [{"jenis": "umum", "menit": "5"}], "tanggal": ["2027-04-05"],
                                  "hari": [{"tanggal": "2027-04-05", "sesi": [{"jenis": "umum"}]}]}])
def test_a_cohort_is_computed_or_written_out(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        read(Cohort, {"nama": "A", "peserta": "1", "tempat": "T", "ruang": "r", **more})


def test_values_are_frozen() -> None:
    speaker = read(Speaker, "wi-satu")
    with pytest.raises(ValidationError):
        speaker.person = "lain"
