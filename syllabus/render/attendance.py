"""Attendance and teaching records of each cohort, with day, clock, subject and teacher from its schedule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from syllabus import bahasa
from syllabus.curriculum import Entry
from syllabus.render.form import form_body
from syllabus.render.html import Child, Html, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.session import PAUSES, speaker_name
from syllabus.render.view import View
from syllabus.shapes.evaluation import BlankForm
from syllabus.shapes.schedule import Cohort
from syllabus.timetable import DayPlan, Row as Planned

UNSIGNED = PAUSES | {"spanduk", "perjalanan", "registrasi"}
"""Kinds of row for which nobody signs."""
ON_A_SHEET = 3
"""Sessions that one wide sheet holds."""


@dataclass(frozen=True)
class _Day:
    """One day of a cohort: where it is drawn, whose it is, and the rows for which people sign."""

    view: View
    cohort: Cohort
    plan: DayPlan

    @property
    def sessions(self) -> tuple[Planned, ...]:
        return tuple(planned for planned in self.plan.rows if planned.kind not in UNSIGNED)

    @property
    def known(self) -> dict[str, Child]:
        """What the schedule says of the whole day, by the labels that forms use."""
        return {
            "Pelatihan": self.view.curriculum.program.value.name, "Angkatan": self.cohort.name, "Hari, tanggal": bahasa.day_and_date(self.plan.day),
            "Tempat": self.cohort.venue,
        }

    def told(self, planned: Planned) -> dict[str, str]:
        """What it says of a session."""
        return {
            "Mata pelatihan": planned.title, "Waktu": f"{bahasa.clock_range(planned.start, planned.end)} {self.cohort.zone}",
            "Pengajar": "; ".join(self.speakers(planned)), "JP": str(planned.jp or ""),
        }

    def speakers(self, planned: Planned) -> list[str]:
        """Who teaches a session, as the public may read it."""
        return [speaker_name(self.view, speaker) for speaker in planned.speakers]


def attendance_leaves(view: View) -> Iterator[Leaf]:
    """For every cohort and day each form that is printed for its sessions; sheets for whole days lie together in one file."""
    forms = [(name, entry.value) for name, entry in view.curriculum.forms.items() if entry.value.each]
    for stem, cohort in view.curriculum.cohorts.items():
        days = [day for plan in view.timetables[stem].days if (day := _Day(view, cohort.value, plan)).sessions]
        for name, form in forms:
            if form.each == "hari":
                yield _leaf(f"{name}-{stem}", form, cohort, f"{cohort.value.name}, satu lembar setiap hari", [_whole_day(form, day) for day in days])
                continue
            for number, day in enumerate(days, 1):
                about = f"{cohort.value.name}, hari {number}, {bahasa.day_and_date(day.plan.day)}"
                yield _leaf(f"{name}-{stem}-hari-{number}", form, cohort, about, list(_by_session(form, day)), f"hari {number}")


def _leaf(name: str, form: BlankForm, cohort: Entry[Cohort], about: str, sheets: list[Html], variant: str = "") -> Leaf:
    breaks = [tag("div", class_="lembar-baru") if number else None for number in range(len(sheets))]
    return Leaf(
        name, form.title, join(part for pair in zip(breaks, sheets, strict=True) for part in pair), form.audience, cohort.at(), form.code,
        f"{about}; kepala terisi dari jadwal.", cohort.value.name, landscape=form.paper == "melintang", variant=variant, roomy=True,
    )


def _by_session(form: BlankForm, day: _Day) -> Iterator[Html]:
    """A sheet for each session, or for each three of them."""
    step = 1 if form.each == "sesi" else ON_A_SHEET
    for start in range(0, len(day.sessions), step):
        several = day.sessions[start : start + step]
        known: dict[str, Child] = {**day.known, **(day.told(several[0]) if step == 1 else {})}
        heads = {f"Sesi {number}": _session_head(day, planned) for number, planned in enumerate(several, 1)} if step > 1 else {}
        again = tag("div", class_="ihwal", data_ihwal=_about(day, several))
        yield join((again, form_body(day.view, form, known, heads, day.cohort.participants, year=day.plan.day.year)))


def _about(day: _Day, several: Sequence[Planned]) -> str:
    """Day, clock and subject: what stands again on the second page of a list."""
    told = day.told(several[0])
    clock = bahasa.clock_range(several[0].start, several[-1].end)
    subject = f", {told['Mata pelatihan']}" if len(several) == 1 else ""
    return f"{bahasa.day_and_date(day.plan.day)}, {clock} {day.cohort.zone}{subject}"


def _session_head(day: _Day, planned: Planned) -> Child:
    """What stands over the signatures of one session of three."""
    told = day.told(planned)
    return join((", ", told["Waktu"], tag("br"), told["Mata pelatihan"], tag("br"), told["Pengajar"]))


def _whole_day(form: BlankForm, day: _Day) -> Html:
    """A sheet for a day. Whoever teaches signs: a session of two teachers has two rows."""
    rows: list[Mapping[str, str]] = [
        {**day.told(planned), "Pengajar": name} for planned in day.sessions for name in day.speakers(planned) or [""]
    ]
    return form_body(day.view, form, day.known, filled=rows, year=day.plan.day.year)
