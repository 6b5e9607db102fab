"""Score sheets and recaps hold every criterion, the weights of the programme and the hours of the schedule."""

from __future__ import annotations

import pytest

from syllabus import bahasa
from syllabus.render.sheets import observation, recap, scoring
from syllabus.taught import taught
from syllabus.timetable import jp_per_day
from tests.sheet_words import COHORTS, HOUSE, SMALL, VIEW, WHOLE, cells, tables, words


def test_a_class_sheet_has_a_column_for_each_criterion_and_as_many_rows_as_asked() -> None:
    rubric = SMALL.curriculum.rubrics["penjelasan-lisan"].value
    table = tables(scoring.class_sheet(SMALL, "penjelasan-lisan", 7))[f"{rubric.code} {rubric.title}"]
    assert cells(table, "thead") == [
        ["No.", "Nama", "Instansi", "Isi penjelasan bobot 70 skor 15, 10, 0", "Sikap bobot 30 skor 5, 0, NA", "Nilai", "Catatan"],
    ]
    assert [row[0] for row in cells(table)] == [str(number) for number in range(1, 8)]
    shown = words(scoring.class_sheet(SMALL, "penjelasan-lisan", 7))
    assert "jumlah (skor ÷ skor tertinggi × bobot)" in shown and "Kriteria NA tidak dinilai" in shown


def test_scores_without_gaps_are_written_as_a_range() -> None:
    shown = words(scoring.class_sheet(VIEW, "studi-kasus"))
    assert "skor 1–4" in shown and "jumlah (skor × bobot) ÷ 4" in shown and "4 = Sangat baik; 3 = Baik" in shown
    assert "90,01–100,00 Sangat baik (Lulus)" in shown


@pytest.mark.parametrize("name", sorted(WHOLE.rubrics))
def test_the_single_sheet_gives_every_descriptor_once(name: str) -> None:
    rubric = WHOLE.rubrics[name].value
    shown = words(scoring.single_sheet(VIEW, name))
    for criterion in rubric.criteria:
        for level in criterion.levels:
            assert shown.count(" ".join(level.descriptor.split())) == 1
    assert ("NA." in shown) == any(item.may_skip for item in rubric.criteria)
    assert "Rekomendasi" in shown and "Kesimpulan" in shown


def test_only_rubrics_of_what_is_seen_get_an_observation_sheet() -> None:
    assert {leaf.code for leaf in observation.observation_leaves(VIEW)} == {"LO-R1", "LO-R3", "LO-R4"}


@pytest.mark.parametrize("name", COHORTS)
def test_the_marks_recap_takes_its_weights_from_the_programme(name: str) -> None:
    mark = WHOLE.program.value.final_mark
    table = next(iter(tables(recap.marks_recap(VIEW, name)).values()))
    head = cells(table, "thead")[0]
    assert [f"{part.name} ({bahasa.number(part.weight)})" for part in mark.parts] == head[5 : 5 + len(mark.parts)]
    assert head.index("N-gain") > head.index("Nilai akhir")
    assert len(cells(table)) == WHOLE.cohorts[name].value.participants
    assert all(row[2] == "" for row in cells(table)), "NIP stays blank"


def test_other_weights_give_other_heads() -> None:
    head = cells(next(iter(tables(recap.marks_recap(SMALL, "angkatan-satu")).values())), "thead")[0]
    assert "Postes (40)" in head and "Simulasi (60)" in head and not any("Sikap" in title for title in head)


@pytest.mark.parametrize("name", COHORTS)
def test_the_attendance_recap_holds_the_hours_of_the_schedule(name: str) -> None:
    held = cells(next(iter(tables(recap.attendance_recap(VIEW, name)).values())))[0]
    lines = taught(WHOLE, WHOLE.cohorts[name].value)
    hours = [int(cell) for cell in held[1 : 1 + len(lines)]]
    assert sum(hours) == int(held[1 + len(lines)]) == sum(jp_per_day(HOUSE.timetables[name]).values())
