"""What forms share: lines to fill above a table, room to write, boxes to tick, and where to sign."""

from __future__ import annotations

import re
from collections.abc import Iterable

from syllabus.render.html import NOTHING, Child, Html, join, tag
from syllabus.render.view import View

_OPEN = re.compile(r"(\.{4,}|\[ \]|\( \))")
ROOMY = 3
"""Parties beside each other that have room for the whole line of the date."""
WIDEST = 40
"""Letters of the longest line inside a sentence."""
BOX = tag("span", class_="kotak")
"""A box to tick."""
CHOICE = tag("span", class_="kotak tunggal")
"""A box of several in a row, a list or a sentence, of which one is ticked."""
_BOXES = {"[ ]": BOX, "( )": CHOICE}


def blank(width: int = 12) -> Html:
    """A dotted line to write on, inside a sentence; `width` in letters."""
    return tag("span", class_="isian", data_lebar=width)


def printed_too(view: View, sheet: str, about: str) -> Html:
    """What a form is for, with the way to its PDF, a sheet of that id."""
    link = tag("a", "PDF siap cetak", href=view.way_to(f"unduhan/formulir/{sheet}.pdf"), class_="ke-pdf")
    return tag("p", about, " ", link, class_="meta")


def writing_room(lines: int) -> Html:
    """Dotted lines over the full width."""
    return tag("div", class_="ruang-tulis", data_baris=lines)


def with_blanks(sentence: str) -> Html:
    """A sentence whose runs of four dots or more are lines to write on, as long as the run, whose `[ ]` are boxes to tick, and of
    whose `( )` one is ticked."""
    return join(
        part if not number % 2 else _BOXES.get(part) or blank(min(len(part), WIDEST)) for number, part in enumerate(_OPEN.split(sentence))
    )


def fields(pairs: Iterable[tuple[str, Child]], columns: int = 1) -> Html:
    """Labelled values above a form; an empty value becomes a line to write on, up to the edge. In one or two columns."""
    entries = [tag("div", tag("dt", label), tag("dd", _unlabelled(label, value))) for label, value in pairs]
    return tag("dl", entries, class_="kepala-isian", data_lajur=columns) if entries else NOTHING


def _unlabelled(label: str, value: Child) -> Child:
    """A value that does not say its label again: "Angkatan: Teknis April 2027"."""
    return value.removeprefix(f"{label} ") if isinstance(value, str) and not isinstance(value, Html) else value


def signatures(parties: Iterable[str], place: str = "", known: str = "", civil: bool = True) -> Html:
    """Where people sign: each party with room for the hand and a line for the name, up to three beside each other.

    With `place` ("Jambi") the last party stands under "Jambi, ……… 2027" where `known` is "2027". Numbers of civil
    servants (NIP) are a line to write on; they are never printed. Where citizens sign too (`civil` false), nobody is asked for one.
    """
    roles = list(parties)
    dated = tag("p", f"{place}, ", blank(5 if len(roles) > ROOMY else max(5, 13 - len(place))), f" {known}".rstrip(), class_="tempat-tanggal") if place else None
    signers = [
        tag("div", dated if number == len(roles) else None, tag("p", role, class_="jabatan"), tag("p", class_="nama"), class_="penanda" if civil else "penanda tanpa-nip")
        for number, role in enumerate(roles, 1)
    ]
    return tag("div", signers, class_="tanda-tangan") if signers else NOTHING
