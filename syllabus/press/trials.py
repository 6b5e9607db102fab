"""A book as airy as it is designed, or with a little less or more air where that ends its pages better."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from syllabus.press.setting import Laid, Typesetter
    from syllabus.press.source_lines import Source

SHARES = (0.95, 0.9, 0.86)
"""How low rows to write in, room to sign and the air between lines of a spread may become, so that signatures do not begin a page
and a spread keeps to two; tried in turn."""
AIR = (0.98, 0.96, 0.94, 0.92, 1.02, 1.04, 1.06)
"""Shares of its air that are tried in turn on a booklet whose last page would be almost empty: closer, to end a page before, and then
wider, to fill that page."""


def laid_best(typesetter: Typesetter, source: Source) -> Laid:
    """Lay out a book."""
    usual = typesetter.lay(source)
    if usual.alone or usual.overlong:
        lower = (typesetter.lay(source.with_share("susut", share)) for share in SHARES)
        usual = next((one for one in lower if not (one.alone or one.overlong)), usual)
    if usual.spills:
        others = (typesetter.lay(source.with_share("erat", air)) for air in AIR)
        usual = next((one for one in others if not (one.spills or one.alone or one.overlong)), usual)
    return usual
