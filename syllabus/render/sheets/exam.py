"""Pre- and post-test on paper: the participant's questions without answers, the answer sheet, and the key. One numbering for all three."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from syllabus import bahasa
from syllabus.place import Place
from syllabus.render.blanks import fields, signatures
from syllabus.render.html import Child, Html, join, numbered, tag
from syllabus.render.items import question
from syllabus.render.leaf import Leaf
from syllabus.render.sheets.legend import note
from syllabus.render.table import Cell, Column, Row, Table, draw, row
from syllabus.render.view import View
from syllabus.shapes.items import Item, Use
from syllabus.shapes.schedule import Cohort

USES: tuple[Use, ...] = ("pretes", "postes")
LETTERS = "ABCDE"
MOST_IN_ONE_COLUMN, MOST_IN_TWO = 12, 40
"""Numbers up to which an answer sheet has one block of rows, and two; up to the first the questions stand in one column, too."""
RULES = (
    "Jangan menulis pada naskah soal. Jawaban ditulis pada lembar jawaban.",
    "Beri tanda silang (X) pada satu huruf untuk setiap nomor.",
    "Untuk mengganti jawaban, lingkari tanda silang yang lama, lalu silang huruf yang baru.",
    "Kerjakan sendiri. Ponsel dan catatan disimpan.",
)


@dataclass(frozen=True)
class Numbered:
    """One item under its number on paper."""

    number: int
    item: Item


@dataclass(frozen=True)
class Exam:
    """A test as it is held: items of one module or of all modules of a cohort, numbered through."""

    title: str
    parts: tuple[tuple[str, tuple[Numbered, ...]], ...]

    @property
    def items(self) -> tuple[Numbered, ...]:
        """All items in order."""
        return tuple(item for _, part in self.parts for item in part)


def exam_of(view: View, title: str, modules: Sequence[str], use: Use) -> Exam:
    """The test over some modules, in their order; modules without items of this use are left out."""
    parts: list[tuple[str, tuple[Numbered, ...]]] = []
    count = 0
    for stem in modules:
        bank = view.curriculum.items.get(stem)
        items = bank.value.of(use) if bank else ()
        if items:
            parts.append((view.module_title(stem), tuple(Numbered(count + n, item) for n, item in enumerate(items, 1))))
            count += len(items)
    return Exam(title, tuple(parts))


def paper(exam: Exam) -> Html:
    """The participant's questions. A question and its options stay on one page. Many stand in two columns, since most options are short:
    every participant's copy takes half the paper."""
    several = len(exam.parts) > 1
    asked = join((tag("h2", title) if several else None, *(tag("div", question(entry.number, entry.item), class_="soal") for entry in part))
                 for title, part in exam.parts)
    wide = len(exam.items) <= MOST_IN_ONE_COLUMN
    return join([tag("p", f"Jumlah soal: {len(exam.items)} butir."), numbered(RULES), asked if wide else tag("div", asked, class_="dua-kolom")])


def answer_sheet(exam: Exam) -> Html:
    """A row per number with the letters to cross, in two or three blocks beside each other when there are many."""
    items = exam.items
    letters = LETTERS[: max((len(entry.item.options) for entry in items), default=0)]
    blocks = 1 + (len(items) > MOST_IN_ONE_COLUMN) + (len(items) > MOST_IN_TWO)
    height = -(-len(items) // blocks)
    columns = tuple(column for _ in range(blocks) for column in (Column("No.", 2, "tengah"), *(Column(letter, 2, "tengah") for letter in letters)))
    rows = tuple(
        row(*(cell for block in range(blocks) for cell in _choices(items, block * height + line, letters))) for line in range(height)
    )
    return join([
        fields([("Nama", ""), ("Instansi", ""), ("Angkatan", ""), ("Hari, tanggal", "")], 2),
        tag("p", RULES[1], " ", RULES[2]),
        draw(Table("formulir", f"Jawaban {exam.title}", columns, rows, row_height=8)),
        fields([("Jumlah benar", ""), ("Nilai", "")], 2), signatures(["Peserta", "Pemeriksa"]),
    ])


def _choices(items: Sequence[Numbered], position: int, letters: str) -> list[Child]:
    """The cells of one number. Behind the last one they are closed: an open one asks for room to write, and makes its row higher."""
    if position >= len(items):
        return ["–"] * (len(letters) + 1)
    entry = items[position]
    return [str(entry.number), *(letter if number < len(entry.item.options) else "–" for number, letter in enumerate(letters))]


def key(exam: Exam) -> Html:
    """The key for whoever marks: a short row to lay beside the answer sheet, then the reasons."""
    several = len(exam.parts) > 1
    columns = (Column("No.", 1, "tengah"), Column("Kunci", 1, "tengah"), Column("Indikator", 2), Column("Pembahasan", 10))
    rows: list[Row] = []
    for title, part in exam.parts:
        if several:
            rows.append(Row((Cell(title, len(columns)),), "spanduk"))
        rows += (row(str(entry.number), entry.item.answer, entry.item.indicator, entry.item.explanation) for entry in part)
    return join([marking(exam), draw(Table("soal-kunci", f"Kunci {exam.title}", columns, tuple(rows)))])


def marking(exam: Exam) -> Html:
    """The letters to lay beside an answer sheet, in a row for each module, and how the mark is worked out."""
    rows = [" · ".join(f"{entry.number}\u00a0{entry.item.answer}" for entry in part) for _, part in exam.parts]
    return join([
        tag("p", tag("strong", "Kunci: "), [(tag("br") if number else None, letters) for number, letters in enumerate(rows)]),
        note("Nilai", f"jumlah benar ÷ {len(exam.items)} × 100. N-gain = (postes − pretes) ÷ (100 − pretes)."),
    ])


def exam_leaves(view: View) -> Iterable[Leaf]:
    """For each module and each cohort, and for both tests: questions, answer sheet, key. All of them secret."""
    for entry in view.curriculum.modules_in_order():
        module = entry.value
        for use in USES:
            exam = exam_of(view, f"{use} {module.code} {module.title}", [entry.id], use)
            yield from _set(exam, f"{module.code.lower()}-{entry.id}", use, module.code, entry.at())
    for stem, cohort in view.curriculum.cohorts.items():
        for use in USES:
            exam = exam_of(view, f"{use} semua modul {cohort.value.name}", cohort.value.modules, use)
            if len(exam.parts) > 1:
                yield from _set(exam, stem, use, _codes(view, cohort.value), cohort.at())


def _codes(view: View, cohort: Cohort) -> str:
    """The modules of a cohort as short as the foot of a page needs them: "A1–A4" where the codes follow one another."""
    codes = [view.curriculum.modules[stem].value.code for stem in cohort.modules if stem in view.curriculum.modules]
    following = [f"{codes[0][:-1]}{number}" for number in range(1, len(codes) + 1)] if codes else []
    return f"{codes[0]}–{codes[-1]}" if len(codes) > 2 and codes == following else bahasa.listing(codes)


def _set(exam: Exam, stem: str, use: Use, code: str, place: Place) -> Iterable[Leaf]:
    if not exam.items:
        return
    kind = use.capitalize()
    yield Leaf(f"soal-{use}-{stem}", f"Soal {exam.title}", paper(exam), "panitia", place, f"{kind} {code}",
               "Naskah soal tanpa jawaban, dibagikan saat tes.", head=False, secret=True, handed_out=True)
    yield Leaf(f"jawaban-{use}-{stem}", f"Lembar jawaban {exam.title}", answer_sheet(exam), "panitia", place, f"LJ {use} {code}",
               "Satu lembar untuk satu peserta.", head=False, secret=True, handed_out=True)
    yield Leaf(f"kunci-{use}-{stem}", f"Kunci {exam.title}", key(exam), "fasilitator", place, f"Kunci {use} {code}",
               "Untuk pemeriksa.", head=False, secret=True)
