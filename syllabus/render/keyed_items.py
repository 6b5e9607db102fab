"""Pre- and post-tests for whoever discusses them: every item with its key and reason beside it, numbered as on participants' paper."""

from __future__ import annotations

from collections.abc import Iterator

from syllabus.render.html import Html, tag
from syllabus.render.sheets.exam import LETTERS, USES, Exam, Numbered, exam_of, marking
from syllabus.render.table import Cell, Column, Row, Table, drawn, row
from syllabus.render.view import NotFound, View
from syllabus.shapes.items import Use


def keyed_items(view: View, name: str | None = None, jenis: str = "pretes") -> Html:
    """The pre- or post-test of a module, or of all modules of a cohort. Only in the facilitator's build."""
    use = next((use for use in USES if use == jenis), None)
    if use is None:
        raise NotFound(f'Jenis tes "{jenis}" tidak ada.', f"Pilihan: {', '.join(USES)}.")
    exam = _exam(view, name or view.stem, use)
    if not exam.items:
        raise NotFound(f"Belum ada butir {use}.", f"Isi butir dengan untuk: {use} pada curriculum/soal.")
    return drawn(_tables(exam, use))


def _tables(exam: Exam, use: Use) -> Iterator[Table]:
    """A table for each module, since modules are discussed one by one; the first one begins with the letters of the whole test."""
    columns = (Column("No", 1, "tengah"), Column("Soal", 12), Column("Kunci dan pembahasan", 5))
    rows: list[Row] = [Row((Cell(marking(exam), len(columns)),), headed=False)]
    for title, part in exam.parts:
        rows += map(_row, part)
        numbers = f", nomor {part[0].number} s.d. {part[-1].number}" if len(exam.parts) > 1 else ""
        yield Table("soal-kunci", f"Soal dan kunci {use} {title}{numbers}", columns, tuple(rows))
        rows = []


def _exam(view: View, name: str, use: Use) -> Exam:
    cohort = view.curriculum.cohorts.get(name)
    if cohort is not None:
        return exam_of(view, f"{use} {cohort.value.name}", cohort.value.modules, use)
    bank = view.find(view.curriculum.items, name, "Soal")
    return exam_of(view, f"{use} {view.module_title(bank.id)}", [bank.id], use)


def _row(entry: Numbered) -> Row:
    item = entry.item
    options = (tag("li", tag("strong", text) if letter == item.answer else text) for letter, text in zip(LETTERS, item.options, strict=False))
    return row(
        str(entry.number), (tag("p", item.text), tag("ol", options, class_="pilihan", type="A")),
        (tag("p", tag("strong", item.answer, class_="jam"), " ", tag("span", item.indicator, class_="lencana")), tag("p", item.explanation)),
    )
