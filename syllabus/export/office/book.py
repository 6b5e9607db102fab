"""A workbook as bytes: text cells that can never become formulas, fixed dates, and an A4 page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_LINE = Side(style="thin", color="808080")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD = PatternFill("solid", fgColor="E6E6E6")


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def sheet(book: Workbook, title: str, widths: Sequence[int], landscape: bool = False) -> Worksheet:
    """A sheet that prints on A4, as wide as the page. Widths are in characters."""
    page: Worksheet = book.create_sheet(title[:31])
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.page_setup.paperSize = 9
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return page


def write(page: Worksheet, row: int, column: int, value: str | int | float | None, bold: bool = False, framed: bool = True) -> Cell:
    """Put a value in a cell. Text stays text, whatever sign it begins with."""
    cell = cast(Cell, page.cell(row=row, column=column))
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@\t\r"
    cell.font = Font(name="Arial", size=10, bold=bold)
    cell.alignment = Alignment(wrap_text=framed, vertical="top")
    if framed:
        cell.border = FRAME
    return cell


def formula(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """Put a formula of our own in a cell."""
    cell = page.cell(row=row, column=column, value=text)
    cell.font, cell.border = Font(name="Arial", size=10, bold=True), FRAME
    return cell


def head(page: Worksheet, row: int, titles: Sequence[str]) -> None:
    """A row of column titles that is repeated on every printed page and stays in view."""
    for number, title in enumerate(titles, 1):
        write(page, row, number, title, bold=True).fill = HEAD
    page.print_title_rows = f"{row}:{row}"
    page.freeze_panes = f"A{row + 1}"


def as_bytes(book: Workbook, title: str, day: date) -> bytes:
    """The finished file. Its dates are the edition's, so that the same content gives the same bytes."""
    moment = datetime(day.year, day.month, day.day)
    book.properties.title, book.properties.creator, book.properties.language = title, "Pembinaan ASN", "id"
    book.properties.created = book.properties.modified = moment
    for page in book.worksheets:
        _fit_rows(page)
    raw = BytesIO()
    book.save(raw)
    packed = BytesIO()
    with ZipFile(raw) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            data = source.read(name)
            if name == "docProps/core.xml":
                data = _dated(data, moment)
            target.writestr(ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0)), data, ZIP_DEFLATED)
    return packed.getvalue()


def _fit_rows(page: Worksheet) -> None:
    """Room for wrapped text: programs without a screen do not work out row heights themselves."""
    for number, row in enumerate(page.iter_rows(), 1):
        lines = [
            -(-len(cell.value) // max(1, int(page.column_dimensions[cell.column_letter].width)))
            for cell in row if isinstance(cell.value, str) and cell.data_type == "s" and cell.alignment.wrap_text
        ]
        page.row_dimensions[number].height = 14.5 * max([1, *lines])


def _dated(core: bytes, moment: datetime) -> bytes:
    """The library stamps the time of saving; put the edition's back."""
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
