"""The facilitator's guide of a cohort: a day sheet for every day, then one spread of facing pages for every session."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from typing import TypeVar

from syllabus import bahasa
from syllabus.guide import DayGuide, Resumption, SessionGuide, Sitting, StepPart, Supply, days_of, session_by_agenda
from syllabus.render.html import Child, Html, bullets, join, numbered, tag
from syllabus.render.lesson import aids_of
from syllabus.render.module import lesson_of
from syllabus.render.session import PAUSES, details_of, speaker_name
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import NotFound, View
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import Row as Planned

SORTS = {"lembar": "Dicetak dan dibagikan", "alat": "Alat dan bahan", "peserta": "Dibawa peserta"}
EACH = {"kelompok": "setiap kelompok", "peserta": "setiap peserta"}
ONE_PAGE = 60
"""Lines of a check list that is kept on one page."""
T = TypeVar("T")
TRIED = 12
"""Parts after the first that may stand on either side; later ones stay on the left."""
LINE = 46
"""Letters of a line in half the width."""
_PIECE = re.compile(r"<(h3|li|dt|dd|p)\b[^>]*>(.*?)</\1>")
_TAG = re.compile(r"<[^>]*>")
WHOLE_CLASS = 30
"""Participants for a session that is shown outside a cohort."""


def cohort_guide(view: View, name: str | None = None, hari: int | None = None) -> Html:
    """Day sheets and spreads of a cohort: of all days, or of one (`hari`, from 1). Only in the facilitator's build."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    days = _chosen(view, entry.id, hari)
    return join((_sheet(view, entry.value, day), join(_spread(view, session, entry.value, day) for session in day.sessions)) for day in days)


def day_sheet(view: View, name: str | None = None, hari: int | None = None) -> Html:
    """Day sheets alone: of all days of a cohort, or of one (`hari`, from 1). Only in the facilitator's build."""
    entry = view.find(view.curriculum.cohorts, name, "Jadwal")
    return join(_sheet(view, entry.value, day) for day in _chosen(view, entry.id, hari))


def session_guide(view: View, name: str | None = None, mulai: str = "07.30") -> Html:
    """The spread of a workshop or module outside a cohort, from a start time on. Only in the facilitator's build."""
    lesson = lesson_of(view, name)
    if lesson.value.notes is None:
        raise NotFound("Catatan fasilitator belum ditulis.", 'Isi kunci "catatan_fasilitator" pada data.')
    return _spread(view, session_by_agenda(lesson, clock_of(mulai), WHOLE_CLASS), None, None)


def clock_of(text: str) -> time:
    """A start time as an editor writes it in a macro. Raises `NotFound`."""
    try:
        hour, minute = text.replace(":", ".").split(".")
        return time(int(hour), int(minute))
    except ValueError:
        raise NotFound(f'Jam "{text}" tidak dikenal.', 'Tulis seperti mulai="07.30".') from None


def _chosen(view: View, name: str, number: int | None) -> tuple[DayGuide, ...]:
    days = days_of(view.curriculum, view.curriculum.cohorts[name], view.timetables[name])
    if number is not None and not 1 <= number <= len(days):
        raise NotFound(f"Jadwal ini tidak punya hari ke-{number}.", f"Jumlah hari: {len(days)}.")
    return days if number is None else days[number - 1 : number]


# ---------------------------------------------------------------- the day


def _sheet(view: View, cohort: Cohort, day: DayGuide) -> Html:
    plan = day.plan
    return tag(
        "section",
        tag("h2", f"Hari ke-{day.number}: {bahasa.day_and_date(plan.day)}"),
        tag("p", f"{cohort.name} · {bahasa.number(cohort.participants)} peserta · {plan.jp} JP · {cohort.venue}", class_="meta"),
        draw(_activities(view, cohort, day)),
        _held(view, day),
        _preparation(day),
        _supplies(day.supplies),
        tag("div", tag("p", "Catatan hari ini"), class_="catatan-kosong"),
        class_="bentang lembar-hari", data_halaman="kiri", id=f"hari-{plan.day.isoformat()}",
    )


def _activities(view: View, cohort: Cohort, day: DayGuide) -> Table:
    columns = (Column(f"Jam ({cohort.zone})", 2), Column("Kegiatan", 6), Column("JP", 1, "angka"), Column("Pemandu", 4), Column("Ruang", 2))
    rooms = {name: entry.value.name for name, entry in view.curriculum.rooms.items()}
    rows: list[Row] = []
    for planned in day.plan.rows:
        if planned.kind == "spanduk":
            rows.append(Row((Cell(planned.title, len(columns)),), "spanduk"))
        elif planned.kind in PAUSES:
            rows.append(Row((Cell(_clock(planned.start, planned.end)), Cell(planned.title, len(columns) - 1)), "jeda"))
        else:
            room = planned.room or cohort.room
            rows.append(row(_clock(planned.start, planned.end), _named(view, cohort, planned), str(planned.jp or ""),
                            ", ".join(speaker_name(view, speaker) for speaker in planned.speakers), rooms.get(room, room)))
    foot = Row((Cell("Jumlah JP", 2), Cell(str(day.plan.jp), kind="angka"), Cell("", 2)), "jumlah")
    return Table("hari", "Kegiatan hari ini", columns, tuple(rows), (foot,))


def _named(view: View, cohort: Cohort, planned: Planned) -> Child:
    details = [text for text in details_of(view, cohort, planned) if not text.startswith("di ")]
    return (planned.title, tag("br"), tag("small", "; ".join(details))) if details else planned.title


def _clock(start: time, end: time) -> Html:
    """A clock time that is seen from afar, with its end below."""
    return join((tag("strong", bahasa.clock(start), class_="jam"), tag("br"), f"s.d. {bahasa.clock(end)}"))


def _held(view: View, day: DayGuide) -> Html | None:
    """How the sessions of the day without a spread of their own are held, each kind once, with the clock times at which they begin."""
    lines = []
    for kit in view.curriculum.program.value.kits:
        rows = [planned for planned in day.plan.rows if planned.kind == kit.kind]
        if kit.conduct and rows:
            told = f"{bahasa.listing([bahasa.clock(planned.start) for planned in rows])} {rows[0].title}. "
            lines.append(tag("li", tag("strong", told), kit.conduct))
    return join((tag("h3", "Sesi tanpa lembar sendiri"), tag("ul", lines))) if lines else None


def _preparation(day: DayGuide) -> Html | None:
    if not day.preparation:
        return None
    lists = [join((tag("h3", f"Siapkan untuk {lesson.value.code}"), _ticks(items))) for lesson, items in day.preparation]
    return _side_by_side(lists)


def _ticks(items: Iterable[Child]) -> Html:
    return tag("ul", (tag("li", tag("span", class_="kotak"), " ", item) for item in items), class_="daftar-periksa")


def _side_by_side(parts: Sequence[Child], whole: bool = False) -> Html:
    """Parts in two columns on paper, one after another on a phone; a whole one is not split over pages."""
    return tag("div", (tag("div", part) for part in parts), class_="dua-lajur utuh" if whole else "dua-lajur")


def _supplies(supplies: tuple[Supply, ...]) -> Html:
    """The check list: printed sheets on the left, aids and what participants bring on the right."""
    lists = {sort: join((tag("h3", title), _ticks(_line(supply) for supply in supplies if supply.sort == sort)))
             for sort, title in SORTS.items() if any(supply.sort == sort for supply in supplies)}
    parts = [part for part in (lists.get("lembar"), join(part for sort, part in lists.items() if sort != "lembar")) if part]
    return _side_by_side(parts, whole=len(supplies) <= ONE_PAGE)


def _line(supply: Supply) -> Child:
    told = amount(supply)
    return (supply.name, (" ", tag("strong", told)) if told else None, " ", tag("small", ", ".join(supply.used_for)))


def amount(supply: Supply) -> str:
    """How many: "30" for one each, "90 (3 setiap peserta)", "1 setiap kelompok" where the number of groups is open; "" for a sentence."""
    if supply.total is None:
        return "" if supply.each == "kelas" else f"{supply.count} {EACH[supply.each]}"
    plain = supply.each == "kelas" or (supply.each == "peserta" and supply.count == 1)
    return bahasa.number(supply.total) + ("" if plain else f" ({supply.count} {EACH[supply.each]})")


# ---------------------------------------------------------------- the spread


def _spread(view: View, session: SessionGuide, cohort: Cohort | None, day: DayGuide | None) -> Html:
    thing = session.lesson.value
    part = f" (hari {session.part[0]} dari {session.part[1]})" if session.part[1] > 1 else ""
    stamp = f"-{session.day.isoformat()}" if session.day else ""
    return tag(
        "section",
        tag("h2", f"{thing.code} {thing.title}{part}"),
        _head(view, session, cohort, day),
        tag("p", tag("strong", "Tujuan. "), f"Peserta dapat {thing.outcome.rstrip('.')}."),
        tag("ul", (tag("li", tag("span", item.id, class_="lencana"), " ", item.text) for item in session.indicators), class_="indikator")
        if session.indicators else None,
        tag("div", tag("p", tag("strong", "Pertanyaan pembuka" if session.part[0] == 1 else "Pertanyaan untuk membuka lagi")),
            tag("p", session.opening), class_="pembuka-sesi"),
        _carried(session),
        draw(_steps(session)), _unplaced(session),
        _side_by_side(balanced([part for part in (_before(session, cohort), _traps(session), _answers(session), *_keys(session), _closing(session)) if part])),
        tag("div", tag("p", "Catatan"), class_="catatan-kosong"),
        class_="bentang", data_halaman="kiri", id=f"sesi{stamp}-{session.lesson.id}",
    )


def _head(view: View, session: SessionGuide, cohort: Cohort | None, day: DayGuide | None) -> Html:
    zone = cohort.zone if cohort else "WIB"
    times = bahasa.listing([bahasa.clock_range(sitting.start, sitting.end) for sitting in session.sittings])
    people = tuple(dict.fromkeys(speaker_name(view, speaker) for sitting in session.sittings for speaker in sitting.speakers))
    rooms = dict.fromkeys(sitting.rows[0].room or (cohort.room if cohort else "") for sitting in session.sittings)
    named = [view.curriculum.rooms[name].value.name for name in rooms if name in view.curriculum.rooms]
    about = [f"Hari ke-{day.number}, {bahasa.day_and_date(day.plan.day)}" if day else "", f"{session.jp} JP" if session.jp else "",
             bahasa.listing(named), bahasa.listing(people)]
    return tag("p", tag("strong", f"{times} {zone}", class_="jam"), tag("br"), tag("small", " · ".join(text for text in about if text)),
               class_="kepala-sesi")


def _carried(session: SessionGuide) -> Html | None:
    """What to carry into the room, in one paragraph with boxes to tick."""
    if not session.supplies:
        return None
    told = ((tag("span", class_="kotak"), "\u00a0", supply.name, f" {amount(supply)}" if supply.each != "kelas" else "",
             "; " if left else ".") for left, supply in zip(range(len(session.supplies))[::-1], session.supplies, strict=True))
    return tag("p", tag("strong", "Bawa ke ruang: "), told, class_="bawa-ke-ruang")


def _steps(session: SessionGuide) -> Table:
    columns = (Column("Jam", 2), Column("Menit", 1, "angka"), Column("Anda", 9), Column("Peserta, metode, dan bahan", 6))
    rows: list[Row] = []
    shown: set[int] = set()
    for number, sitting in enumerate(session.sittings, 1):
        between = [pause for pause in session.pauses if pause.end <= sitting.start and (number == 1 or pause.start >= session.sittings[number - 2].end)]
        if len(session.sittings) > 1:
            told = [f"{pause.title} {bahasa.clock_range(pause.start, pause.end)}" for pause in between]
            rows.append(Row((Cell("; ".join([*told, _sitting(number, sitting)]), 4),), "spanduk"))
        for part in sitting.parts:
            rows.append(_step(part, session, part.number in shown))
            shown.add(part.number)
    return Table("langkah", f"Langkah menurut jam, {bahasa.minutes(sum(part.minutes for part in session.parts))}", columns, tuple(rows))


def _unplaced(session: SessionGuide) -> Html | None:
    if not session.unplaced:
        return None
    told = bahasa.listing([f"{step.title} ({bahasa.minutes(minutes)})" for step, minutes in session.unplaced])
    return tag("p", tag("strong", "Tidak mendapat waktu pada jadwal: "), told, ".")


def _sitting(number: int, sitting: Sitting) -> str:
    return f"Bagian {number}: {bahasa.clock_range(sitting.start, sitting.end)}, {bahasa.minutes(sitting.minutes)}"


def _step(part: StepPart, session: SessionGuide, shown: bool) -> Row:
    step = part.step
    title = f"{part.number}. {step.title}{' (lanjutan)' if part.done else ''}"
    short = tag("p", tag("strong", "Jika waktu kurang: "), step.if_short, class_="jika-waktu-kurang") if step.if_short else None
    things = (step.method, *aids_of(session.lesson.value, step))
    means = tag("p", tag("small", "; ".join(things)), " ", ((tag("span", name, class_="lencana"), " ") for name in step.indicators))
    return row(
        tag("strong", bahasa.clock(part.start), class_="jam"), tag("strong", bahasa.number(part.minutes), class_="jam"),
        (tag("p", tag("strong", title)), None if shown else tag("p", step.facilitator), _told(part, session.day), None if part.left else short),
        ("Lihat bagian sebelumnya." if shown else (tag("p", step.participants), means)),
    )


def _told(part: StepPart, today: date | None) -> Html | None:
    """Where a step was cut, in words."""
    if not part.cut:
        return None
    whole = part.step.minutes or 0
    words = f"{part.minutes} dari {bahasa.minutes(whole)}."
    if part.resumes:
        words = f"{words} {_goes_on(part.resumes, today)} ({part.left} menit lagi)."
    elif part.done:
        words = f"{words} {bahasa.minutes(part.done)} sudah berjalan."
    return tag("p", tag("em", words), class_="terpotong")


def _goes_on(resumes: Resumption, today: date | None) -> str:
    after = f" sesudah {bahasa.listing(resumes.pauses)}" if resumes.pauses else ""
    where = "" if resumes.day == today else f" {bahasa.day_and_date(resumes.day)}"
    return f"Dilanjutkan{where} pukul {bahasa.clock(resumes.start)}{after}"


def _before(session: SessionGuide, cohort: Cohort | None) -> Html | None:
    """What to prepare, where no day sheet says it."""
    notes = session.lesson.value.notes
    return join((tag("h3", "Persiapan"), _ticks(notes.preparation))) if notes and cohort is None else None


def balanced(parts: Sequence[Html]) -> list[Html]:
    """Parts in two columns of about the same height, each column in the order given; the first part stands on the left."""
    heights = [_height(part) for part in parts]
    whole = sum(heights)
    best = min(range(2 ** min(max(len(parts) - 1, 0), TRIED)), key=lambda choice: abs(whole - 2 * sum(_right(heights, choice))))
    right = _right(parts, best)
    return [join(column) for column in ([part for part in parts if part not in right], right) if column]


def _right(items: Sequence[T], choice: int) -> list[T]:
    """The items after the first whose bit is set."""
    return [item for number, item in enumerate(items[1:]) if choice >> number & 1]


def _height(part: Html) -> int:
    """About how high a part is in half the width of a page, in half lines."""
    return sum(5 if name == "h3" else 1 - 2 * (-len(_TAG.sub("", text)) // LINE) for name, text in _PIECE.findall(part))


def _closing(session: SessionGuide) -> Html | None:
    return join((tag("h3", "Kalimat penutup"), tag("p", session.closing))) if session.closing else None


def _traps(session: SessionGuide) -> Html | None:
    if not session.traps:
        return None
    return join((tag("h3", "Kekeliruan yang sering muncul"),
                 tag("dl", (tag("div", tag("dt", trap.wrong), tag("dd", trap.right)) for trap in session.traps), class_="jebakan")))


def _answers(session: SessionGuide) -> Html | None:
    if not session.answers:
        return None
    return join((tag("h3", "Jawaban yang diharapkan"),
                 tag("dl", (tag("div", tag("dt", item.question), tag("dd", item.answer)) for item in session.answers), class_="jawaban-harapan")))


def _keys(session: SessionGuide) -> Iterator[Html]:
    """Expected answers of the scenarios, and keys of the worksheets, in the order of the steps that use them."""
    used = [name for part in session.parts for name in part.step.uses]
    for name in dict.fromkeys([*used, *(scenario.id for scenario in session.scenarios), *(sheet.id for sheet in session.worksheets)]):
        for scenario in session.scenarios:
            if scenario.id == name:
                yield tag("div", tag("h3", f"Skenario: {scenario.title}"), numbered(scenario.expected), class_="kunci-sesi")
        for sheet in session.worksheets:
            if sheet.id == name and sheet.answers:
                yield tag("div", tag("h3", f"Kunci: {sheet.title}"), bullets(sheet.answers), class_="kunci-sesi")
