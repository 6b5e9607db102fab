"""Cheap guards of one PDF: tags, language, heads of tables, alternative texts, fonts. Each finding is one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain

import pikepdf

from tests.pdf_tags import tags

_ACTUAL = re.compile(rb"/ActualText\s?<FEFF(?:[0-9A-F]{4})*?00AD")
_MAPPED = re.compile(rb"<(?:[0-9A-F]{4})+00AD>|<00AD(?:[0-9A-F]{4})+>")
"""A soft hyphen within the text of some letters. A hyphen at a line end has an entry of its own, which viewers know."""
PAINTING = frozenset("Tj TJ ' \" S s f F f* B B* b b* sh Do BI".split())
"""Operators that put something on the page."""


def findings(pdf: bytes) -> list[str]:
    """Everything that keeps a file from being readable by all and keepable for long, as far as a glance can tell."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        if "/StructTreeRoot" not in root:
            return ["no tags"]
        tagged = list(tags(root.StructTreeRoot.K))
        return list(
            chain(
                [] if str(root.get("/Lang", "")) == "id" else ["language is not id"],
                [] if "/MarkInfo" in root and root.MarkInfo.get("/Marked") else ["not marked as tagged"],
                ["notes suspects, which poppler cannot read"] if "/MarkInfo" in root and "/Suspects" in root.MarkInfo else [],
                _claims(document),
                ("a head of a table says no scope" for tag in tagged if tag.S == "/TH" and not _attribute(tag, "/Scope")),
                ("a figure has no alternative text" for tag in tagged if tag.S == "/Figure" and not str(tag.get("/Alt", "")).strip()),
                (f"a table with rows of {sorted(widths)} columns" for tag in tagged if tag.S == "/Table" and len(widths := _widths(tag)) > 1),
                _fonts(document),
                _untagged(document),
                _soft_hyphens(document),
            )
        )


def _claims(document: pikepdf.Pdf) -> Iterator[str]:
    with document.open_metadata() as metadata:
        if (metadata.get("pdfuaid:part"), metadata.get("pdfaid:part"), metadata.get("pdfaid:conformance")) != ("1", "2", "A"):
            yield "does not claim PDF/UA-1 and PDF/A-2a"


def _attribute(tag: pikepdf.Dictionary, name: str) -> pikepdf.Object | None:
    held = tag.get("/A")
    items = list(held) if isinstance(held, pikepdf.Array) else [held]
    return next((item[name] for item in items if isinstance(item, pikepdf.Dictionary) and name in item), None)


def _widths(table: pikepdf.Dictionary) -> set[int]:
    """How many columns the rows of a table have, counting cells that reach over columns and down rows."""
    widths: set[int] = set()
    reach: dict[int, int] = {}
    for number, row in enumerate(_rows(table)):
        width = reach.get(number, 0)
        for cell in (kid for kid in _kids(row) if kid.S in ("/TH", "/TD")):
            columns, rows = int(_attribute(cell, "/ColSpan") or 1), int(_attribute(cell, "/RowSpan") or 1)
            width += columns
            for below in range(number + 1, number + rows):
                reach[below] = reach.get(below, 0) + columns
        widths.add(width)
    return widths


def _rows(table: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    for kid in _kids(table):
        if kid.S == "/TR":
            yield kid
        elif kid.S in ("/THead", "/TBody", "/TFoot"):
            yield from (row for row in _kids(kid) if row.S == "/TR")


def _kids(tag: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    held = tag.get("/K")
    for kid in held if isinstance(held, pikepdf.Array) else [] if held is None else [held]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _fonts(document: pikepdf.Pdf) -> Iterator[str]:
    """Fonts that are not in the file, or needlessly whole; only a font to type with in fields must have all its letters."""
    form = document.Root.get("/AcroForm", pikepdf.Dictionary())
    typed = form.get("/DR", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
    whole = {str(font.get("/BaseFont", "")) for font in typed.values()}
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.get("/FontName", ""))
            if not any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"font {name} is not embedded"
            if len(name.partition("+")[0]) != 7 and name not in whole:
                yield f"font {name} is not a subset"


def _untagged(document: pikepdf.Pdf) -> Iterator[str]:
    """Pages with something painted that is neither tagged nor marked as decoration."""
    for number, page in enumerate(document.pages, 1):
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name in ("BDC", "BMC"):
                depth += 1
            elif name == "EMC":
                depth -= 1
            elif name in PAINTING and depth == 0:
                yield f"page {number} has content without a tag"
                break


def _soft_hyphens(document: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(document.pages, 1):
        if _ACTUAL.search(page.Contents.read_bytes()):
            yield f"page {number} gives soft hyphens to who copies its text"
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item and _MAPPED.search(item.ToUnicode.read_bytes()):
            yield f"font {item.get('/BaseFont', '')} gives soft hyphens to who copies its text"
