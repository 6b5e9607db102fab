"""The score sheet of a rubric: only its own scores can be entered, and the mark is computed by weights and NA policy."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter

from syllabus.export.office.book import INCOMPLETE, as_bytes, formula, head, heading, keep_formulas, new_book, only, sheet, write
from syllabus.export.office.scales import band_formula, scale_sheet
from syllabus.shapes.reference import GradeScale
from syllabus.shapes.rubric import Rubric

FIRST_ROW = 5
NAMES = 40


def score_sheet(rubric: Rubric, scale: GradeScale, day: date, names: int = NAMES) -> bytes:
    """An XLSX with one row per participant. Weights stand in row 3, top scores in row 4; marks are in points of 100."""
    book = new_book()
    count = len(rubric.criteria)
    page = sheet(book, f"Nilai {rubric.code}", [5, 28, 22, *[14] * count, 12, 18, 26], landscape=True)
    heading(page, f"Lembar penilaian {rubric.code} {rubric.title}")
    head(page, 2, ["No", "Nama", "Instansi", *(criterion.title for criterion in rubric.criteria), "Nilai", "Sebutan", "Catatan"])
    write(page, 3, 3, "Bobot")
    write(page, 4, 3, "Skor tertinggi")
    last = FIRST_ROW + names - 1
    for number, criterion in enumerate(rubric.criteria):
        column = 4 + number
        write(page, 3, column, float(criterion.weight))
        write(page, 4, column, float(criterion.top))
        choices = [f"{level.score.normalize():f}" for level in criterion.levels] + (["NA"] if criterion.may_skip else [])
        letter = get_column_letter(column)
        only(page, f"{letter}{FIRST_ROW}:{letter}{last}", choices, "Skor tidak ada")
    at = get_column_letter(4 + count)
    for row in range(FIRST_ROW, last + 1):
        write(page, row, 1, row - FIRST_ROW + 1)
        for column in range(2, 4 + count):
            write(page, row, column, None)
        formula(page, row, 4 + count, mark_formula(rubric, row))
        formula(page, row, 5 + count, f'=IF(ISNUMBER({at}{row}),{band_formula(scale, f"{at}{row}")},"")')
        write(page, row, 6 + count, None)
    for row, (whose, whom) in enumerate((("Angkatan:", "Penilai:"), ("Hari, tanggal:", "Tanda tangan:")), 3):
        for column, label in ((2, whose), (6 + count, whom)):
            write(page, row, column, label).protection = Protection(locked=False)
    page.freeze_panes = f"D{FIRST_ROW}"
    keep_formulas(page)
    scale_sheet(book, scale)
    return as_bytes(book, f"Lembar penilaian {rubric.code}", day)


def mark_formula(rubric: Rubric, row: int) -> str:
    """The mark of one row in points of 100, once each criterion has a score, or an NA where it may have one. Until then the row says that
    it is not complete: an empty cell is neither zero nor NA. The policy says whether the weight of an NA is shared out."""
    count = len(rubric.criteria)
    first, last = get_column_letter(4), get_column_letter(3 + count)
    scores, weights, tops = f"{first}{row}:{last}{row}", f"{first}$3:{last}$3", f"{first}$4:{last}$4"
    shared = rubric.skip_policy == "bobot_dibagi_ulang"
    base = f"SUMPRODUCT({weights},--ISNUMBER({scores}))" if shared else f"SUM({weights})"
    skipped = "".join(f'+({get_column_letter(column)}{row}="NA")' for column, criterion in enumerate(rubric.criteria, 4) if criterion.may_skip)
    return (f'=IF(COUNTA({scores})=0,"",IF(COUNT({scores}){skipped}<{count},"{INCOMPLETE}",'
            f'IF(COUNT({scores})=0,"NA",ROUND(100*SUMPRODUCT({weights}/{tops},{scores})/{base},2))))')


def mark(rubric: Rubric, scores: dict[str, Decimal | None]) -> Decimal | None:
    """The same mark computed here, by criterion id; None stands for NA. Rounded half up to two decimals, once. No mark without every score."""
    if not all(criterion.id in scores and (criterion.may_skip or scores[criterion.id] is not None) for criterion in rubric.criteria):
        return None
    given = [(criterion, score) for criterion in rubric.criteria if (score := scores[criterion.id]) is not None]
    shared = rubric.skip_policy == "bobot_dibagi_ulang"
    base = sum((criterion.weight for criterion, _ in given), Decimal(0)) if shared else sum((c.weight for c in rubric.criteria), Decimal(0))
    if not given or not base:
        return None
    total = sum((criterion.weight * score / criterion.top for criterion, score in given), Decimal(0))
    return (100 * total / base).quantize(Decimal("0.01"), ROUND_HALF_UP)
