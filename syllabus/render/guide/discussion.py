"""What groups' work is discussed with: scenario cards with their expected answers, and keys of the worksheets."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.guide import SessionGuide
from syllabus.render.guide.columns import balanced, side_by_side
from syllabus.render.guide.steps import moment
from syllabus.render.html import Html, bullets, join, numbered, paragraphs, tag
from syllabus.shapes.lesson import Scenario


def keys(session: SessionGuide) -> list[Html]:
    """Expected answers of the scenarios, and keys of the worksheets, in the order of the steps that use them."""
    scenarios = {item.id: tag("div", tag("h3", f"Skenario: {item.title}"), numbered(item.expected)) for item in session.scenarios}
    found = scenarios | {name: tag("div", tag("h3", f"Kunci: {title}"), bullets(answers)) for name, title, answers in _worksheets(session)}
    return [found[name] for name in _in_order(session) if name in found]


def discussed(session: SessionGuide) -> list[Html]:
    """Every scenario's card beside its expected answers, then the keys, where a session has the room for them; a page may begin
    before each."""
    scenarios = {item.id: item for item in session.scenarios}
    sheets = [tag("div", tag("h3", f"Kunci: {title}"), bullets(answers)) for _, title, answers in _worksheets(session)]
    cards = [_beside(session, scenarios[name]) for name in _in_order(session) if name in scenarios]
    return [*cards, side_by_side(balanced(sheets))] if sheets else cards


def card_letters(session: SessionGuide) -> int:
    """Letters of the scenario cards."""
    return sum(len(text) for scenario in session.scenarios for text in (*scenario.story, *scenario.task))


def _in_order(session: SessionGuide) -> tuple[str, ...]:
    """Scenarios and worksheets by first use, then those that no step names."""
    used = [name for part in session.parts for name in part.step.uses]
    return tuple(dict.fromkeys([*used, *(item.id for item in session.scenarios), *(sheet.id for sheet in session.worksheets)]))


def _worksheets(session: SessionGuide) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    order = _in_order(session)
    for sheet in sorted(session.worksheets, key=lambda sheet: order.index(sheet.id)):
        if sheet.answers:
            yield sheet.id, sheet.title, sheet.answers


def _beside(session: SessionGuide, scenario: Scenario) -> Html:
    """What participants hold on the left, what is expected of them on the right."""
    begins = next((f"langkah {part.number}, {'pukul ' if session.timed else 'menit ke-'}{moment(session, part.start)}" for part in session.parts if scenario.id in part.step.uses), "")
    card = join((tag("p", tag("strong", "Kartu di tangan peserta")), paragraphs(scenario.story), tag("p", tag("strong", "Tugas")), numbered(scenario.task)))
    answers = join((tag("p", tag("strong", "Jawaban yang diharapkan")), numbered(scenario.expected)))
    return tag("div", tag("h3", f"Skenario: {scenario.title}{f' ({begins})' if begins else ''}"), side_by_side([card, answers], whole=True))
