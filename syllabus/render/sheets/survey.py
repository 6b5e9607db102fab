"""Evaluation on paper: the respondent's form without bands, the committee's tally with them, and a set for each cohort's facilitators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.render.bands import told
from syllabus.render.blanks import CHOICE, fields, signatures, writing_room
from syllabus.render.html import Html, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.session import speaker_name
from syllabus.render.sheets.legend import beside, note
from syllabus.render.sheets.recap import dates
from syllabus.render.sheets.signing import signed_at
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.evaluation import Instrument
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import Timetable

Rows = Literal["isian", "rekap"]
ROOM, MORE, LONG, HALF_LINES, LESS = 4, 5, 8, 4, 2
"""Lines to write on under an open question: on a short form, on one of two pages, on one that asks little else, half as wide where two
questions stand beside each other, and on any other."""
FEW, ONE_PAGE = 12, 24
"""Items up to which a form has room to spare on its page, and up to which it fits one; a longer one has room to spare on its two."""
NEW_SHEET = tag("div", class_="lembar-baru")
"""Where the next page begins like the first."""


def respondent(instrument: Instrument, about: Iterable[tuple[str, str]] = ()) -> Html:
    """What a respondent fills in: the items under the scale, and room for the open questions. No bands, so that no answer is steered."""
    return join([
        fields(about, 2), tag("p", instrument.intro), draw(_grid(instrument, "isian")),
        _open(instrument) if _spare(instrument) else _open_in_little_room(instrument),
    ])


def tally(instrument: Instrument, place: str = "", year: str = "") -> Html:
    """What the committee fills in from all forms: how often each score was given, the mean and its band. What it writes stands on one page.

    It is signed at that place, in that year.
    """
    notes = _how_to_tally(instrument)
    head = [
        fields([("Angkatan", ""), ("Lembar dibagikan", ""), ("Yang dinilai", ""), ("Lembar kembali", "")], 2),
        draw(_grid(instrument, "rekap")),
    ]
    if FEW < _count(instrument) <= ONE_PAGE:
        answers = tag("div", _open_in_little_room(instrument), class_="selembar")
        return join([*head, answers, beside(notes, signatures(["Pengendali pelatihan"], place, year))])
    signed = signatures(["Panitia", "Pengendali pelatihan"], place, year)
    return join([*head, tag("div", notes, class_="selembar"), tag("div", _open_in_little_room(instrument), signed, class_="selembar")])


def _how_to_tally(instrument: Instrument) -> list[Html]:
    """What the scores are called, how means are worked out and called, and what is aimed at."""
    bands = (("butir", instrument.item_bands), ("kelompok", instrument.group_bands), ("jumlah", instrument.total_bands))
    return [
        note("Skor", "; ".join(f"{score} {label}" for score, label in enumerate(instrument.scale, 1)), "."),
        note("Rerata", "jumlah (skor × banyak jawaban) ÷ banyak jawaban, dua angka di belakang koma. Rerata kelompok ditulis pada baris judulnya."),
        *(note(f"Pita {name}", "; ".join(told(found)), ".") for name, found in bands if found),
        *(note("Sasaran", f"{target.measure}: {target.goal}.") for target in instrument.targets),
        *([note("Titik awal", f"{instrument.baseline}.")] if instrument.baseline else []),
    ]


def _grid(instrument: Instrument, rows: Rows) -> Table:
    scores = tuple(Column(str(score) if rows == "rekap" else f"{score} {label}", 2, "tengah") for score, label in enumerate(instrument.scale, 1))
    more = (Column("Rerata", 2, "tengah"), Column("Sebutan", 3)) if rows == "rekap" else ()
    columns = (Column("No.", 1, "tengah"), Column("Pernyataan", 16 if more else 9), *scores, *more)
    cells = [CHOICE] * len(scores) if rows == "isian" else [""] * (len(scores) + len(more))
    found: list[Row] = []
    number = 0
    for group in instrument.groups:
        title = f"{group.title}{f' ({group.only_if})' if group.only_if else ''}"
        found.append(Row((Cell(title, len(columns) - len(more)), *(Cell("") for _ in more)), "spanduk"))
        for item in group.items:
            number += 1
            found.append(row(str(number), item.text, *cells))
    return Table("formulir", f"{'Rekap jawaban' if more else 'Beri tanda pada satu kotak di setiap baris'}", columns, tuple(found), row_height=_tally_height(instrument) if more else _row_height(instrument))


def _count(instrument: Instrument) -> int:
    return sum(len(group.items) for group in instrument.groups)


def _row_height(instrument: Instrument) -> int:
    """Height in mm of a row to tick, as the pages allow it."""
    items = _count(instrument)
    return 9 if items > ONE_PAGE or _short(instrument) else 7 if items <= FEW else 6


def _tally_height(instrument: Instrument) -> int:
    return 6 if FEW < _count(instrument) <= ONE_PAGE else 7


def _short(instrument: Instrument) -> bool:
    """Whether a form has few items and one question, so that its page has room for long answers."""
    return _count(instrument) <= FEW and len(instrument.open_questions) == 1


def _spare(instrument: Instrument) -> bool:
    return not FEW < _count(instrument) <= ONE_PAGE


def _open(instrument: Instrument, lines: int = 0) -> Html:
    lines = lines or (LONG if _short(instrument) else MORE if _count(instrument) > ONE_PAGE else ROOM)
    return join((tag("h2", question), writing_room(lines)) for question in instrument.open_questions)


def _open_in_little_room(instrument: Instrument) -> Html:
    """Two questions stand beside each other: as much room to write, in less of the height of the page."""
    if len(instrument.open_questions) != 2:
        return _open(instrument, LESS)
    return tag("div", (tag("div", tag("h4", question), writing_room(HALF_LINES)) for question in instrument.open_questions), class_="dua-lajur utuh")


def facilitator_set(view: View, instrument: Instrument, entry: Entry[Cohort]) -> Html:
    """One page for each facilitator and subject of a cohort, to be copied for all participants once the facilitator's name is on it."""
    plan = view.timetables[entry.id]
    return _pages(instrument, (
        (f"{title}: {name}", (("Nama fasilitator", ""), ("Tanggal", dates(plan))))
        for title, name in taught_by(view, plan)
    ))


def daily_set(view: View, instrument: Instrument, entry: Entry[Cohort]) -> Html:
    """One page for each day of a cohort."""
    return _pages(instrument, (
        (f"Hari ke-{number}", (("Angkatan", entry.value.name), ("Hari, tanggal", bahasa.day_and_date(day.day)), ("Jumlah JP", bahasa.number(day.jp)),
                               ("Pengendali", "")))
        for number, day in enumerate(view.timetables[entry.id].days, 1)
    ))


def _pages(instrument: Instrument, each: Iterable[tuple[str, tuple[tuple[str, str], ...]]]) -> Html:
    return join((NEW_SHEET if number else None, tag("h2", title), respondent(instrument, about)) for number, (title, about) in enumerate(each))


def taught_by(view: View, plan: Timetable) -> tuple[tuple[str, str], ...]:
    """Each subject with each person who teaches it, in order of first appearance."""
    pairs = (
        (view.module_title(planned.module), speaker_name(view, speaker))
        for _, planned in plan.rows if planned.module for speaker in planned.speakers if speaker.person or speaker.role
    )
    return tuple(dict.fromkeys(pairs))


def survey_leaves(view: View) -> Iterable[Leaf]:
    """For each instrument its form and its tally, once more with the groups that only some need; for each cohort its facilitators' set."""
    for stem, entry in view.curriculum.instruments.items():
        item, place, name = entry.value, entry.at(), f"{entry.value.code.lower()}-{stem}"
        about = [(label, "") for label in item.head]
        who = f"Diisi {bahasa.listing([bahasa.in_a_sentence(one) for one in item.respondents])}. {item.when}."
        if not item.groups:
            continue
        yield Leaf(name, item.title, respondent(_usual(item), about), "panitia", place, item.code, who, head=False, fillable=True, roomy=True)
        for condition in dict.fromkeys(group.only_if for group in item.groups if group.only_if):
            yield Leaf(f"{name}-lengkap", item.title, respondent(item, about), "panitia", place, item.code, f"{who} Lengkap, {condition}.",
                       condition, head=False, fillable=True, roomy=True)
        yield Leaf(f"{name}-rekap", f"Rekap {bahasa.in_a_sentence(item.title)}", tally(item, signed_at(view), str(view.curriculum.program.value.year)), "panitia", place, f"{item.code}-R",
                   "Hitungan jawaban, rerata, dan pita nilai untuk panitia.", head=False, roomy=True)
        yield from _sets(view, entry)


def _usual(instrument: Instrument) -> Instrument:
    """The instrument without groups that only some need."""
    return instrument.model_copy(update={"groups": tuple(group for group in instrument.groups if not group.only_if)})


def _sets(view: View, entry: Entry[Instrument]) -> Iterator[Leaf]:
    made = {"fasilitator": facilitator_set, "hari": daily_set}.get(entry.value.each)
    per = {"fasilitator": "setiap fasilitator pada setiap mata pelatihan", "hari": "setiap hari"}
    for name, cohort in view.curriculum.cohorts.items():
        pages = made(view, entry.value, cohort) if made else None
        if pages:
            yield Leaf(
                f"{entry.value.code.lower()}-{entry.id}-{name}", entry.value.title, pages, "panitia", cohort.at(), entry.value.code,
                f"{cohort.value.name}: satu halaman untuk {per[entry.value.each]}.", cohort.value.name, head=False, roomy=True,
            )

