"""An office file is a ZIP archive: written in order and with the edition's date, so that the same content gives the same bytes."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CORE = "docProps/core.xml"


def midnight(day: date) -> datetime:
    """The moment that stands for an edition's date."""
    return datetime(day.year, day.month, day.day)


def packed(raw: bytes, day: date) -> bytes:
    """The same parts, sorted, dated and compressed anew. The libraries stamp the time of saving; the edition's goes there."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = source.read(name)
            if name == CORE:
                data = _dated(data, midnight(day))
            target.writestr(ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0)), data, ZIP_DEFLATED)
    return out.getvalue()


def _dated(core: bytes, moment: datetime) -> bytes:
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
