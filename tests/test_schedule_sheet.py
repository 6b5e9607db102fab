"""Schedules to print: their columns add up to the curriculum, in every layout and for every cohort."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path

import pytest

from syllabus import bahasa
from syllabus.check import Report, check
from syllabus.render.registry import run
from syllabus.render.schedule import schedule
from syllabus.render.schedule_sheet import LAYOUTS, Layout, schedule_sheet, schedule_table
from syllabus.render.table import Table, draw
from syllabus.render.view import NotFound, View
from syllabus.shapes.base import Form
from syllabus.shapes.letter import Letterhead, Signer
from syllabus.timetable import jp_per_module
from tests.timetable_case import MONDAY, TUESDAY, learn, other, placed

ROOT = Path(__file__).parent.parent
FORMS: tuple[Form, ...] = ("teori", "praktik", "lapangan")


@pytest.fixture(scope="module")
def report() -> Report:
    return check(ROOT)


@pytest.fixture(scope="module")
def view(report: Report) -> View:
    assert report.curriculum is not None
    return View(report.curriculum, report.timetables, "jadwal/teknis-april")


COHORTS = sorted(path.stem for path in (ROOT / "curriculum" / "jadwal").glob("*.yml"))


def table(view: View, name: str, layout: Layout) -> Table:
    return schedule_table(view, view.curriculum.cohorts[name].value, view.timetables[name], layout)


class _Grid(HTMLParser):
    """A drawn table as rows of texts, merged cells repeated where they reach."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[dict[int, str]] = []
        self._down: dict[int, tuple[int, str]] = {}
        self._cell: tuple[int, int, int] | None = None
        self._text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "tr":
            self.rows.append({place: text for place, (left, text) in self._down.items() if left > 0})
            self._down = {place: (left - 1, text) for place, (left, text) in self._down.items()}
        elif tag in ("td", "th"):
            place = next(number for number in range(40) if number not in self.rows[-1])
            self._cell, self._text = (place, int(given.get("colspan") or 1), int(given.get("rowspan") or 1)), ""
        elif tag == "br":
            self._text += " "

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._cell:
            place, columns, rows = self._cell
            for number in range(place, place + columns):
                self.rows[-1][number] = self._text.strip()
                self._down[number] = (rows - 1, self._text.strip())
            self._cell = None


def column(drawn: list[dict[int, str]], place: int) -> list[int]:
    """The numbers of a column, banner rows aside."""
    return [int(row.get(place, "") or 0) for row in drawn if len(set(row.values())) > 1]


@pytest.mark.parametrize("name", COHORTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_row_of_the_timetable_stands_in_the_table(view: View, name: str, layout: Layout) -> None:
    """What is free between rows stands there too, but not in the national layout, which tells hours alone."""
    rows = [row for day in view.timetables[name].days for row in (day.rows if layout == "kemenkes" else day.told)]
    made = table(view, name, layout)
    assert len(made.rows) == len(rows)
    text = draw(made)
    for row in rows:
        assert f"{bahasa.clock_range(row.start, row.end)}<" in text and row.title in text


@pytest.mark.parametrize("name", COHORTS)
@pytest.mark.parametrize(("layout", "place"), [("ringkas", 3), ("akumulasi", 3)])
def test_no_two_rows_with_jp_are_told_alike(view: View, name: str, layout: Layout, place: int) -> None:
    told = [row[place] for row in _Grid(draw(table(view, name, layout))).rows[1:-1] if row.get(4)]
    assert len(told) == len(set(told))
    assert any("praktik, bagian 1 dari" in text or "praktik; bagian 1 dari" in text for text in told)


@pytest.mark.parametrize("name", COHORTS)
def test_no_two_pieces_of_a_day_are_told_alike(view: View, name: str) -> None:
    """The first piece of the theory of a module is not called what the first piece of its practice is."""
    days = [[re.sub("<.*?>", " ", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", day) if "bagian" in cell] for day in schedule(view, name).split("<table")[1:]]
    assert any(days) and all(len(told) == len(set(told)) for told in days)


@pytest.mark.parametrize("name", COHORTS)
def test_jp_column_is_the_curriculum(view: View, name: str) -> None:
    cohort, plan = view.curriculum.cohorts[name].value, view.timetables[name]
    made = table(view, name, "ringkas")
    drawn = _Grid(draw(made)).rows
    hours, total = column(drawn[1:-1], 4), drawn[-1][4]
    cluster = next(c for c in view.curriculum.program.value.clusters if c.id == cohort.cluster)
    assert sum(hours) == cluster.package_jp == int(total)
    for stem, scheduled in jp_per_module(plan).items():
        title = view.module_title(stem)
        shown = sum(int(row[4] or 0) for row in drawn[1:-1] if row[3].startswith(title))
        wanted = view.curriculum.modules[stem].value.jp
        assert wanted is not None and shown == wanted.total == scheduled.total


@pytest.mark.parametrize("name", COHORTS)
def test_accumulated_jp_is_the_running_sum(view: View, name: str) -> None:
    drawn = _Grid(draw(table(view, name, "akumulasi"))).rows[1:-1]
    hours, reached = column(drawn, 4), column(drawn, 5)
    assert [total for total, jp in zip(accumulate(hours), hours, strict=True) if jp] == [total for total in reached if total]
    assert all(bool(jp) == bool(total) for jp, total in zip(hours, reached, strict=True))


@pytest.mark.parametrize("name", COHORTS)
def test_forms_and_modes_add_up_to_each_module(view: View, name: str) -> None:
    made = table(view, name, "kemenkes")
    assert [group.title for group in made.groups if group.title] == ["T", "P", "PL"]
    first = 3
    forms: dict[Form, range] = {}
    for group, form in zip([group for group in made.groups if group.title], FORMS, strict=True):
        forms[form] = range(first, first + group.columns)
        first += group.columns
    drawn = _Grid(draw(made)).rows
    for stem in view.curriculum.cohorts[name].value.modules:
        jp, title = view.curriculum.modules[stem].value.jp, view.module_title(stem)
        assert jp is not None
        for form, places in forms.items():
            assert sum(int(row[place] or 0) for row in drawn[2:-1] if row[2].startswith(title) for place in places) == jp.of(form)
    for places in forms.values():
        for place in places:
            assert sum(column(drawn[2:-1], place)) == int(drawn[-1][place] or 0)


def test_a_mode_beyond_the_usual_ones_gets_a_column(view: View) -> None:
    plan = placed({**learn(), "jp": [{"bentuk": "lapangan", "moda": "AM", "jp": "2"}, {"bentuk": "praktik", "moda": "AK", "jp": "1"}]})
    made = schedule_table(view, view.curriculum.cohorts["teknis-april"].value, plan, "kemenkes")
    assert [column.title for column in made.columns[3:-1]] == ["SM", "AM", "SM", "AK", "SL", "AM", "SL"]
    assert [cell.content for cell in made.foot[0].cells[1:-1]] == ["0", "0", "0", "1", "0", "2", "0"]


def test_rows_without_jp_stay_empty_and_a_banner_cuts_the_table(view: View) -> None:
    plan = placed(other(30), learn(2), {"jenis": "spanduk", "judul": "Praktik lapangan"}, learn(2), learn(2), days=(MONDAY, TUESDAY))
    made = schedule_table(view, view.curriculum.cohorts["teknis-april"].value, plan, "akumulasi")
    drawn = _Grid(draw(made)).rows[1:-1]
    banner = next(row for row in drawn if len(set(row.values())) == 1)
    assert set(banner.values()) == {"Praktik lapangan"} and len(banner) == 7
    assert drawn[0][4] == drawn[0][5] == ""
    assert {row[1] for row in drawn if row is not banner} == {"Senin, 5 April 2027"}


def test_several_facilitators_stand_one_a_line(view: View) -> None:
    html = draw(table(view, "teknis-april", "ringkas"))
    assert re.search(r"<td[^>]*>[^<]+<br>Pendamping lapangan</td>", html)


def test_letterhead_and_signer_are_lines_until_the_owner_fills_them(view: View) -> None:
    empty = schedule_sheet(view, "teknis-april", "ringkas")
    assert empty.count('class="isian"') == 4 and "Jambi, ........................ 2027" in empty
    program = view.curriculum.program
    named = replace(program, value=program.value.model_copy(update={
        "letterhead": Letterhead.model_validate({"baris": ["Pemerintah <Rekaan>"], "alamat": "Jalan Contoh 1"}),
        "signer": Signer.model_validate({"jabatan": "Kepala Badan", "nama": "Nama Rekaan, S.Sos."}),
    }))
    filled = schedule_sheet(replace(view, curriculum=replace(view.curriculum, program=named)), "teknis-april", "ringkas")
    assert 'class="isian"' not in filled
    for words in ("Pemerintah &lt;Rekaan&gt;", "Jalan Contoh 1", "Kepala Badan", "Nama Rekaan, S.Sos."):
        assert words in filled


def test_macro_gives_a_layout_and_names_the_ones_there_are(view: View) -> None:
    assert run(view, "jadwal", (), {"bentuk": "kemenkes"}) == schedule_sheet(view, None, "kemenkes")
    with pytest.raises(NotFound) as wrong:
        run(view, "jadwal", (), {"bentuk": "panjang"})
    assert wrong.value.hint == "Yang ada: ringkas, akumulasi, kemenkes."
    with pytest.raises(NotFound):
        run(view, "jadwal", (), {"bentuk": "ringkas", "hari": 1})
