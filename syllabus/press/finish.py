"""The last touches on a PDF: clean text for search and copying, row heads in tables, language, outline,
compression."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pikepdf

from syllabus.press.book import Heading
from syllabus.press.copying import COMPRESSION, clean_pages, clean_pages_of, put
from syllabus.press.glue import NO_BREAK
from syllabus.press.glyphs import clean_maps
from syllabus.press.helper import shared
from syllabus.press.widgets import add_fields
from syllabus.uncollected import left

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from syllabus.press.fields import Field
    from syllabus.press.helper import Helper
    from syllabus.press.marks import Mark


def finish(
    pdf: bytes, tables: list[list[Mark]], fields: Sequence[Field] = (), helper: Helper | None = None,
) -> tuple[bytes, int, tuple[Heading, ...]]:
    """Mend what the typesetter cannot do. Gives the bytes, the pages, and the outline.

    Soft hyphens leave the text that is searched and copied. Cells that head a row become TH with scope Row, and binders
    leave the tags; `tables` holds the marks of each table's cells, in reading order. Raises `ValueError` if the tables of
    the file are not those that were written. Where a helper helps, this book is the only one: its document is left in memory.
    """
    with TemporaryDirectory(prefix="press-") as folder:
        # From a file of its own qpdf reads objects twice as fast as from Python's memory.
        made = Path(folder) / "buku.pdf"
        made.write_bytes(pdf)
        with pikepdf.open(made) if helper is None else left(pikepdf.open(made)) as document:
            pages = len(document.pages)
            mended = shared(helper, pages, partial(clean_pages, document), clean_pages_of, made)
            clean_maps(document)
            _mend_tables(document, tables)
            put(document, mended())
            add_fields(document, fields)
            document.Root.Lang = pikepdf.String("id")
            # The typesetter notes that nothing is suspect. That goes without saying, and poppler takes it for a fault of the file.
            del document.Root.MarkInfo.Suspects
            outline = tuple(_outline(document))
            out = BytesIO()
            pikepdf.settings.set_flate_compression_level(COMPRESSION)
            document.save(
                out,
                deterministic_id=True,
                compress_streams=True,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,  # what is packed is not looked into
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
            )
    return out.getvalue(), pages, outline


def _mend_tables(document: pikepdf.Pdf, written: list[list[Mark]]) -> None:
    tables = _tables(document.Root.StructTreeRoot)
    if len(tables) != len(written):
        raise ValueError(f"{len(tables)} tables in the file, {len(written)} written")
    for cells, marks in zip(tables, written, strict=True):
        if len(cells) != len(marks):
            raise ValueError(f"{len(cells)} cells in a table of the file, {len(marks)} written")
        for (row, cell), mark in zip(cells, marks, strict=True):
            if mark.leaves:
                _drop(row, cell)
            if mark.wide:
                _narrow(cell)
            if mark.head:
                _make_head(cell)
            if mark.rows:
                _of_table(cell).RowSpan = mark.rows


def _drop(row: pikepdf.Object, cell: pikepdf.Object) -> None:
    """Take a cell out of its row, and the row out of its table where nothing is left of it."""
    row.K = pikepdf.Array([kid for kid in row.K if kid.objgen != cell.objgen])
    if not len(row.K):
        row.P.K = pikepdf.Array([kid for kid in row.P.K if kid.objgen != row.objgen])


def _make_head(cell: pikepdf.Object) -> None:
    cell.S = pikepdf.Name.TH
    _of_table(cell).Scope = pikepdf.Name.Row


def _of_table(cell: pikepdf.Object) -> pikepdf.Object:
    """What a cell says of its place in the table."""
    attributes = _attributes(cell)
    if not any(item.get("/O") == "/Table" for item in attributes):
        attributes.append(pikepdf.Dictionary(O=pikepdf.Name.Table))
        cell.A = pikepdf.Array(attributes)
    return next(item for item in _attributes(cell) if item.get("/O") == "/Table")


def _narrow(cell: pikepdf.Object) -> None:
    """Take the binder's column off a cell over several columns."""
    for item in _attributes(cell):
        if "/ColSpan" in item:
            item.ColSpan = int(item.ColSpan) - 1


def _attributes(cell: pikepdf.Object) -> list[pikepdf.Dictionary]:
    found = cell.get("/A")
    return [item for item in (found if isinstance(found, pikepdf.Array) else [found]) if isinstance(item, pikepdf.Dictionary)]


def _kids(node: pikepdf.Object) -> list[tuple[pikepdf.Object, str]]:
    """The elements right below one, each with what it is."""
    kids = node.get("/K")
    if kids is None or isinstance(kids, int):
        return []
    items = kids if isinstance(kids, pikepdf.Array) else (kids,)
    return [(kid, str(name)) for kid in items if not isinstance(kid, int) and (name := kid.get("/S")) is not None]


def _tables(root: pikepdf.Object) -> list[list[tuple[pikepdf.Object, pikepdf.Object]]]:
    """The cells of all tables in reading order, each with its row; an outer table before those within it."""
    found: list[list[tuple[pikepdf.Object, pikepdf.Object]]] = []
    waiting = [(root, "", root, -1)]
    while waiting:
        node, name, row, table = waiting.pop()
        if name == "/Table":
            table = len(found)
            found.append([])
        elif name == "/TR":
            row = node
        elif name in ("/TD", "/TH"):
            found[table].append((row, node))
        waiting += [(kid, what, row, table) for kid, what in reversed(_kids(node))]
    return found


def _outline(document: pikepdf.Pdf) -> Iterator[Heading]:
    """All bookmarks, with spaces that are spaces: what holds words together on a line means nothing there."""
    waiting = [(document.Root.get("/Outlines", pikepdf.Dictionary()).get("/First"), 1)]
    while waiting:
        item, level = waiting.pop()
        if item is not None:
            title = str(item.Title)
            if NO_BREAK in title:
                title = title.replace(NO_BREAK, " ")
                item.Title = pikepdf.String(title)
            yield Heading(level, title)
            waiting += [(item.get("/Next"), level), (item.get("/First"), level + 1)]
