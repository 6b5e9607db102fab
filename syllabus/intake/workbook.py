"""An XLSX from a stranger as rows of values. Personal data in any cell stops it; a NIP that became a number has lost its last digits."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from syllabus.personal_data import find_personal_data
from syllabus.place import Place
from syllabus.problem import Problem

Value = str | int | float | bool | date | datetime | time | None
MOST_BYTES = 5_000_000
MOST_UNPACKED = 60_000_000
"""A workbook of an office is far smaller, packed and unpacked; a larger one is a trap or the wrong file."""
MOST_ROWS, MOST_COLUMNS = 2_000, 60
NUMBER_OF_A_PERSON = 10 ** 14
"""Numbers from here on (15 digits) are no marks, hours or dates. NIK has 16 digits, NIP 18."""


@dataclass(frozen=True)
class Page:
    """The first sheet of a workbook. Rows and columns count from 1."""

    file: str
    title: str
    rows: tuple[tuple[Value, ...], ...]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands, as messages show it."""
        return Place(self.file, row, column)

    def cell(self, row: int, column: int) -> str:
        """ "Jadwal!C5"."""
        return f"{self.title}!{get_column_letter(column)}{row}"


def first_page(data: bytes, file: str) -> tuple[Page | None, tuple[Problem, ...]]:
    """The first sheet, or what is wrong with the file. All sheets are looked through for personal data."""
    problem = _unusable(data, file)
    if problem:
        return None, (problem,)
    try:
        book = load_workbook(BytesIO(data), read_only=False, data_only=True, keep_links=False)
    except Exception:  # the library raises what it likes on a damaged file
        return None, (_broken(file),)
    pages = [Page(file, sheet.title, tuple(_rows(sheet))) for sheet in book.worksheets]
    problems = tuple(problem for page in pages for problem in _personal(page))
    return (None, problems) if problems else (pages[0], ())


def _rows(sheet: Worksheet) -> Iterator[tuple[Value, ...]]:
    """Plain values; anything richer (durations, formulas that nobody computed) counts as text."""
    size = {"max_row": min(sheet.max_row, MOST_ROWS), "max_col": min(sheet.max_column, MOST_COLUMNS)}
    for row in sheet.iter_rows(**size, values_only=True):
        yield tuple(value if value is None or isinstance(value, str | int | float | date | time) else str(value) for value in row)


def _unusable(data: bytes, file: str) -> Problem | None:
    if len(data) > MOST_BYTES:
        return Problem("IMP01", Place(file), "Berkas ini terlalu besar untuk lembar kantor.", "Kirim hanya lembar jadwal, tanpa gambar.")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile:
        return _broken(file)
    if size > MOST_UNPACKED:
        return Problem("IMP01", Place(file), "Isi berkas ini terlalu besar untuk lembar kantor.", "Kirim hanya lembar jadwal.")
    return None


def _broken(file: str) -> Problem:
    return Problem("IMP01", Place(file), "Berkas ini bukan lembar XLSX yang utuh.", 'Simpan lagi sebagai "Excel Workbook (.xlsx)".')


def _personal(page: Page) -> Iterator[Problem]:
    for row_number, row in enumerate(page.rows, 1):
        for column, value in enumerate(row, 1):
            where = f"Sel {page.cell(row_number, column)}"
            if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= NUMBER_OF_A_PERSON:
                yield Problem(
                    "IMP02", page.place(row_number, column),
                    f"{where} berisi angka panjang seperti NIP atau NIK yang tersimpan sebagai bilangan. Angka terakhirnya sudah rusak oleh aplikasi lembar kerja.",
                    "Hapus kolom NIP. Nomor pegawai tidak boleh masuk ke naskah.",
                )
            elif isinstance(value, str):
                for found in find_personal_data(value):
                    yield Problem("IMP03", page.place(row_number, column), f"{where} berisi {found.kind} ({found.masked}).",
                                  "Hapus dari lembar ini. Data pribadi tidak boleh masuk ke naskah.")
