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
_FULL_STOP = re.compile(r"\. ")
"""An answer is named by its first words: "4 Sangat baik. Menyebut semua syarat …"."""


@dataclass(frozen=True, slots=True)
class Question:
    """What has one answer: of its boxes at most one is ticked. `name` is unique among the fields of its sheet."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `label` is what is read aloud, `name` is unique in its sheet; a box to tick or words, in one line or `several`,
    from the left or `centred`. The name of an answer is unique among those of its `question`."""

    name: str
    label: str
    tick: bool = False
    several: bool = False
    centred: bool = False
    question: Question | None = None


@dataclass(slots=True)
class Fields:
    """Gathers the fields of one sheet in the order in which they are written."""

    known: list[Field] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    copy: int = 1
    """Which of the copies on a page is being written: what is read aloud tells the second from the first."""

    def add(self, label: str, tick: bool = False, several: bool = False, centred: bool = False) -> str:
        """The address of a new field; none where a hand must write."""
        words = _words(label)
        if _BY_HAND.search(words):
            return ""
        return self._kept(Field(_name(words, self.names), self._told(words), tick, several, centred))

    def question(self, label: str) -> Question:
        """A new question, for boxes of which at most one is ticked."""
        words = _words(label)
        return Question(_name(words, self.names), self._told(words))

    def answer(self, question: Question, label: str) -> str:
        """The address of a new box under a question; none where a hand must write."""
        words = _words(label)
        whole = f"{words}, {question.label}"
        if _BY_HAND.search(whole):
            return ""
        taken = {known.name for known in self.known if known.question == question}
        return self._kept(Field(_name(_FULL_STOP.split(words)[0], taken), whole, tick=True, question=question))

    def _told(self, words: str) -> str:
        return f"{words}, lembar {self.copy}" if self.copy > 1 else words

    def _kept(self, one: Field) -> str:
        self.known.append(one)
        return f"{ADDRESS}{len(self.known) - 1}"


def _words(label: str) -> str:
    return " ".join(label.split()).strip(" :.,;…") or "Isian"


def _name(label: str, taken: set[str]) -> str:
    """A name that is not taken yet; it is from now on."""
    stem = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")[:48] or "isian"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name
