"""A document through a Word template that staff may redesign. A template shows values; it can neither call nor fetch anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from io import BytesIO
from itertools import groupby
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Mm
from docx.table import Table, _Cell
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from syllabus.export.office.document import Document, Grid, Paper, Part
from syllabus.export.office.package import midnight, packed
from syllabus.place import Place
from syllabus.problem import Problem

MOST_BYTES, MOST_UNPACKED = 2_000_000, 20_000_000
"""A template is a page or two."""
FILLED, SIGNED = "isian", "tanda tangan"
"""Alternative titles of the tables that take a grid and the signatures: their columns are fitted."""
NARROWEST = Cm(1.1)
LETTER, PADDING = int(Cm(0.21)), int(Cm(0.42))
"""Width of a letter of a title, and what a cell takes beside its words."""
KEPT = 2
"""Rows at the end of a table that stay with the signatures."""
DOTS = ": ......................................"
FEW_ROWS = 8
LOWEST, NEARLY = 0.78, 1.15
"""How low rows may become, and up to which share of a page a form is set on one."""
ROOM_TO_WRITE = (Cm(1.6), Cm(1.3))
"""Upright and landscape. Up to `FEW_ROWS` rows are for sentences, not for names: they get room to write by hand."""
_SILENT = (nodes.Call, nodes.Filter, nodes.Test, nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Macro, nodes.Pow, nodes.Mul)
_LIVELY = (b"vbaProject", b"oleObject", b"DDE ", b"DDEAUTO", b"INCLUDETEXT", b"INCLUDEPICTURE", b"attachedTemplate", b"activeX")
_HINT = "Pakai templat yang ada pada tema/kantor sebagai awal."


class Faulty(ValueError):
    """A template that cannot be used; the argument is the sentence for its editor."""


class _Values(ImmutableSandboxedEnvironment):
    """Jinja for values alone: names, loops over given lists and conditions."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)

    def from_string(self, source: Any, globals: Any = None, template_class: Any = None) -> Any:
        """Refuse what is more than showing values. Raises `Faulty`."""
        if next(self.parse(source).find_all(_SILENT), None) is not None:
            raise Faulty("Templat ini memanggil fungsi atau saringan. Yang boleh hanya menampilkan isian.")
        return super().from_string(source, globals, template_class)


def docx(document: Document, paper: Paper, template: bytes, day: date) -> bytes:
    """Fill a template. Same values and template, same bytes. Raises `Faulty` when the template cannot be used."""
    _inspect(template)
    try:
        page = DocxTemplate(BytesIO(template))
        page.render(values(document, paper), _Values(), autoescape=True)
        word = page.docx
    except UndefinedError as error:
        raise Faulty(f"Templat ini memakai isian yang tidak ada ({error.message}). Yang ada: {', '.join(values(document, paper))}.") from None
    except SecurityError:
        raise Faulty("Templat ini menjangkau hal di luar isian. Yang boleh hanya menampilkan isian.") from None
    except (TemplateError, PackageNotFoundError, KeyError, ValueError) as error:
        raise error if isinstance(error, Faulty) else Faulty("Templat ini tidak dapat diisi. Tanda {{ }} atau {% %} di dalamnya mungkin terputus.") from None
    _fit(word, document)
    about = word.core_properties
    about.title, about.author, about.language = document.title, "Pembinaan ASN", "id-ID"
    about.created = about.modified = midnight(day)
    raw = BytesIO()
    word.save(raw)
    return packed(raw.getvalue(), day)


def values(document: Document, paper: Paper) -> Mapping[str, object]:
    """All that a template may show, by the names that stand in it."""
    return {
        "judul": document.title, "kode": document.code, "keterangan": document.purpose, "kop": list(paper.letterhead), "tempat": paper.place,
        "kaki": paper.foot,
        "kepala": list(document.head), "isi": list(document.paragraphs), "petunjuk": list(document.notes), "tanda_tangan": list(document.signatures),
        "tabel": [_told(grid) for grid in document.grids],
        "bagian": [
            {"judul": part.title, "kalimat": list(part.sentences), "kepala": _pairs(part), "tabel": [_told(grid) for grid in part.grids], "ruang": [""] * part.room}
            for part in document.in_order
        ],
    }


def _pairs(part: Part) -> list[list[str]]:
    """The labels of a part, one or two on a line, each with its line to write on."""
    step = min(2, part.beside)
    lines = [part.head[place : place + step] for place in range(0, len(part.head), step)]
    return [[text for label in line for text in (label, DOTS)] + [""] * (4 - 2 * len(line)) for line in lines]


def _told(grid: Grid) -> Mapping[str, object]:
    return {"judul": grid.title, "kolom": list(grid.columns), "baris": [list(row) for row in grid.rows]}


def problem(document: Document, file: str, fault: Faulty) -> Problem:
    """A faulty template as a finding."""
    return Problem("KTR01", Place(file), str(fault), _HINT, subject=f'Naskah kantor "{document.title}"')


def _inspect(template: bytes) -> None:
    """A template is data from outside: no macros, no embedded or linked things, no bomb."""
    try:
        with ZipFile(BytesIO(template)) as parts:
            if len(template) > MOST_BYTES or sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
                raise Faulty("Templat ini terlalu besar.")
            for name in parts.namelist():
                data = parts.read(name)
                if any(word in data or word in name.encode() for word in _LIVELY):
                    raise Faulty("Templat ini memuat makro, objek sisipan, atau bidang yang mengambil berkas lain.")
                if name.endswith(".rels") and b'TargetMode="External"' in data:
                    raise Faulty("Templat ini menautkan berkas atau alamat di luar dirinya.")
    except BadZipFile:
        raise Faulty("Berkas ini bukan naskah Word (.docx) yang utuh.") from None


def _fit(word: WordDocument, document: Document) -> None:
    """Turn the paper where the form is wide, and give each filled table its columns' widths."""
    section = word.sections[0]
    width, height = sorted((Emu(section.page_width or 0), Emu(section.page_height or 0)))
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if document.landscape else (width, height)
    room = int(section.page_width) - int(section.left_margin or 0) - int(section.right_margin or 0)
    share = _share(document)
    for table, grid in zip(_called(word, FILLED), document.grids, strict=False):
        _dress(table, grid, document.landscape, share)
        _widen(table, _shares(grid, room))
        _stack(table, grid)
    for table in _called(word, SIGNED):
        parties = len(document.signatures)
        _widen(table, [room // max(3, parties)] * parties)


def _called(word: WordDocument, name: str) -> Iterator[Table]:
    """Tables by the alternative title that their designer gave them."""
    for table in word.tables:
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        if caption is not None and caption.get(qn("w:val")) == name:
            yield table


def _widen(table: Table, shares: Sequence[int]) -> None:
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=False):
        column.width = Emu(share)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=False):
            cell.width = Emu(share)


def _share(document: Document) -> float:
    """How much lower rows become, so that a form of nearly one page is one with its signatures; all in mm, estimated."""
    page, width = (165, 140) if document.landscape else (246, 95)
    rest = 20.0 + 6 * len(document.notes) + 46 * bool(document.signatures)
    for part in document.in_order:
        rest += 9 * bool(part.title) + sum(7 + 5 * (len(text) // width) for text in part.sentences) + 6.4 * len(_pairs(part)) + 4 * bool(part.head) + 8.5 * part.room
        rest += sum(14 + 8 * bool(grid.title) + 5 * bool(grid.groups) for grid in part.grids)
    rows = sum(len(grid.rows) * grid.height for grid in document.grids)
    return max(LOWEST, (page - rest) / rows) if page < rest + rows < page * NEARLY else 1.0


def _dress(table: Table, grid: Grid, landscape: bool, share: float) -> None:
    """Give rows their height, and titles of groups of rows the whole width. The last rows stay with what is signed below."""
    rows = table.rows[1:]
    few = ROOM_TO_WRITE[landscape] if len(grid.rows) <= FEW_ROWS else None
    for place, (row, cells) in enumerate(zip(rows, grid.rows, strict=False)):
        if place in grid.banners:
            whole = _merged(row.cells[0], row.cells[-1])
            for run in (run for line in whole.paragraphs for run in line.runs):
                run.bold = True
        elif grid.height:
            row.height = Mm(round(grid.height * share, 1))
        elif few and not any(cells[1:]):
            row.height = few
    for row in rows[-KEPT:]:
        for line in (line for cell in row.cells for line in cell.paragraphs):
            line.paragraph_format.keep_with_next = True


def _merged(cell: _Cell, other: _Cell) -> _Cell:
    """Two cells as one, without the empty lines that the other leaves."""
    whole: _Cell = cell.merge(other)
    for line in [line for line in whole.paragraphs if not line.text][: len(whole.paragraphs) - 1]:
        line._p.getparent().remove(line._p)
    return whole


def _stack(table: Table, grid: Grid) -> None:
    """Put titles of several columns into a row of their own above them."""
    if not grid.groups:
        return
    lower = table.rows[0]
    lower._tr.addprevious(deepcopy(lower._tr))
    start = 0
    for title, several in groupby(grid.groups):
        count = len(list(several))
        upper, end = table.rows[0].cells, start + count
        for cell in (upper if title else table.rows[1].cells)[start:end]:
            for run in cell.paragraphs[0].runs:
                run.text = ""
        if title:
            whole = _merged(upper[start], upper[end - 1])
            whole.paragraphs[0].runs[0].text = title
        else:
            for place in range(start, end):
                _merged(table.rows[1].cells[place], table.rows[0].cells[place])
        start = end


def _shares(grid: Grid, room: int) -> list[int]:
    """The page's width dealt out in the author's proportions, no column narrower than the longest word of its title."""
    least = [max(int(NARROWEST), max(map(len, title.split()), default=0) * LETTER + PADDING) for title in grid.columns]
    if sum(least) > room:
        return [room * one // sum(least) for one in least]
    wishes = [room * width // max(1, sum(grid.widths)) for width in grid.widths]
    missing = sum(max(0, low - wish) for low, wish in zip(least, wishes, strict=True))
    spare = sum(max(0, wish - low) for low, wish in zip(least, wishes, strict=True))
    return [max(low, wish - (max(0, wish - low) * missing // max(1, spare))) for low, wish in zip(least, wishes, strict=True)]
