"""The cover of a printed book as a picture, for its edition on phones."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image

_COLOURS = 32


def cover_picture(pdf: bytes, width: int) -> bytes:
    """The first page as a PNG picture of so many dots across, in the few colours that a cover is made of. Same file, same bytes."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        picture = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
    small = BytesIO()
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()
