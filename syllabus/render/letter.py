"""The head and foot of a sheet that an office prints: its letterhead, and place, date and signer."""

from __future__ import annotations

from syllabus.render.html import Html, tag
from syllabus.render.view import View

BLANK = tag("span", class_="isian", data_lebar="14")
"""A dotted line to write on."""


def letterhead(view: View) -> Html:
    """The owner's letterhead; two lines to fill in where the programme names none."""
    kop = view.curriculum.program.value.letterhead
    if kop is None:
        return tag("div", tag("p", "Instansi: ", BLANK), tag("p", "Alamat: ", BLANK), class_="kop kop-kosong")
    lines = (tag("p", tag("strong", line)) for line in kop.lines)
    return tag("div", lines, tag("p", kop.address) if kop.address else None, class_="kop")


def signature(view: View, year: int, post: str | None = None) -> Html:
    """Place, a date to fill in, post, room to sign, and name. `post` overrides the programme's signer, whose name then stays open."""
    program = view.curriculum.program.value
    signer = program.signer if post is None else None
    shown = post or (signer.post if signer else None)
    name = signer.name if signer and signer.name else None
    place = program.signed_at or program.province
    return tag(
        "div",
        tag("p", f"{place}, ........................ {year}"),
        tag("p", shown) if shown else tag("p", "Jabatan: ", BLANK),
        tag("div", class_="ruang-tanda-tangan"),
        tag("p", tag("strong", name)) if name else tag("p", BLANK),
        class_="penetapan",
    )
