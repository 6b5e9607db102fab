"""A leaf: one form or sheet that is printed by itself, without cover and contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from syllabus.place import Place
from syllabus.render.html import Html

Group = Literal["peserta", "fasilitator", "panitia", "mentor"]


@dataclass(frozen=True)
class Leaf:
    """One printed sheet, of one page or more. `id` is the stem of its file name, so it is unique in a curriculum.

    `html` is the body under the title; the press adds letterhead, title block, page foot. `group` is who prints it,
    `about` one sentence for the list of downloads. `code` stands in the foot. `variant` tells it from others of its title
    in a list, and is not printed. A `secret` leaf never reaches the public site; one that is `handed_out` lies before everyone in the room later. `place` is where its author wrote it; faults are told there. `head` shows the letterhead (kop).
    A leaf that is not `titled` is a letter: what it is about stands in its own head.
    Of a `paired` one two stand on a page to be cut apart, where they fit.
    A `framed` leaf has a double rule around each page; the rows of a `roomy` one grow where its page has room. A `fillable` leaf gets form fields for the screen, wherever `render.blanks` left room to write.
    """

    id: str
    title: str
    html: Html
    group: Group
    place: Place
    code: str = ""
    about: str = ""
    subtitle: str = ""
    landscape: bool = False
    secret: bool = False
    handed_out: bool = False
    head: bool = True
    fillable: bool = False
    variant: str = ""
    framed: bool = False
    roomy: bool = False
    titled: bool = True
    paired: bool = False
