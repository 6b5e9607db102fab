"""Bands of a scale in words: both ends of all of them with equally many decimals, so that none reads as coarser than the next."""

from __future__ import annotations

from collections.abc import Sequence

from syllabus import bahasa
from syllabus.shapes.reference import Band


def spans(bands: Sequence[Band], between: str = "\u00a0–\u00a0") -> list[str]:
    """ "80,01 – 90,00" and "90,01 – 100,00"."""
    places = max((-int(end.normalize().as_tuple().exponent) for band in bands for end in (band.least, band.most)), default=0)
    return [f"{bahasa.number(band.least, places)}{between}{bahasa.number(band.most, places)}" for band in bands]


def told(bands: Sequence[Band]) -> list[str]:
    """ "90,01–100,00 Sangat baik (Lulus)"."""
    return [f"{span} {band.label}{f' ({band.decision})' if band.decision else ''}" for span, band in zip(spans(bands, "–"), bands, strict=True)]
