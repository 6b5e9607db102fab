"""Text that is searched and copied: whole words, without the soft hyphens that only break lines, and with spaces that are spaces.

The typesetter ends a run of text at every possible break, and notes there what the letter is (ActualText with a soft
hyphen). Viewers built on PDFium, as on most phones, take each such run for a word of its own, so that nothing longer than
a syllable can be found. Here the notes go, and runs that follow one another on a line become one.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pikepdf

from syllabus.press.glue import NO_BREAK
from syllabus.press.glyphs import Font, fonts_of, glyphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

COMPRESSION: Final = 5
"""Of 1 to 9; the usual 6 makes a book 2 % smaller and takes half as long again to pack."""
_SOFT = "\u00ad"
_STRING = rb"\([^\\()]*+(?:\\.[^\\()]*+)*+\)"
_SHOWN = rb"\[(?:" + _STRING + rb"|[\d.\s-]++)*+\]TJ|" + _STRING + rb"Tj"
_SPAN = re.compile(rb"/Span<</ActualText(<FEFF(?:[0-9A-F]{4})*>|" + _STRING + rb")>>BDC(.*?)EMC", re.DOTALL)
_RUN = re.compile(rb"(0 Tr/\w+ [\d.]+ Tf 1 0 0 -1 )(-?[\d.]+) (-?[\d.]+) Tm(" + _SHOWN + rb")", re.DOTALL)
"""A run of text: its font and size, where it stands, and what it shows."""
_FACE = re.compile(rb"0 Tr/(\w+) ([\d.]+) Tf")
LEAST_MOVE = 0.01
"""Thousandths of the size; less is rounding of the typesetter's own numbers."""


def clean_pages(document: pikepdf.Pdf, numbers: Iterable[int]) -> dict[int, bytes]:
    """What stands on some pages, mended and packed; empty where nothing is to be mended. What is seen stays where it was."""
    known: dict[tuple[int, int], Font] = {}
    pages = list(document.pages)
    return {number: _cleaned(pages[number], known) for number in numbers}


def clean_pages_of(file: Path, numbers: Iterable[int]) -> dict[int, bytes]:
    """The same, of a file."""
    with pikepdf.open(file) as document:
        return clean_pages(document, numbers)


def put(document: pikepdf.Pdf, pages: Collection[bytes]) -> None:
    """Write mended pages to their places."""
    for page, packed in zip(document.pages, pages, strict=True):
        if packed:
            page.Contents.write(packed, filter=pikepdf.Name.FlateDecode)


def _cleaned(page: pikepdf.Page, known: dict[tuple[int, int], Font]) -> bytes:
    data = page.Contents.read_bytes()
    if b"/ActualText" not in data:
        return b""
    fonts = {}
    for name, font in fonts_of(page).items():
        if font.objgen not in known:
            known[font.objgen] = Font(font)
        fonts[name[1:].encode()] = known[font.objgen]
    return zlib.compress(joined(said_once(data, fonts), fonts), COMPRESSION)


def said_once(data: bytes, fonts: Mapping[bytes, Font]) -> bytes:
    """A page without soft hyphens in its notes, and without notes that say what the glyph says already."""

    def mended(match: re.Match[bytes]) -> bytes:
        text = _said(match[1]).replace(_SOFT, "").replace(NO_BREAK, " ")
        run = _RUN.fullmatch(match[2].strip())
        if run and text and fonts[_face(run[1])[0]].letters.get(glyphs(_row(run[4]))) == text:
            return match[2]
        return b"/Span<</ActualText<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">>>BDC" + match[2] + b"EMC"

    return _SPAN.sub(mended, data)


def joined(data: bytes, fonts: Mapping[bytes, Font]) -> bytes:
    """A page whose runs of one font on one line are written as one, each glyph at its old place."""
    before, *parts = _RUN.split(data)
    out = [before]
    line: list[tuple[bytes, bytes]] = []  # what stands where, of the runs that will be one
    line_of = (b"", b"")
    for face, x, y, shown, after in zip(*(parts[first::5] for first in range(5)), strict=True):
        if line and (line_of != (face, y) or (before and not before.isspace())):
            out += (_together(*line_of, line, fonts), before)
            line = []
        line_of, before = (face, y), after
        line.append((x, shown))
    if line:
        out += (_together(*line_of, line, fonts), before)
    return b"".join(out)


def _together(face: bytes, y: bytes, line: list[tuple[bytes, bytes]], fonts: Mapping[bytes, Font]) -> bytes:
    """The runs of a line as one, with a move between two wherever the pen does not stand there already."""
    start, shown = line[0]
    if len(line) == 1:
        return face + start + b" " + y + b" Tm" + shown
    name, points = _face(face)
    font, size = fonts[name], points / 1000
    pen, row = float(start), _row(shown)
    rows = [row]
    for x, shown in line[1:]:
        stands = float(x)
        back = (pen - stands) / size + font.advance(row)
        if abs(back) > LEAST_MOVE:
            rows.append((b"" if row.endswith(b")") else b" ") + f"{back:.3f}".rstrip("0").rstrip(".").encode())
        pen, row = stands, _row(shown)
        rows.append(row)
    return face + start + b" " + y + b" Tm[" + b"".join(rows).replace(b")(", b"") + b"]TJ"


def _row(shown: bytes) -> bytes:
    """Strings and moves of a showing of text, without its brackets."""
    inner = shown[1:-3] if shown.startswith(b"[") else shown[:-2]
    return inner if inner.startswith(b"(") else b" " + inner


@lru_cache(maxsize=1_000)
def _face(face: bytes) -> tuple[bytes, float]:
    """Name and size of a font."""
    match = _FACE.match(face)
    assert match is not None
    return match[1], float(match[2])


@lru_cache(maxsize=20_000)
def _said(noted: bytes) -> str:
    """The text of a note, from its hexadecimal or bracketed form."""
    return str(pikepdf.Object.parse(noted))
