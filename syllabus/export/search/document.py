"""What can be found: a page, or a part of it that stands for itself, with the sections a reader can land on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A place to land. The first section of a document is its top: no anchor of its own, and the title as heading."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Document:
    """One thing found. `kind` is the id of a `Kind`; `address` may end in `#part`; `extra` is searched with the title (a code).
    `sought` is what readers may ask for it in words of their own, which no page shows."""

    kind: str
    address: str
    title: str
    summary: str
    sections: tuple[Section, ...]
    extra: str = ""
    sought: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """All that is read of it, before an excerpt is cut."""
        return "\n".join([self.title, self.summary, *self.sought, *(f"{part.heading}\n{part.text}" for part in self.sections)])


@dataclass(frozen=True)
class Kind:
    """A group of results, with the word readers call it by. `worth` is what its documents count for beside others."""

    id: str
    name: str
    worth: float = 1.0
