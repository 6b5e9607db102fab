"""Sheets computed from the curriculum: each has its own name, heads with scope, and no answer where none may be."""

from __future__ import annotations

import pytest
from lxml import html

from syllabus.render.leaf import Leaf
from syllabus.render.sheets import assignment, certificate, design, exam, observation, recap, record, schedules, scoring, survey
from syllabus.render.view import View
from tests.sheet_words import SMALL, VIEW, WHOLE, words

SOURCES = (
    schedules.schedule_leaves, scoring.score_leaves, observation.observation_leaves, recap.recap_leaves, assignment.assignment_leaves, design.design_leaves,
    exam.exam_leaves, survey.survey_leaves, record.record_leaves, certificate.certificate_leaves,
)


def leaves(view: View) -> list[Leaf]:
    return [leaf for source in SOURCES for leaf in source(view)]


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
