"""A book as airy as it is designed, or with a little less or more air where that ends its pages better."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.setting import Set, set_source

if TYPE_CHECKING:
    from datetime import date

    from syllabus.press.reports import Home
    from syllabus.press.source_lines import Source

SHARES = (0.95, 0.9, 0.86)
"""How low rows to write in, room to sign and the air between lines of a spread may become, so that signatures do not begin a page
and a spread keeps to two; tried in turn."""
AIR = (0.98, 0.96, 0.94, 0.92, 1.02, 1.04, 1.06)
"""Shares of its air that are tried in turn on a booklet whose last page would be almost empty: closer, to end a page before, and then
wider, to fill that page."""


def set_book(source: Source, day: date, home: Home) -> Set:
    """Set a book."""
    usual = set_source(source, day, home)
    if usual.alone or usual.overlong:
        lower = (set_source(source.with_share("susut", share), day, home) for share in SHARES)
        usual = next((one for one in lower if not (one.alone or one.overlong)), usual)
    if usual.spills:
        others = (set_source(source.with_share("erat", air), day, home) for air in AIR)
        usual = next((one for one in others if not (one.spills or one.alone or one.overlong)), usual)
    return usual
