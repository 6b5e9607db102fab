"""An edited schedule sheet as the `hari:` block of a cohort file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import get_args

from syllabus import bahasa
from syllabus.intake.cells import clock_pair, day_of, whole_number
from syllabus.intake.workbook import Page, Value
from syllabus.problem import Problem
from syllabus.shapes.base import FORM_LETTERS, Mode
from syllabus.shapes.schedule import SessionKind

NEEDED = ("Hari, tanggal", "Waktu", "Kegiatan", "Jenis")
SUM = "Jumlah"
"""What the row of sums calls itself, which stood below the sessions in older sheets."""
FORMS = {letter: form for form, letter in FORM_LETTERS.items()}
"""What stands over the columns of hours, as the sheet was written (`export.office.plans`)."""
_MODE = re.compile(rf"\s*(?:({'|'.join(FORMS)})\s+)?({'|'.join(get_args(Mode))})\s*")
_LABELLED = re.compile(r"(.+?)\s*\((unit|platform)\)")
_PLAIN = re.compile(r"[A-Za-z][\w /().–-]*")


@dataclass(frozen=True)
class Taken:
    """The YAML block, what was understood in numbers, and what could not be read."""

    block: str
    understood: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Names:
    """What the project knows: public names of facilitators to ids, and the ids of modules and workshops."""

    people: Mapping[str, str]
    modules: frozenset[str]
    workshops: frozenset[str]


def take_schedule(page: Page, names: Names) -> Taken:
    """Read every row under the heads. A row without day, activity and kind is blank and is passed over."""
    at, row_number = _heads(page)
    missing = [title for title in NEEDED if title not in at]
    if missing:
        problem = Problem("IMP04", page.place(1, 1), f"Kolom {bahasa.listing([f'“{title}”' for title in missing])} tidak ditemukan.",
                          "Pakai lembar jadwal dari halaman Unduhan; judul kolomnya jangan diubah.")
        return Taken("", "", (problem,))
    problems: list[Problem] = []
    days: dict[date, list[list[str]]] = {}
    jp, sessions = 0, 0
    for number, values in enumerate(page.rows[row_number:], row_number + 1):
        reader = _Row(page, number, values, at, names)
        if reader.blank:
            continue
        lines = list(reader.lines())
        problems += reader.problems
        jp += reader.jp
        sessions += 1
        if reader.day is not None:
            days.setdefault(reader.day, []).append(lines)
    if not sessions:
        problems.append(Problem("IMP04", page.place(row_number + 1, 1), "Tidak ada baris jadwal di bawah judul kolom.", "Isi lembarnya, lalu simpan."))
    understood = f"{len(days)} hari, {sessions} baris, {jp} JP"
    return Taken("".join(_block(days)) if not problems else "", understood, tuple(problems))


def _heads(page: Page) -> tuple[dict[str, int], int]:
    """Columns by title, and the number of the row they stand in: the first that holds two of the needed ones."""
    for number, row in enumerate(page.rows[:10], 1):
        found = {str(value).strip(): column for column, value in enumerate(row, 1) if isinstance(value, str)}
        if sum(title in found for title in NEEDED) >= 2:
            return found, number
    return {}, 1


class _Row:
    """One row while it is read. `problems` fills as `lines` goes on."""

    def __init__(self, page: Page, number: int, values: tuple[Value, ...], at: Mapping[str, int], names: Names) -> None:
        self.page, self.number, self.values, self.at, self.names = page, number, values, at, names
        self.problems: list[Problem] = []
        self.day: date | None = None
        self.jp = 0

    def value(self, title: str) -> Value:
        column = self.at.get(title, 0)
        found = self.values[column - 1] if 0 < column <= len(self.values) else None
        return found.strip() if isinstance(found, str) else found

    @property
    def blank(self) -> bool:
        """Nothing to read: an empty row, or sums."""
        return not any(self.value(title) for title in ("Hari, tanggal", "Jenis")) and self.value("Kegiatan") in (None, "", SUM)

    def fault(self, title: str, sentence: str, hint: str) -> None:
        column = self.at.get(title, 1)
        self.problems.append(Problem("IMP05", self.page.place(self.number, column), f"Sel {self.page.cell(self.number, column)}: {sentence}", hint))

    def lines(self) -> Iterator[str]:
        """The session as lines of YAML, without its day."""
        kind = self.value("Jenis")
        if kind not in get_args(SessionKind):
            self.fault("Jenis", f'jenis baris "{_shown(kind)}" tidak dikenal.', f"Pilih salah satu: {', '.join(get_args(SessionKind))}.")
        self.day = day_of(self.value("Hari, tanggal"))
        if self.day is None:
            self.fault("Hari, tanggal", f'tanggal "{_shown(self.value("Hari, tanggal"))}" tidak terbaca.', 'Tulis seperti "Senin, 5 April 2027" atau 05/04/2027.')
        yield f"jenis: {kind}"
        yield from self._subject()
        hours = {form: self._hours(form) for form in FORMS}
        self.jp += sum(hours.values())
        yield from self._parts(hours)
        if kind != "spanduk":
            pair = clock_pair(self.value("Waktu"))
            if pair is None:
                self.fault("Waktu", f'waktu "{_shown(self.value("Waktu"))}" tidak terbaca.', 'Tulis seperti "07.30 – 08.00".')
            else:
                yield f"mulai: {bahasa.clock(pair[0])}"
                yield f"selesai: {bahasa.clock(pair[1])}"
        yield from self._speakers()

    def _subject(self) -> Iterator[str]:
        name, title = self.value("Modul atau lokakarya"), self.value("Kegiatan")
        if name in self.names.modules:
            yield f"modul: {name}"
        elif name in self.names.workshops:
            yield f"lokakarya: {name}"
        elif name:
            self.fault("Modul atau lokakarya", f'modul atau lokakarya "{_shown(name)}" tidak ada.', "Pakai nama berkasnya, misalnya standar-pelayanan.")
        if title:
            yield f"judul: {quoted(str(title))}"

    def _hours(self, form: str) -> int:
        count = whole_number(self.value(form))
        if count is None:
            self.fault(form, f'JP "{_shown(self.value(form))}" bukan bilangan bulat.', "Isi dengan angka tanpa koma.")
        return count or 0

    def _parts(self, hours: Mapping[str, int]) -> Iterator[str]:
        text = str(self.value("Moda") or "SL")
        modes: dict[str, str] = {}
        for part in text.split(","):
            match = _MODE.fullmatch(part)
            if match is None:
                self.fault("Moda", f'moda "{_shown(text)}" tidak dikenal.', f"Pilih {', '.join(get_args(Mode))}; bila berbeda, tulis seperti T SM, P SL.")
                return
            modes |= {match[1]: match[2]} if match[1] else dict.fromkeys(FORMS, match[2])
        if any(hours.values()):
            yield "jp:"
            for form, count in hours.items():
                if count:
                    yield f"  - {{bentuk: {FORMS[form]}, moda: {modes.get(form, 'SL')}, jp: {count}}}"

    def _speakers(self) -> Iterator[str]:
        text = self.value("Pemandu")
        if not text:
            return
        yield "fasilitator:"
        for name in filter(None, (part.strip() for part in str(text).split(";"))):
            labelled = _LABELLED.fullmatch(name)
            if name in self.names.people:
                yield f"  - {self.names.people[name]}"
            elif labelled:
                yield f"  - {{{labelled[2]}: {quoted(labelled[1])}}}"
            else:
                yield f"  - {{peran: {quoted(name)}}}"


def _block(days: Mapping[date, list[list[str]]]) -> Iterator[str]:
    yield "hari:\n"
    for day in sorted(days):
        yield f"  - tanggal: {day.isoformat()}\n    hari: {bahasa.day_name(day)}\n    sesi:\n"
        for lines in days[day]:
            yield f"      - {lines[0]}\n"
            yield from (f"        {line}\n" for line in lines[1:])


def quoted(text: str) -> str:
    """A text as YAML that is read back as the same text, in quotes where plain would be unsafe."""
    if _PLAIN.fullmatch(text) and not text.endswith(" "):
        return text
    return '"' + re.sub(r"\s+", " ", text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shown(value: Value) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return "" if value is None else str(value)[:40]
