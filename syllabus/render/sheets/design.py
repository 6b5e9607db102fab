"""A module's design (RBPMP) and lesson plan (RP) as tables for the organiser's file. Their column heads are a proposal."""

from __future__ import annotations

from collections.abc import Iterable

from syllabus import bahasa
from syllabus.alignment import minutes_by_indicator
from syllabus.render.blanks import fields
from syllabus.render.html import Child, Html, bullets, join, tag
from syllabus.render.leaf import Leaf
from syllabus.render.lesson import STAGES, aids_of
from syllabus.render.module import jp_in_words
from syllabus.render.sheets.legend import note
from syllabus.render.table import Cell, Column, Group, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.base import FORM_NAMES, Form
from syllabus.shapes.lesson import Step
from syllabus.shapes.module import Indicator, Module

PROPOSAL = "Usulan bentuk: judul kolom belum dicocokkan dengan bentuk LAN."
SHARED = "Menit satu langkah dibagi rata kepada indikator yang dilayaninya."


def design(view: View, name: str) -> Html:
    """RBPMP: identity and outcome, then a row per indicator with its topics, methods, media and minutes."""
    module = view.find(view.curriculum.modules, name, "Modul").value
    columns = (
        Column("No.", 2, "tengah"), Column("Indikator hasil belajar", 8), Column("Materi pokok", 7), Column("Submateri pokok", 9),
        Column("Metode", 6), Column("Media dan alat bantu", 8), Column("T", 2, "angka"), Column("P", 2, "angka"), Column("PL", 2, "angka"),
        Column("Referensi", 6),
    )
    groups = (*(Group("", 1) for _ in columns[:6]), Group("Waktu (menit)", 3), Group("", 1))
    minutes = minutes_by_indicator(module)
    rows = [_indicator(module, number, indicator, [minutes[indicator.id].get(form, 0) for form in FORM_NAMES])
            for number, indicator in enumerate(module.indicators, 1)]
    if rows:
        references = join(tag("p", view.regulation(use.regulation)) for use in module.references)
        rows[0] = Row((*rows[0].cells, Cell(references, down=len(rows))))
    sums = [sum(minutes[indicator.id].get(form, 0) for indicator in module.indicators) for form in FORM_NAMES]
    per_jp = view.curriculum.program.value.jp_minutes.minutes
    foot = (
        Row((Cell("Jumlah menit", 6), *(Cell(bahasa.number(count)) for count in sums), Cell(_total(sum(sums), "menit"))), "jumlah"),
        Row((Cell(f"Jumlah JP (1 JP = {bahasa.minutes(per_jp)})", 6), *(Cell(_jp(module, form)) for form in FORM_NAMES),
             Cell(_total(module.jp.total, "JP") if module.jp else "")), "jumlah"),
    )
    table = Table("rancangan", f"Rancang bangun {module.code} {module.title}", columns, tuple(rows), foot, groups, landscape=True)
    return join([_identity(view, module), note("Catatan", f"{PROPOSAL} {SHARED}"), draw(table)])


def _indicator(module: Module, number: int, indicator: Indicator, minutes: list[int]) -> Row:
    topics = [topic for topic in module.topics if indicator.id in topic.indicators]
    steps = [step for step in module.steps if indicator.id in step.indicators and step.minutes is not None]
    sheets = {sheet.id for sheet in module.worksheets}
    media = dict.fromkeys(item for step in steps for item in (
        *step.media, *("Lembar kerja" if name in sheets else "Kartu skenario" for name in step.uses)))
    return row(
        str(number), (tag("strong", indicator.id), " ", indicator.text), bullets(topic.title for topic in topics),
        bullets(part for topic in topics for part in topic.parts), ", ".join(dict.fromkeys(step.method for step in steps)), bullets(media),
        *(bahasa.number(count) if count else "" for count in minutes),
    )


def _total(count: int, unit: str) -> str:
    return f"{bahasa.number(count)} {unit}"


def _jp(module: Module, form: Form) -> str:
    return bahasa.number(module.jp.of(form)) if module.jp else ""


def plan(view: View, name: str) -> Html:
    """RP: both sides' activities by stage with minutes, and what each step is evaluated by. For facilitators."""
    module = view.find(view.curriculum.modules, name, "Modul").value
    columns = (
        Column("No.", 1, "tengah"), Column("Tahapan", 5), Column("Kegiatan fasilitator", 11), Column("Kegiatan peserta", 9), Column("Metode", 4),
        Column("Media dan alat", 7), Column("Waktu (menit)", 2, "angka"), Column("Evaluasi", 4),
    )
    rows = tuple(
        row(str(number), (tag("strong", STAGES[step.stage]), tag("br"), step.title), step.facilitator, step.participants, step.method,
            "; ".join(aids_of(module, step)), "–" if step.minutes is None else bahasa.number(step.minutes), _evaluation(module, step))
        for number, step in enumerate(module.steps, 1)
    )
    total = sum(step.minutes or 0 for step in module.steps)
    foot = Row((Cell("Jumlah", 6), Cell(bahasa.number(total)), Cell("")), "jumlah")
    table = Table("rancangan", f"Rencana pembelajaran {module.code} {module.title}", columns, rows, (foot,), landscape=True)
    return join([_identity(view, module), note("Catatan", PROPOSAL), draw(table)])


def _evaluation(module: Module, step: Step) -> Child:
    """The indicators that a step serves, and the assessed worksheets that it uses."""
    sheets = [item.title for item in module.assessments if item.worksheet in step.uses and item.worksheet]
    return join([", ".join(step.indicators), *(tag("p", title) for title in sheets)])


def _identity(view: View, module: Module) -> Html:
    """Its author stands here too: below the table a line and its note would take a page of their own."""
    program = view.curriculum.program.value
    return join([
        fields([("Nama pelatihan", program.name), ("Alokasi waktu", jp_in_words(module.jp, program.jp_minutes.minutes)),
                ("Penyusun", ""), ("Tanggal, paraf", "")], 2),
        fields([("Mata pelatihan", f"{module.code} {module.title}"), ("Deskripsi singkat", module.summary),
                ("Hasil belajar", f"Setelah pelatihan, peserta dapat {module.outcome.rstrip('.')}.")]),
    ])


def design_leaves(view: View) -> Iterable[Leaf]:
    """For each module its design, and its plan, which holds the facilitator's part."""
    for entry in view.curriculum.modules_in_order():
        module, place = entry.value, entry.at()
        yield Leaf(f"rbpmp-{module.code.lower()}-{entry.id}", f"RBPMP {module.code} {module.title}", design(view, entry.id), "fasilitator", place,
                   f"RBPMP-{module.code}", "Rancang bangun pembelajaran mata pelatihan.", "Rancang bangun pembelajaran mata pelatihan",
                   landscape=True, head=False)
        yield Leaf(f"rp-{module.code.lower()}-{entry.id}", f"RP {module.code} {module.title}", plan(view, entry.id), "fasilitator", place, f"RP-{module.code}",
                   "Rencana pembelajaran dengan kegiatan fasilitator dan peserta.", "Rencana pembelajaran", landscape=True, secret=True, head=False)
