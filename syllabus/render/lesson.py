"""The lesson plan (RP), its scenarios and worksheets, and their answers for the facilitator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from syllabus import bahasa
from syllabus.curriculum import Lesson
from syllabus.render.html import Child, Html, bullets, join, numbered, paragraphs, tag
from syllabus.render.module import lesson_of
from syllabus.render.table import Cell, Column, Row, Table, draw, row, signed_by
from syllabus.render.view import NotFound, View
from syllabus.shapes.base import FORM_LETTERS
from syllabus.shapes.common import CommonSession
from syllabus.shapes.lesson import BlankTable, Scenario, Step, Worksheet
from syllabus.shapes.module import Module
from syllabus.shapes.workshop import Workshop

STAGES = {"sebelum": "Sebelum pertemuan", "pendahuluan": "Pendahuluan", "penyajian": "Penyajian", "penutup": "Penutup"}
KINDS = {"simulasi": "Simulasi", "studi_kasus": "Studi kasus", "diskusi": "Diskusi kelompok"}


def lesson_plan(view: View, name: str | None = None) -> Html:
    """The lesson plan with minutes. The facilitator's build adds both sides' activities, media and what to cut."""
    entry = lesson_of(view, name)
    steps = entry.value.steps
    total = sum(step.minutes or 0 for step in steps)
    caption = f"Rencana pembelajaran {entry.value.code} {entry.value.title}"
    table = _full_plan(caption, entry, total) if view.for_facilitator else _short_plan(caption, steps, total)
    return draw(table)


def _full_plan(caption: str, lesson: Lesson, total: int) -> Table:
    columns = (
        Column("No", 1, "tengah"), Column("Langkah", 6), Column("Kegiatan fasilitator", 11),
        Column("Kegiatan peserta, metode, dan media", 8), Column("Menit", 2, "angka"),
    )
    rows: list[Row] = []
    for number, step in enumerate(lesson.value.steps, 1):
        cut: Child = tag("p", tag("strong", "Jika waktu kurang: "), step.if_short, class_="jika-waktu-kurang") if step.if_short else None
        about = " · ".join(text for text in (STAGES[step.stage], FORM_LETTERS[step.form] if step.form else "", *step.indicators) if text)
        rows.append(row(
            str(number), (tag("strong", step.title), tag("br"), tag("small", about)), (tag("p", step.facilitator), cut),
            (tag("p", step.participants), tag("p", tag("small", "; ".join((step.method, *aids_of(lesson.value, step)))))), _minutes(step),
        ))
    foot = Row((Cell("Jumlah", 4), Cell(bahasa.number(total), kind="angka")), "jumlah")
    return Table("rencana", caption, columns, tuple(rows), (foot,))


def aids_of(thing: Module | Workshop | CommonSession, step: Step) -> tuple[str, ...]:
    """Media of a step, then the scenario cards and worksheets that it uses; one that bears the step's own title is not named again."""
    cards = {scenario.id: ("kartu skenario", scenario.title) for scenario in thing.scenarios}
    if not isinstance(thing, Workshop):
        cards |= {sheet.id: ("lembar kerja", sheet.title) for sheet in thing.worksheets}
    named = (cards[name] for name in step.uses if name in cards)
    return (*step.media, *(kind if title == step.title else f"{kind}: {title}" for kind, title in named))


def _short_plan(caption: str, steps: Iterable[Step], total: int) -> Table:
    columns = (
        Column("No", 1, "tengah"), Column("Langkah", 4), Column("Yang Anda lakukan", 11), Column("Metode", 3), Column("Menit", 1, "angka"),
    )
    rows = tuple(row(str(number), step.title, step.participants, step.method, _minutes(step)) for number, step in enumerate(steps, 1))
    foot = Row((Cell("Jumlah", 4), Cell(bahasa.number(total), kind="angka")), "jumlah")
    return Table("rencana", caption, columns, rows, (foot,))


def _minutes(step: Step) -> str:
    return "–" if step.minutes is None else bahasa.number(step.minutes)


def scenarios(view: View, name: str | None = None) -> Html:
    """All scenario cards of this page's lesson, or the one named."""
    return join(_card(scenario) for scenario in _chosen(view, name))


def scenario_answers(view: View, name: str | None = None) -> Html:
    """Expected answers to the scenarios. Only in the facilitator's build."""
    return tag("section", (
        (tag("h3", f"{KINDS[item.kind]}: {item.title}"), numbered(item.expected)) for item in _chosen(view, name)
    ), class_="khusus-fasilitator")


def _chosen(view: View, name: str | None) -> tuple[Scenario, ...]:
    entry = view.curriculum.lesson(name or view.stem)
    if entry is not None:
        return entry.value.scenarios
    for lesson in view.curriculum.lessons:
        for scenario in lesson.value.scenarios:
            if scenario.id == name:
                return (scenario,)
    raise NotFound(f'Skenario "{name or view.stem}" tidak ada.')


def _card(item: Scenario) -> Html:
    time = f" · {bahasa.minutes(item.minutes)}" if item.minutes else ""
    roles = (
        tag("section", tag("h5", f"Peran: {role.name}"), tag("p", role.brief), class_="kartu kartu-peran") for role in item.roles
    )
    hints = (
        tag("details", tag("summary", f"Petunjuk {number}"), tag("p", hint)) for number, hint in enumerate(item.hints, 1)
    )
    return tag(
        "section",
        tag("h3", item.title),
        tag("p", f"{KINDS[item.kind]} · {', '.join(item.indicators)}{time}", class_="meta"),
        tag("p", f"Di {item.unit}. Nama unit dan orang rekaan.", class_="fiksi"),
        paragraphs(item.story),
        tag("h4", "Tugas Anda"), numbered(item.task),
        (tag("h4", "Kartu peran"), roles) if item.roles else None,
        hints,
        id=item.id, class_="kartu kartu-skenario",
    )


def worksheets(view: View, name: str | None = None) -> Html:
    """All worksheets of this page's module, or the one named."""
    return join(_worksheet(sheet) for sheet in _sheets(view, name))


def worksheet_answers(view: View, name: str | None = None) -> Html:
    """Keys of the worksheets. Only in the facilitator's build."""
    parts = [(tag("h3", f"Kunci: {sheet.title}"), bullets(sheet.answers)) for sheet in _sheets(view, name) if sheet.answers]
    return tag("section", parts, class_="khusus-fasilitator")


def _sheets(view: View, name: str | None) -> tuple[Worksheet, ...]:
    for stem, entry in view.curriculum.modules.items():
        if stem == (name or view.stem):
            return entry.value.worksheets
        for sheet in entry.value.worksheets:
            if sheet.id == name:
                return (sheet,)
    raise NotFound(f'Lembar kerja "{name or view.stem}" tidak ada.')


def _worksheet(sheet: Worksheet) -> Html:
    total = sum(step.minutes for step in sheet.steps)
    steps = (tag("li", step.text, " ", tag("span", f"({bahasa.minutes(step.minutes)})", class_="meta")) for step in sheet.steps)
    return tag(
        "section",
        tag("h3", sheet.title),
        tag("p", f"Lembar kerja · {bahasa.minutes(total)} · {', '.join(sheet.indicators)}", class_="meta"),
        tag("p", sheet.purpose),
        (tag("h4", "Bahan dan alat"), bullets(sheet.materials)) if sheet.materials else None,
        tag("h4", "Langkah"), tag("ol", steps),
        join(blank_table(table) for table in sheet.tables),
        tag("div", class_="ruang-tulis", data_baris=sheet.lines) if sheet.lines else None,
        id=sheet.id, class_="kartu kartu-lembar-kerja",
    )


def blank_table(table: BlankTable) -> Html:
    """A table with empty rows to fill in by hand; they go on with the numbers where the first column holds numbers. Where people sign such
    a list their places alternate."""
    width, numbered = len(table.columns), table.numbered
    given = [row(*(*cells, *[""] * (width - len(cells)))[:width], headed=False) for cells in table.given]
    numbers = range(len(given) + 1, len(given) + table.rows + 1)
    empty = [
        Row(tuple(signed_by(number) if place in table.signed else Cell(str(number) if numbered and not place else "") for place in range(width)), "kosong", headed=False)
        for number in numbers
    ]
    columns = [Column(title, share) for title, share in zip(table.columns, table.widths or [0] * width, strict=True)]
    if numbered:
        columns[0] = replace(columns[0], title="No.")
    return draw(Table("formulir", table.title, tuple(columns), (*given, *empty)))
