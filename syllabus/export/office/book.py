"""A workbook as bytes: text cells that can never become formulas, formulas that nobody overwrites by mistake, and fixed dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from syllabus.export.office.package import midnight, packed
from syllabus.export.office.page import SIZE, finish, lay_out

_LINE = Side(style="thin", color="808080")
FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
HEAD = PatternFill("solid", fgColor="E6E6E6")
_COMPUTED = PatternFill("solid", fgColor="F4F4F4")
SIGNED = ("Tempat, tanggal", "Pengendali pelatihan", "Tanda tangan")
"""Who answers for a recap."""
INCOMPLETE = "belum lengkap"
"""What stands for a sum that lacks a part. A part that nobody has entered yet is not zero."""
UNWRAPPED = Alignment(wrap_text=False, vertical="top")


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def sheet(book: Workbook, title: str, widths: Sequence[int], landscape: bool = False) -> Worksheet:
    """A sheet that prints on A4, as wide as the page. Widths are in characters."""
    page: Worksheet = book.create_sheet(title[:31])
    lay_out(page, widths, landscape)
    return page


def write(page: Worksheet, row: int, column: int, value: str | int | float | None, bold: bool = False, framed: bool = True) -> Cell:
    """Put a value in a cell. Text stays text, whatever sign it begins with. A cell without a value is left open to be filled in."""
    cell = cast(Cell, page.cell(row=row, column=column))
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@\t\r"
    cell.font = Font(name="Arial", size=SIZE, bold=bold)
    cell.protection = Protection(locked=value is not None)
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
    """Put a formula of our own in a cell, which shows by its ground that it is computed. What it says in words shrinks
    into its cell instead of being cut off."""
    cell = page.cell(row=row, column=column, value=text)
    cell.font, cell.border, cell.fill = Font(name="Arial", size=SIZE, bold=True), FRAME, _COMPUTED
    cell.alignment = Alignment(horizontal="center", vertical="top", shrink_to_fit=True)
    return cell


def head(page: Worksheet, row: int, titles: Sequence[str]) -> None:
    """A row of column titles that stays in view, and is repeated on every printed page with all that stands above it: a loose page
    says what it belongs to."""
    for number, title in enumerate(titles, 1):
        write(page, row, number, title, bold=True).fill = HEAD
    page.print_title_rows = f"1:{row}"
    page.freeze_panes = f"A{row + 1}"


def signing(page: Worksheet, row: int, labels: Sequence[str]) -> None:
    """Lines below a list, from this row on: whose it is, and who signs for it where and when. Both columns are those of names and agencies.
    The last line is for the hand."""
    for number, label in enumerate(labels, row):
        write(page, number, 2, label, framed=False)
        line = write(page, number, 3, None, framed=False)
        line.border = Border(bottom=_LINE)
    page.row_dimensions[row + len(labels) - 1].height = 3 * SIZE


def keep_formulas(page: Worksheet) -> None:
    """Guard all but the open cells against typing over them. There is no password: an office lifts it where it must."""
    rules = page.protection
    rules.sheet, rules.formatCells, rules.formatColumns, rules.formatRows, rules.insertRows, rules.sort = True, False, False, False, False, False


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
        finish(page)
    raw = BytesIO()
    book.save(raw)
    return packed(raw.getvalue(), day)

