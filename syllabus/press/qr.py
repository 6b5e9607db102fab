"""QR codes as SVG, for chapter openings."""

from __future__ import annotations

from io import BytesIO


def qr(text: str) -> bytes:
    """A QR code (error correction M) that holds the text, black on white, with its quiet zone. Same text,
    same bytes."""
    import segno  # it brings in much of the standard library, and most print has no code

    out = BytesIO()
    segno.make(text, error="m", micro=False).save(
        out,
        kind="svg",
        scale=4,
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgns=True,
        nl=False,
        omitsize=False,
    )
    return out.getvalue()
