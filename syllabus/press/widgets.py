"""Links to nowhere become fields (AcroForm): tagged, labelled, in reading order, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from syllabus.press.fields import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from syllabus.press.fields import Field, Question

TICKED = "/Ya"
PRINTED, SEVERAL_LINES, ONE_OF_SEVERAL = 4, 1 << 12, 1 << 15
"""Flags: a field that is printed; text over several lines; boxes of which one at most is ticked (radio buttons)."""
FITTED = 0
"""Size of letters: as large as the field allows, up to 12 points over several lines, smaller as the text grows. So nothing that was
filled in is cut off when it is printed."""
CENTRED = 1
FIGURES, MOST_LETTERS = 30.0, 20
"""Points of width below which a column is for figures, and the letters that it takes: more would not be seen whole."""
BELOW_LINE = 2.5
"""Points that a field of one line reaches below its writing line. Programs set the letters in the middle of the field: so they stand on the
line, beside the label's, as large as the print around them."""
CROSS = "q 1.1 w 1 J {0} {2} m {1} {3} l {0} {3} m {1} {2} l S Q"


def add_fields(document: pikepdf.Pdf, fields: Sequence[Field]) -> None:
    """Turn each marked link into its field. Raises `ValueError` where a field has no place on a page, or two."""
    if not fields:
        return
    from syllabus.press.form_font import form_font  # here, since books without fields need none of its libraries

    font = form_font(document)
    found: dict[int, pikepdf.Object] = {}
    asked: dict[Question, pikepdf.Object] = {}
    for page in document.pages:
        for annotation in page.get("/Annots", ()):
            number = _number(annotation)
            if number is None:
                continue
            if number in found:
                raise ValueError(f"field {number} stands twice")
            found[number] = annotation
            annotation.P = page.obj
            _become(document, annotation, fields[number])
            if (question := fields[number].question) is not None:
                asked[question] = asked.get(question) or _asked(document, question)
                _join(annotation, asked[question])
            page.Tabs = Name.S
    if len(found) != len(fields):
        raise ValueError(f"{len(fields)} fields written, {len(found)} on the pages")
    _retag(document, {annotation.objgen for annotation in found.values()})
    document.Root.AcroForm = document.make_indirect(Dictionary(
        Fields=Array(_in_order(found)),
        DR=Dictionary(Font=Dictionary(Isian=font)),
        DA=String(f"/Isian {FITTED} Tf 0 g"),
    ))


def _in_order(found: dict[int, pikepdf.Object]) -> list[pikepdf.Object]:
    """The fields in the order in which they were written: a question stands where its first answer does."""
    fields = [widget.get("/Parent", widget) for _, widget in sorted(found.items())]
    return list({field.objgen: field for field in fields}.values())


def _number(annotation: pikepdf.Object) -> int | None:
    action = annotation.get("/A") if annotation.get("/Subtype") == Name.Link else None
    address = str(action.get("/URI", "")) if action is not None else ""
    return int(address.removeprefix(ADDRESS)) if address.startswith(ADDRESS) else None


def _become(document: pikepdf.Pdf, widget: pikepdf.Object, field: Field) -> None:
    for key in ("/A", "/Border", "/Contents"):
        if key in widget:
            del widget[key]
    widget.Subtype, widget.F = Name.Widget, PRINTED
    widget.TU = String(field.label)
    if field.tick:
        on = TICKED if field.question is None else f"/{field.name}"
        widget.AS = Name.Off
        widget.AP = Dictionary(N=Dictionary({"/Off": _drawn(document, widget, ""), on: _drawn(document, widget, CROSS)}))
        if field.question is None:
            widget.T, widget.FT, widget.V = String(field.name), Name.Btn, Name.Off
        return
    widget.T, widget.FT, widget.V = String(field.name), Name.Tx, String("")
    left, low, right, high = (float(side) for side in widget.Rect)
    if right - left < FIGURES:
        widget.MaxLen = MOST_LETTERS
    widget.DA = String(f"/Isian {FITTED} Tf 0 g")
    if field.centred:
        widget.Q = CENTRED
    if field.several:
        widget.Ff = SEVERAL_LINES
        # White under the words, once there are any: the lines for the pen are further apart than typed ones. The empty field shows nothing.
        widget.MK = Dictionary(BG=[1])
    else:
        widget.Rect = Array([left, low - BELOW_LINE, right, high])
    widget.AP = Dictionary(N=_drawn(document, widget, "/Tx BMC EMC"))


def _asked(document: pikepdf.Pdf, question: Question) -> pikepdf.Object:
    """The field of a question; its boxes are ticked and drawn by themselves."""
    return document.make_indirect(Dictionary(
        FT=Name.Btn, Ff=ONE_OF_SEVERAL, T=String(question.name), TU=String(question.label), V=Name.Off, Kids=Array(),
    ))


def _join(widget: pikepdf.Object, question: pikepdf.Object) -> None:
    widget.Parent = question
    question.Kids.append(widget)


def _drawn(document: pikepdf.Pdf, widget: pikepdf.Object, drawing: str) -> pikepdf.Object:
    """A drawing as large as the field; `{0}` to `{3}` are its edges left, right, low and high, a little within."""
    left, low, right, high = (float(side) for side in widget.Rect)
    wide, tall = round(right - left, 2), round(high - low, 2)
    lines = drawing.format(round(wide * 0.2, 2), round(wide * 0.8, 2), round(tall * 0.2, 2), round(tall * 0.8, 2))
    return document.make_stream(lines.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, wide, tall])


def _retag(document: pikepdf.Pdf, fields: set[tuple[int, int]]) -> None:
    """In the structure, what was a link is a form field."""
    stack = [document.Root.StructTreeRoot]
    while stack:
        node = stack.pop()
        kids = node.get("/K")
        for kid in kids if isinstance(kids, Array) else [] if kids is None else [kids]:
            if not isinstance(kid, Dictionary):
                continue
            if kid.get("/Type") == Name.OBJR and kid.Obj.objgen in fields:
                node.S = Name.Form
            elif "/S" in kid:
                stack.append(kid)
