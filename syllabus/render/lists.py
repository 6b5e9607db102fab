"""Lists that lead to modules, workshops, rubrics and schedules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from syllabus import bahasa
from syllabus.render.html import Html, tag
from syllabus.render.module import jp_in_words
from syllabus.render.view import NotFound, View


def modules(view: View, klaster: str | None = None) -> Html:
    """Cards of all modules, or of one cluster."""
    clusters = {cluster.id for cluster in view.curriculum.program.value.clusters}
    if klaster is not None and klaster not in clusters:
        raise NotFound(f'Klaster "{klaster}" tidak ada.', f"Yang ada: {', '.join(sorted(clusters))}.")
    minutes = view.curriculum.program.value.jp_minutes.minutes
    return _cards(
        _card(view, entry.value.code, entry.value.title, f"modul/{entry.id}", entry.value.summary, jp_in_words(entry.value.jp, minutes))
        for entry in view.curriculum.modules_in_order() if klaster in (None, entry.value.cluster)
    )


def modules_by_aim(view: View) -> Html:
    """A card an aim of the programme: the cluster that serves it and the names of its modules."""
    program = view.curriculum.program.value
    clusters = {cluster.id: cluster for cluster in program.clusters}
    return _cards(
        tag("li", tag("h3", f"{cluster.code} {cluster.name}"), tag("p", aim.text),
            tag("ul", (tag("li", view.lesson_link(stem)) for stem in cluster.modules)), class_="kartu kartu-klaster")
        for aim in program.aims if (cluster := clusters.get(aim.cluster))
    )


def entrances(view: View) -> Html:
    """The doors of the first page, one for each kind of reader. Raises `NotFound` where a door leads to no page."""
    doors = view.curriculum.program.value.entrances
    for door in doors:
        if door.page not in view.curriculum.pages:
            raise NotFound(f'Pintu "{door.audience}" menuju halaman "{door.page}" yang tidak ada.', "Periksa kunci pintu pada program.yml.")
    return tag("ul", (
        tag("li", tag("h3", door.audience), tag("p", door.invitation), tag("p", view.link(door.link, door.page), class_="ajakan"), class_="kartu")
        for door in doors
    ), class_="petak pintu")


def workshops(view: View) -> Html:
    """Cards of all workshops."""
    minutes = view.curriculum.program.value.jp_minutes.minutes
    entries = sorted(view.curriculum.workshops.values(), key=lambda entry: entry.value.code)
    return _cards(
        _card(view, entry.value.code, entry.value.title, f"lokakarya/{entry.id}", entry.value.summary, jp_in_words(entry.value.jp, minutes))
        for entry in entries
    )


def rubrics(view: View) -> Html:
    """Cards of all rubrics."""
    entries = sorted(view.curriculum.rubrics.values(), key=lambda entry: entry.value.code)
    return _cards(
        _card(view, entry.value.code, entry.value.title, f"rubrik/{entry.id}", entry.value.purpose, f"{len(entry.value.criteria)} kriteria")
        for entry in entries
    )


def schedules(view: View) -> Html:
    """Cards of all cohorts, by first day."""
    cards = []
    for stem, entry in sorted(view.curriculum.cohorts.items(), key=lambda pair: _first_day(view, pair[0])):
        plan = view.timetables[stem]
        days = [day.day for day in plan.days]
        jp = sum(planned.jp for day in plan.days for planned in day.rows)
        when = bahasa.date_range(days[0], days[-1]) if days else "belum ditetapkan"
        cards.append(_card(view, "", entry.value.name, f"jadwal/{stem}", f"{when} · {jp} JP", entry.value.venue, days))
    return _cards(cards)


def _first_day(view: View, stem: str) -> tuple[str, str]:
    days = view.timetables[stem].days
    return (days[0].day.isoformat() if days else "", stem)


def _card(view: View, badge: str, title: str, target: str, text: str, meta: str, days: Sequence[date] = ()) -> Html:
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else (None, None)
    code = (tag("span", badge, class_="lencana"), " ") if badge else ()
    heading = tag("h3", *code, view.link(title, target))
    return tag("li", heading, tag("p", text), tag("p", meta, class_="meta"), class_="kartu", data_mulai=first, data_selesai=last)


def _cards(cards: Iterable[Html]) -> Html:
    return tag("ul", cards, class_="petak")
