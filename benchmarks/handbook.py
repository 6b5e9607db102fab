"""`python -m benchmarks.handbook [ROUNDS]`: one handbook from built pages, by the press, by WeasyPrint and by Chromium.

The pages are built once; then each engine makes the whole book in a process of its own, in turn, ROUNDS times (3 unless told).
The press writes, sets and finishes it: contents, index, page references, hyphens, tags, two standards. The others print one HTML
file with `handbook.css`. Prints seconds and, round by round, how often the press fits into the time of each other engine.

WeasyPrint is no part of this product. To measure beside it: `python -m venv w && w/bin/pip install weasyprint`, on Debian also
libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0, then `WEASYPRINT=w/bin/weasyprint python -m benchmarks.handbook`.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from statistics import median

import pypdfium2

from macros.project import Project, project_from
from scripts.books import SiteImages
from scripts.pages_of import built_pages
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import check
from syllabus.press.book import Book, Chapter, Part, Term
from syllabus.press.fonts import font_folder
from syllabus.press.links import href_path

BOOK = "peserta"
PARTS = 3
"""The programme and the first two clusters: about 112 pages."""
ROUNDS = 3
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


@dataclass(frozen=True)
class Run:
    """Wall and processor seconds of one run, and the pages that came out."""

    wall: float
    cpu: float
    pages: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure. Returns 1 when an engine fails."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    with tempfile.TemporaryDirectory(prefix="buku-") as folder:
        where = Path(folder)
        _prepare(where)
        engines = _engines(where)
        runs: dict[str, list[Run]] = {name: [] for name in engines}
        for _ in range(int(given[0]) if given else ROUNDS):
            for name, command in engines.items():
                runs[name].append(_timed(command, where / f"{name}.pdf"))
    sys.stdout.write(_table(runs))
    return 0


def _prepare(where: Path) -> None:
    """The built site, and from it the same chapters twice: as the press takes them, and as one HTML file."""
    report = check(HOUSE)
    project = project_from(report, "publik")
    site = where / "situs"
    if problems := build_site(HOUSE, site, project):
        raise SystemExit(f"The site cannot be built: {problems[0]}")
    book = _book(project, {page.path.removesuffix(".html"): page.article() for page in built_pages(site)})
    (where / "buku.pickle").write_bytes(pickle.dumps((book, _images(book, site))))
    (site / "cetak.html").write_text(_one_file(book), encoding="utf-8")


def _book(project: Project, articles: Mapping[str, str]) -> Book:
    program, shelved = project.curriculum.program.value, project.curriculum.books[BOOK].value
    parts = []
    for part in shelved.parts[:PARTS]:
        pages = [(project.curriculum.pages[page], page) for page in part.pages]
        texts = project.curriculum.texts
        chapters = [Chapter(source.meta("title"), articles[page], source.file, f"{page}.html", texts[source.file]) for source, page in pages]
        parts.append(Part(part.title, tuple(chapters)))
    terms = (entry.value for entry in project.curriculum.terms.values())
    return Book(
        id=BOOK, title=shelved.title, subtitle=shelved.subtitle, audience=shelved.audience, programme=program.name, owner=program.owner,
        edition=f"Edisi {program.year}", version=program.edition, status=program.status, date=program.edition_date, date_text="",
        parts=tuple(parts), watermark=True, terms=tuple(Term(term.term, (term.term, *term.synonyms)) for term in terms),
    )


def _images(book: Book, site: Path) -> dict[str, bytes]:
    """The images that the chapters show, by address."""
    shown = {href_path(c.url_path, source) for p in book.parts for c in p.chapters for source in re.findall(r'<img[^>]* src="([^"]+)"', c.html)}
    return {address: data for address in sorted(shown) if (data := SiteImages(site)(address)) is not None}


def _one_file(book: Book) -> str:
    chapters = [chapter for part in book.parts for chapter in part.chapters]
    entries = "".join(f'<li><a href="#bab-{number}">{escape(chapter.title)}</a></li>' for number, chapter in enumerate(chapters))
    bodies = "".join(
        f'<article id="bab-{number}">{_opened(chapter.html)}</article>' for number, chapter in enumerate(chapters)
    )
    style = (Path(__file__).parent / "handbook.css").read_text(encoding="utf-8")
    faces = "".join(
        f'@font-face {{ font-family: "Noto Sans"; src: url("{path.as_uri()}"); font-weight: 100 900; font-style: {slant}; }}'
        for path, slant in ((path, "italic" if "Italic" in path.name else "normal") for path in sorted(font_folder().glob("*.ttf")))
    )
    return (
        f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{escape(book.title)}</title><style>{faces}{style}</style>'
        f'<div class="sampul"><p style="font: bold 38pt Noto Sans">{escape(book.title)}</p></div>'
        f'<div class="isi"><h2>Daftar isi</h2><ol>{entries}</ol></div>{bodies}</html>'
    )


def _opened(html: str) -> str:
    """Folded answers are printed open."""
    return html.replace("<details", "<details open")


def _engines(where: Path) -> Mapping[str, Sequence[str]]:
    page = where / "situs" / "cetak.html"
    engines = {"press": [sys.executable, "-m", "benchmarks.handbook_press", str(where)]}
    weasyprint = os.environ.get("WEASYPRINT") or shutil.which("weasyprint")
    if weasyprint:
        engines["weasyprint"] = [weasyprint, "--quiet", "--pdf-variant", "pdf/ua-1", str(page), str(where / "weasyprint.pdf")]
    else:
        sys.stdout.write("WeasyPrint left out: not installed (see the head of this file).\n")
    chromium = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if chromium:
        engines["chromium"] = [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            f"--user-data-dir={where / 'profil'}", f"--print-to-pdf={where / 'chromium.pdf'}", page.as_uri(),
        ]
    else:
        sys.stdout.write("Chromium left out: not installed.\n")
    return engines


def _timed(command: Sequence[str], made: Path) -> Run:
    made.unlink(missing_ok=True)
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, cwd=HOUSE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode != 0 or not made.is_file():
        raise SystemExit(f"{command[0]} failed: {done.stderr[-400:]}")
    with pypdfium2.PdfDocument(made) as document:
        pages = len(document)
    cpu = (after.children_user + after.children_system) - (before.children_user + before.children_system)
    return Run(wall, cpu, pages)


def _table(runs: Mapping[str, Sequence[Run]]) -> str:
    lines = [f"{'':12}{'wall s':>8}{'CPU s':>8}{'pages':>7}{'wall / press':>14}{'CPU / press':>13}"]
    for name, several in runs.items():
        wall = median(other.wall / own.wall for other, own in zip(several, runs["press"], strict=True))
        cpu = median(other.cpu / own.cpu for other, own in zip(several, runs["press"], strict=True))
        lines.append(
            f"{name:12}{median(run.wall for run in several):8.2f}{median(run.cpu for run in several):8.2f}{several[0].pages:7}{wall:14.2f}{cpu:13.2f}"
        )
    return "\n".join(lines) + f"\nMedians of {len(runs['press'])} rounds; ratios are of the same round.\n"


if __name__ == "__main__":
    raise SystemExit(main())
