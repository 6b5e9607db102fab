"""Loose sheets: every leaf of the curriculum as a PDF of its own, public ones for the site, all others beside it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import escape
from pathlib import Path

from macros.project import Project
from scripts.books import size
from scripts.printing import Tell, print_all, silent
from scripts.progress import counted
from syllabus.press.book import Printed
from syllabus.press.paper import Paper
from syllabus.render.leaf import Leaf
from syllabus.render.leaves import leaves
from syllabus.render.view import View

FOLDER = "formulir"
BLANK_LETTERHEAD = ("", "")
"""Two lines to write on, where the programme names no letterhead."""

_META = re.compile(r'(<span class="meta" data-lembar="([a-z0-9-]+)">)(</span>)')


@dataclass(frozen=True)
class Leaflet:
    """One printed leaf."""

    leaf: Leaf
    printed: Printed


def leaflets(project: Project, tell: Tell = silent) -> tuple[Leaflet, ...]:
    """Print every leaf that the project's profile may see."""
    view = View(project.curriculum, project.timetables, "index", project.for_facilitator)
    several = leaves(view)
    copies = print_all([paper_of(project, leaf) for leaf in several], _no_image, tell)
    return tuple(Leaflet(leaf, copies[leaf.id].printed) for leaf in several)


def paper_of(project: Project, leaf: Leaf) -> Paper:
    """What the press needs for a leaf: the body, and what head and foot say."""
    program = project.curriculum.program.value
    kop = program.letterhead
    letterhead = BLANK_LETTERHEAD if kop is None else (*kop.lines, *((kop.address,) if kop.address else ()))
    standing = "" if program.status == "ditetapkan" else f" ({program.status})"
    return Paper(
        id=leaf.id, title=leaf.title, html=leaf.html, place=leaf.place, text=project.curriculum.texts.get(leaf.place.file, ""),
        foot=f"{program.name} · edisi {program.year} · versi {program.edition}{standing}", date=program.edition_date, author=program.owner,
        code=leaf.code, subtitle=leaf.subtitle, landscape=leaf.landscape, fillable=leaf.fillable, framed=leaf.framed, roomy=leaf.roomy, titled=leaf.titled, paired=leaf.paired, letterhead=letterhead if leaf.head else (),
        restricted=_restricted(leaf) if leaf.secret else "",
    )


def _restricted(leaf: Leaf) -> str:
    """What a secret leaf says of itself. Participants read it on their own copy of a test."""
    return "Rahasia sampai dibagikan" if leaf.handed_out else f"Terbatas: untuk {leaf.group}"


def write_leaflets(folder: Path, several: Collection[Leaflet]) -> None:
    """Write the PDFs; no sheet, no folder."""
    for leaflet in several:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{leaflet.leaf.id}.pdf").write_bytes(leaflet.printed.pdf)


def tell_leaves(site: Path, several: Collection[Leaflet]) -> None:
    """Add pages and size to the list of sheets of a built site; they are known only after printing."""
    known = {
        leaflet.leaf.id: f"{counted(leaflet.printed.pages, 'halaman')} · {size(len(leaflet.printed.pdf))}" for leaflet in several
    }
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        told = _META.sub(lambda match: f"{match[1]}{escape(known.get(match[2], ''))}{match[3]}", text)
        if told != text:
            path.write_text(told, encoding="utf-8")


def _no_image(_address: str) -> None:
    """Sheets hold words and tables alone."""
