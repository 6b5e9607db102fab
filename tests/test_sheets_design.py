"""Designs, plans and assignments: minutes and JP add up, and every topic stands in them."""

from __future__ import annotations

import pytest

from syllabus.alignment import minutes_by_indicator
from syllabus.render.sheets import assignment, design
from tests.sheet_words import MODULES, VIEW, WHOLE, cells, tables, words


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
