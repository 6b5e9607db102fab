"""Tests beside their keys: numbered as participants' paper, every key and reason there, never on a public page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from syllabus.check import check
from syllabus.render.keyed_items import keyed_items
from syllabus.render.registry import MACROS, run
from syllabus.render.sheets.exam import USES, exam_leaves
from syllabus.render.view import NotFound, View

REPORT = check(Path(__file__).parent.parent)
assert REPORT.curriculum is not None
WHOLE = REPORT.curriculum
VIEW = View(WHOLE, REPORT.timetables, "fasilitator/index", True)
PAPERS = {leaf.id: leaf.html for leaf in exam_leaves(VIEW)}


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("name", [*WHOLE.modules, *WHOLE.cohorts])
def test_items_bear_the_numbers_of_the_paper(name: str, use: str) -> None:
    [paper] = [html for leaf, html in PAPERS.items() if leaf.startswith(f"soal-{use}-") and leaf.endswith(name)]
    asked = re.findall(r'<span class="nomor">(\d+)\.</span> (.*?)</p>', paper)
    shown = re.findall(r'<th scope="row" class="tengah">(\d+)</th><td[^>]*><p>(.*?)</p>', str(keyed_items(VIEW, name, use)))
    assert shown == asked and asked


@pytest.mark.parametrize("use", USES)
def test_the_right_option_is_marked_and_its_reason_told(use: str) -> None:
    for name, entry in WHOLE.items.items():
        html = str(keyed_items(VIEW, name, use))
        for item in entry.value.of("pretes" if use == "pretes" else "postes"):
            right = item.options["ABCDE".index(item.answer)]
            [row] = [row for row in html.split("<tr") if plain(f"<p>{item.text}") in plain(row) and plain(item.explanation) in plain(row)]
            [marked] = re.findall(r"<li><strong>(.*?)</strong></li>", row)
            assert plain(marked) == plain(right.replace("<", "&lt;"))
            assert f'<strong class="jam">{item.answer}</strong>' in row


def test_another_kind_of_test_or_an_unknown_module_is_told() -> None:
    for call in ({"jenis": "latihan"}, {"name": "tidak-ada"}):
        with pytest.raises(NotFound):
            keyed_items(VIEW, **{"name": "standar-pelayanan"} | call)


def test_it_is_only_for_facilitators() -> None:
    assert MACROS["soal_dan_kunci"].secret
    with pytest.raises(NotFound, match="khusus fasilitator"):
        run(View(WHOLE, REPORT.timetables, "modul/standar-pelayanan"), "soal_dan_kunci", (), {"jenis": "pretes"})
