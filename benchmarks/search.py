"""`python -m benchmarks.search [PAGES ...]`: what searching costs and finds as a site grows. Needs node.

Builds the public site, adds generated pages up to each size, indexes it, and asks all sets of questions (tests/cases/pencarian*.txt).
Bytes are gzip -9 of the searcher, the box's script and every file fetched for a first question. Times are processor time of this machine, so that other work on it does not count.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.many_pages import pages
from macros.project import project_from
from scripts.search import write_search
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import check
from syllabus.curriculum import Curriculum
from tests.search_cases import Score, ask, box, cases, score

SIZES = (0, 300, 1000, 10000)
"""Pages altogether; 0 is the site as it is."""
SETS = (
    "pencarian", "pencarian-lain", "pencarian-ketiga", "pencarian-keempat", "pencarian-kelima", "pencarian-keenam", "pencarian-ketujuh", "pencarian-kedelapan")


@dataclass(frozen=True)
class Measured:
    """One size. Bytes and milliseconds are of the middle question and of the one that 95 of 100 do not pass."""

    pages: int
    seconds: float
    middle_bytes: int
    most_bytes: int
    middle_time: float
    most_time: float
    scores: tuple[Score, ...]
    """One for each set."""


def main(arguments: Sequence[str]) -> int:
    """Print one line a size."""
    project = project_from(check(HOUSE), "publik")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        if build_site(HOUSE, site, project):
            return 1
        sys.stdout.write("halaman  indeks s  B p50    B p95    ms p50  ms p95  recall@5/MRR/kosong per perangkat\n")
        for size in [int(one) for one in arguments] or SIZES:
            one = measure(site, size, project.curriculum)
            told = "  ".join(f"{score.recall:.3f}/{score.rank:.3f}/{score.empty:.1%}" for score in one.scores)
            sys.stdout.write(f"{one.pages:7}  {one.seconds:8.2f}  {one.middle_bytes:7}  {one.most_bytes:7}  {one.middle_time:6.2f}  {one.most_time:6.2f}  {told}\n")
    return 0


def measure(site: Path, size: int, curriculum: Curriculum) -> Measured:
    """Add pages to a built site until it has `size`, index it, and ask. The site stays as large."""
    have = sum(1 for _ in site.rglob("*.html"))
    for address, page in pages(max(0, size - have)):
        (site / address).write_text(page, encoding="utf-8")
    for old in sorted((site / "assets" / "cari").rglob("*.js")):
        old.unlink()
    start = time.process_time()
    write_search(site, curriculum)
    seconds = time.process_time() - start
    sets = [cases(name) for name in SETS]
    answers = [ask(site, [case.question for case in several]) for several in sets]
    every = [answer for several in answers for answer in several]
    sizes, times = sorted(box(site) + answer["bytes"] for answer in every), sorted(answer["milliseconds"] for answer in every)
    middle, most = len(every) // 2, int(len(every) * 0.95)
    return Measured(max(size, have), seconds, sizes[middle], sizes[most], times[middle], times[most], tuple(map(score, sets, answers)))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
