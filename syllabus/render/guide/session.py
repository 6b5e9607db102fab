"""One session on facing pages: what the facilitator has before the eyes while leading it."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.guide import DayGuide, SessionGuide
from syllabus.render.guide.columns import balanced, side_by_side
from syllabus.render.guide.discussion import card_letters, discussed, keys
from syllabus.render.guide.steps import steps, unplaced
from syllabus.render.guide.supplies import carried
from syllabus.render.html import Child, Html, join, letters, tag
from syllabus.render.module import jp_in_words
from syllabus.render.session import speaker_name
from syllabus.render.table import draw
from syllabus.render.view import View
from syllabus.shapes.common import CommonSession
from syllabus.shapes.schedule import Cohort

LEFT, RIGHT = 4_000, 4_750
"""Letters that the left of two facing pages holds, in a table of steps, and the right, in two columns; what is too much for the
left goes on on the right."""
ROOMY = 4_300
"""Letters of the right with cards beside their answers; cards count twice, since the shorter of two columns leaves white."""


def spreads(view: View, session: SessionGuide, cohort: Cohort | None, day: DayGuide | None) -> Html:
    """A session on two facing pages, with the scenario cards beside their answers where there is room; where it is too long, what
    groups' work is discussed with has the two pages that follow."""
    thing = session.lesson.value
    name = session_id(session)
    opened = (
        tag("h2", session_title(session)),
        _head(view, session, cohort, day),
        tag("p", tag("strong", "Tujuan. "), f"Peserta dapat {thing.outcome.rstrip('.')}."),
        tag("ul", (tag("li", tag("span", item.id, class_="lencana"), " ", item.text) for item in session.indicators), class_="indikator")
        if session.indicators else None,
        tag("div", tag("p", tag("strong", "Pertanyaan pembuka. " if session.part[0] == 1 else "Pertanyaan untuk membuka lagi. "), session.opening),
            class_="pembuka-sesi"),
        carried(session) if day else None,
        draw(steps(session)), unplaced(session),
    )
    said = [part for part in (_traps(session), _answers(session)) if part]
    closing = [part for part in (_closing(session),) if part]
    told = _gist(session)
    over = max(0, letters(join(opened)) - LEFT)
    beside = join((told, side_by_side(balanced([*said, *closing])), discussed(session)))
    if over + letters(beside) + card_letters(session) <= ROOMY:
        return facing(name, opened, beside)
    whole = join((told, side_by_side(balanced([*said, *keys(session), *closing]))))
    if over + letters(whole) <= RIGHT:
        return facing(name, opened, whole)
    title = f"Pembahasan {thing.code}"
    pointer = tag("p", "Kartu skenario dengan jawabannya, dan kunci lembar kerja: ",
                  tag("a", title, href=f"#{name}-pembahasan", class_="dengan-halaman"), ".")
    return join((facing(name, opened, join((pointer, side_by_side(balanced([*said, *closing]))))),
                 tag("section", tag("h2", f"Pembahasan {session_title(session)}"), told, *discussed(session), _notes("Catatan"),
                     class_="bentang", data_halaman="kiri", id=f"{name}-pembahasan")))


def facing(name: str, left: Iterable[Child], right: Html, notes: str = "Catatan", class_: str = "bentang") -> Html:
    """What stands on the left and on the right of facing pages, with room for notes where they leave some."""
    return tag("section", tag("div", left, class_="muka"), tag("div", right, class_="muka"), _notes(notes),
               class_=class_, data_halaman="kiri", id=name)


def _notes(title: str) -> Html:
    return tag("div", tag("p", title), class_="catatan-kosong")


def session_title(session: SessionGuide) -> str:
    """Its code and title, and which of its days it is."""
    part = f" (hari {session.part[0]} dari {session.part[1]})" if session.part[1] > 1 else ""
    return f"{session.lesson.value.code} {session.lesson.value.title}{part}"


def session_id(session: SessionGuide) -> str:
    """Where links to it lead."""
    return f"sesi-{f'{session.day.isoformat()}-' if session.day else ''}{session.lesson.id}"


def leaders(view: View, session: SessionGuide) -> str:
    """Who leads it, each once."""
    speakers = (speaker for sitting in session.sittings for speaker in sitting.speakers)
    return bahasa.listing(list(dict.fromkeys(speaker_name(view, speaker) for speaker in speakers)))


def _head(view: View, session: SessionGuide, cohort: Cohort | None, day: DayGuide | None) -> Html:
    clocks = bahasa.listing([bahasa.clock_range(sitting.start, sitting.end) for sitting in session.sittings])
    hours = f"{session.jp} JP" if session.jp else _hours(view, session)
    rooms = dict.fromkeys(sitting.rows[0].room or (cohort.room if cohort else "") for sitting in session.sittings)
    named = [view.curriculum.rooms[name].value.name for name in rooms if name in view.curriculum.rooms]
    about = [f"Hari ke-{day.number}, {bahasa.day_and_date(day.plan.day)}" if day else "", hours, bahasa.listing(named), leaders(view, session)]
    times = (tag("strong", f"{clocks} {cohort.zone if cohort else 'WIB'}", class_="jam"), tag("br")) if session.timed else None
    return tag("p", times, tag("small", " · ".join(text for text in about if text)), class_="kepala-sesi")


def _hours(view: View, session: SessionGuide) -> str:
    """The JP of what is shown outside a cohort, or its minutes alone."""
    thing = session.lesson.value
    if isinstance(thing, CommonSession) or thing.jp is None:
        return bahasa.minutes(sum(part.minutes for part in session.parts))
    return jp_in_words(thing.jp, view.curriculum.program.value.jp_minutes.minutes)


def _gist(session: SessionGuide) -> Html | None:
    """What the session turns on, where it is not told before it."""
    notes = session.lesson.value.notes
    return tag("p", tag("strong", "Pegangan. "), " ".join(notes.gist), class_="lebar-baca") if notes and notes.gist and session.day and session.part[0] == 1 else None


def _closing(session: SessionGuide) -> Html | None:
    return join((tag("h3", "Kalimat penutup"), tag("p", session.closing))) if session.closing else None


def _traps(session: SessionGuide) -> Html | None:
    return _paired("Kekeliruan yang sering muncul", ((trap.wrong, trap.right) for trap in session.traps)) if session.traps else None


def _answers(session: SessionGuide) -> Html | None:
    return _paired("Jawaban yang diharapkan", ((item.question, item.answer) for item in session.answers)) if session.answers else None


def _paired(title: str, pairs: Iterable[tuple[str, str]]) -> Html:
    """What is said or asked in bold, and the answer on the same line: shorter than a list of terms."""
    return join((tag("h3", title), (tag("p", tag("strong", said), " ", answer) for said, answer in pairs)))
