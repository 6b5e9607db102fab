"""Where a module leads: the next step of its learning paths, and how its work is marked."""

from __future__ import annotations

from collections.abc import Sequence

from syllabus.render.html import Child, Html, tag
from syllabus.render.view import View


def onward(view: View, name: str | None = None) -> Html:
    """The next step of every path that holds this module, or the next module of its cluster; then the rubrics it uses."""
    entry = view.find(view.curriculum.modules, name, "Modul")
    program = view.curriculum.program.value
    page = view.page_with("jalur_belajar")
    lines = [
        _step(view.link(f"Jalur {path.name}", page, f"jalur-{path.id}") if page else f"Jalur {path.name}",
              view, entry.id, (*path.modules, *path.workshops))
        for path in program.paths if entry.id in path.modules
    ] or [_step(f"Klaster {each.name}", view, entry.id, each.modules) for each in program.clusters if entry.id in each.modules]
    used = {each.rubric for each in entry.value.assessments}
    lines += [
        tag("li", "Hasil kerja Anda dinilai dengan ", view.link(f"{rubric.value.code} {rubric.value.title}", f"rubrik/{stem}"), ".")
        for stem, rubric in view.curriculum.rubrics.items() if stem in used
    ]
    return tag("ul", lines, class_="berikutnya")


def _step(lead: Child, view: View, here: str, steps: Sequence[str]) -> Html:
    rest = steps[steps.index(here) + 1 :]
    return tag("li", lead, ": lanjutkan ke ", view.lesson_link(rest[0]), ".") if rest else tag("li", lead, ": modul ini langkah terakhir.")
