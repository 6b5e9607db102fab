"""A run of text: words and marks on one line of thought, with white space collapsed as a browser does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from syllabus.press.glue import NO_BREAK, glued
from syllabus.press.literal import quoted
from syllabus.press.quotes import curled
from syllabus.suku import soften

_SPACE = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
"""What becomes one space; a space alone is one already."""


class Piece(NamedTuple):
    """A text, an opening (`strong({`), a closing (`})`), a thing with a body (`kotak()`), an invisible
    mark, or a line break."""

    kind: Literal["text", "open", "close", "thing", "mark", "break"]
    value: str


@dataclass(slots=True)
class Run:
    """Collects pieces; `code` gives them as one Typst expression."""

    pieces: list[Piece] = field(default_factory=list)

    def text(self, value: str | None) -> None:
        if value:
            self.pieces.append(Piece("text", value))

    def open(self, code: str) -> None:
        self.pieces.append(Piece("open", code))

    def close(self) -> None:
        self.pieces.append(Piece("close", "})"))

    def thing(self, code: str) -> None:
        self.pieces.append(Piece("thing", code))

    def mark(self, code: str) -> None:
        self.pieces.append(Piece("mark", code))

    def line_break(self) -> None:
        self.pieces.append(Piece("break", "linebreak()"))

    @property
    def empty(self) -> bool:
        """Whether nothing would be seen."""
        return not any(piece.kind == "thing" or (piece.kind == "text" and piece.value.strip(" \t\n\r\f")) for piece in self.pieces)

    @property
    def plain(self) -> str:
        """The words alone."""
        return _SPACE.sub(
            " ",
            "".join(piece.value if piece.kind == "text" else " " if piece.kind == "break" else "" for piece in self.pieces),
        ).strip()

    @property
    def setting(self) -> str:
        """What sets it as a paragraph: lines to fill in run on as far as there is room; words behind a box to tick stand clear of it."""
        boxes = [piece.kind == "thing" and "kotak(" in piece.value for piece in self.pieces]
        if sum(boxes) == 1 and boxes[0]:
            return "par-kotak"
        return "par-isian" if any(piece.kind == "thing" and "isian(" in piece.value for piece in self.pieces) else "par"

    def code(self, hyphenate: bool) -> str:
        """The run as a Typst code block made of string literals and known functions; words alone are a literal, which is read faster."""
        out: list[str] = []
        pieces = self._collapsed()
        last = _last_word(pieces)
        for number, piece in enumerate(pieces):
            if piece.kind == "text":
                out.append(quoted(_softened(piece.value, number - last) if hyphenate else piece.value) + ";")
            else:
                out.append(piece.value if piece.kind == "open" else piece.value + ";")
        return out[0][:-1] if len(out) == 1 and pieces[0].kind == "text" else "{" + "".join(out) + "}"

    def _collapsed(self) -> list[Piece]:
        """One space between words, none at the ends or beside a line break, and curly quotation marks, across all marks."""
        kept: list[Piece] = []
        blank, before = True, ""
        for piece in self.pieces:
            if piece.kind == "text":
                value = glued(_SPACE.sub(" ", piece.value))
                value = value[1:] if blank and value.startswith(" ") else value
                if value.startswith(" ") and kept and kept[-1].kind == "thing" and "kotak(" in kept[-1].value:
                    value = f"{NO_BREAK}{value[1:]}"  # a box to tick stays with its name
                if value:
                    kept.append(Piece("text", curled(value, before)))
                    blank, before = value.endswith(" "), value[-1]
                continue
            if piece.kind == "break":
                _strip_last(kept)
                blank, before = True, ""
            elif piece.kind == "thing":
                blank, before = False, "x"
            kept.append(piece)
        _strip_last(kept)
        while kept and kept[-1].kind == "break":
            kept.pop()
        return kept


def _last_word(pieces: list[Piece]) -> int:
    """Number of the piece that the last word begins in or right behind; -1 where there is one word alone."""
    return next((number for number, piece in reversed(list(enumerate(pieces))) if piece.kind == "break" or (piece.kind == "text" and " " in piece.value)), -1)


def _softened(text: str, behind: int) -> str:
    """A text with its breaks. `behind` says how many pieces it stands behind the space before the last word: that word is left whole,
    so that no paragraph ends with a part of a word on a line of its own."""
    if behind:
        return soften(text) if behind < 0 else text
    kept, space, last = text.rpartition(" ")
    return soften(kept) + space + last


def _strip_last(pieces: list[Piece]) -> None:
    """Take the space off the last text, looking through closings."""
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if piece.kind == "text":
            value = piece.value.removesuffix(" ")
            if value:
                pieces[number] = Piece("text", value)
            else:
                del pieces[number]
            return
        if piece.kind != "close":
            return
