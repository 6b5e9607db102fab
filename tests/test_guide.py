"""The facilitator's guide: complete for every cohort, true to the clock, and every session on facing pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from syllabus import bahasa
from syllabus.alignment import alignment
from syllabus.check import check
from syllabus.guide import DayGuide, Supply, days_of, session_by_agenda
from syllabus.guide.materials import merged
from syllabus.press.book import Chapter, Printed
from syllabus.press.typeset import typeset
from syllabus.render.guide import clock_of, cohort_guide, day_sheet, session_guide
from syllabus.render.guide.columns import balanced
from syllabus.render.guide.session import session_id
from syllabus.render.guide.supplies import amount
from syllabus.render.html import Html
from syllabus.render.lesson import lesson_plan
from syllabus.render.registry import MACROS
from syllabus.render.view import NotFound, View
from syllabus.render.workshop import agenda
from syllabus.shapes.workshop import Workshop
from tests.press_book import book

REPORT = check(Path(__file__).parent.parent)
assert REPORT.curriculum is not None
WHOLE = REPORT.curriculum
VIEW = View(WHOLE, REPORT.timetables, "fasilitator/index", True)
COHORTS = sorted(WHOLE.cohorts)
WORKSHOPS = sorted(WHOLE.workshops)


def days(name: str) -> tuple[DayGuide, ...]:
    return days_of(WHOLE, WHOLE.cohorts[name], REPORT.timetables[name])


def words(html: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"<[^>]*>", "", html))


def supply(name: str, **more: object) -> Supply:
    return replace(Supply(name, "alat", "kelas", 1, 1, ("A1",)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", COHORTS)
def test_everything_of_every_module_stands_in_the_guide(name: str) -> None:
    shown = words(cohort_guide(VIEW, name))
    for stem in WHOLE.cohorts[name].value.modules:
        module = WHOLE.modules[stem].value
        notes = module.notes
        assert notes is not None
        texts = [step.facilitator for step in module.steps if step.stage == "sebelum"]
        texts += [text for step in module.steps if step.minutes for text in (step.title, step.facilitator, step.participants, step.if_short or "")]
        texts += [text for trap in notes.traps for text in (trap.wrong, trap.right)]
        texts += [text for item in notes.expected for text in (item.question, item.answer)]
        texts += [*notes.preparation, notes.opening_question, notes.closing or "", module.outcome.rstrip(".")]
        texts += [text for scenario in module.scenarios for text in scenario.expected]
        texts += [text for sheet in module.worksheets for text in sheet.answers]
        assert [text for text in texts if words(text) not in shown] == []


@pytest.mark.parametrize("kind", sorted(WHOLE.common))
@pytest.mark.parametrize("name", COHORTS)
def test_common_sessions_have_their_spread_and_fill_their_time(name: str, kind: str) -> None:
    entry = WHOLE.common[kind]
    found = [session for day in days(name) for session in day.sessions if session.lesson.id == kind]
    assert len(found) == 1 and found[0].unplaced == ()
    assert [part.step for part in found[0].parts] == list(entry.value.steps)
    shown = words(cohort_guide(VIEW, name))
    texts = [*entry.value.notes.preparation, entry.value.notes.opening_question, *(step.facilitator for step in entry.value.steps)]
    assert [text for text in texts if words(text) not in shown] == []


def test_a_step_without_time_on_the_schedule_is_named() -> None:
    entry = WHOLE.common["blc"]
    longer = entry.value.model_copy(update={"steps": (*entry.value.steps, entry.value.steps[0])})
    whole = replace(WHOLE, common={**WHOLE.common, "blc": replace(entry, value=longer)})
    html = cohort_guide(replace(VIEW, curriculum=whole), "teknis-april", 1)
    assert f"{entry.value.steps[0].title} ({entry.value.steps[0].minutes} menit)" in html


@pytest.mark.parametrize("name", COHORTS)
def test_every_row_of_a_day_stands_on_its_day_sheet(name: str) -> None:
    for number, day in enumerate(REPORT.timetables[name].days, 1):
        shown = words(day_sheet(VIEW, name, number))
        assert [row.title for row in day.rows if words(row.title) not in shown] == []


@pytest.mark.parametrize("name", COHORTS)
def test_a_session_without_a_spread_is_told_on_its_day_sheet(name: str) -> None:
    """Tests and reflection have no plan of steps: the day sheet says how they are held."""
    conduct = {kit.kind: kit.conduct for kit in WHOLE.program.value.kits if kit.conduct}
    assert conduct.keys() >= {"refleksi", "pretes", "postes"}
    for day in days(name):
        sheet = words(str(day_sheet(VIEW, name, day.number)))
        held = {row.kind for row in day.plan.rows}
        assert all((words(text) in sheet) == (kind in held) for kind, text in conduct.items())


@pytest.mark.parametrize("name", COHORTS)
def test_the_days_list_holds_all_that_its_steps_use(name: str) -> None:
    for day in days(name):
        listed = {line.name for line in day.supplies}
        for session in day.sessions:
            assert {media for part in session.parts for media in part.step.media} <= listed
            titles = {sheet.title for sheet in session.worksheets}
            assert {f"Lembar kerja: {title}" for title in titles} <= listed
        assert len(listed) == len(day.supplies)


@pytest.mark.parametrize("name", COHORTS)
def test_each_session_has_before_the_eyes_all_that_leading_it_needs(name: str) -> None:
    """Aim, question, each step with its clock time, minutes, method, materials and cut, traps, answers: on the pages of that very session."""
    sections = re.split(r'(?=<section class="bentang)', str(cohort_guide(VIEW, name)))
    shown = {found[1]: words(section) for section in sections if (found := re.search(r'^[^>]* id="([^"]+)"', section))}
    for session in [session for day in days(name) for session in day.sessions]:
        first, more = shown[session_id(session)], shown.get(f"{session_id(session)}-pembahasan", "")
        steps = [text for part in session.parts for text in (
            part.step.title, f"{bahasa.clock(part.start)}{bahasa.minutes(part.minutes)}", *(() if part.done else (part.step.facilitator, part.step.participants, part.step.method, *part.step.media)),
            *(() if part.left else (f"Jika waktu kurang: {part.step.if_short}",)))]
        assert [text for text in (f"Tujuan. Peserta dapat {session.lesson.value.outcome}", session.opening, "Bawa ke ruang.", *steps) if words(text) not in first] == []
        told = [text for trap in session.traps for text in (trap.wrong, trap.right)] + [text for item in session.answers for text in (item.question, item.answer)]
        told += [text for scenario in session.scenarios for text in scenario.expected] + [text for sheet in session.worksheets for text in sheet.answers]
        assert session.traps and session.answers
        assert [text for text in told if words(text) not in first + more] == [], session_id(session)


@pytest.mark.parametrize("name", COHORTS)
def test_each_day_and_session_has_lines_for_notes(name: str) -> None:
    printed = _printed(str(cohort_guide(VIEW, name)))
    opened = [*_spreads(printed), ("", len(printed.pages))]
    own = [(title, start) for title, start in opened if not title.startswith("Pembahasan ")]
    assert [title for (title, start), (_, later) in pairwise(own) if not _ruled(printed, start, min(later, start + 4))] == []


def _ruled(printed: pypdf.PdfReader, start: int, end: int) -> bool:
    """Whether one of these pages has a place for notes."""
    return any(re.search(r"^Catatan( hari ini)?$", page.extract_text(), re.MULTILINE) for page in printed.pages[start:end])


@pytest.mark.parametrize("name", COHORTS)
def test_each_day_and_session_takes_two_facing_pages_and_a_long_one_two_more_for_its_discussion(name: str) -> None:
    whole = str(cohort_guide(VIEW, name))
    spreads = _spreads(_printed(whole))
    sessions = [session for day in days(name) for session in day.sessions]
    long = [title for title, _ in spreads if title.startswith("Pembahasan ")]
    assert len(spreads) == len(days(name)) + len(sessions) + len(long)
    assert all(start % 2 == 1 for _, start in spreads)  # counted from 0: the second page is a left one
    assert [(title, later - start) for (title, start), (_, later) in pairwise(spreads) if later - start != 2] == []
    bare = _printed(re.sub(r'<div class="catatan-kosong">.*?</div>', "", whole))
    assert spreads == _spreads(bare)  # room for notes never opens a page


@pytest.mark.parametrize("name", COHORTS)
def test_the_overview_and_pointers_name_the_page_on_which_each_opens(name: str) -> None:
    printed = _printed(str(cohort_guide(VIEW, name)))
    spreads = _spreads(printed)
    opening = " ".join(printed.pages[4].extract_text().split())
    missing = [title for title, start in spreads if not title.startswith("Pembahasan ") and f"{title} (hlm. {start + 1})" not in opening]
    assert missing == []
    pointers = [(page, title.split()[1]) for title, page in spreads if title.startswith("Pembahasan ")]
    assert all(f"Pembahasan {code} (hlm. {page + 1})" in " ".join(printed.pages[page - 1].extract_text().split()) for page, code in pointers)


@pytest.mark.parametrize("name", WORKSHOPS)
def test_every_card_of_a_workshop_is_on_its_list_of_what_to_bring(name: str) -> None:
    """Steps bring the cards that they use; role cards, and scenarios for practice before the day, stand in the workshop's own list."""
    workshop = WHOLE.workshops[name].value
    listed = "; ".join(line.name for line in session_by_agenda(WHOLE.workshops[name], None, 30).supplies)
    assert [scenario.title for scenario in workshop.scenarios if scenario.title not in listed] == []
    assert not workshop.cards or "kartu peran" in listed  # those of a scenario are "Kartu peran: ..."


@pytest.mark.parametrize("name", WORKSHOPS)
def test_a_workshop_takes_two_facing_pages(name: str) -> None:
    printed = _printed(f"{session_guide(VIEW, name)}<section class='bentang'><h2>RTL sesudahnya</h2></section>")
    (_, start), (_, later) = _spreads(printed)
    assert (start % 2, later - start) == (1, 2)


FEWEST_WORDS = 60
"""Words that each of two facing pages bears at least; the running head and foot are about fifteen."""


@pytest.mark.parametrize("name", COHORTS)
def test_no_page_of_a_spread_is_left_to_notes_alone(name: str) -> None:
    assert _bare_pages(_printed(str(cohort_guide(VIEW, name)))) == []


def test_a_spread_on_one_of_its_pages_is_noticed() -> None:
    short = str(cohort_guide(VIEW, "teknis-april", 1))
    bare = _bare_pages(_printed(short.replace('</div><div class="muka">', "")))
    assert "BLC" in [title.split()[0] for title in bare]  # and whatever else a little room more or less puts on one page


def _bare_pages(printed: pypdf.PdfReader) -> list[str]:
    """Spreads of which one page holds hardly a word."""
    count = [*(len(page.extract_text().split()) for page in printed.pages), 0]
    return [title for title, start in _spreads(printed) if min(count[start : start + 2]) < FEWEST_WORDS]


def test_a_short_session_is_set_larger_than_a_long_one() -> None:
    printed = _printed(str(cohort_guide(VIEW, "teknis-april", 1)))
    size = {title.split()[0]: _largest(printed.pages[start]) for title, start in _spreads(printed)}
    assert size["BLC"] == pytest.approx(1.2 * size["A1"], rel=0.01)


def _largest(page: pypdf.PageObject) -> float:
    """The largest letters of a page, in points."""
    sizes: list[float] = []
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: sizes.append(abs(cm[0] * tm[0] * size)) if text.strip() else None)
    return max(sizes)


@pytest.mark.parametrize("name", sorted(WHOLE.modules))
def test_a_module_outside_a_cohort_counts_its_minutes_and_takes_facing_pages(name: str) -> None:
    module = WHOLE.modules[name].value
    html = str(session_guide(VIEW, name))
    timed = [step for step in module.steps if step.minutes]
    starts = [0, *accumulate(step.minutes or 0 for step in timed)][:-1]
    assert re.findall(r'<strong class="jam">(\d+)</strong>', html) == [str(start) for start in starts]
    assert "Menit ke" in html and "WIB" not in re.sub(r"<section.*", "", html)
    texts = [*module.notes.preparation, *module.notes.gist, *(text for scenario in module.scenarios for text in scenario.expected)] if module.notes else []
    assert [text for text in texts if words(text) not in words(html)] == []
    printed = _printed(html)
    spreads = _spreads(printed)
    assert all(start % 2 == 1 for _, start in spreads)
    assert [later - start for start, later in pairwise([*(start for _, start in spreads), len(printed.pages)]) if later - start != 2] == []


def test_the_gist_of_a_lesson_is_told_once_a_cohort() -> None:
    for name in COHORTS:
        shown = words(cohort_guide(VIEW, name))
        for stem in WHOLE.cohorts[name].value.modules:
            notes = WHOLE.modules[stem].value.notes
            assert notes is not None and notes.gist
            assert [shown.count(words(text)) for text in notes.gist] == [1] * len(notes.gist), stem


def test_a_spread_that_runs_over_is_set_closer_and_told_when_that_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A little too long: lines come closer. Much too long: the author hears of it."""
    step = "<p>Satu langkah yang panjang dengan dua belas kata di dalam kalimatnya ini.</p>"
    two = '<section class="bentang"><h2>A1 Sesi</h2><div class="dua-lajur"><div>{}</div><div><p>x</p></div></div></section>'
    little, much = two.format(step * 64), two.format(step * 90)
    assert _set(little).problems == ()
    (problem,) = _set(much).problems
    assert (problem.code, problem.severity) == ("CTK10", "saran")
    assert problem.sentence == '"A1 Sesi" memerlukan 3 halaman, lebih dari dua halaman yang terbuka bersama.'
    monkeypatch.setattr("syllabus.press.trials.SHARES", ())
    assert _set(little).problems == ()  # by itself: the rest of the book keeps its lines


def test_a_long_session_of_a_cohort_is_told() -> None:
    entry = WHOLE.common["blc"]
    wordy = {"facilitator": "Jelaskan kesepakatan belajar sekali lagi dengan tenang. " * 50}
    longer = entry.value.model_copy(update={"steps": tuple(step.model_copy(update=wordy) for step in entry.value.steps)})
    whole = replace(WHOLE, common={**WHOLE.common, "blc": replace(entry, value=longer)})
    told = _set(str(cohort_guide(replace(VIEW, curriculum=whole), "teknis-april", 1))).problems
    assert [(problem.code, problem.sentence.split(" memerlukan")[0]) for problem in told] == [("CTK10", '"BLC Membangun komitmen belajar"')]


def _set(guide: str) -> Printed:
    return typeset(book(Chapter("Hari demi hari", f"<p>Pengantar.</p>{guide}", "docs/hari.md", "hari/"), web_address=None), lambda _: None)


@cache
def _printed(guide: str) -> pypdf.PdfReader:
    made = _set(guide)
    assert made.problems == ()
    return pypdf.PdfReader(BytesIO(made.pdf))


def _spreads(reader: pypdf.PdfReader) -> list[tuple[str, int]]:
    """Titles of days, sessions and discussions, and the pages on which they begin, counted from 0."""
    found = ((str(entry.title), reader.get_destination_page_number(entry)) for entry in _outline(reader.outline)
             if re.match(r"Hari ke-|Pembahasan |(BLC|RTL|[A-CW]\d) ", str(entry.title)))
    return [(title, page) for title, page in found if page is not None]


def _outline(entries: Iterable[Any]) -> Iterator[Any]:
    """All entries of an outline, those below others too."""
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry)
        else:
            yield entry


def test_a_step_cut_by_a_break_or_a_night_says_so() -> None:
    html = cohort_guide(VIEW, "teknis-april", 1)
    told = re.findall(r'class="terpotong"><em>([^<]*)</em>', html)
    assert any("Dilanjutkan pukul 15.30 sesudah Rehat sore" in text for text in told)
    assert any("Dilanjutkan Selasa, 6 April 2027 pukul 07.45" in text for text in told)
    assert any("sudah berjalan" in text for text in told)


def test_a_second_day_opens_with_its_own_question_and_only_with_its_own_traps() -> None:
    notes = WHOLE.modules["komunikasi-layanan"].value.notes
    assert notes is not None and notes.reopening_question is not None
    first, second = (next(item for item in day.sessions if item.lesson.id == "komunikasi-layanan") for day in days("teknis-april")[:2])
    assert (first.opening, second.opening) == (notes.opening_question, notes.reopening_question)
    assert first.closing is None and second.closing == notes.closing
    assert notes.traps[3] not in first.traps and notes.traps[3] in second.traps


@pytest.mark.parametrize("name", WORKSHOPS)
def test_a_workshop_is_shown_by_its_own_agenda(name: str) -> None:
    entry = WHOLE.workshops[name]
    session = session_by_agenda(entry, clock_of("07.30"), 30)
    told = [step.minutes or 0 for step in entry.value.agenda if step.kind != "jeda"]
    assert [part.minutes for part in session.parts] == told
    assert len(session.sittings) == 1 + sum(step.kind == "jeda" for step in entry.value.agenda)
    shown = words(session_guide(VIEW, name))
    assert words(f"Yang dibawa Untuk {sum(guest.count for guest in entry.value.guests)} peserta") in shown
    assert [text for scenario in entry.value.scenarios for text in scenario.expected if words(text) not in shown] == []
    assert entry.value.notes is not None
    assert [text for text in entry.value.notes.preparation if words(text) not in shown] == []


@pytest.mark.parametrize("name", [*sorted(WHOLE.modules), *WORKSHOPS])
def test_no_number_of_a_step_is_missing(name: str) -> None:
    """What is done before the class stands under the preparation, a pause in its line: their numbers too, and those of the assessment."""
    entry = WHOLE.lesson(name)
    assert entry is not None
    rows = entry.value.agenda if isinstance(entry.value, Workshop) else entry.value.steps
    html = unescape(str(session_guide(VIEW, name, "07.30")))
    told = (f"{number}. {step.title}" if step.minutes else f"Langkah {number}. {step.facilitator}" for number, step in enumerate(rows, 1))
    assert [text for text in told if text not in html] == []
    shown = {part.number: part.step for part in session_by_agenda(entry, None, 30).parts}
    for line in alignment(WHOLE, name):
        assert all(line.indicator.id in shown[number].indicators for number in line.taught if number in shown)
        assert all(number in line.taught for number, step in shown.items() if line.indicator.id in step.indicators)


@pytest.mark.parametrize("name", COHORTS)
def test_parts_of_a_session_are_counted_alike_on_the_day_sheet_and_on_its_pages(name: str) -> None:
    for day in days(name):
        for session in day.sessions:
            parts = {sitting.start: number for number, sitting in enumerate(session.sittings, 1)} if len(session.sittings) > 1 else {}
            sheet, pages = str(day_sheet(VIEW, name, day.number)), str(cohort_guide(VIEW, name, day.number))
            for start, number in parts.items():
                assert f"Bagian {number}: {start:%H.%M}" in pages
                assert re.search(rf'<strong class="jam">{start:%H.%M}</strong>(?:(?!</tr>).)*<small>bagian {number}\b', sheet)


def test_minutes_without_jp_are_told() -> None:
    """The dialogue takes 420 minutes beside its breaks: an hour of them is registration and opening."""
    assert "Langkah menurut jam, 420 menit, 360 di antaranya ber-JP" in session_guide(VIEW, "dialog-masyarakat", "07.30")
    assert "Langkah menurut jam, 180 menit<" in session_guide(VIEW, "klinik-rtl", "08.00")


def test_amounts_are_said_for_class_group_and_participant() -> None:
    assert amount(supply("x")) == "1"
    assert amount(supply("x", each="peserta", total=30)) == "30"
    assert amount(supply("x", each="peserta", count=3, total=90)) == "90 (3 setiap peserta)"
    assert amount(supply("x", each="kelompok", total=8)) == "8 (1 setiap kelompok)"
    assert amount(supply("x", each="kelompok", total=None)) == "1 setiap kelompok"
    assert amount(supply("x", total=None)) == ""


@pytest.mark.parametrize("name", COHORTS)
def test_how_many_and_what_for_stay_on_the_line_of_what_is_brought(name: str) -> None:
    day = days(name)[0]
    carried_in, brought = str(cohort_guide(VIEW, name)), str(day_sheet(VIEW, name, day.number))
    counted = [line for session in day.sessions for line in session.supplies if line.each == "peserta" and line.total]
    assert counted and all(f"{line.name.rpartition(': ')[2]}\u00a0{line.total}" in unescape(carried_in) for line in counted)
    assert brought.count("\u00a0<small>") == len(day.supplies)


def test_groups_are_counted_up() -> None:
    """Thirty participants in groups of four are eight groups."""
    line = next(line for line in days("teknis-april")[1].supplies if line.name == "Kartu skenario: Berkas yang hilang di kantor")
    assert (line.total, line.each) == (8, "kelompok")


def test_equal_things_are_listed_once_with_the_larger_number() -> None:
    got = merged([supply("Papan"), supply("Kertas", total=5), supply("Kertas", total=9, used_for=("A2",)), supply("Kartu", sort="lembar")])
    assert [(line.name, line.total, line.used_for) for line in got] == [("Kartu", 1, ("A1",)), ("Papan", 1, ("A1",)), ("Kertas", 9, ("A1", "A2"))]


def test_columns_are_about_equal_and_hold_every_part_once() -> None:
    one, two, three, four = (Html(f"<p>{letter * length}</p>") for letter, length in (("a", 400), ("b", 100), ("c", 500), ("d", 200)))
    assert balanced([one, two, three, four]) == [Html(one + four), Html(two + three)]
    assert balanced([one]) == [one]
    assert balanced([]) == []


def test_a_day_or_clock_that_is_not_there_is_told() -> None:
    with pytest.raises(NotFound):
        cohort_guide(VIEW, "teknis-april", 4)
    with pytest.raises(NotFound):
        session_guide(VIEW, "dialog-masyarakat", "pagi")


def test_widths_of_columns_are_those_that_the_style_sheet_knows() -> None:
    """The press takes any share; a screen knows twelve."""
    shown = "".join([cohort_guide(VIEW, "teknis-april"), *(session_guide(VIEW, name) for name in WORKSHOPS), *(agenda(VIEW, name, "07.30") for name in WORKSHOPS),
                     *(lesson_plan(VIEW, name) for name in sorted(WHOLE.modules))])
    widths = {int(width) for width in re.findall(r'class="lebar-(\d+)"', shown)}
    assert widths and max(widths) <= 12


def test_the_guide_is_for_facilitators_alone() -> None:
    assert all(MACROS[name].secret for name in ("panduan_angkatan", "lembar_hari", "panduan_sesi"))
