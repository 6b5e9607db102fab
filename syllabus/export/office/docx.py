"""A document through a Word template that staff may redesign. A template shows values; it can neither call nor fetch anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Cm, Emu
from docx.table import Table
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from syllabus.export.office.document import Document, Paper
from syllabus.export.office.package import midnight, packed
from syllabus.place import Place
from syllabus.problem import Problem

MOST_BYTES, MOST_UNPACKED = 2_000_000, 20_000_000
"""A template is a page or two."""
FILLED, SIGNED = "isian", "tanda tangan"
"""Alternative titles of the tables that take a grid and the signatures: their columns are fitted."""
NARROWEST = Cm(1.1)
FEW_ROWS = 8
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
        "tabel": [{"judul": grid.title, "kolom": list(grid.columns), "baris": [list(row) for row in grid.rows]} for grid in document.grids],
    }


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
    for table, grid in zip(_called(word, FILLED), document.grids, strict=False):
        _widen(table, _shares(grid.widths, room))
        if len(grid.rows) <= FEW_ROWS:
            for row, cells in zip(table.rows, ((), *grid.rows), strict=False):
                if cells and not any(cells[1:]):
                    row.height = ROOM_TO_WRITE[document.landscape]
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


def _shares(widths: Sequence[int], room: int) -> list[int]:
    """The page's width dealt out in these proportions, no column below `NARROWEST`."""
    floor = min(NARROWEST, room // len(widths))
    spare = room - floor * len(widths)
    return [floor + spare * (width - min(widths)) // max(1, sum(width - min(widths) for width in widths)) for width in widths] \
        if spare and len(set(widths)) > 1 else [room // len(widths)] * len(widths)
