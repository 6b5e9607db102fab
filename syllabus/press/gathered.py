"""What comes to light while a share of a book is written: problems, images, what is to be known of table cells."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sized

    from syllabus.press.book import Chapter
    from syllabus.press.marks import Mark
    from syllabus.problem import Problem


@dataclass(slots=True, kw_only=True)
class Gathered:
    """Grows with every chapter. `begun` is the number that the first of its tables, spreads and watched words have, so that shares
    written apart have none in common."""

    begun: int = 0
    problems: list[Problem] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    """Addresses within the site of the images."""
    tables: list[list[Mark]] = field(default_factory=list)
    printed_notes: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    referred: set[tuple[int, str]] = field(default_factory=set)
    wanted: set[str] = field(default_factory=set)
    watched: dict[int, tuple[Chapter, str, str]] = field(default_factory=dict)
    spreads: dict[int, tuple[Chapter, str]] = field(default_factory=dict)
    told: list[bool] = field(default_factory=list)
    """For each heading below the title of a chapter that the contents tell, whether it is a topic of a section that many chapters have."""
    signed: bool = False

    def next_number(self, of: Sized) -> int:
        """The number of what is gathered next."""
        return self.begun + len(of)

    def join(self, later: Gathered) -> None:
        """Take up what the share behind this one gathered."""
        for one in fields(Gathered):
            if one.name != "begun":
                mine, theirs = getattr(self, one.name), getattr(later, one.name)
                setattr(self, one.name, mine + theirs if isinstance(mine, list) else mine | theirs)
