"""Role cards to hand out: each a half of a sheet, in letters that are read standing, two on a page with a line to cut along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from syllabus.render.html import Html, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.view import View
from syllabus.shapes.lesson import RoleCard
from syllabus.shapes.module import Module
from syllabus.shapes.workshop import Workshop

CUT, NEXT = tag("div", class_="potong"), tag("div", class_="halaman-baru")
"""What comes before the second card of a page, and before the first of the next."""


def role_sheet(lesson: Module | Workshop) -> Html:
    """All roles of a module or workshop: its own cards, then those of each scenario under the scenario's title."""
    several = list(_cards(lesson))
    return join((CUT if number % 2 else NEXT if number else None, card) for number, card in enumerate(several))


def _cards(lesson: Module | Workshop) -> Iterator[Html]:
    whole = f"{lesson.code} {lesson.title}"
    if isinstance(lesson, Workshop):
        yield from _of(whole, lesson.cards)
    for scenario in lesson.scenarios:
        yield from _of(f"{whole} · {scenario.title}", scenario.roles)


def _of(about: str, roles: Sequence[RoleCard]) -> Iterator[Html]:
    for role in roles:
        yield tag("div", tag("p", tag("small", about)), tag("p", tag("strong", role.name)), tag("p", role.brief), class_="kartu-gunting")


def card_leaves(view: View) -> Iterable[Leaf]:
    """One for each module and workshop that has roles to play."""
    for entry in view.curriculum.lessons:
        lesson = entry.value
        count = sum(1 for _ in _cards(lesson))
        if count:
            yield Leaf(
                f"kartu-peran-{lesson.code.lower()}-{entry.id}", f"Kartu peran {lesson.code} {lesson.title}", role_sheet(lesson), "fasilitator", entry.at(),
                f"KP-{lesson.code}", f"{count} kartu, dua pada satu halaman dengan garis potong.", head=False, titled=False,
            )
