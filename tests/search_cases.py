"""Readers' questions with the pages they look for, asked of a built site by node, and how well the answers are."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

HERE = Path(__file__).resolve().parent
NODE = shutil.which("node")


@dataclass(frozen=True)
class Case:
    """A question of one kind, and the pages that should be found: path without `.html`, with the part where that is a thing of its own.
    `heading` is the id of the heading to land on in the first page."""

    kind: str
    question: str
    pages: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True)
class Score:
    """Means over questions: recall in the first five, reciprocal rank of the first right page, share without any answer."""

    recall: float
    rank: float
    empty: float


def cases(name: str) -> list[Case]:
    """The questions of `cases/NAME.txt`."""
    lines = (HERE / "cases" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    parted = [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [Case(kind, question, tuple(pages.split()), *heading) for kind, question, pages, *heading in parted]


def run(site: Path, text: str, *words: str) -> list[Any]:
    """What `searcher.cjs` answers, a line each."""
    command = [NODE or "node", str(HERE / "searcher.cjs"), str(site), *words]
    return [json.loads(line) for line in subprocess.run(command, input=text, text=True, capture_output=True, check=True).stdout.splitlines()]


def ask(site: Path, questions: Sequence[str]) -> list[dict[str, Any]]:
    """Full answers, with bytes of a first question and milliseconds of a later one."""
    greeting, *answers = run(site, "\n".join(questions))
    assert greeting == {"type": 1}, "the theme's protocol: set up (0) is answered by ready (1)"
    assert all(answer["type"] == 3 for answer in answers), "the theme's protocol: a question (2) is answered by results (3)"
    return answers


def found(site: Path, questions: Sequence[str]) -> list[dict[str, Any]]:
    """The places found for each question and what was meant, quickly."""
    return run(site, "\n".join(questions), "found")[1:]


def places(case: Case, answer: dict[str, Any]) -> list[int]:
    """Where the pages of a case stand among the results, from 0; 99 where they do not."""
    locations = [item["location"] for [item] in answer["data"]["items"]]
    begins = [page.replace("#", ".html#") if "#" in page else f"{page}.html" for page in case.pages]
    return [next((at for at, one in enumerate(locations) if one.startswith(begin)), 99) for begin in begins]


def score(several: Sequence[Case], answers: Sequence[dict[str, Any]]) -> Score:
    """Means over cases and their answers."""
    stands = [places(case, answer) for case, answer in zip(several, answers, strict=True)]
    return Score(
        mean(sum(place < 5 for place in one) / len(one) for one in stands), mean(1 / (1 + min(one)) if min(one) < 99 else 0.0 for one in stands),
        mean(not answer["data"]["items"] for answer in answers),
    )


def landed(several: Sequence[Case], answers: Sequence[dict[str, Any]]) -> float:
    """Of the cases that name a heading, the share that leads to it; a page that was not found leads nowhere."""
    headed = [(case, answer) for case, answer in zip(several, answers, strict=True) if case.heading]
    return mean(f"{case.pages[0]}.html#{case.heading}" in [item["location"] for [item] in answer["data"]["items"]] for case, answer in headed)


def box(site: Path) -> int:
    """Bytes (gzip) of the script behind the search box, which a first question pays too."""
    return len(gzip.compress(next((site / "assets" / "skrip").glob("pencarian-*.js")).read_bytes(), 9, mtime=0))
