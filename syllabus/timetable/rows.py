"""How a session becomes a row: its title, and the JP that each piece of it carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from syllabus.shapes.schedule import JpPart, Session, SessionKind
from syllabus.timetable.plan import Path, Row, to_time

TITLES: Mapping[SessionKind, str] = {
    "registrasi": "Registrasi", "pembukaan": "Pembukaan", "blc": "Membangun komitmen belajar (BLC)", "pretes": "Pretes",
    "refleksi": "Refleksi", "postes": "Postes", "rtl": "Rencana tindak lanjut (RTL)", "penutupan": "Penutupan",
    "rehat": "Rehat", "ishoma": "Ishoma", "perjalanan": "Perjalanan",
}


def row_of(session: Session, start: int, end: int, path: Path, titles: Mapping[str, str], parts: tuple[JpPart, ...] | None = None) -> Row:
    """A row of a session at minutes since midnight; `parts` where the row is only a piece of the session."""
    known = titles.get(session.module or session.workshop or "")
    title = session.title or known or session.module or session.workshop or TITLES.get(session.kind, session.kind.capitalize())
    return Row(to_time(start), to_time(end), session.kind, title, session.parts if parts is None else parts, session.module, session.workshop,
               session.speakers, session.room, session.note, path)


def split(parts: Iterable[JpPart], count: int) -> tuple[tuple[JpPart, ...], tuple[JpPart, ...]]:
    """The first `count` JP of the parts, in order, and what is left of them."""
    taken: list[JpPart] = []
    rest: list[JpPart] = []
    for part in parts:
        now = min(part.jp, count)
        count -= now
        if now:
            taken.append(part.model_copy(update={"jp": now}))
        if part.jp > now:
            rest.append(part.model_copy(update={"jp": part.jp - now}))
    return tuple(taken), tuple(rest)
