"""Papers, answer sheets and keys: one numbering, and no key where participants look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import html

from syllabus.render.sheets import exam
from tests.sheet_words import COHORTS, MODULES, VIEW, WHOLE, cells, tables


def exams() -> Iterator[exam.Exam]:
    for use in exam.USES:
        for stem in MODULES:
            yield exam.exam_of(VIEW, f"{use} {stem}", [stem], use)
        for stem in COHORTS:
            yield exam.exam_of(VIEW, f"{use} {stem}", WHOLE.cohorts[stem].value.modules, use)


EXAMS = list(exams())


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
