"""A document through a Word template that staff may redesign. A template shows values; it can neither call nor fetch anything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from syllabus.export.office.document import Document, Grid, Paper
from syllabus.export.office.fitting import fit
from syllabus.export.office.package import midnight, packed
from syllabus.place import Place
from syllabus.problem import Problem

MOST_BYTES, MOST_UNPACKED = 2_000_000, 20_000_000
"""A template is a page or two."""
_SILENT = (nodes.Call, nodes.Filter, nodes.Test, nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Macro, nodes.Pow, nodes.Mul)
_LIVELY = (b"vbaProject", b"oleObject", b"DDE ", b"DDEAUTO", b"INCLUDETEXT", b"INCLUDEPICTURE", b"attachedTemplate", b"activeX")
_PARTED = re.compile(r"(?<=[A-Za-z])-(?=\d)|(?<=\b[A-Z])-(?=[a-z])|(?<=[A-Za-z]\d)-(?=\d)")
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
    fit(word, document, paper)
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
        "tahun": document.year or paper.year, "kaki": paper.foot,
        "kepala": list(document.head), "isi": [_lined(text) for text in document.paragraphs], "petunjuk": [_whole(note) for note in document.notes], "tanda_tangan": list(document.signatures), "nip": document.civil,
        "tabel": [_told(grid) for grid in document.grids], "surat": _letter(document),
        "bagian": [
            {"judul": part.title, "kalimat": [_lined(text) for text in part.sentences], "kepala": [_beside(line) for line in part.label_lines], "tabel": [_told(grid) for grid in part.grids], "ruang": [""] * part.room}
            for part in document.in_order
        ],
    }


def _beside(labels: Sequence[str]) -> list[str]:
    """One or two labels, each with room to write."""
    return [text for label in labels for text in _labelled(label)] + [""] * (4 - 2 * len(labels))


def _labelled(text: str) -> tuple[str, str]:
    label, _, known = text.partition(": ")
    return label, f": {known}".rstrip()


def _letter(document: Document) -> Mapping[str, object] | None:
    """The head of an official letter, and who gets a copy; nothing for any other document."""
    letter = document.letter
    if letter is None:
        return None
    head = ("Nomor", f"Sifat: {letter.nature}", f"Lampiran: {letter.enclosed}" if letter.enclosed else "Lampiran", f"Hal: {letter.subject}")
    return {"kepala": [_beside([label]) for label in head], "yth": letter.addressee, "tembusan": list(letter.copies)}


def _lined(sentence: str) -> str:
    """A sentence whose last dots are a line as long as there is room, by the tab stop of its style."""
    said = sentence.rstrip(".")
    return _whole(f"{said}\t" if len(sentence) - len(said) > 3 else sentence)


def _whole(text: str) -> str:
    """What no line may end in the middle of (`ke-60`, `A1-2`, `N-gain`) with a hyphen that does not break."""
    return _PARTED.sub("\u2011", text)


def _told(grid: Grid) -> Mapping[str, object]:
    return {"judul": grid.title, "kolom": list(grid.columns), "baris": [[_whole(cell) for cell in row] for row in grid.rows]}


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
