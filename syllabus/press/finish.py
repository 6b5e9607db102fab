"""The last touches on a PDF: clean text for search and copying, row heads in tables, language, outline,
compression."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from syllabus.press.book import Heading
from syllabus.press.copying import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def finish(pdf: bytes, row_heads: list[list[bool]]) -> tuple[bytes, int, tuple[Heading, ...]]:
    """Mend what the typesetter cannot do. Gives the bytes, the pages, and the outline.

    Soft hyphens leave the text that is searched and copied. Cells that head a row become TH with scope Row;
    `row_heads` says for each table, in reading order, which of its body cells do. Raises `ValueError` if
    the tables
    of the file are not those that were written.
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        clean_text(document)
        _mark_row_heads(document, row_heads)
        document.Root.Lang = pikepdf.String("id")
        outline = tuple(_outline(document))
        pages = len(document.pages)
        out = BytesIO()
        document.save(
            out,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue(), pages, outline


def _mark_row_heads(document: pikepdf.Pdf, row_heads: list[list[bool]]) -> None:
    tables = list(_tables(document.Root.StructTreeRoot))
    if len(tables) != len(row_heads):
        raise ValueError(f"{len(tables)} tables in the file, {len(row_heads)} written")
    for table, flags in zip(tables, row_heads, strict=True):
        cells = list(_body_cells(table))
        if len(cells) != len(flags):
            raise ValueError(f"{len(cells)} body cells in a table of the file, {len(flags)} written")
        for cell, heads in zip(cells, flags, strict=True):
            if heads:
                _make_head(cell)


def _make_head(cell: pikepdf.Dictionary) -> None:
    cell.S = pikepdf.Name.TH
    old = cell.get("/A")
    attributes = [] if old is None else list(old) if isinstance(old, pikepdf.Array) else [old]
    table = next(
        (item for item in attributes if isinstance(item, pikepdf.Dictionary) and item.get("/O") == "/Table"),
        None,
    )
    if table is None:
        attributes.append(pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row))
    else:
        table.Scope = pikepdf.Name.Row
    cell.A = pikepdf.Array(attributes)


def _kids(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _tables(root: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """All tables in reading order, an outer one before those within it."""
    stack = list(reversed(list(_kids(root))))
    while stack:
        node = stack.pop()
        if node.S == "/Table":
            yield node
        stack += reversed(list(_kids(node)))


def _body_cells(table: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    for group in _kids(table):
        rows = [group] if group.S == "/TR" else list(_kids(group)) if group.S in ("/TBody", "/TFoot") else []
        for row in rows:
            yield from (cell for cell in _kids(row) if cell.S in ("/TD", "/TH"))


def _outline(document: pikepdf.Pdf) -> Iterator[Heading]:
    with document.open_outline() as outline:
        stack = [(item, 1) for item in reversed(outline.root)]
        while stack:
            item, level = stack.pop()
            yield Heading(level, item.title)
            stack += [(child, level + 1) for child in reversed(item.children)]
