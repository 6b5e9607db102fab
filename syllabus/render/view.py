"""What a macro sees: the curriculum, the page it stands on, and for whom the page is built."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from syllabus.curriculum import Curriculum, Entry
from syllabus.render.html import Html, tag
from syllabus.timetable import Timetable

T = TypeVar("T")

UNVERIFIED = tag("span", "belum terverifikasi", class_="tanda-belum")


class NotFound(Exception):
    """A macro names something that is not there. The sentence and hint are Indonesian, for the editor."""

    def __init__(self, sentence: str, hint: str = "", name: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.name = name


@dataclass(frozen=True)
class View:
    """One page of one build. `page` is its path below docs without `.md`."""

    curriculum: Curriculum
    timetables: Mapping[str, Timetable]
    page: str
    for_facilitator: bool = False

    @property
    def stem(self) -> str:
        """The page's own name: a macro without an argument means the thing of this name."""
        return posixpath.basename(self.page)

    def find(self, table: Mapping[str, Entry[T]], name: str | None, what: str) -> Entry[T]:
        """Look up `name`, or this page's thing. Raises `NotFound`."""
        wanted = name or self.stem
        if wanted in table:
            return table[wanted]
        known = ", ".join(sorted(table)) or "belum ada"
        raise NotFound(f'{what} "{wanted}" tidak ada.', f"Yang ada: {known}.", wanted)

    def href(self, target: str, anchor: str = "") -> str | None:
        """The relative address of another page, or `None` where this project has no such page."""
        if target not in self.curriculum.pages:
            return None
        path = "" if target == self.page else self.way_to(f"{target}.html")
        return f"{path}#{anchor}" if anchor else path or f"{self.stem}.html"

    def way_to(self, file: str) -> str:
        """The relative address of a file of the site, or beside it (`../buku/`), as seen from this page, whatever folder we work in."""
        return posixpath.relpath(f"/situs/{file}", f"/situs/{posixpath.dirname(self.page)}")

    def link(self, text: str, target: str, anchor: str = "", class_: str | None = None) -> Html:
        """A link to another page; plain text where there is no such page."""
        href = self.href(target, anchor)
        return tag("a", text, href=href, class_=class_) if href else tag("span", text)

    def page_with(self, macro: str) -> str | None:
        """The first page that calls a macro: registers live where the editor put them."""
        for path, page in self.curriculum.pages.items():
            if any(call.name == macro and not call.args for call in page.calls):
                return path
        return None

    def page_with_argument(self, macro: str, argument: str) -> str | None:
        """The first page that calls a macro for one thing."""
        for path, page in self.curriculum.pages.items():
            if any(call.name == macro and call.args[:1] == (argument,) for call in page.calls):
                return path
        return None

    def term(self, name: str, text: str | None = None) -> Html:
        """A term, linked to its glossary entry."""
        entry = self.find(self.curriculum.terms, name, "Istilah")
        page = self.page_with("glosarium")
        label = text or entry.value.term
        return self.link(label, page, f"istilah-{name}") if page else tag("span", label)

    def regulation(self, name: str) -> Html:
        """A regulation's short name, linked to the register; an unverified one carries its mark."""
        entry = self.find(self.curriculum.regulations, name, "Regulasi")
        page = self.page_with("daftar_regulasi")
        link = self.link(entry.value.name, page, name) if page else tag("span", entry.value.name)
        return link if entry.value.verified == "terverifikasi" else Html(f"{link} {UNVERIFIED}")

    def lesson_link(self, name: str, class_: str | None = None) -> Html:
        """A module or workshop by its code and title, linked to its page; its id where it cannot be read."""
        entry = self.curriculum.lesson(name)
        if entry is None:
            return tag("span", name)
        folder = "modul" if name in self.curriculum.modules else "lokakarya"
        return self.link(f"{entry.value.code} {entry.value.title}", f"{folder}/{name}", class_=class_)

    def module_title(self, name: str, with_code: bool = True) -> str:
        """A module's title with its code, or its id where the module cannot be read."""
        entry = self.curriculum.modules.get(name)
        if entry is None:
            return name
        return f"{entry.value.code} {entry.value.title}" if with_code else entry.value.title
