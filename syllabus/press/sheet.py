"""What the writer of one book knows, and gathers while it writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from syllabus.place import Place
from syllabus.press.gathered import Gathered
from syllabus.press.literal import label as label_of, quoted
from syllabus.problem import Problem, Severity

if TYPE_CHECKING:
    from syllabus.press.book import Assets, Chapter
    from syllabus.press.fields import Fields, Question
    from syllabus.press.links import Directory
    from syllabus.press.tree import Node

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Sheet(Gathered):
    """Grows while a book is written; lives no longer than that."""

    directory: Directory
    assets: Assets
    hyphenate: bool
    spots: dict[int, str] = field(default_factory=dict)
    level: int = 0
    heading: str = ""
    section: str = ""
    brief: frozenset[int] = frozenset()
    """Chapters of which the contents tell no sections: short ones of one part."""
    repeated: frozenset[str] = frozenset()
    """Titles of sections that many chapters have: the contents leave them out."""
    loose: bool = False
    """Whether it is printed by itself, in no book."""
    booklet: bool = False
    """Whether it is the one chapter of a compact book."""
    fields: Fields | None = None
    spoken: str = ""
    """The last words before what is being written: they name a place to write on that has no name of its own."""

    def fault(
        self,
        code: str,
        chapter: Chapter,
        clue: str,
        sentence: str,
        hint: str = "",
        severity: Severity = "galat",
    ) -> None:
        """Note a problem at the line of the source that holds the clue."""
        self.problems.append(Problem(code, place_of(chapter, clue), sentence, hint, severity, chapter.subject))

    def address(self, label: str, tick: bool = False, several: bool = False, centred: bool = False) -> str:
        """Where a new field of that name leads to, as code; `none` on a sheet for the pen and where a hand must write."""
        found = self.fields.add(label or self.spoken, tick, several, centred) if self.fields is not None else ""
        return quoted(found) if found else "none"

    def field(self, code: str, label: str, tick: bool = False, centred: bool = False) -> str:
        """Code of a place to fill in; on a fillable sheet it is a field of that name."""
        address = self.address(label, tick, centred=centred)
        return code if address == "none" else f"link({address}, {code})"

    def question(self, label: str) -> Question | None:
        """A new question, of whose boxes at most one is ticked; none on a sheet for the pen."""
        return self.fields.question(label or self.spoken) if self.fields is not None else None

    def box(self, label: str, question: Question | None, code: str = "kotak()") -> str:
        """Code of a box to tick: an answer where there is a question, else a field by itself; a drawing on a sheet for the pen."""
        if self.fields is None or question is None:
            return self.field(code, label, tick=True)
        address = self.fields.answer(question, label)
        return f"link({quoted(address)}, {code})" if address else code

    def anchor(self, name: str) -> str:
        """Code of an invisible mark that links can lead to; nothing where the name is empty or taken."""
        if not name or name in self.labels:
            return ""
        self.labels.add(name)
        return f"[#metadata(none)#{label_of(name)}]"

    def mark_spot(self, node: Node) -> str:
        """Note that the index leads to an element; gives the label that will stand there."""
        name = f"indeks-{len(self.spots)}"
        return self.spots.setdefault(id(node), name)

    def spot(self, node: Node) -> str:
        """Code of the mark that the index leads to; empty for elements that it does not need."""
        return self.anchor(self.spots.get(id(node), ""))

    def keep_image(self, data: bytes, kind: str) -> str:
        """Store an image once and give its file name within the job."""
        from hashlib import sha256  # takes a while to be read in, and many books show none

        name = f"gambar-{sha256(data).hexdigest()[:16]}.{kind}"
        self.images[name] = data
        return name

    def image_at(self, address: str) -> bytes | None:
        """The image of an address within the site."""
        self.shown.add(address)
        return self.assets(address)

    def apart(self, begun: int) -> Sheet:
        """A sheet for a share of the book that is written elsewhere. It knows the same, and has gathered nothing yet."""
        return Sheet(self.directory, self.assets, self.hyphenate, spots=self.spots, repeated=self.repeated, brief=self.brief, begun=begun)

    @property
    def gathered(self) -> Gathered:
        """What was gathered, by itself."""
        return Gathered(**{one.name: getattr(self, one.name) for one in fields(Gathered)})

    def take_up(self, later: Gathered) -> None:
        """Take up what was gathered elsewhere; whoever gave the images hears here, too, which ones are shown."""
        for address in sorted(later.shown):
            self.assets(address)
        self.join(later)


def place_of(chapter: Chapter, clue: str) -> Place:
    """The line of the Markdown source that holds most of the clue's first words, else line 1."""
    wanted = _WORD.findall(clue.lower())[:6]
    if not wanted or not chapter.markdown:
        return Place(chapter.source_file)
    best, line = 0, 1
    for number, text in enumerate(chapter.markdown.split("\n"), 1):
        words = _WORD.findall(text.lower())
        score = _shared(wanted, words)
        if score > best:
            best, line = score, number
    return Place(chapter.source_file, line) if best * 2 > len(wanted) else Place(chapter.source_file)


def _shared(wanted: list[str], words: list[str]) -> int:
    """How many of the wanted words stand in these words in a row, from the first wanted word on."""
    best = 0
    for start, word in enumerate(words):
        if word == wanted[0]:
            count = 0
            while count < len(wanted) and start + count < len(words) and words[start + count] == wanted[count]:
                count += 1
            best = max(best, count)
    return best
