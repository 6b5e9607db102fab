"""What the glyphs of a PDF's fonts stand for, and how wide they are; and what fonts say of them for search and copying."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TOKEN = re.compile(rb"(?:\\[0-7]{1,3}|\\.|[^\\()]){2}|\)[\s\d.-]+(?=\(|$)", re.DOTALL)
"""A glyph number of two bytes, or moves between two strings."""
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_NO_BREAK = re.compile(rb"(<[0-9A-F]{4}> *)<00A0>")
_MAPPED = re.compile(rb"<([0-9A-F]{4})>\s*<((?:[0-9A-F]{4})+)>")


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
    for font in {font.objgen: font for page in document.pages for font in fonts_of(page).values()}.values():
        if "/ToUnicode" in font and (clean := _clean_map(data := font.ToUnicode.read_bytes())) != data:
            font.ToUnicode.write(clean)


def fonts_of(page: pikepdf.Page) -> dict[str, pikepdf.Object]:
    """The fonts of a page, by their names there."""
    return dict(page.Resources.get("/Font", pikepdf.Dictionary()).items())


@lru_cache(maxsize=20_000)
def glyphs(row: bytes) -> bytes:
    """The glyph numbers of a row of strings and moves."""
    return b"".join(_bytes(token) for token in _TOKEN.findall(b")" + row) if not token.startswith(b")"))


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


def _bytes(token: bytes) -> bytes:
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 8)]) if match[1].isdigit() else _LETTERS.get(match[1], match[1]), token)


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
