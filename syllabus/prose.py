"""A page's prose as plain sentences: what a reader reads, without tables, code, macros and marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from syllabus.pages import Page

_CALL = re.compile(r"\{\{\s*(\w+)\((.*?)\)\s*\}\}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)(\{[^}]*\})?")
_NOTE = re.compile(r"\[\^[^\]]+\]:?")
_MARKS = re.compile(r"[*_`~]|^\s*>\s?|^\s*(?:[-+*]|\d+[.)])\s+|^\s*(?:!!!|\?\?\?\+?|===)\s.*$")
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])")
_SHORT = re.compile(r"\b(?:s\.d|dll|dsb|Yth|No|hlm|mis|dr|Drs|Ir|jo|a\.n|u\.p)\.$")
_WORD = re.compile(r"[^\W_]+(?:[-./:,][^\W_]+)*")


@dataclass(frozen=True)
class Sentence:
    """One sentence and the line of the file on which its paragraph begins."""

    text: str
    line: int

    @property
    def words(self) -> int:
        """Words, numbers included; "07.30" and "s.d." count as one each."""
        return len(_WORD.findall(self.text))


def sentences(page: Page, section: str | None = None) -> tuple[Sentence, ...]:
    """Sentences of a page, or of the part under one `##` heading."""
    return tuple(
        Sentence(text, line) for line, paragraph in _paragraphs(page, section) for text in _split(paragraph) if _WORD.search(text)
    )


def _paragraphs(page: Page, section: str | None) -> Iterator[tuple[int, str]]:
    inside = section is None
    fence = False
    held: list[str] = []
    start = page.body_line
    for number, line in enumerate(page.body.split("\n"), page.body_line):
        if re.match(r"\s*(?:```|~~~)", line):
            fence = not fence
            continue
        heading = re.match(r"##\s+(.*?)\s*$", line)
        if heading and section is not None:
            inside = heading[1] == section
        bare = line.strip()
        breaks = not bare or fence or bare.startswith(("#", "|", "---", "{{")) or re.match(r"(?:[-+*]|\d+[.)])\s", bare)
        if breaks and held:
            yield start, " ".join(held)
            held = []
        if inside and bare and not fence and not bare.startswith(("#", "|", "---")) and not _only_call(bare):
            if not held:
                start = number
            held.append(_plain(line))
    if held:
        yield start, " ".join(held)


def _only_call(line: str) -> bool:
    return _CALL.fullmatch(line) is not None


def _plain(line: str) -> str:
    text = _NOTE.sub("", _LINK.sub(r"\1", _MARKS.sub("", line)))
    return _CALL.sub(_named, _MARKS.sub("", text)).strip()


def _named(match: re.Match[str]) -> str:
    """An inline call reads as one name, and may begin a sentence."""
    name = match[2].strip("\"' ").replace("-", " ").split(",")[0] or match[1]
    return name[:1].upper() + name[1:]


def _split(paragraph: str) -> Iterator[str]:
    held = ""
    for part in _END.split(paragraph):
        held = f"{held} {part}".strip()
        if not _SHORT.search(held):
            yield held
            held = ""
    if held:
        yield held
