"""What the typesetter gets: lines of Typst, and a map from them back to the authors' pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from syllabus.place import Place
from syllabus.press.sheet import Sheet, place_of

if TYPE_CHECKING:
    from syllabus.press.book import Chapter
    from syllabus.press.tree import Node


class Source(NamedTuple):
    """What the typesetter gets, and what is needed to read its answer."""

    text: str
    files: dict[str, bytes]
    sheet: Sheet
    marks: tuple[tuple[int, Chapter, str], ...]
    trees: tuple[Node, ...] = ()
    """The chapters as they were read."""

    def with_share(self, name: str, share: float) -> Source:
        """The same source with a share of the design (`susut`, `padat`) other than 1, as it is told last."""
        before, told, after = self.text.rpartition(f"#let {name} = 1.0\n")
        assert told, name
        return self._replace(text=f"{before}#let {name} = {share}\n{after}")

    def place(self, line: int) -> tuple[Place, str] | None:
        """The author's place and the chapter by its name for a line of `text`; None for our own lines."""
        number = bisect_right([mark[0] for mark in self.marks], line) - 1
        if number < 0:
            return None
        _, chapter, clue = self.marks[number]
        return place_of(chapter, clue), chapter.subject

    def holding(self, text: str) -> tuple[Place, str] | None:
        """The place of the first line with this text, else None. The clue is the text with the words
        around it."""
        for number, line in enumerate(self.text.split("\n"), 1):
            if text in line:
                found = self.place(number)
                if found is not None:
                    chapter = next(mark[1] for mark in reversed(self.marks) if mark[0] <= number)
                    rows = chapter.markdown.split("\n")
                    exact = next((row for row, words in enumerate(rows, 1) if text in words), 0)
                    return (Place(chapter.source_file, exact) if exact else found[0]), chapter.subject
        return None


@dataclass(slots=True)
class SourceLines:
    """Lines of Typst under way, with the chapter and words that each comes from."""

    lines: list[str] = field(default_factory=list)
    marks: list[tuple[int, Chapter, str]] = field(default_factory=list)

    def add(self, code: str, chapter: Chapter | None = None, clue: str = "") -> None:
        self.lines.append(code)
        if chapter is not None:
            self.marks.append((len(self.lines), chapter, clue))
