"""How a sheet of a workbook looks on paper: A4, as wide as the page, and on as few pages as large enough letters allow."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

SIZE = 10
"""Points of the letters in a cell."""
_SMALLEST = 7.0
"""Points to which letters may shrink so that a sheet fits on its page."""
_CHARACTER = 5.6
"""Points of a character by which columns are measured."""
_A4 = 841.9, 595.3
_SIDE, _EDGE = 0.5, 0.6  # inches
_FIRST_LINE, _NEXT_LINE = 15, 13  # points
_HIGHER = 1.5
"""How much higher rows become so that a list fills its pages."""
_HALF = 0.5
"""Of a page: a shorter list stays as it is."""
_WORD = 6
"""Characters that an upright line loses to the word that no longer fits."""
_LOST = 1.04
"""Of several pages a little is lost to rows that are not broken and to heads that are repeated."""


def lay_out(page: Worksheet, widths: Sequence[int], landscape: bool) -> None:
    """Columns as wide as said, in characters; a page as wide as they are together, with its number at the foot."""
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.page_setup.paperSize = 9
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.page_margins = PageMargins(left=_SIDE, right=_SIDE, top=_EDGE, bottom=_EDGE)
    page.print_options.horizontalCentered = True
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    foot = cast(HeaderFooterItem, page.oddFooter)
    foot.right.text, foot.right.size = "Halaman &P dari &N", 8


def finish(page: Worksheet) -> None:
    """Rows as high as their text, all that is written as what is printed, and no last page for a few rows where smaller letters do."""
    _fit_rows(page)
    if not page.print_area:
        page.print_area = page.dimensions
    left, top, right, bottom = (side or 1 for side in range_boundaries(page.print_area.rpartition("!")[2]))
    long, short = _A4
    across, down = (long, short) if page.page_setup.orientation == "landscape" else (short, long)
    wide = _wide(page, left, right) * _CHARACTER
    high = sum(float(page.row_dimensions[row].height or _FIRST_LINE) for row in range(top, bottom + 1))
    by_width, pages_high = min(1.0, (across - 144 * _SIDE) / wide), high / (down - 144 * _EDGE)
    needed = pages_high * min(by_width, _SMALLEST / SIZE)
    page.page_setup.fitToHeight = pages = 1 if needed <= 1 else ceil(_LOST * needed)
    if needed > _HALF:
        _fill(page, pages / (_LOST * pages_high * min(by_width, pages / pages_high)))


def _fit_rows(page: Worksheet) -> None:
    """Room for wrapped text and for text that stands upright: programs without a screen do not work out row heights themselves."""
    merged = {(area.min_row, area.min_col): area.max_col for area in page.merged_cells.ranges}
    for number, row in enumerate(page.iter_rows(), 1):
        heights = [
            _height(str(cell.value), _wide(page, cell.column, merged.get((number, cell.column), cell.column)), bool(cell.alignment.text_rotation))
            for cell in row if isinstance(cell, Cell) and cell.data_type == "s" and cell.value and cell.alignment.wrap_text
        ]
        page.row_dimensions[number].height = max([_FIRST_LINE, float(page.row_dimensions[number].height or 0), *heights])


def _wide(page: Worksheet, first: int, last: int) -> float:
    """Characters across some columns."""
    return sum(float(page.column_dimensions[get_column_letter(column)].width) for column in range(first, last + 1))


def _height(text: str, width: float, upright: bool) -> float:
    """Points that a text takes in a cell of that many characters."""
    if upright:
        return _LOST * _CHARACTER * (len(text) / max(1, width * _CHARACTER // _NEXT_LINE) + _WORD)
    return _FIRST_LINE + _NEXT_LINE * (-(-len(text) // max(1, int(width))) - 1)


def _fill(page: Worksheet, share: float) -> None:
    """Rows of one line become higher, up to `_HIGHER` times: room to write, and no last page that holds a few of them alone."""
    for number in range(1, page.max_row + 1):
        if page.row_dimensions[number].height == _FIRST_LINE:
            page.row_dimensions[number].height = round(_FIRST_LINE * min(_HIGHER, max(1.0, share)), 1)
