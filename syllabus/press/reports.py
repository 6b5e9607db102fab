"""What the typesetter reports, as problems at the author's line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from syllabus.place import Place
from syllabus.problem import Problem, Severity

if TYPE_CHECKING:
    from syllabus.press.source_lines import Source

_REPORT = re.compile(r"^(error|warning): (?P<message>[^\n]+)\n(?:\s*┌─ [^\n]*?:(?P<line>\d+):\d+)?", re.MULTILINE)
_GLYPH = re.compile(r'the text `"?(?P<text>.+?)"?` could not be displayed')


class Home(NamedTuple):
    """Whose print it is: place, kind and title that a message falls back on where it knows no line."""

    place: Place
    kind: str
    title: str

    @property
    def subject(self) -> str:
        """The thing by its own name: `Buku "Buku Peserta"`."""
        return f'{self.kind} "{self.title}"'


def reports(diagnostic: str, source: Source, home: Home, severity: Severity) -> list[Problem]:
    """Each report of the typesetter as a problem at the author's line."""
    found: list[Problem] = []
    for match in _REPORT.finditer(diagnostic):
        line = match.group("line")
        glyph = _GLYPH.search(match.group("message"))
        # A missing letter is reported without its line: the first line that holds it is the author's.
        known = source.place(int(line)) if line else source.holding(glyph.group("text")) if glyph else None
        place, subject = known if known is not None else (home.place, home.subject)
        if glyph:
            found.append(
                Problem(
                    "CTK05",
                    place,
                    f"Huruf {_named(glyph.group('text'))} tidak ada dalam huruf cetak.",
                    "Ganti dengan huruf Latin atau tanda baca biasa.",
                    "galat",
                    subject,
                )
            )
        else:
            found.append(
                Problem(
                    "CTK06",
                    place,
                    "Bagian ini tidak dapat dicetak.",
                    f"Laporkan kepada pengelola dengan catatan ini: {match.group('message')}",
                    severity,
                    subject,
                )
            )
    return found or [
        Problem(
            "CTK06",
            home.place,
            f"{home.kind} ini tidak dapat dicetak.",
            "Laporkan kepada pengelola.",
            severity,
            home.subject,
        )
    ]


def _named(text: str) -> str:
    """ "中" (U+4E2D)."""
    shown = text.encode().decode("unicode_escape") if text.startswith("\\u") and "{" not in text else text
    return f'"{shown}" ({", ".join(f"U+{ord(letter):04X}" for letter in shown[:3])})'
