"""Computed sheets on paper: what fits a page, what stays together, and what nobody may find in a participant's copy."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from macros.project import project_from
from scripts.leaves import paper_of
from syllabus.check import check
from syllabus.press import proof
from syllabus.press.book import Printed
from syllabus.press.paper import print_paper
from syllabus.render.html import Html, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.leaves import leaves
from syllabus.render.sheets import exam, survey
from syllabus.render.view import View
from syllabus.render.workshop import sheet_name
from tests.sheet_geometry import pages_of

PROJECT = project_from(check(Path(__file__).parent.parent), "fasilitator")
VIEW = View(PROJECT.curriculum, PROJECT.timetables, "index", for_facilitator=True)
LEAVES = {leaf.id: leaf for leaf in leaves(VIEW)}
PLANTED = "KUNCI RAHASIA TERTANAM"


def printed(leaf: Leaf) -> Printed:
    done = print_paper(paper_of(PROJECT, leaf), lambda _: None)
    assert not done.problems
    return done


def pages(done: Printed) -> list[str]:
    return [squeezed(page.extract_text()) for page in PdfReader(BytesIO(done.pdf)).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", sorted(name for name in LEAVES if name.startswith("penilaian-") and name.endswith("-20")))
def test_a_class_of_twenty_fits_one_landscape_page(name: str) -> None:
    assert printed(LEAVES[name]).pages == 1


def test_a_longer_class_flows_on_under_a_repeated_head() -> None:
    texts = pages(printed(LEAVES["penilaian-r1-simulasi-layanan-40"]))
    assert len(texts) == 2
    assert all("Kepatuhan" in text and "Instansi" in text for text in texts)


@pytest.mark.parametrize("name", sorted(name for name in LEAVES if name.startswith("jadwal-")))
def test_no_row_of_a_schedule_stands_alone_with_the_total(name: str) -> None:
    texts = pages(printed(LEAVES[name]))
    rows = [len(re.findall(r"\d\d\.\d\d[–-]\d\d\.\d\d", text)) for text in texts]
    assert sum(rows) > 20 and 1 not in rows


def test_rows_of_a_roomy_sheet_grow_only_where_one_page_holds_them() -> None:
    """A sheet of few rows gives them more room; a list that fills its page keeps its rows."""
    grown, full = LEAVES["w4-lembar-tanya-rtl"], LEAVES["w1-daftar-hadir-dialog"]
    assert grown.roomy and full.roomy
    usual = printed(replace(grown, roomy=False))
    made = printed(grown)
    assert (usual.pages, made.pages) == (1, 1) and lowest(made) < lowest(usual) - 60
    assert lowest(printed(full)) == lowest(printed(replace(full, roomy=False)))


def test_a_survey_of_few_questions_has_lines_to_the_foot_of_its_page() -> None:
    """Lines to write on become more, not further apart, as far as the page holds them."""
    for name in ("e5-survei-atasan", "e6-survei-rekan", "e7-skm-sebelum-sesudah"):
        (page,) = pages_of(printed(LEAVES[name]).pdf)
        (plain,) = pages_of(printed(replace(LEAVES[name], roomy=False)).pdf)
        assert page.lowest > 0.75 * page.height and len(page.dotted) > len(plain.dotted), name
        tops = sorted(box.top for box in page.dotted if box.width > 100)
        assert {round(later - earlier, 1) for earlier, later in pairwise(tops)} == {8.5}, name


def lowest(done: Printed) -> float:
    """Where the lowest field of the first page ends, in points from its foot."""
    with pikepdf.open(BytesIO(done.pdf)) as document:
        return min(float(field.Rect[1]) for field in document.pages[0].Annots if field.get("/Subtype") == "/Widget")


def test_a_question_and_its_options_stay_on_one_page() -> None:
    test = exam.exam_of(VIEW, "pretes", PROJECT.curriculum.cohorts["teknis-april"].value.modules, "pretes")
    texts = pages(printed(LEAVES["soal-pretes-teknis-april"]))
    assert len(texts) > 1
    for entry in test.items:
        whole = squeezed(f"{entry.number}.{entry.item.text}") + "".join(
            squeezed(f"{letter}.{option}") for letter, option in zip(exam.LETTERS, entry.item.options, strict=False)
        )
        assert sum(plain(whole) in plain(text) for text in texts) == 1, entry.item.id


def plain(text: str) -> str:
    """The press sets curly quotation marks where the author typed straight ones."""
    return "".join(letter for letter in text if letter not in "\"'“”‘’")


def test_a_planted_key_is_nowhere_in_the_participants_copy() -> None:
    test = exam.exam_of(VIEW, "pretes A3", ["pengelolaan-pengaduan"], "pretes")
    marked = exam.Exam(test.title, tuple(
        (title, tuple(exam.Numbered(entry.number, entry.item.model_copy(update={"explanation": PLANTED})) for entry in part))
        for title, part in test.parts
    ))
    place = PROJECT.curriculum.items["pengelolaan-pengaduan"].at()
    copies = [Leaf("soal", "Soal", html, "panitia", place) for html in (exam.paper(marked), exam.answer_sheet(marked))]
    assert PLANTED in whole(printed(Leaf("kunci", "Kunci", exam.key(marked), "fasilitator", place)))
    for copy in copies:
        assert PLANTED not in whole(printed(copy))


def whole(done: Printed) -> str:
    """Every word of a file: text, properties, XMP and outline."""
    reader = PdfReader(BytesIO(done.pdf))
    with pikepdf.open(BytesIO(done.pdf)) as pdf:
        meta = pdf.Root.Metadata.read_bytes().decode()
    outline = [heading.title for heading in done.outline]
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    return "\n".join([text, meta, str(dict(reader.metadata or {})), *outline, str(reader.outline)])


def test_a_test_is_secret_until_it_is_handed_out_and_its_key_is_always() -> None:
    secret = {name: PdfReader(BytesIO(printed(LEAVES[f"{name}-postes-a1-standar-pelayanan"]).pdf)).pages[0].extract_text() for name in ("soal", "jawaban", "kunci")}
    assert [name for name, text in secret.items() if "RAHASIA SAMPAI DIBAGIKAN" in text] == ["soal", "jawaban"]
    assert [name for name, text in secret.items() if "TERBATAS: UNTUK FASILITATOR" in text] == ["kunci"]


@pytest.mark.parametrize("name", sorted(name for name in LEAVES if name.startswith("soal-") and name.endswith(tuple(PROJECT.curriculum.cohorts))))
def test_many_questions_take_less_paper_in_two_columns(name: str) -> None:
    leaf = LEAVES[name]
    below = replace(leaf, html=Html(leaf.html.replace(' class="dua-kolom"', "")))
    assert printed(leaf).pages < printed(below).pages


def test_a_set_for_facilitators_has_a_page_for_each() -> None:
    pairs = survey.taught_by(VIEW, PROJECT.timetables["teknis-april"])
    texts = pages(printed(LEAVES["e1-evaluasi-fasilitator-teknis-april"]))
    assert len(texts) == len(pairs)
    assert all(squeezed(name) in text and squeezed(title) in text for (title, name), text in zip(pairs, texts, strict=True))


def test_the_design_of_every_module_is_one_page() -> None:
    found = {name: printed(LEAVES[name]).pages for name in LEAVES if name.startswith("rbpmp-")}
    assert len(found) == len(PROJECT.curriculum.modules) and set(found.values()) == {1}


@pytest.mark.parametrize("name", sorted(name for name in LEAVES if name.startswith(("rp-", "kunci-"))))
def test_a_page_is_never_opened_by_what_belongs_to_the_table_before_it(name: str) -> None:
    """Notes and the author's line stand above: each page of a plan or a key holds rows of its table, not one row alone."""
    rows = [len(re.findall(r"^ *\d+ ", page.extract_text(extraction_mode="layout"), re.MULTILINE)) for page in PdfReader(BytesIO(printed(LEAVES[name]).pdf)).pages]
    assert min(rows) >= 2, rows


def test_a_sheet_of_a_workshop_says_how_it_is_used_but_a_letter_does_not_say_it_to_its_reader() -> None:
    told = [(item, LEAVES[sheet_name(entry.value.code, item)]) for entry in VIEW.curriculum.workshops.values() for item in entry.value.templates if item.note]
    assert {item.letter is None for item, _ in told} == {True, False}
    for item, leaf in told:
        assert (squeezed(item.note or "") in "".join(pages(printed(leaf)))) is (item.letter is None), leaf.id


def test_citizens_who_sign_are_not_asked_for_a_number() -> None:
    assert "NIP" not in whole(printed(LEAVES["w1-berita-acara-dialog"]))
    assert "NIP" in whole(printed(LEAVES["berita-acara-teknis-april-1"]))


def test_surveys_take_the_paper_that_they_need() -> None:
    """Forms of up to 24 items and the recap of a short one take one page; longer ones two, with several items on the second."""
    found = {name: printed(LEAVES[name]).pages for name in LEAVES if re.fullmatch(r"e\d-[a-z-]+", name) and LEAVES[name].fillable}
    assert {name for name, count in found.items() if count > 1} == {"e2-evaluasi-penyelenggaraan", "e2-evaluasi-penyelenggaraan-lengkap"}
    recaps = {name: printed(LEAVES[name]).pages for name in LEAVES if re.fullmatch(r"e\d-.*-rekap", name)}
    assert max(found.values()) == 2 and {name for name, count in recaps.items() if count > 1} == {"e2-evaluasi-penyelenggaraan-rekap"}
    last = printed(LEAVES["e2-evaluasi-penyelenggaraan"])
    assert len(re.findall(r"^ *\d\d? ", PdfReader(BytesIO(last.pdf)).pages[1].extract_text(extraction_mode="layout"), re.MULTILINE)) >= 6


def test_a_sheet_for_one_participant_takes_one_page() -> None:
    found = {name: printed(LEAVES[name]).pages for name in LEAVES if name.endswith("-perorangan")}
    assert len(found) == len(PROJECT.curriculum.rubrics) and set(found.values()) == {1}


def test_a_letter_has_no_title_but_its_own_head() -> None:
    letter = printed(LEAVES["w1-undangan-dialog"])
    (page,) = pages(letter)
    assert "SURATUNDANGAN" not in page.upper() and "Hal:Undangandialog" in page and not letter.outline


@pytest.mark.parametrize("name", sorted(name for name in LEAVES if re.fullmatch(r"w\d-undangan-.*", name)))
def test_labels_of_a_letter_stand_at_one_pitch_with_their_colons_below_each_other(name: str) -> None:
    """Told, to be filled in, or both: number, nature, enclosures and subject, then when, where and what."""
    (page,) = pages_of(printed(LEAVES[name]).pdf)
    colons = [word.box for word in page.words if word.text.strip().startswith(":")]
    assert len(colons) == 8 and max(box.left for box in colons) - min(box.left for box in colons) < 0.1
    steps = [later.bottom - earlier.bottom for several in (colons[:4], colons[4:]) for earlier, later in pairwise(several)]
    assert max(steps) - min(steps) < 0.1, steps


PAIRED = sorted(name for name, leaf in LEAVES.items() if leaf.paired)


@pytest.mark.parametrize("name", PAIRED)
def test_cards_for_one_person_stand_two_on_a_page_cut_half_way_down(name: str) -> None:
    (page,) = pages_of(printed(LEAVES[name]).pdf)
    assert squeezed(page.text).count(squeezed(LEAVES[name].title.upper())) == 2
    (cut,) = [box for box in page.dotted if box.width > page.width - 1]
    assert abs(cut.top - page.height / 2) < 0.5
    above = max(word.box.bottom for word in page.body if word.box.top < cut.top)
    below = min(word.box.top for word in page.body if word.box.bottom > cut.top)
    assert above < cut.top - 8 and below > cut.top + 8


ROLES = sorted(name for name in LEAVES if name.startswith("kartu-peran-"))


@pytest.mark.parametrize("name", ROLES)
def test_role_cards_stand_two_on_a_page_each_in_its_half(name: str) -> None:
    stem = re.sub(r"kartu-peran-[a-z]\d-", "", name)
    lesson = PROJECT.curriculum.lesson(stem)
    workshop = PROJECT.curriculum.workshops.get(stem)
    scenarios = workshop.value.scenarios if workshop else lesson.value.scenarios if lesson else ()
    roles = [*(workshop.value.cards if workshop else ()), *(role for scenario in scenarios for role in scenario.roles)]
    found = pages_of(printed(LEAVES[name]).pdf)
    assert len(found) == (len(roles) + 1) // 2
    for number, role in enumerate(roles):
        page, upper = found[number // 2], number % 2 == 0
        half = proof.squeezed(" ".join(word.text for word in page.body if (word.box.bottom < page.height / 2 - 8) == upper))
        assert proof.squeezed(role.name) in half and proof.squeezed(role.brief) in half
        cuts = [box for box in page.dotted if box.width > page.width - 1]
        assert len(cuts) == (number // 2 * 2 + 1 < len(roles)) and all(abs(cut.top - page.height / 2) < 0.5 for cut in cuts)


def test_a_card_that_fills_more_than_half_a_page_stands_alone() -> None:
    assert len(PAIRED) > 4 and len(ROLES) > 10
    name = PAIRED[0]
    high = replace(LEAVES[name], html=join([*[tag("p", "Kalimat.")] * 24, LEAVES[name].html]))
    (page,) = pages_of(printed(high).pdf)
    assert squeezed(page.text).count(squeezed(high.title.upper())) == 1 and not [box for box in page.dotted if box.width > page.width - 1]


def test_the_second_page_of_a_list_says_what_it_belongs_to() -> None:
    """Lists of several sessions lie in one file: whoever holds a loose page knows its session."""
    texts = pages(printed(LEAVES["daftar-hadir-teknis-april-hari-1"]))
    later = [text for text in texts if "DAFTARHADIR" not in text.upper()]
    assert len(later) == len(texts) / 2 and all("Lanjutan:Senin,5April2027," in text for text in later)
    assert not any("Lanjutan:" in text for text in texts if text not in later)
