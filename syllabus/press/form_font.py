"""The font in which fields on the screen are written: Noto Sans, cut to Western letters, whole and embedded as PDF/A asks."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from syllabus.press.fonts import upright

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "NotoSans-Isian"
_FIRST, _LAST = 32, 255
TALLEST = 780
"""How high letters without an accent reach, in thousandths of their size."""


@cache
def _cut() -> tuple[bytes, tuple[int, ...], tuple[float, ...]]:
    """The font file, the widths of its letters in the order of the code page, and box, ascent, descent, height of capitals."""
    font = TTFont(upright())
    for table in ("GDEF", "GPOS", "GSUB"):  # viewers set the words of a field letter by letter
        del font[table]
    options = Options(hinting=False, layout_features=[], name_IDs=[1, 2, 6], notdef_outline=True, recalc_timestamp=False)
    cutter = Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in _letters()])
    cutter.subset(font)
    plain: Any = instantiateVariableFont(font, {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes})
    plain.recalcTimestamp = False
    out = BytesIO()
    plain.save(out)
    scale = 1000 / plain["head"].unitsPerEm
    known, metrics, head, line, capitals = plain.getBestCmap(), plain["hmtx"], plain["head"], plain["hhea"], plain["OS/2"]
    widths = tuple(round(metrics[known.get(ord(letter), ".notdef")][0] * scale) for letter in _letters())
    shape = (head.xMin, head.yMin, head.xMax, head.yMax, line.ascent, line.descent, capitals.sCapHeight)
    return out.getvalue(), widths, tuple(round(value * scale) for value in shape)


def _letters() -> Sequence[str]:
    """What each code from 32 to 255 stands for in the Windows code page; the five that stand for nothing are spaces."""
    return [bytes([code]).decode("cp1252", "replace").replace("\ufffd", " ").replace("\x7f", " ") for code in range(_FIRST, _LAST + 1)]


def form_font(document: pikepdf.Pdf) -> pikepdf.Object:
    """Embed the font in a document and give its dictionary."""
    data, widths, (left, low, right, high, ascent, descent, capitals) = _cut()
    file = document.make_stream(data, Length1=len(data))
    # Programs that fill forms make the letters as large as this box lets them, and set them in the middle by their ascent alone:
    # with twice the descent below, g and y still end within the field.
    low = min(low, 2 * descent)
    # Others begin the first of several lines under the top of this box: with the room over small letters below instead, the last line
    # ends within the field, too, and the lines are as far apart.
    high, low = TALLEST, low - (high - TALLEST)
    descriptor = document.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name(f"/{NAME}"), Flags=32, FontBBox=[left, low, right, high], ItalicAngle=0,
        Ascent=ascent, Descent=descent, CapHeight=capitals, StemV=80, FontFile2=file,
    ))
    return document.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=pikepdf.Name(f"/{NAME}"), FirstChar=_FIRST, LastChar=_LAST,
        Widths=list(widths), FontDescriptor=descriptor, Encoding=pikepdf.Name.WinAnsiEncoding,
    ))
