"""The schedule of each cohort in the three layouts that training offices use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from syllabus.render.blanks import signatures
from syllabus.render.html import join
from syllabus.render.leaf import Leaf
from syllabus.render.schedule_sheet import LAYOUTS, Layout, schedule_notes, schedule_table
from syllabus.render.sheets.recap import dates
from syllabus.render.sheets.signing import last_year, signed_at, signer
from syllabus.render.table import draw
from syllabus.render.view import View

ABOUT: Mapping[Layout, tuple[str, str]] = MappingProxyType({
    "ringkas": ("ringkas", "Hari, waktu, kegiatan, JP, dan pengajar."),
    "akumulasi": ("dengan akumulasi JP", "Ditambah jumlah JP yang sudah dicapai."),
    "kemenkes": ("T, P, PL menurut moda", "Bentuk jadwal induk Kemenkes."),
})


def schedule_leaves(view: View) -> Iterable[Leaf]:
    """Three sheets for every cohort that has days; nothing is left to fill in but date and signature."""
    for stem, entry in view.curriculum.cohorts.items():
        plan = view.timetables[stem]
        if not plan.days:
            continue
        for number, layout in enumerate(LAYOUTS, 1):
            name, about = ABOUT[layout]
            body = join([
                draw(schedule_table(view, entry.value, plan, layout)), schedule_notes(entry.value, plan, layout),
                signatures([signer(view)], signed_at(view), last_year(view, stem)),
            ])
            yield Leaf(
                f"jadwal-{stem}-{layout}", f"Jadwal {entry.value.name}", body, "panitia", entry.at(), f"JDW-{number}", f"Bentuk {name}. {about}",
                f"{dates(plan)} · {entry.value.venue}", landscape=layout == "kemenkes", variant=f"bentuk {name}",
            )
