"""A cohort's schedule and attendance recap as sheets an office can edit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openpyxl.utils import get_column_letter

from syllabus import bahasa
from syllabus.export.office.book import as_bytes, formula, head, new_book, sheet, write
from syllabus.shapes.reference import Facilitator
from syllabus.shapes.schedule import Cohort, Speaker
from syllabus.timetable import Timetable

NAMES = 40
LEAST_PERCENT = 80


def schedule_sheet(cohort: Cohort, plan: Timetable, people: Mapping[str, Facilitator], day: date) -> bytes:
    """One sheet with every row of the schedule and the running total of JP."""
    book = new_book()
    page = sheet(book, "Jadwal", [5, 26, 16, 46, 6, 6, 6, 8, 10, 34], landscape=True)
    write(page, 1, 1, f"Jadwal {cohort.name}", bold=True, framed=False)
    head(page, 2, ["No", "Hari, tanggal", f"Waktu ({cohort.zone})", "Kegiatan", "T", "P", "PL", "JP", "Akum. JP", "Pemandu"])
    total = 0
    for number, (plan_day, row) in enumerate(plan.rows, 1):
        total += row.jp
        hours = [sum(part.jp for part in row.parts if part.form == form) or None for form in ("teori", "praktik", "lapangan")]
        time = "" if row.kind == "spanduk" else bahasa.clock_range(row.start, row.end)
        cells = [number, bahasa.day_and_date(plan_day.day), time, row.title, *hours, row.jp or None, total if row.jp else None,
                 ", ".join(_name(speaker, people) for speaker in row.speakers)]
        for column, value in enumerate(cells, 1):
            write(page, number + 2, column, value)
    return as_bytes(book, f"Jadwal {cohort.name}", day)


def attendance_sheet(cohort: Cohort, plan: Timetable, day: date) -> bytes:
    """Attendance in JP per module; the share is a formula, and less than 80 percent is said in words."""
    book = new_book()
    titles: dict[str, int] = {}
    for _, row in plan.rows:
        if row.jp:
            titles[row.title] = titles.get(row.title, 0) + row.jp
    count = len(titles)
    page = sheet(book, "Rekap kehadiran", [5, 28, 22, *[13] * count, 10, 10, 16], landscape=True)
    write(page, 1, 1, f"Rekap kehadiran {cohort.name}", bold=True, framed=False)
    head(page, 2, ["No", "Nama", "Instansi", *titles, "Hadir (JP)", "Persen", "Ket."])
    write(page, 3, 3, "JP terjadwal")
    for number, jp in enumerate(titles.values()):
        write(page, 3, 4 + number, jp)
    first, last, sum_at = get_column_letter(4), get_column_letter(3 + count), get_column_letter(4 + count)
    share_at = get_column_letter(5 + count)
    for row_number in range(4, 4 + NAMES):
        write(page, row_number, 1, row_number - 3)
        for column in range(2, 4 + count):
            write(page, row_number, column, None)
        own = f"{first}{row_number}:{last}{row_number}"
        formula(page, row_number, 4 + count, f'=IF(COUNT({own})=0,"",SUM({own}))')
        formula(page, row_number, 5 + count, f'=IF({sum_at}{row_number}="","",ROUND(100*{sum_at}{row_number}/SUM({first}$3:{last}$3),1))')
        formula(page, row_number, 6 + count, f'=IF({share_at}{row_number}="","",IF({share_at}{row_number}<{LEAST_PERCENT},"kurang dari {LEAST_PERCENT} %","cukup"))')
    page.freeze_panes = "D4"
    return as_bytes(book, f"Rekap kehadiran {cohort.name}", day)


def _name(speaker: Speaker, people: Mapping[str, Facilitator]) -> str:
    if speaker.person and speaker.person in people:
        return people[speaker.person].public_name
    return speaker.person or speaker.role or speaker.unit or speaker.platform or ""
