"""Fields that are filled in on the screen: what each is called, and its mark in the typesetter's source.

The typesetter knows no fields, but it knows links: it gives each a place on the page and in the reading order. So a
field is written as a link to nowhere, and `widgets` turns that link into the field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ADDRESS = "https://isian.invalid/"
_BY_HAND = re.compile(r"\b(NIP|NIK|paraf|tanda tangan|ttd)\b", re.IGNORECASE)
"""Never filled in on the screen: numbers of people, which must not end up in files, and what a hand signs."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `label` is what is read aloud, `name` is unique in its sheet; a box to tick or words, in one line or `several`,
    from the left or `centred`."""

    name: str
    label: str
    tick: bool = False
    several: bool = False
    centred: bool = False


@dataclass(slots=True)
class Fields:
    """Gathers the fields of one sheet in the order in which they are written."""

    known: list[Field] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def add(self, label: str, tick: bool = False, several: bool = False, centred: bool = False) -> str:
        """The address of a new field; none where a hand must write."""
        words = " ".join(label.split()).strip(" :.,;…") or "Isian"
        if _BY_HAND.search(words):
            return ""
        self.known.append(Field(self._name(words), words, tick, several, centred))
        return f"{ADDRESS}{len(self.known) - 1}"

    def _name(self, label: str) -> str:
        stem = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:48] or "isian"
        name, number = stem, 2
        while name in self.names:
            name, number = f"{stem}-{number}", number + 1
        self.names.add(name)
        return name
