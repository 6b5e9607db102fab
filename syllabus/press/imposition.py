"""Two pages on a sheet, in the order in which folded sheets become a booklet."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

A4_LANDSCAPE = (841.89, 595.28)
"""Width and height of a sheet side, in points."""
SINGLE_FOLD = 12
"""So many sheets of office paper fold into one another and take a staple through the back."""
GATHERING = 8
"""Sheets of one gathering of a thicker book, at most."""


@dataclass(frozen=True, slots=True)
class Folding:
    """How the sheets of a booklet are folded: how many there are, and how many into one another."""

    sheets: int
    together: int

    @property
    def gatherings(self) -> int:
        """How many folded bundles lie one behind the other."""
        return -(-self.sheets // self.together)


def folding(pages: int) -> Folding:
    """Sheets for a book of so many pages. A thick one is folded in gatherings of about equal size."""
    sheets = max(1, -(-pages // 4))
    if sheets <= SINGLE_FOLD:
        return Folding(sheets, sheets)
    return Folding(sheets, -(-sheets // -(-sheets // GATHERING)))


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


def booklet(pdf: bytes) -> bytes:
    """An A5 booklet of an A4 book: print both sides on A4, flip on the short edge, fold. Landscape pages are turned.

    On the back of each gathering stands a short bar, a step lower from one to the next, so that a missing or
    misplaced one is seen at once. For paper only: tags and links do not survive, the book itself is for the screen.
    Same bytes in, same bytes out.
    """
    with pikepdf.open(BytesIO(pdf)) as book, pikepdf.new() as out:
        fold = folding(len(book.pages))
        for page in book.pages:
            box = page.mediabox
            if float(box[2]) - float(box[0]) > float(box[3]) - float(box[1]):
                page.rotate(90, relative=True)
        for number, pair in enumerate(order(len(book.pages), fold.together)):
            gathering, side = divmod(number, 2 * fold.together)
            bar = _bar(gathering) if side == 0 and fold.gatherings > 1 else b""
            _set_side(out, book, pair, bar)
        out.Root.Lang = pikepdf.String("id")
        with book.open_metadata() as said:
            title = said.get("dc:title", "")
        out.docinfo["/Title"] = f"{title} (buklet A5)"
        result = BytesIO()
        out.save(
            result,
            deterministic_id=True,
            compress_streams=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return result.getvalue()


def _set_side(out: pikepdf.Pdf, book: pikepdf.Pdf, pair: tuple[int | None, int | None], bar: bytes) -> None:
    width, height = A4_LANDSCAPE
    side = out.add_blank_page(page_size=A4_LANDSCAPE)
    forms = pikepdf.Dictionary()
    drawing = b""
    for number, name, x in ((pair[0], "/Kiri", 0.0), (pair[1], "/Kanan", width / 2)):
        if number is not None:
            form = out.copy_foreign(book.pages[number].as_form_xobject())
            forms[name] = form
            place = pikepdf.Rectangle(x, 0, x + width / 2, height)
            drawing += side.calc_form_xobject_placement(form, pikepdf.Name(name), place)
    side.obj.Resources = pikepdf.Dictionary(XObject=forms)
    side.obj.Contents = out.make_stream(drawing + bar)


def _bar(gathering: int) -> bytes:
    """A black bar of 2 × 6 mm across the fold on the outside, a step of 8 mm lower for each gathering."""
    width, height = A4_LANDSCAPE
    lower = height - 60 - 22.7 * (gathering % 20)
    return f"\nq 0 g {width / 2 - 2.8:.2f} {lower:.2f} 5.6 17 re f Q\n".encode()
