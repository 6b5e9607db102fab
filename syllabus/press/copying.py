"""Text that is searched and copied: whole words, without the soft hyphens that only break lines.

The typesetter ends a run of text at every possible break, and notes there what the letter is (ActualText with a soft
hyphen). Viewers built on PDFium, as on most phones, take each such run for a word of its own, so that nothing longer than
a syllable can be found. Here the notes go, and runs that follow one another on a line become one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SOFT = "\u00ad"
_STRING = rb"\((?:\\.|[^\\()])*+\)"
_SHOWN = rb"\[(?:" + _STRING + rb"|[\d.\s-]++)*+\]TJ|" + _STRING + rb"Tj"
_NUMBER = rb"-?[\d.]+"
_SPAN = re.compile(rb"/Span<</ActualText(<FEFF(?:[0-9A-F]{4})*>|" + _STRING + rb")>>BDC(.*?)EMC", re.DOTALL)
_RUN = re.compile(
    rb"\s*+(?P<set>0 Tr/(?P<font>\w+) (?P<size>[\d.]+) Tf 1 0 0 -1 )(?P<x>" + _NUMBER + rb") (?P<y>" + _NUMBER + rb") Tm(?P<shown>" + _SHOWN + rb")\s*+",
    re.DOTALL,
)
_RUNS = re.compile(rb"(?:\s*+0 Tr/\w+ [\d.]+ Tf 1 0 0 -1 " + _NUMBER + b" " + _NUMBER + rb" Tm(?:" + _SHOWN + rb")\s*+){2,}+", re.DOTALL)
_PART = re.compile(rb"(" + _STRING + rb")|(-?[\d.]+)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LEAST_MOVE = 0.01
"""Thousandths of the size; less is rounding of the typesetter's own numbers."""
_MAPPED = re.compile(rb"<([0-9A-F]{4})>\s*<((?:[0-9A-F]{4})+)>")


class _Font:
    """What each glyph of a font stands for, and how wide it is, in thousandths of the size."""

    def __init__(self, font: pikepdf.Object) -> None:
        pairs = _MAPPED.findall(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else []
        self.letters = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else pikepdf.Dictionary()
        self.widths = dict(_widths(inner.get("/W", pikepdf.Array())))
        self.usual = float(inner.get("/DW", 1000))
        self._advances: dict[bytes, float] = {}  # syllables come back again and again

    def advance(self, shown: bytes) -> float:
        """How far one showing of text moves the pen."""
        known = self._advances.get(shown)
        if known is None:
            known = sum(self.width(part) if isinstance(part, bytes) else -part for part in _parts(shown))
            self._advances[shown] = known
        return known

    def width(self, glyphs: bytes) -> float:
        """Of two-byte glyph numbers, as all fonts of the typesetter have them."""
        return sum(self.widths.get(glyphs[start : start + 2], self.usual) for start in range(0, len(glyphs), 2))


def clean_text(document: pikepdf.Pdf) -> None:
    """Mend all pages. What is seen stays where it was."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/ToUnicode" in item:
            data = item.ToUnicode.read_bytes()
            if b"00AD" in data:
                item.ToUnicode.write(_clean_map(data))
    known: dict[tuple[int, int], _Font] = {}
    for page in document.pages:
        data = page.Contents.read_bytes()
        if b"/ActualText" in data:
            fonts = {name[1:].encode(): _font(font, known) for name, font in page.Resources.Font.items()}
            page.Contents.write(joined(said_once(data, fonts), fonts))


def said_once(data: bytes, fonts: Mapping[bytes, _Font]) -> bytes:
    """A page without soft hyphens in its notes, and without notes that say what the glyph says already."""

    def mended(match: re.Match[bytes]) -> bytes:
        text = _said(match[1]).replace(_SOFT, "")
        run = _RUN.fullmatch(match[2])
        if run and text and fonts[run["font"]].letters.get(_glyphs(run["shown"])) == text:
            return match[2]
        return b"/Span<</ActualText<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">>>BDC" + match[2] + b"EMC"

    return _SPAN.sub(mended, data)


def joined(data: bytes, fonts: Mapping[bytes, _Font]) -> bytes:
    """A page whose runs of one font on one line are written as one, each glyph at its old place."""
    return _RUNS.sub(lambda match: b"".join(_together(list(_RUN.finditer(match[0])), fonts)), data)


def _together(runs: list[re.Match[bytes]], fonts: Mapping[bytes, _Font]) -> Iterator[bytes]:
    for _, group in groupby(runs, lambda run: (run["set"], run["y"])):
        several = list(group)
        first = several[0]
        if len(several) == 1:
            yield b" " + first[0].strip()
        else:
            row = b"".join(_row(several, fonts[first["font"]], float(first["size"]))).replace(b")(", b"")
            yield b" " + first["set"] + first["x"] + b" " + first["y"] + b" Tm[" + row + b"]TJ"
    yield b"\n"


def _row(runs: list[re.Match[bytes]], font: _Font, size: float) -> Iterator[bytes]:
    pen = float(runs[0]["x"])
    for run in runs:
        back = (pen - float(run["x"])) / size * 1000
        if abs(back) > LEAST_MOVE:
            yield f"{back:.3f}".rstrip("0").rstrip(".").encode()
        yield run["shown"].removesuffix(b"TJ").removesuffix(b"Tj").removeprefix(b"[").removesuffix(b"]")
        pen = float(run["x"]) + font.advance(run["shown"]) * size / 1000


@lru_cache(maxsize=20_000)
def _said(noted: bytes) -> str:
    """The text of a note, from its hexadecimal or bracketed form."""
    return str(pikepdf.Object.parse(noted))


@lru_cache(maxsize=20_000)
def _glyphs(shown: bytes) -> bytes:
    return b"".join(part for part in _parts(shown) if isinstance(part, bytes))


def _parts(shown: bytes) -> Iterator[bytes | float]:
    """Glyphs and moves of one showing of text."""
    for string, move in _PART.findall(shown):
        yield _ESCAPED.sub(_unescaped, string[1:-1]) if string else float(move)


def _unescaped(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 8)]) if match[1].isdigit() else _LETTERS.get(match[1], match[1])


def _font(font: pikepdf.Object, known: dict[tuple[int, int], _Font]) -> _Font:
    if font.objgen not in known:
        known[font.objgen] = _Font(font)
    return known[font.objgen]


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
    """In a character map, `<glyph> <letter 00AD>` becomes `<glyph> <letter>`; a hyphen's own entry stays."""
    return re.sub(rb"(<[0-9A-F]+>\s*)<((?:[0-9A-F]{4}){2,})>", lambda match: match[1] + b"<" + _stripped(match[2]) + b">", data)


def _stripped(digits: bytes) -> bytes:
    units = [digits[start : start + 4] for start in range(0, len(digits), 4)]
    return b"".join(unit for unit in units if unit != b"00AD")
