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

from lxml import html

from syllabus.export.slim.bare import slug

HERE = Path(__file__).resolve().parent
NODE = shutil.which("node")


@dataclass(frozen=True)
class Case:
    """A question of one kind, and the pages that should be found: path without `.html`, with the part where that is a thing of its own.
    `headings` are the ids of headings in the first page, any of which is right to land on."""

    kind: str
    question: str
    pages: tuple[str, ...]
    headings: tuple[str, ...] = ()


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
    return [Case(kind, question, tuple(pages.split()), tuple(" ".join(headings).split())) for kind, question, pages, *headings in parted]


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


@dataclass(frozen=True)
class Landing:
    """Of the questions that name a heading, the shares that lead to it, and to it or a part under it. A page that was not found leads nowhere."""

    exact: float
    within: float


def landing(site: Path, several: Sequence[Case], answers: Sequence[dict[str, Any]]) -> Landing:
    """Where the answers lead that name a place in the first page of their case."""
    exact, within = list[bool](), list[bool]()
    for case, answer in zip(several, answers, strict=True):
        if case.headings:
            page = f"{case.pages[0]}.html"
            places = {item["location"].partition("#")[2] for [item] in answer["data"]["items"] if item["location"].partition("#")[0] == page}
            above = headings_above(site / page)
            exact.append(bool(places & set(case.headings)))
            within.append(exact[-1] or any(set(case.headings) & set(above.get(place, ())) for place in places))
    return Landing(mean(exact), mean(within))


def headings_above(page: Path) -> dict[str, tuple[str, ...]]:
    """For each heading of a page, by its id or by what a search calls it, the headings that it stands under."""
    above: dict[str, tuple[str, ...]] = {}
    stack = list[tuple[str, str]]()
    article = html.document_fromstring(page.read_text(encoding="utf-8")).find(".//article")
    assert article is not None
    for heading in article.iter("h2", "h3", "h4"):
        stack = [(tag, name) for tag, name in stack if tag < heading.tag]
        name = heading.get("id") or slug("".join(map(str, heading.itertext())))
        above[name] = tuple(name for _, name in stack)
        stack.append((heading.tag, name))
    return above


def box(site: Path) -> int:
    """Bytes (gzip) of the script behind the search box, which a first question pays too."""
    return len(gzip.compress(next((site / "assets" / "skrip").glob("pencarian-*.js")).read_bytes(), 9, mtime=0))
