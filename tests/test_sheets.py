"""Sheets computed from the curriculum: sums agree, one numbering for paper and key, and no answer where none may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from syllabus import bahasa
from syllabus.alignment import minutes_by_indicator
from syllabus.check import check
from syllabus.curriculum import Curriculum
from syllabus.render.html import Html
from syllabus.render.leaf import Leaf
from syllabus.render.sheets import assignment, certificate, design, exam, observation, recap, record, schedules, scoring, survey
from syllabus.render.view import View
from syllabus.taught import taught
from syllabus.timetable import jp_per_day

ROOT = Path(__file__).parent.parent
HOUSE = check(ROOT)
OTHER = check(ROOT / "tests" / "sites" / "provinsi-lain")
assert HOUSE.curriculum is not None and OTHER.curriculum is not None
WHOLE: Curriculum = HOUSE.curriculum
VIEW = View(WHOLE, HOUSE.timetables, "index", for_facilitator=True)
SMALL = View(OTHER.curriculum, OTHER.timetables, "index", for_facilitator=True)
MODULES = sorted(WHOLE.modules)
COHORTS = sorted(WHOLE.cohorts)
SOURCES = (
    schedules.schedule_leaves, scoring.score_leaves, observation.observation_leaves, recap.recap_leaves, assignment.assignment_leaves, design.design_leaves,
    exam.exam_leaves, survey.survey_leaves, record.record_leaves, certificate.certificate_leaves,
)


def leaves(view: View) -> list[Leaf]:
    return [leaf for source in SOURCES for leaf in source(view)]


def tables(fragment: Html) -> dict[str, html.HtmlElement]:
    """The tables of a sheet by caption."""
    return {table.findtext("caption") or "": table for table in html.fragment_fromstring(fragment, create_parent="div").iter("table")}


def cells(table: html.HtmlElement, part: str = "tbody") -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iterfind(f"{part}/tr")]


def words(fragment: str) -> str:
    return " ".join(" ".join(str(part) for part in html.fragment_fromstring(fragment, create_parent="div").itertext()).split())


def exams() -> Iterator[exam.Exam]:
    for use in exam.USES:
        for stem in MODULES:
            yield exam.exam_of(VIEW, f"{use} {stem}", [stem], use)
        for stem in COHORTS:
            yield exam.exam_of(VIEW, f"{use} {stem}", WHOLE.cohorts[stem].value.modules, use)


EXAMS = list(exams())


# ---------------------------------------------------------------- all sheets

@pytest.mark.parametrize("view", [VIEW, SMALL], ids=["house", "other"])
def test_every_sheet_has_its_own_name_and_says_what_it_is(view: View) -> None:
    found = leaves(view)
    assert len({leaf.id for leaf in found}) == len(found)
    assert all(leaf.title and leaf.code and leaf.about and leaf.place.line for leaf in found)


@pytest.mark.parametrize("view", [VIEW, SMALL], ids=["house", "other"])
def test_every_table_has_a_caption_and_heads_with_scope(view: View) -> None:
    for leaf in leaves(view):
        for table in html.fragment_fromstring(leaf.html, create_parent="div").iter("table"):
            assert table.findtext("caption"), leaf.id
            heads = list(table.iterfind("thead//th"))
            assert heads and all(head.get("scope") in ("col", "colgroup") and head.text_content() for head in heads), leaf.id


def test_what_only_facilitators_may_see_is_marked_secret() -> None:
    withheld = {item.explanation for bank in WHOLE.items.values() for item in bank.value.items if item.secret}
    withheld |= {item.text for bank in WHOLE.items.values() for item in bank.value.items if item.secret}
    withheld |= {step.facilitator for entry in WHOLE.modules.values() for step in entry.value.steps}
    withheld |= {answer for entry in WHOLE.modules.values() for sheet in entry.value.worksheets for answer in sheet.answers}
    told = {" ".join(text.split()) for text in withheld if len(text) > 25}
    open_leaves = [(leaf.id, words(leaf.html)) for leaf in leaves(VIEW) if not leaf.secret]
    assert len(open_leaves) > 50
    assert [(name, text) for name, shown in open_leaves for text in told if text in shown] == []


# ---------------------------------------------------------------- score sheets

def test_a_class_sheet_has_a_column_for_each_criterion_and_as_many_rows_as_asked() -> None:
    rubric = SMALL.curriculum.rubrics["penjelasan-lisan"].value
    table = tables(scoring.class_sheet(SMALL, "penjelasan-lisan", 7))[f"{rubric.code} {rubric.title}"]
    assert cells(table, "thead") == [
        ["No.", "Nama", "Instansi", "Isi penjelasan bobot 70; skor 15, 10, 0", "Sikap bobot 30; skor 5, 0, NA", "Nilai", "Catatan"],
    ]
    assert [row[0] for row in cells(table)] == [str(number) for number in range(1, 8)]
    shown = words(scoring.class_sheet(SMALL, "penjelasan-lisan", 7))
    assert "jumlah (skor ÷ skor tertinggi × bobot)" in shown and "Kriteria NA tidak dinilai" in shown


def test_scores_without_gaps_are_written_as_a_range() -> None:
    shown = words(scoring.class_sheet(VIEW, "studi-kasus"))
    assert "skor 1–4" in shown and "jumlah (skor × bobot) ÷ 4" in shown and "4 = Sangat baik; 3 = Baik" in shown
    assert "90,01–100 Sangat baik (Lulus)" in shown


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


# ---------------------------------------------------------------- recaps

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


# ---------------------------------------------------------------- design and plan

@pytest.mark.parametrize("name", MODULES)
def test_minutes_and_jp_of_the_design_add_up(name: str) -> None:
    module = WHOLE.modules[name].value
    assert module.jp is not None
    table = next(iter(tables(design.design(VIEW, name)).values()))
    per_jp = WHOLE.program.value.jp_minutes.minutes
    columns = [[int(row[position] or 0) for row in cells(table)] for position in (6, 7, 8)]
    minutes, hours = cells(table, "tfoot")
    assert [sum(column) for column in columns] == [int(cell) for cell in minutes[1:4]] == [per_jp * int(cell) for cell in hours[1:4]]
    assert [int(cell) for cell in hours[1:4]] == [module.jp.theory, module.jp.practice, module.jp.field]
    assert minutes[4] == f"{module.jp.total * per_jp} menit" and hours[4] == f"{module.jp.total} JP"


@pytest.mark.parametrize("name", MODULES)
def test_every_topic_stands_in_the_design(name: str) -> None:
    shown = words(design.design(VIEW, name))
    assert all(topic.title in shown and all(part in shown for part in topic.parts) for topic in WHOLE.modules[name].value.topics)
    assert "Usulan bentuk" in shown


@pytest.mark.parametrize("name", MODULES)
def test_minutes_of_the_plan_add_up_to_the_jp(name: str) -> None:
    module = WHOLE.modules[name].value
    assert module.jp is not None
    table = next(iter(tables(design.plan(VIEW, name)).values()))
    minutes = [int(row[6]) for row in cells(table) if row[6] != "–"]
    assert sum(minutes) == int(cells(table, "tfoot")[0][1]) == module.jp.total * WHOLE.program.value.jp_minutes.minutes


def test_a_step_for_several_indicators_is_shared_without_loss() -> None:
    module = WHOLE.modules["komunikasi-layanan"].value
    step = module.steps[-1].model_copy(update={"minutes": 50, "indicators": ("A2-1", "A2-2", "A2-3")})
    shared = minutes_by_indicator(module.model_copy(update={"steps": (step,)}))
    assert [shared[f"A2-{number}"].get(step.form or "teori", 0) for number in (1, 2, 3, 4)] == [20, 15, 15, 0]
    odd = minutes_by_indicator(module.model_copy(update={"steps": (step.model_copy(update={"minutes": 7}),)}))
    assert [odd[f"A2-{number}"].get(step.form or "teori", 0) for number in (1, 2, 3)] == [3, 2, 2]


# ---------------------------------------------------------------- assignments

def test_the_time_of_an_assignment_is_told_in_jp_where_it_fills_them() -> None:
    sheet = WHOLE.modules["pengelolaan-pengaduan"].value.worksheets[0]
    assert assignment.time_in_words(sheet, 45) == "1 JP × 45 menit = 45 menit"
    assert assignment.time_in_words(sheet, 60) == "45 menit"


@pytest.mark.parametrize("name", MODULES)
def test_steps_of_an_assignment_sum_to_its_time(name: str) -> None:
    module = WHOLE.modules[name].value
    for sheet in module.worksheets:
        table = tables(assignment.assignment(VIEW, module, sheet))["Langkah dan menit"]
        assert sum(int(row[2]) for row in cells(table)) == int(cells(table, "tfoot")[0][1]) == assignment.minutes(sheet)


# ---------------------------------------------------------------- tests

@pytest.mark.parametrize("test", EXAMS, ids=lambda test: test.title)
def test_paper_answer_sheet_and_key_have_the_same_numbers(test: exam.Exam) -> None:
    asked = [item.text_content().rstrip(".") for item in html.fragment_fromstring(exam.paper(test), create_parent="div").iterfind(".//span[@class='nomor']")]
    keyed = [row[0] for row in cells(next(iter(tables(exam.key(test)).values()))) if len(row) == 4]
    answered = [cell for table in tables(exam.answer_sheet(test)).values() for row in cells(table) for cell in row if cell.isdigit()]
    numbers = [str(number) for number in range(1, len(test.items) + 1)]
    assert asked == keyed == numbers
    assert sorted(answered, key=int) == numbers


@pytest.mark.parametrize("test", EXAMS, ids=lambda test: test.title)
def test_the_key_names_the_option_that_stands_under_its_letter(test: exam.Exam) -> None:
    page = html.fragment_fromstring(exam.paper(test), create_parent="div")
    shown = [[option.text_content() for option in options] for options in page.iterfind(".//ol[@class='pilihan']")]
    keys = [row[1] for row in cells(next(iter(tables(exam.key(test)).values()))) if len(row) == 4]
    for entry, options, letter in zip(test.items, shown, keys, strict=True):
        assert options == [" ".join(option.split()) for option in entry.item.options]
        assert letter == entry.item.answer and exam.LETTERS.index(letter) < len(options)


@pytest.mark.parametrize("test", EXAMS, ids=lambda test: test.title)
def test_no_key_is_on_the_participants_copy(test: exam.Exam) -> None:
    planted = tuple(
        (title, tuple(exam.Numbered(entry.number, entry.item.model_copy(update={"explanation": "KUNCI RAHASIA TERTANAM"})) for entry in part))
        for title, part in test.parts
    )
    marked = exam.Exam(test.title, planted)
    assert "KUNCI RAHASIA" in exam.key(marked)
    for shown in (exam.paper(marked), exam.answer_sheet(marked)):
        assert "KUNCI RAHASIA" not in shown and "jawaban:" not in shown.lower()


def test_what_a_participant_gets_does_not_depend_on_the_key() -> None:
    test = EXAMS[0]
    turned = exam.Exam(test.title, tuple(
        (title, tuple(exam.Numbered(entry.number, entry.item.model_copy(update={"answer": "A" if entry.item.answer != "A" else "B"})) for entry in part))
        for title, part in test.parts
    ))
    assert exam.key(turned) != exam.key(test)
    assert exam.paper(turned) == exam.paper(test) and exam.answer_sheet(turned) == exam.answer_sheet(test)


def test_all_papers_keys_and_answer_sheets_are_secret() -> None:
    found = list(exam.exam_leaves(VIEW))
    assert len(found) == 3 * len(EXAMS)
    assert all(leaf.secret for leaf in found)


# ---------------------------------------------------------------- evaluation

@pytest.mark.parametrize("name", sorted(name for name, entry in WHOLE.instruments.items() if entry.value.groups))
def test_bands_stand_on_the_committees_copy_alone(name: str) -> None:
    instrument = WHOLE.instruments[name].value
    asked, tallied = words(survey.respondent(instrument)), words(survey.tally(instrument))
    assert "Pita" not in asked and "Sasaran" not in asked
    assert ("Pita" in tallied) == bool(instrument.item_bands or instrument.group_bands or instrument.total_bands)
    count = sum(len(group.items) for group in instrument.groups)
    boxes = html.fragment_fromstring(survey.respondent(instrument), create_parent="div").findall(".//td/span[@class='kotak tunggal']")
    assert len(boxes) == count * len(instrument.scale)


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


# ---------------------------------------------------------------- certificates and records


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
