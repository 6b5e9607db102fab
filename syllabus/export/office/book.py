"""A workbook as bytes: text cells that can never become formulas, fixed dates, and an A4 page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from syllabus.export.office.package import midnight, packed

_LINE = Side(style="thin", color="808080")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD = PatternFill("solid", fgColor="E6E6E6")
UNWRAPPED = Alignment(wrap_text=False, vertical="top")


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
    page.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.6)  # inches
    page.print_options.horizontalCentered = True
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
    # Figures at the right edge would touch the words of the next column.
    cell.alignment = Alignment(horizontal="center" if isinstance(value, int | float) else None, wrap_text=framed, vertical="top")
    if framed:
        cell.border = FRAME
    return cell


def heading(page: Worksheet, text: str) -> None:
    """The title of a sheet, in its first row."""
    cell = write(page, 1, 1, text, bold=True, framed=False)
    cell.font, cell.alignment = Font(name="Arial", size=13, bold=True), UNWRAPPED


def formula(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """Put a formula of our own in a cell."""
    cell = page.cell(row=row, column=column, value=text)
    cell.font, cell.border = Font(name="Arial", size=10, bold=True), FRAME
    cell.alignment = Alignment(horizontal="center", vertical="top")
    return cell


def head(page: Worksheet, row: int, titles: Sequence[str]) -> None:
    """A row of column titles that is repeated on every printed page and stays in view."""
    for number, title in enumerate(titles, 1):
        write(page, row, number, title, bold=True).fill = HEAD
    page.print_title_rows = f"{row}:{row}"
    page.freeze_panes = f"A{row + 1}"


def only(page: Worksheet, cells: str, choices: Sequence[str], title: str) -> None:
    """Let only `choices` be entered in a range of cells, and say so. Together they may hold 255 letters, as Excel wants."""
    rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = title[:32], f"Pilih salah satu: {', '.join(choices)}."[:225]
    rule.add(cells)
    page.add_data_validation(rule)


def between(page: Worksheet, cells: str, least: int, most: int) -> None:
    """Let only numbers from `least` to `most` be entered in a range of cells."""
    rule = DataValidation(type="decimal", operator="between", formula1=str(least), formula2=str(most), allow_blank=True, showErrorMessage=True)
    rule.errorTitle, rule.error = "Nilai di luar batas", f"Isi dengan angka {least} sampai {most}."
    rule.add(cells)
    page.add_data_validation(rule)


def as_bytes(book: Workbook, title: str, day: date) -> bytes:
    """The finished file. Its dates are the edition's, so that the same content gives the same bytes."""
    book.properties.title, book.properties.creator, book.properties.language = title, "Pembinaan ASN", "id"
    book.properties.created = book.properties.modified = midnight(day)
    for page in book.worksheets:
        _fit_rows(page)
    raw = BytesIO()
    book.save(raw)
    return packed(raw.getvalue(), day)


def _fit_rows(page: Worksheet) -> None:
    """Room for wrapped text: programs without a screen do not work out row heights themselves."""
    for number, row in enumerate(page.iter_rows(), 1):
        lines = [
            -(-len(cell.value) // max(1, int(page.column_dimensions[cell.column_letter].width)))
            for cell in row if isinstance(cell.value, str) and cell.data_type == "s" and cell.alignment.wrap_text
        ]
        page.row_dimensions[number].height = 17 * max([1, *lines])

