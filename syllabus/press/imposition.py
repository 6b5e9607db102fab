"""Two pages on a sheet, in the order in which folded sheets become a booklet."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

A4_LANDSCAPE = (841.89, 595.28)
"""Width and height of a sheet side, in points."""


def order(pages: int, sheets: int = 0) -> Iterator[tuple[int | None, int | None]]:
    """Left and right page (from 0; None is blank) of each sheet side, front and back in turn.

    `sheets` is how many sheets are folded into one another; 0 folds all of them together.
    """
    per_gathering = 4 * sheets if sheets else -(-pages // 4) * 4
    for start in range(0, pages, max(per_gathering, 4)):
        count = min(per_gathering, -(-(pages - start) // 4) * 4)
        for side in range(count // 2):
            outer, inner = count - 1 - side, side
            pair = (outer, inner) if side % 2 == 0 else (inner, outer)
            left, right = (start + number if start + number < pages else None for number in pair)
            yield left, right


def booklet(pdf: bytes, sheets: int = 0) -> bytes:
    """An A5 booklet of a book: print both sides on A4, flip on the short edge, fold, staple. Landscape
    pages are turned.

    For paper only: tags and links do not survive, the book itself is for the screen. Same bytes in, same
    bytes out.
    """
    width, height = A4_LANDSCAPE
    with pikepdf.open(BytesIO(pdf)) as book, pikepdf.new() as out:
        for page in book.pages:
            box = page.mediabox
            if float(box[2]) - float(box[0]) > float(box[3]) - float(box[1]):
                page.rotate(90, relative=True)
        for left, right in order(len(book.pages), sheets):
            side = out.add_blank_page(page_size=A4_LANDSCAPE)
            forms = pikepdf.Dictionary()
            drawing = b""
            for number, name, x in ((left, "/Kiri", 0.0), (right, "/Kanan", width / 2)):
                if number is not None:
                    form = out.copy_foreign(book.pages[number].as_form_xobject())
                    forms[name] = form
                    place = pikepdf.Rectangle(x, 0, x + width / 2, height)
                    drawing += side.calc_form_xobject_placement(form, pikepdf.Name(name), place)
            side.obj.Resources = pikepdf.Dictionary(XObject=forms)
            side.obj.Contents = out.make_stream(drawing)
        out.Root.Lang = pikepdf.String("id")
        result = BytesIO()
        out.save(
            result,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return result.getvalue()
