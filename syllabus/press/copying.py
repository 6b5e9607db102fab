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

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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
_TOKEN = re.compile(rb"(?:\\[0-7]{1,3}|\\.|[^\\()]){2}|\)[\s\d.-]+(?=\(|$)", re.DOTALL)
"""A glyph number of two bytes, or moves between two strings."""
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LEAST_MOVE = 0.01
"""Thousandths of the size; less is rounding of the typesetter's own numbers."""
_NO_BREAK = re.compile(rb"(<[0-9A-F]{4}> *)<00A0>")
_MAPPED = re.compile(rb"<([0-9A-F]{4})>\s*<((?:[0-9A-F]{4})+)>")


class _Advances(dict[bytes, float]):
    """How far the pen moves, in thousandths of the size: for tokens, and for whole showings of text, as they stand in the file."""

    def __init__(self, widths: Mapping[bytes, float], usual: float) -> None:
        self._widths, self._usual = widths, usual

    def __missing__(self, token: bytes) -> float:
        if token.startswith(b")"):
            self[token] = -sum(map(float, token[1:].split()))
        else:
            self[token] = self._widths.get(_bytes(token), self._usual)
        return self[token]


class Font:
    """What each glyph of a font stands for, and how wide it is, in thousandths of the size."""

    def __init__(self, font: pikepdf.Object) -> None:
        pairs = _MAPPED.findall(_clean_map(font.ToUnicode.read_bytes())) if "/ToUnicode" in font else []
        self.letters = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else pikepdf.Dictionary()
        self._tokens = _Advances(dict(_widths(inner.get("/W", pikepdf.Array()))), float(inner.get("/DW", 1000)))
        self._runs: dict[bytes, float] = {}  # syllables come back again and again

    def advance(self, row: bytes) -> float:
        """How far a row of strings and moves takes the pen."""
        known = self._runs.get(row)
        if known is None:
            known = self._runs[row] = sum(map(self._tokens.__getitem__, _TOKEN.findall(b")" + row)))
        return known


def clean_maps(document: pikepdf.Pdf) -> None:
    """Mend what fonts say of their letters."""
    for font in {font.objgen: font for page in document.pages for font in _fonts(page).values()}.values():
        if "/ToUnicode" in font and (clean := _clean_map(data := font.ToUnicode.read_bytes())) != data:
            font.ToUnicode.write(clean)


def clean_pages(document: pikepdf.Pdf, first: int = 0, last: int | None = None) -> list[bytes]:
    """What stands on some pages, mended and packed; empty where nothing is to be mended. What is seen stays where it was."""
    known: dict[tuple[int, int], Font] = {}
    return [_cleaned(page, known) for page in document.pages[first:last]]


def clean_pages_of(file: Path, first: int, last: int | None = None) -> list[bytes]:
    """The same, of a file."""
    with pikepdf.open(file) as document:
        return clean_pages(document, first, last)


def put(document: pikepdf.Pdf, pages: Sequence[bytes]) -> None:
    """Write mended pages to their places."""
    for page, packed in zip(document.pages, pages, strict=True):
        if packed:
            page.Contents.write(packed, filter=pikepdf.Name.FlateDecode)


def _cleaned(page: pikepdf.Page, known: dict[tuple[int, int], Font]) -> bytes:
    data = page.Contents.read_bytes()
    if b"/ActualText" not in data:
        return b""
    fonts = {}
    for name, font in _fonts(page).items():
        if font.objgen not in known:
            known[font.objgen] = Font(font)
        fonts[name[1:].encode()] = known[font.objgen]
    return zlib.compress(joined(said_once(data, fonts), fonts), COMPRESSION)


def said_once(data: bytes, fonts: Mapping[bytes, Font]) -> bytes:
    """A page without soft hyphens in its notes, and without notes that say what the glyph says already."""

    def mended(match: re.Match[bytes]) -> bytes:
        text = _said(match[1]).replace(_SOFT, "").replace(NO_BREAK, " ")
        run = _RUN.fullmatch(match[2].strip())
        if run and text and fonts[_face(run[1])[0]].letters.get(_glyphs(_row(run[4]))) == text:
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


@lru_cache(maxsize=20_000)
def _glyphs(row: bytes) -> bytes:
    return b"".join(_bytes(token) for token in _TOKEN.findall(b")" + row) if not token.startswith(b")"))


def _bytes(token: bytes) -> bytes:
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 8)]) if match[1].isdigit() else _LETTERS.get(match[1], match[1]), token)


def _fonts(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    return dict(page.Resources.get("/Font", pikepdf.Dictionary()).items())


def _widths(entries: pikepdf.Object) -> Iterator[tuple[bytes, float]]:
    """Glyph widths of a `/W` array: `first [width width]` or `first last width`."""
    items = list(entries)
    while items:
        first = int(items.pop(0))
        second = items.pop(0)
        if isinstance(second, pikepdf.Array):
            yield from ((number.to_bytes(2, "big"), float(width)) for number, width in enumerate(second, first))
        else:
            width = float(items.pop(0))
            yield from ((number.to_bytes(2, "big"), width) for number in range(first, int(second) + 1))


def _clean_map(data: bytes) -> bytes:
    """In a character map, `<glyph> <letter 00AD>` becomes `<glyph> <letter>`, where a hyphen's own entry stays, and a space that
    holds words together becomes a space."""
    data = _NO_BREAK.sub(rb"\1<0020>", data)
    return re.sub(rb"(<[0-9A-F]+>\s*)<((?:[0-9A-F]{4}){2,})>", lambda match: match[1] + b"<" + _stripped(match[2]) + b">", data)


def _stripped(digits: bytes) -> bytes:
    units = [digits[start : start + 4] for start in range(0, len(digits), 4)]
    return b"".join(unit for unit in units if unit != b"00AD")
