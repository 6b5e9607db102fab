"""The curricula that sheets are computed from in tests, and what a computed sheet says: its tables by caption, its cells, its words."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from syllabus.check import check
from syllabus.curriculum import Curriculum
from syllabus.render.html import Html
from syllabus.render.view import View

ROOT = Path(__file__).parent.parent
HOUSE = check(ROOT)
OTHER = check(ROOT / "tests" / "sites" / "provinsi-lain")
assert HOUSE.curriculum is not None and OTHER.curriculum is not None
WHOLE: Curriculum = HOUSE.curriculum
VIEW = View(WHOLE, HOUSE.timetables, "index", for_facilitator=True)
SMALL = View(OTHER.curriculum, OTHER.timetables, "index", for_facilitator=True)
MODULES = sorted(WHOLE.modules)
COHORTS = sorted(WHOLE.cohorts)


def tables(fragment: Html) -> dict[str, html.HtmlElement]:
    """The tables of a sheet by caption."""
    return {table.findtext("caption") or "": table for table in html.fragment_fromstring(fragment, create_parent="div").iter("table")}


def cells(table: html.HtmlElement, part: str = "tbody") -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table.iterfind(f"{part}/tr")]


def words(fragment: str) -> str:
    return " ".join(" ".join(str(part) for part in html.fragment_fromstring(fragment, create_parent="div").itertext()).split())
