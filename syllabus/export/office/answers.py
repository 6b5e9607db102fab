"""The recap of an evaluation: one column per question, one row per respondent, and what it comes to at the foot."""

from __future__ import annotations

from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from syllabus.export.office.book import FRAME, INCOMPLETE, UNWRAPPED, as_bytes, formula, head, heading, keep_formulas, new_book, only, sheet, write
from syllabus.shapes.evaluation import Instrument
from syllabus.shapes.reference import Band, GradeScale

FIRST_ROW = 4
WIDE, NARROW, FEW = 14, 5, 10
"""Characters of a question's column. More than a few questions get narrow columns whose titles stand upright, so that the page stays readable."""
GOOD_FROM = 0.6
"""Share of the scale above which an answer counts as at least good: 4 of 5, 3 of 4."""


def answers_sheet(item: Instrument, index: GradeScale | None, names: int, day: date) -> bytes:
    """An XLSX for one instrument with a scale. `index` is the scale of a satisfaction index, where the instrument has one.

    Means stand at the top, so that they stay in view and rows can be added below. An index weighs every question alike,
    unrounded (1/9 for nine), and is rounded once (PermenPANRB 14/2017).
    """
    book = new_book()
    groups, questions = item.groups, [question for group in item.groups for question in group.items]
    count, most = len(questions), len(item.scale)
    summary(book, item, index, names)
    page = sheet(book, "Jawaban", [5, *[WIDE if count <= FEW else NARROW] * count, 40], landscape=True)
    heading(page, f"{item.code} {item.title}")
    head(page, 3, ["No", *(question.text for question in questions), "Jawaban terbuka"])
    for number in range(2, 2 + count) if count > FEW else ():
        page.cell(row=3, column=number).alignment = Alignment(text_rotation=90, wrap_text=True, vertical="bottom")
    column = 2
    for group in groups:
        write(page, 2, column, group.title, bold=True)
        page.merge_cells(start_row=2, start_column=column, end_row=2, end_column=column + len(group.items) - 1)
        column += len(group.items)
    last = FIRST_ROW + names - 1
    only(page, f"B{FIRST_ROW}:{get_column_letter(1 + count)}{last}", [str(score) for score in range(1, most + 1)], "Nilai tidak ada")
    for row in range(FIRST_ROW, last + 1):
        write(page, row, 1, row - FIRST_ROW + 1)
        for number in range(2, 3 + count):
            write(page, row, number, None)
    page.freeze_panes = f"B{FIRST_ROW}"
    keep_formulas(page)
    return as_bytes(book, f"Rekap {item.code} {item.title}", day)


def summary(book: Workbook, item: Instrument, index: GradeScale | None, names: int) -> None:
    """The first sheet: mean, label and share of good answers for each question, group and the whole."""
    page = sheet(book, "Rekap", [6, 58, 10, 10, 18])
    heading(page, f"Rekap {item.code} {item.title}")
    meaning = ", ".join(f"{score} = {label}" for score, label in enumerate(item.scale, 1))
    write(page, 2, 1, f"Isi lembar Jawaban: satu baris untuk satu pengisi, tanpa nama. {meaning}.", framed=False).alignment = UNWRAPPED
    head(page, 3, ["No", "Butir", "Rerata", f"Nilai {good(item)} ke atas (%)", "Sebutan"])
    last = FIRST_ROW + names - 1
    row, number = 4, 0
    group_rows: list[int] = []
    for group in item.groups:
        group_rows.append(row)
        start = number
        row += 1
        for question in group.items:
            number += 1
            answers = _range(number, number, last)
            write(page, row, 1, number)
            write(page, row, 2, question.text)
            _line(page, row, answers, item, item.item_bands)
            row += 1
        title = group.title + (f" ({group.only_if})" if group.only_if else "")
        write(page, group_rows[-1], 1, None)
        write(page, group_rows[-1], 2, title, bold=True)
        _line(page, group_rows[-1], _range(start + 1, number, last), item, item.group_bands)
    every = _range(1, number, last)
    write(page, row, 1, None)
    write(page, row, 2, "Seluruh butir", bold=True)
    _line(page, row, every, item, item.group_bands)
    means = "+".join(f"AVERAGE({_range(one, one, last)})" for one in range(1, number + 1))
    if item.total_bands:
        row += 1
        _outcome(page, row, "Jumlah nilai (rerata jumlah setiap pengisi)", f"ROUND({means},2)", every, item.total_bands)
    if index is not None:
        row += 1
        _outcome(page, row, f"Indeks: {index.name}", f"ROUND(({means})/{number}*25,{index.precision})", every, index.bands)
    _respondents(page, row + 2, item, last)
    keep_formulas(page)


def good(item: Instrument) -> int:
    """The lowest score that counts as good."""
    return next(score for score in range(1, len(item.scale) + 1) if score > GOOD_FROM * len(item.scale))


def _respondents(page: Worksheet, row: int, item: Instrument, last: int) -> None:
    """How many answered anything, and how many of them left out a question that is put to all. What is left out lowers no mean."""
    conditions = [group.only_if for group in item.groups for _ in group.items]
    answered = [f"ISNUMBER({_range(number, number, last)})" for number in range(1, len(conditions) + 1)]
    of_all = [one for one, only_if in zip(answered, conditions, strict=True) if not only_if] or answered
    everyone, whole = f"SUMPRODUCT(--({'+'.join(answered)}>0))", f"SUMPRODUCT(1*{'*'.join(of_all)})"
    write(page, row, 2, "Jumlah pengisi", framed=False)
    formula(page, row, 3, f"={everyone}")
    write(page, row + 1, 2, "Di antaranya belum lengkap; butir kosong tidak dihitung nol", framed=False)
    formula(page, row + 1, 3, f"={everyone}-{whole}")


def _line(page: Worksheet, row: int, answers: str, item: Instrument, bands: tuple[Band, ...]) -> None:
    formula(page, row, 3, f'=IF(COUNT({answers})=0,"",ROUND(AVERAGE({answers}),2))').number_format = "0.00"
    formula(page, row, 4, f'=IF(COUNT({answers})=0,"",ROUND(100*COUNTIF({answers},">={good(item)}")/COUNT({answers}),1))')
    if bands:
        formula(page, row, 5, f'=IF(C{row}="","",{_label(bands, f"C{row}")})')
    else:
        page.cell(row=row, column=5).border = FRAME


def _outcome(page: Worksheet, row: int, title: str, value: str, answers: str, bands: tuple[Band, ...]) -> None:
    """One figure for the whole instrument, with its label; not complete while any question has no answer."""
    write(page, row, 1, None)
    write(page, row, 2, title, bold=True)
    formula(page, row, 3, f'=IF(COUNT({answers})=0,"",IFERROR({value},"{INCOMPLETE}"))')
    write(page, row, 4, None)
    formula(page, row, 5, f'=IF(ISNUMBER(C{row}),{_label(bands, f"C{row}")},"")')


def _label(bands: tuple[Band, ...], value: str) -> str:
    """A look-up in bands that are written into the formula, lowest first."""
    rising = sorted(bands, key=lambda band: band.least)
    lows = ",".join(f"{band.least:f}" for band in rising)
    labels = ",".join('"' + band.label.replace('"', '""') + '"' for band in rising)
    return f"LOOKUP({value},{{{lows}}},{{{labels}}})"


def _range(first: int, last: int, bottom: int) -> str:
    """Answers to questions `first` to `last`, counted from 1."""
    return f"Jawaban!${get_column_letter(1 + first)}${FIRST_ROW}:${get_column_letter(1 + last)}${bottom}"
