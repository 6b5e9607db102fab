"""All loose sheets of the curriculum, those for facilitators too, printed once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from macros.project import project_from
from scripts.leaves import Leaflet, leaflets
from syllabus.check import check

ROOT = Path(__file__).parent.parent


@cache
def all_sheets() -> tuple[Leaflet, ...]:
    """Every sheet with its PDF."""
    return leaflets(project_from(check(ROOT), "fasilitator"))
