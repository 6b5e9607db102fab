"""A fault as a value: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from syllabus.place import Place

Severity = Literal["galat", "saran"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding for an editor, in Bahasa Indonesia.

    `galat` stops a build, `saran` advises. `subject` names the thing by its own name
    (*Modul "Pengelolaan Pengaduan" › Langkah 3*); `replacement` is the text that would mend it, where one is known.
    """

    code: str
    place: Place
    sentence: str
    hint: str = ""
    severity: Severity = "galat"
    subject: str = ""
    replacement: str | None = None

    def __str__(self) -> str:
        parts = [f"{self.place}: {self.severity} {self.code}:"]
        if self.subject:
            parts.append(f"{self.subject}:")
        parts.append(self.sentence)
        if self.hint:
            parts.append(self.hint)
        return " ".join(parts)

    @property
    def order(self) -> tuple[Place, str, str]:
        """Sort key: by place first, so that a run reads like the files."""
        return (self.place, self.code, self.sentence)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Findings by place, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
