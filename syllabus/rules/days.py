"""A training day is a working day, not too full, with time to rest and pray."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from itertools import combinations

from syllabus import bahasa
from syllabus.place import Place
from syllabus.problem import Problem, Severity
from syllabus.rules.rule import Case
from syllabus.shapes.reference import Holiday
from syllabus.timetable import DayPlan, day_hours, is_ramadan

FRIDAY_PRAYER = (time(11, 50), time(13, 0))
"""Solar noon in Jambi lies between 11.49 and 12.20 WIB through the year."""
LONGEST_RUN, SHORTEST_REST = 4, 10


def daily_hours(case: Case) -> Iterator[Problem]:
    """Rule 5: JP of a day, and a rest of ten minutes after four JP."""
    hours, calendar = case.curriculum.program.value.hours, case.curriculum.calendar
    for name, entry in case.curriculum.cohorts.items():
        for day in case.timetables[name].days:
            subject = f"{entry.value.name} › {bahasa.day_and_date(day.day)}"
            usual = day_hours(day.day, hours, calendar.value).most_jp if calendar else hours.ordinary.most_jp
            if day.jp > hours.most_jp_ever:
                yield Problem("JDW04", entry.at(*day.path), f"sehari {day.jp} JP, paling banyak {hours.most_jp_ever} JP.",
                              "Pindahkan sebagian ke hari lain.", subject=subject)
            elif day.jp > usual:
                yield Problem("JDW04", entry.at(*day.path), f"sehari {day.jp} JP, yang wajar {usual} JP.",
                              "Pindahkan sebagian ke hari lain.", "saran", subject)
            run = _longest_run(day)
            if run > LONGEST_RUN:
                yield Problem("JDW04", entry.at(*day.path), f"ada {run} JP berturut-turut tanpa jeda {SHORTEST_REST} menit.",
                              "Sisipkan rehat.", "saran", subject)


def hours_fit(case: Case) -> Iterator[Problem]:
    """The programme's own hours make sense: a window, and breaks in it that do not meet."""
    program = case.curriculum.program
    hours = program.value.hours
    kinds = (("biasa", hours.ordinary), ("jumat", hours.friday), ("ramadan", hours.ramadan), ("jumat_ramadan", hours.ramadan_friday))
    for key, day in kinds:
        subject = f"Jam kegiatan › {key.replace('_', ' ')}"
        if day.end <= day.start:
            yield Problem("JDW13", program.at("jam", key, "selesai"), "selesai tidak sesudah mulai.", "Periksa kedua jam.", subject=subject)
            continue
        pauses = [(program.at("jam", key, "ishoma"), day.midday)]
        pauses += [(program.at("jam", key, "rehat", number), pause) for number, pause in enumerate(day.breaks)]
        for place, pause in pauses:
            if pause.end <= pause.start or pause.start < day.start or pause.end > day.end:
                yield Problem("JDW13", place, f'"{pause.name}" tidak berada di dalam jam kegiatan.', "Periksa jam mulai dan selesainya.", subject=subject)
        for (_, first), (place, second) in combinations(sorted(pauses, key=lambda pair: pair[1].start), 2):
            if second.start < first.end:
                yield Problem("JDW13", place, f'"{second.name}" bertumpang tindih dengan "{first.name}".', "Geser salah satu.", subject=subject)


def _longest_run(day: DayPlan) -> int:
    longest = run = 0
    end: time | None = None
    for row in day.rows:
        if row.minutes <= 0:
            continue
        gap = 0 if end is None else (row.start.hour - end.hour) * 60 + row.start.minute - end.minute
        if row.kind in ("rehat", "ishoma") or gap >= SHORTEST_REST:
            run = 0
        run += row.jp
        longest = max(longest, run)
        end = row.end
    return longest


def holidays(case: Case) -> Iterator[Problem]:
    """Rule 17. Whether cuti bersama is a fault or advice is data."""
    calendar = case.curriculum.calendar
    if calendar is None:
        return
    by_day = {entry.day: entry for entry in calendar.value.holidays}
    for name, entry in case.curriculum.cohorts.items():
        for plan in case.timetables[name].days:
            place, subject = entry.at(*plan.path), f"{entry.value.name} › {bahasa.day_and_date(plan.day)}"
            holiday = by_day.get(plan.day)
            if holiday:
                kind = holiday.kind.replace("_", " ")
                severity: Severity = "saran" if holiday.kind == "cuti_bersama" and not calendar.value.leave_is_fault else "galat"
                yield Problem("JDW08", place, f"hari ini {kind}: {holiday.name}.", "Pilih hari lain.", severity, subject)
            elif plan.day.weekday() > 4:
                yield Problem("JDW08", place, "hari ini akhir pekan.", "Pilih hari kerja.", "saran", subject)
            else:
                near = _estimate_near(plan.day, by_day)
                if near:
                    yield Problem("JDW08", place, f"hari ini berdampingan dengan {near}, yang masih perkiraan.", "Siapkan tanggal cadangan.",
                                  "saran", subject)
            if not any(basis.year == plan.day.year for basis in calendar.value.basis):
                yield Problem("JDW08", place, f"hari libur tahun {plan.day.year} belum diisi.", "Lengkapi curriculum/rujukan/libur.yml.", subject=subject)


def _estimate_near(day: date, by_day: Mapping[date, Holiday]) -> str:
    for shift in (-1, 1):
        near = by_day.get(day + timedelta(days=shift))
        if near is not None and near.certain == "perkiraan":
            return near.name
    return ""


def midday(case: Case) -> Iterator[Problem]:
    """Rule 18: learning keeps out of ishoma; the break is long enough; Friday covers the prayer.

    Lengths by Perpres 21/2023 Pasal 4: 60 minutes, Friday 90; in Ramadan 30, Friday 60.
    """
    calendar = case.curriculum.calendar
    if calendar is None:
        return
    for name, entry in case.curriculum.cohorts.items():
        for plan in case.timetables[name].days:
            friday, fasting = plan.day.weekday() == 4, is_ramadan(plan.day, calendar.value)
            window = day_hours(plan.day, case.curriculum.program.value.hours, calendar.value).midday
            rests = [row for row in plan.rows if row.kind == "ishoma"]
            subject = f"{entry.value.name} › {bahasa.day_and_date(plan.day)}"
            for row in plan.rows:
                outside = not rests and row.jp and row.start < window.end and window.start < row.end
                inside = any(row.jp and row.start < rest.end and rest.start < row.end for rest in rests)
                if outside or inside:
                    yield Problem("JDW09", entry.at(*row.path), f'"{row.title}" memakai waktu ishoma.', f"Kosongkan pukul {bahasa.clock_range(window.start, window.end)}.",
                                  subject=subject)
            least = (60 if friday else 30) if fasting else (90 if friday else 60)
            for rest in rests:
                if rest.minutes < least:
                    yield Problem("JDW09", entry.at(*(rest.path or plan.path)), f"istirahat {rest.minutes} menit, seharusnya {least} menit.",
                                  "Perpanjang istirahat.", "saran" if friday else "galat", subject)
                elif friday and (rest.start > FRIDAY_PRAYER[0] or rest.end < FRIDAY_PRAYER[1]):
                    yield Problem("JDW09", entry.at(*(rest.path or plan.path)), f"istirahat Jumat belum menutup pukul {bahasa.clock_range(*FRIDAY_PRAYER)}.",
                                  "Geser istirahat.", "saran", subject)


_SAID = re.compile(rf"\b({'|'.join(bahasa.DAYS)}),? (\d{{1,2}}) ({'|'.join(bahasa.MONTHS)}) (\d{{4}})\b")


def weekday_names(case: Case) -> Iterator[Problem]:
    """Rule 23: a day's name agrees with its date, in schedules and wherever a page or a file says both."""
    for file, text in case.curriculum.texts.items():
        for match in _SAID.finditer(text):
            right = _weekday(int(match[4]), bahasa.MONTHS.index(match[3]) + 1, int(match[2]))
            if right != match[1]:
                line = text.count("\n", 0, match.start()) + 1
                column = match.start() - text.rfind("\n", 0, match.start())
                said = f"{match[2]} {match[3]} {match[4]}"
                sentence = f"{said} adalah {right}, bukan {match[1]}." if right else f"tanggal {said} tidak ada di kalender."
                yield Problem("JDW10", Place(file, line, column), sentence, f"Tulis {right}." if right else "Periksa tanggalnya.", replacement=right)
    for entry in case.curriculum.cohorts.values():
        for number, day in enumerate(entry.value.explicit):
            right = bahasa.day_name(day.day)
            if day.weekday and day.weekday != right:
                yield Problem("JDW10", entry.at("hari", number, "hari"), f"{bahasa.long_date(day.day)} adalah {right}, bukan {day.weekday}.",
                              f"Tulis {right}.", subject=entry.value.name, replacement=right)


def _weekday(year: int, month: int, day: int) -> str | None:
    try:
        return bahasa.day_name(date(year, month, day))
    except ValueError:
        return None
