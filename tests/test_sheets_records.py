"""Evaluation, certificates and records: bands stay with the committee, law is in force, hours are those of the schedule."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import html

from syllabus.render.evaluation import instrument as form_of
from syllabus.render.sheets import certificate, record, survey
from syllabus.taught import taught
from syllabus.timetable import jp_per_day
from tests.sheet_words import COHORTS, HOUSE, VIEW, WHOLE, cells, tables, words


@pytest.mark.parametrize("name", sorted(name for name, entry in WHOLE.instruments.items() if entry.value.groups))
def test_bands_stand_on_the_committees_copy_alone(name: str) -> None:
    instrument = WHOLE.instruments[name].value
    asked, tallied = words(survey.respondent(instrument)), words(survey.tally(instrument))
    assert "Pita" not in asked and "Sasaran" not in asked
    assert ("Pita" in tallied) == bool(instrument.item_bands or instrument.group_bands or instrument.total_bands)
    count = sum(len(group.items) for group in instrument.groups)
    boxes = html.fragment_fromstring(survey.respondent(instrument), create_parent="div").findall(".//td/span[@class='kotak tunggal']")
    assert len(boxes) == count * len(instrument.scale)


def test_bands_are_told_once_in_a_table() -> None:
    """Means of items and of groups that are called alike share a row; sums have their own."""
    rows = {name: re.findall('<tr><th scope="row">(Rerata[^<]*|Jumlah)', form_of(VIEW, name)) for name in ("evaluasi-fasilitator", "evaluasi-penyelenggaraan", "survei-alumni")}
    assert rows == {"evaluasi-fasilitator": ["Rerata butir", "Jumlah"], "evaluasi-penyelenggaraan": ["Rerata butir dan rerata kelompok"], "survei-alumni": []}


def test_the_usual_form_of_the_organisation_has_29_items_and_the_full_one_33() -> None:
    found = {leaf.id: words(leaf.html) for leaf in survey.survey_leaves(VIEW)}
    assert "29 Layanan kesehatan" in found["e2-evaluasi-penyelenggaraan"]
    assert "Asrama" not in found["e2-evaluasi-penyelenggaraan"]
    assert "33 Air dan listrik" in found["e2-evaluasi-penyelenggaraan-lengkap"]


@pytest.mark.parametrize("name", COHORTS)
def test_each_facilitator_has_a_page_for_each_subject(name: str) -> None:
    pairs = survey.taught_by(VIEW, HOUSE.timetables[name])
    booked = {(row.module, speaker.person or speaker.role) for _, row in HOUSE.timetables[name].rows if row.module for speaker in row.speakers}
    assert len(pairs) == len(set(pairs)) == len(booked)
    page = survey.facilitator_set(VIEW, WHOLE.instruments["evaluasi-fasilitator"].value, WHOLE.cohorts[name])
    assert page.count("<table") == len(pairs) == page.count("lembar-baru") + 1


def test_a_certificate_names_only_law_that_was_verified_and_is_in_force() -> None:
    """An unverified act, and one that was repealed, never stand on it as its basis; an amended one says so."""
    first, second, third, *_ = WHOLE.program.value.legal_basis
    acts = dict(WHOLE.regulations)
    for name, change in ((first, {"in_force": "dicabut"}), (second, {"verified": "belum_terverifikasi"}), (third, {"in_force": "diubah", "verified": "terverifikasi"})):
        acts[name] = replace(acts[name], value=acts[name].value.model_copy(update=change))
    said = str(certificate.legal_basis(replace(VIEW, curriculum=replace(WHOLE, regulations=acts))))
    for name in (first, second):
        assert acts[name].value.name not in said
    assert f"{acts[third].value.name} sebagaimana telah diubah" in said
    none = {name: replace(entry, value=entry.value.model_copy(update={"in_force": "dicabut"})) for name, entry in acts.items()}
    assert certificate.legal_basis(replace(VIEW, curriculum=replace(WHOLE, regulations=none))) is None


@pytest.mark.parametrize("name", COHORTS)
def test_jp_on_the_back_of_the_certificate_sum_to_the_schedule(name: str) -> None:
    table = next(iter(tables(certificate.module_list(VIEW, name)).values()))
    scheduled = sum(jp_per_day(HOUSE.timetables[name]).values())
    assert sum(int(row[3]) for row in cells(table)) == int(cells(table, "tfoot")[0][1]) == scheduled
    assert f"selama {scheduled} jam pelajaran (JP)" in words(certificate.certificate(VIEW, name))
    days = next(iter(tables(certificate.attendance_letter(VIEW, name)).values()))
    assert sum(int(row[2]) for row in cells(days)) == int(cells(days, "tfoot")[0][1]) == scheduled


def test_the_transcript_holds_each_subject_once_and_the_programmes_weights() -> None:
    found = tables(certificate.transcript(VIEW, "teknis-april"))
    marked = [row[1] for row in cells(found["Mata pelatihan yang dinilai"])][:-1]
    others = [row[0] for row in cells(found["Mata pelatihan tanpa penilaian"])]
    assert len(marked) + len(others) == len(taught(WHOLE, WHOLE.cohorts["teknis-april"].value)) and not set(marked) & set(others)
    weights = [Decimal(row[1]) for row in cells(found["Nilai akhir"])][:-1]
    assert weights == [part.weight for part in WHOLE.program.value.final_mark.parts]


def test_the_record_of_a_test_tells_when_and_where() -> None:
    found = [leaf for leaf in record.record_leaves(VIEW) if leaf.id == "berita-acara-teknis-april-1"]
    shown = words(found[0].html)
    assert "hari Senin, 5 April 2027, pukul" in shown and "WIB, bertempat di Kampus badan pelatihan" in shown and "Peserta terdaftar 30" in shown


def test_the_dialogue_with_the_public_ends_in_a_table_of_agreements() -> None:
    found = {leaf.id: leaf for leaf in record.record_leaves(VIEW)}
    sheet = found["w1-berita-acara-dialog"]
    assert "Kesepakatan" in cells(tables(sheet.html)["Masukan dan kesepakatan"], "thead")[0]
    assert "Wakil pengguna layanan" in words(sheet.html)


def test_an_invitation_is_an_official_letter() -> None:
    """Number, nature, enclosures and subject, the addressee, day and place as labelled lines; an official signs, with his number by hand."""
    found = {leaf.id: leaf for leaf in record.record_leaves(VIEW)}
    letters = [leaf for leaf in found.values() if not leaf.titled]
    assert {leaf.id for leaf in letters} == {name for name in found if "-undangan-" in name}
    for leaf in letters:
        shown = words(leaf.html)
        places = [shown.index(word) for word in ("Nomor", "Sifat", "Lampiran", "Hal", "Yth.", "Hari, tanggal", "Tempat", "terima kasih")]
        assert places == sorted(places), leaf.id
        assert 'class="penanda"' in leaf.html and found["w1-berita-acara-dialog"].html.count("tanpa-nip") == 4
