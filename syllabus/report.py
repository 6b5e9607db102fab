"""Problems for people and for machines: text, JSON, and annotations on a pull request."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from syllabus.problem import Problem

MANY = 40
"""Above this many findings, a table by code comes first."""


def as_text(problems: Sequence[Problem], verified: Sequence[str]) -> str:
    """One line each, `path:line:column: galat CODE: …`, then a summary."""
    lines = [str(problem) for problem in problems]
    if len(problems) > MANY:
        counted = Counter((problem.severity, problem.code) for problem in problems)
        lines = [f"{count:4} {severity} {code}" for (severity, code), count in sorted(counted.items())] + [""] + lines
    faults = sum(problem.severity == "galat" for problem in problems)
    advice = len(problems) - faults
    if faults:
        files = len({problem.place.file for problem in problems})
        lines.append(f"\n{faults} galat dan {advice} saran pada {files} berkas. Perbaiki galat, lalu periksa lagi.")
    else:
        lines += [f"Diperiksa: {sentence}." for sentence in verified]
        lines.append(f"Tidak ada galat{f', {advice} saran' if advice else ''}.")
    return "\n".join(lines) + "\n"


def as_json(problems: Sequence[Problem], verified: Sequence[str]) -> str:
    """One object with the findings and what was verified. Keys are Indonesian, as for all that editors read."""
    findings = [{
        "kode": problem.code, "tingkat": problem.severity, "berkas": problem.place.file, "baris": problem.place.line,
        "kolom": problem.place.column, "perihal": problem.subject, "kalimat": problem.sentence, "petunjuk": problem.hint,
        "pengganti": problem.replacement,
    } for problem in problems]
    return json.dumps({"temuan": findings, "diperiksa": list(verified)}, ensure_ascii=False, indent=2) + "\n"


def as_annotations(problems: Sequence[Problem], verified: Sequence[str]) -> str:
    """Workflow commands that put each finding beside its line; faults first, since only the first few are shown."""
    kinds = {"galat": "error", "saran": "warning"}
    ordered = sorted(problems, key=lambda problem: problem.severity != "galat")
    return "".join(
        f"::{kinds[problem.severity]} file={_property(problem.place.file)},line={problem.place.line},col={problem.place.column},"
        f"title={_property(problem.code)}::{_data(' '.join(filter(None, (problem.subject, problem.sentence, problem.hint))))}\n"
        for problem in ordered
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], Sequence[str]], str]] = MappingProxyType({
    "teks": as_text, "json": as_json, "github": as_annotations,
})
