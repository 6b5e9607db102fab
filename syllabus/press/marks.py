"""What the finished file must know of table cells that the typesetter cannot tell it."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """What is to be known of a table cell: whether it heads its row, covers the binder's column too, and leaves the file, as a binder
    does (`syllabus.press.binding`); and over how many rows it reaches, where it was taken apart (`syllabus.press.carried`), else 0."""

    head: bool = False
    wide: bool = False
    leaves: bool = False
    rows: int = 0
