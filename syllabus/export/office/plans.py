"""A cohort's schedule and attendance recap as sheets an office can edit. An edited schedule can be taken in again (`intake`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

from openpyxl.utils import get_column_letter

from syllabus import bahasa
from syllabus.export.office.book import (
    INCOMPLETE,
    SIGNED,
    as_bytes,
    between,
    formula,
    head,
    heading,
    keep_formulas,
    new_book,
    only,
    sheet,
    signing,
    write,
)
from syllabus.export.office.speakers import written
from syllabus.shapes.base import FORM_LETTERS
from syllabus.shapes.reference import Facilitator
from syllabus.shapes.schedule import Cohort, JpPart, SessionKind
from syllabus.timetable import Timetable

COLUMNS = ("No", "Hari, tanggal", "Waktu", "Kegiatan", *FORM_LETTERS.values(), "JP", "Akum. JP", "Pemandu", "Jenis", "Modul atau lokakarya", "Moda")
"""Heads of the schedule sheet. `intake` finds its columns by these names."""
WIDTHS = (5, 26, 16, 46, 6, 6, 6, 8, 10, 34, 14, 24, 12)
FIRST_ROW = 4
SPARE_ROWS = 3
"""Empty rows below the last that take new sessions with the same choices."""


def schedule_sheet(cohort: Cohort, plan: Timetable, people: Mapping[str, Facilitator], day: date) -> bytes:
    """One sheet with every row of the schedule, its JP and the running total as formulas. The sums stand at the top, where they stay
    in view while rows are edited."""
    book = new_book()
    page = sheet(book, "Jadwal", WIDTHS, landscape=True)
    heading(page, f"Jadwal {cohort.name} (waktu {cohort.zone})")
    head(page, FIRST_ROW - 1, COLUMNS)
    row_number = FIRST_ROW - 1
    for row_number, (plan_day, row) in enumerate(plan.rows, FIRST_ROW):
        time = "" if row.kind == "spanduk" else bahasa.clock_range(row.start, row.end)
        hours = [sum(part.jp for part in row.parts if part.form == form) or None for form in FORM_LETTERS]
        cells = [row_number - FIRST_ROW + 1, bahasa.day_and_date(plan_day.day), time, row.title, *hours, None, None,
                 "; ".join(written(speaker, people) for speaker in row.speakers), row.kind, row.module or row.workshop or "", modes(row.parts)]
        for column, value in enumerate(cells, 1):
            write(page, row_number, column, value)
        formula(page, row_number, 8, f'=IF(COUNT(E{row_number}:G{row_number})=0,"",SUM(E{row_number}:G{row_number}))')
        formula(page, row_number, 9, f'=IF(H{row_number}="","",SUM(H${FIRST_ROW}:H{row_number}))')
    last = row_number + SPARE_ROWS
    for spare in range(row_number + 1, last + 1):
        for column in range(1, len(COLUMNS) + 1):
            write(page, spare, column, None)
    only(page, f"K{FIRST_ROW}:K{last}", get_args(SessionKind), "Jenis tidak dikenal")
    between(page, f"E{FIRST_ROW}:G{last}", 0, 12)
    write(page, FIRST_ROW - 2, 4, "Jumlah", bold=True)
    for column in range(5, 9):
        letter = get_column_letter(column)
        formula(page, FIRST_ROW - 2, column, f"=SUM({letter}{FIRST_ROW}:{letter}{last})")
    page.print_area = f"A1:J{last}"  # what `intake` needs is for the screen
    return as_bytes(book, f"Jadwal {cohort.name}", day)


def modes(parts: Sequence[JpPart]) -> str:
    """ "SL" where all parts share a mode, else "T SM, P SL"."""
    found = {part.mode for part in parts}
    return found.pop() if len(found) == 1 else ", ".join(f"{FORM_LETTERS[part.form]} {part.mode}" for part in parts)


def attendance_sheet(cohort: Cohort, plan: Timetable, least_percent: int, day: date) -> bytes:
    """Attendance in JP per module; the share is a formula, and less than `least_percent` is said in words.
    Who was absent gets a zero: an empty cell leaves the share open."""
    book = new_book()
    titles: dict[str, int] = {}
    for _, row in plan.rows:
        if row.jp:
            titles[row.title] = titles.get(row.title, 0) + row.jp
    count = len(titles)
    page = sheet(book, "Rekap kehadiran", [5, 28, 22, *[13] * count, 10, 12, 16], landscape=True)
    heading(page, f"Rekap kehadiran {cohort.name}")
    head(page, 2, ["No", "Nama", "Instansi", *titles, "Hadir (JP)", "Persen", "Ket."])
    write(page, 3, 3, "JP terjadwal")
    last_row = 3 + cohort.participants
    for number, jp in enumerate(titles.values()):
        letter = get_column_letter(4 + number)
        write(page, 3, 4 + number, jp)
        between(page, f"{letter}4:{letter}{last_row}", 0, jp)
    first, last, sum_at = get_column_letter(4), get_column_letter(3 + count), get_column_letter(4 + count)
    share_at = get_column_letter(5 + count)
    for row_number in range(4, last_row + 1):
        write(page, row_number, 1, row_number - 3)
        for column in range(2, 4 + count):
            write(page, row_number, column, None)
        own = f"{first}{row_number}:{last}{row_number}"
        formula(page, row_number, 4 + count, f'=IF(COUNT({own})=0,"",SUM({own}))')
        formula(page, row_number, 5 + count, f'=IF({sum_at}{row_number}="","",IF(COUNT({own})<{count},"{INCOMPLETE}",'
                                             f"ROUND(100*{sum_at}{row_number}/SUM({first}$3:{last}$3),1)))")
        formula(page, row_number, 6 + count, f'=IF(NOT(ISNUMBER({share_at}{row_number})),"",IF({share_at}{row_number}<{least_percent},"kurang dari {least_percent} %","cukup"))')
    signing(page, last_row + 2, SIGNED)
    page.freeze_panes = "D4"
    keep_formulas(page)
    return as_bytes(book, f"Rekap kehadiran {cohort.name}", day)
