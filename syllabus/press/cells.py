"""Cells of a form that are filled in on the screen: what each is called, and how tall it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from syllabus.press.inline import excludes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.grid import Line, Slot

LINE = 3.2
"""Height in mm of a line of a cell, at least."""


def column_names(head: Sequence[Line]) -> list[str]:
    """For each column its title, a heading over several columns first."""
    names: list[list[str]] = [[] for _ in head[0].slots] if head else []
    for row in head:
        for position, slot in enumerate(row.slots):
            if slot is not None and slot.node is not None and slot.node.text:
                for column in range(position, position + slot.columns):
                    names[column].append(slot.node.text)
    return [" ".join(parts) for parts in names]


def row_name(row: Line, number: int) -> str:
    """What a row is about: its first words, or its number."""
    words = [slot.node.text for slot in row.slots if slot is not None and slot.node is not None and slot.node.text]
    said = next((text for text in words if not text.rstrip(".").isdigit()), "")
    return said or f"baris {next(iter(words), str(number)).rstrip('.')}"


def answers(slot: Slot | None) -> bool:
    """Whether a cell has boxes of which one in its row is ticked."""
    return slot is not None and slot.node is not None and any(map(excludes, slot.node.all))


def cell_name(columns: Sequence[str], position: int, row: str) -> str:
    """The name of a cell: "Keterangan, Surat tugas panitia"."""
    title = columns[position] if position < len(columns) else ""
    return ", ".join(part for part in (title, row) if part)
