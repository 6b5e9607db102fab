"""The sections of the site and the order of the pages inside them, computed from the pages themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol, TypeVar

from macros.project import Project

HOME = "index"
SECTIONS = (
    ("Program", ("program", "evaluasi")), ("Modul", ("modul",)), ("Lokakarya", ("lokakarya",)),
    ("Rubrik", ("rubrik",)), ("Jadwal", ("jadwal",)), ("Fasilitator", ("fasilitator",)),
    ("Unduhan", ("unduhan",)), ("Tentang", ("tentang", "rujukan")),
)


def sections(project: Project, pages: Collection[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titles and pages (below docs, without `.md`) of every section that has pages, the first page aside.

    A page in a folder that no section names stands in the last one, so that none is lost.
    """
    by_title: dict[str, list[tuple[int, str]]] = {title: [] for title, _ in SECTIONS}
    home = {folder: (title, number) for title, folders in SECTIONS for number, folder in enumerate(folders)}
    last = SECTIONS[-1][0]
    for page in pages:
        if page != HOME:
            title, number = home.get(page.partition("/")[0], (last, len(home)))
            by_title[title].append((number, page))
    return tuple(
        (title, tuple(page for _, page in sorted(found, key=lambda pair: (pair[0], *_rank(project, pair[1])))))
        for title, found in by_title.items() if found
    )


def in_order(project: Project, pages: Iterable[str]) -> tuple[str, ...]:
    """Pages of the curriculum in the order of the site."""
    return tuple(sorted(pages, key=lambda page: _rank(project, page)))


def navigation(project: Project, pages: Collection[str]) -> list[dict[str, object]]:
    """The same as the site generator wants it."""
    nav: list[dict[str, object]] = [{"Beranda": f"{HOME}.md"}] if HOME in pages else []
    return nav + [{title: [_named(project, page) for page in inside]} for title, inside in sections(project, pages)]


def _named(project: Project, page: str) -> str | dict[str, str]:
    """The page; that of a module or workshop is called by its code too, as people call it ("modul A3")."""
    folder, _, stem = page.rpartition("/")
    lesson = project.curriculum.lesson(stem) if folder in ("modul", "lokakarya") else None
    return {f"{lesson.value.code} {project.curriculum.pages[page].meta('title')}": f"{page}.md"} if lesson else f"{page}.md"


class Entry(Protocol):
    """What stands in a menu, and whether it is the open page or holds it."""

    @property
    def active(self) -> bool: ...


E = TypeVar("E", bound=Entry)
NEAR = 7
"""How many pages of a long section a menu shows on either side of the open one."""


def around(entries: Sequence[E]) -> Sequence[E]:
    """All of a short list; of a long one those near the open page, so that a page does not grow with the site."""
    at = next((number for number, entry in enumerate(entries) if entry.active), 0)
    shown = 2 * NEAR + 1
    start = max(0, min(at - NEAR, len(entries) - shown))
    return entries[start:start + shown]


def _rank(project: Project, page: str) -> tuple[str, bool, int, str, str, str]:
    """Folder, its index, the order the editor gave, the programme's own order, then the title."""
    whole = project.curriculum
    folder, _, stem = page.rpartition("/")
    front = whole.pages[page]
    order = front.meta("urutan")
    return (folder, stem != "index", int(order) if order.isdecimal() else 1000, _own_order(project, stem),
            front.meta("title"), page)


def _own_order(project: Project, stem: str) -> str:
    """Code of a module, workshop or rubric; first day of a cohort; what has neither comes after."""
    whole = project.curriculum
    lesson, rubric, plan = whole.lesson(stem), whole.rubrics.get(stem), project.timetables.get(stem)
    if lesson:
        return lesson.value.code
    if rubric:
        return rubric.value.code
    return plan.days[0].day.isoformat() if plan and plan.days else "~"
