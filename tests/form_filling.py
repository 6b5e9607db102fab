"""A form filled in as two programs do it, PDFium with mouse and keys and pypdf by value, and where each letter then stands."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from pypdf import PdfReader, PdfWriter
from pypdfium2 import raw

BOXES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter that was filled in, and the edges of its ink in points: left, low, right, high."""

    text: str
    ink: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Filled:
    """A field after filling: its name, its edges, whether it takes several lines, and the letters in it."""

    name: str
    edges: tuple[float, float, float, float]
    several: bool
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def width(self) -> float:
        return self.edges[2] - self.edges[0]

    def outside(self, sideways: bool = True) -> str:
        """Letters whose ink leaves the field, by more than half a point."""
        left, low, right, high = self.edges
        return "".join(
            letter.text for letter in self.letters
            if letter.ink[1] < low - 0.5 or letter.ink[3] > high + 0.5 or (sideways and (letter.ink[0] < left - 0.5 or letter.ink[2] > right + 0.5))
        )


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box after all were clicked: the name of its field, whether a cross stands in it, and whether it is one of several."""

    name: str
    on: bool
    excludes: bool


def by_keys(pdf: bytes, text: str) -> tuple[list[Filled], list[Ticked]]:
    """Click into every field and type; click every box. As browsers with PDFium do it."""
    boxes: list[Ticked] = []
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        form = document.formenv.raw
        for page in document:
            places = list(_widgets(form, page))
            for _, kind, edges, _ in places:
                if kind not in (raw.FPDF_FORMFIELD_TEXTFIELD, *BOXES):
                    continue
                _click(form, page, edges)
                if kind == raw.FPDF_FORMFIELD_TEXTFIELD:
                    raw.FORM_ReplaceSelection(form, page.raw, _wide(text))
            raw.FORM_ForceToKillFocus(form)
            boxes += [
                Ticked(name, on, kind == raw.FPDF_FORMFIELD_RADIOBUTTON)
                for (name, kind, _, _), on in zip(places, _crosses(form, page), strict=True) if kind in BOXES
            ]
        return _read(document), boxes


def clicked(pdf: bytes, places: Sequence[int]) -> bytes:
    """Click the boxes of the first page at these places, counted among all its boxes, as browsers with PDFium do it; then save."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        form, page = document.formenv.raw, document[0]
        boxes = [edges for _, kind, edges, _ in _widgets(form, page) if kind in BOXES]
        for place in places:
            _click(form, page, boxes[place])
        raw.FORM_ForceToKillFocus(form)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def by_value(pdf: bytes, text: str) -> list[Filled]:
    """Give every field of text its value, and let pypdf draw it. As offices do that fill forms by a script."""
    writer = PdfWriter(clone_from=BytesIO(pdf))
    known = PdfReader(BytesIO(pdf)).get_fields() or {}
    values = {name: text for name, field in known.items() if field.get("/FT") == "/Tx"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        document.init_forms()
        return _read(document)


def _click(form: object, page: pypdfium2.PdfPage, edges: tuple[float, float, float, float]) -> None:
    x, y = (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2
    raw.FORM_OnMouseMove(form, page.raw, 0, x, y)
    raw.FORM_OnLButtonDown(form, page.raw, 0, x, y)
    raw.FORM_OnLButtonUp(form, page.raw, 0, x, y)


def _crosses(form: object, page: pypdfium2.PdfPage) -> Iterator[bool]:
    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        yield bool(raw.FPDFAnnot_IsChecked(form, raw.FPDFPage_GetAnnot(page.raw, number)))


_Place = tuple[str, int, tuple[float, float, float, float], bool]


def _widgets(form: object, page: pypdfium2.PdfPage) -> Iterator[_Place]:
    for number in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, number)
        rect = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(annotation, rect)
        size = raw.FPDFAnnot_GetFormFieldName(form, annotation, None, 0)
        name = ctypes.create_string_buffer(size)
        raw.FPDFAnnot_GetFormFieldName(form, annotation, ctypes.cast(name, ctypes.POINTER(raw.FPDF_WCHAR)), size)
        kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
        several = bool(raw.FPDFAnnot_GetFormFieldFlags(form, annotation) & (1 << 12))
        yield name.raw.decode("utf-16-le").rstrip("\0"), kind, (rect.left, rect.bottom, rect.right, rect.top), several


def _read(document: pypdfium2.PdfDocument) -> list[Filled]:
    """What stands in each field: what is there once a page is one with its fields, and was not before."""
    places = [list(_widgets(document.formenv.raw, page)) for page in document]
    before = [{letter.ink for letter in _letters(page)} for page in document]
    for page in document:
        raw.FPDFPage_Flatten(page.raw, raw.FLAT_PRINT)
    out = BytesIO()
    document.save(out)
    with pypdfium2.PdfDocument(out.getvalue()) as flat:
        after = [[letter for letter in _letters(page) if letter.ink not in known] for page, known in zip(flat, before, strict=True)]
    return [
        Filled(name, edges, several, tuple(_within(edges, letters)))
        for around, letters in zip(places, after, strict=True) for name, kind, edges, several in around if kind == raw.FPDF_FORMFIELD_TEXTFIELD
    ]


def _within(edges: tuple[float, float, float, float], letters: list[Letter]) -> Iterator[Letter]:
    left, low, right, high = edges
    for letter in letters:
        if low <= (letter.ink[1] + letter.ink[3]) / 2 <= high and left <= (letter.ink[0] + letter.ink[2]) / 2 <= right:
            yield letter


def _letters(page: pypdfium2.PdfPage) -> list[Letter]:
    read = page.get_textpage()
    found = (Letter(chr(raw.FPDFText_GetUnicode(read.raw, place)), read.get_charbox(place)) for place in range(read.count_chars()))
    return [letter for letter in found if letter.text.strip()]


def _wide(text: str) -> object:
    data = (text + "\0").encode("utf-16-le")
    return ctypes.cast(ctypes.create_string_buffer(data), ctypes.POINTER(raw.FPDF_WCHAR))
