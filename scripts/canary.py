"""`python -m scripts.canary`: builds the same pages with the successors of the site generator and says what differs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.navigation import navigation
from macros.project import Project, project_from
from macros.sandbox import ClosedEnvironment
from scripts.arguments import Arguments, lacks_curriculum
from scripts.pages_of import Built, built_pages
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import check
from syllabus.pages import for_facilitator
from syllabus.render.registry import MACROS, run
from syllabus.render.view import View

MOST_SHOWN = 10


@dataclass(frozen=True)
class Bird:
    """A successor: its packages, how it is started, and whether our theme layer is laid over its own."""

    name: str
    packages: tuple[str, ...]
    command: tuple[str, ...]
    themes: tuple[dict[str, object], ...]


_OURS: dict[str, object] = {"name": "material", "language": "id", "font": False, "custom_dir": "tema"}
_PLAIN: dict[str, object] = {key: value for key, value in _OURS.items() if key != "custom_dir"}
BIRDS = (
    Bird("ProperDocs", ("properdocs", "mkdocs-material"), ("properdocs", "build", "-f"), (_OURS, _PLAIN)),
    Bird("Zensical", ("zensical",), ("zensical", "build", "-f"), ({**_OURS, "variant": "classic"}, {**_PLAIN, "variant": "classic"})),
)


def main(arguments: list[str] | None = None) -> int:
    """Compare and report. Informative: returns 0 also when something differs or cannot be tried."""
    options = Arguments("scripts.canary", "Membandingkan situs ini dengan hasil penerus pembangkitnya. Sekadar informasi.").parse_args(arguments)
    if lacks_curriculum(options.root):
        return 2
    report = check(options.root)
    if report.curriculum is None or not report.ok:
        sys.stdout.write("Tidak dapat membandingkan: isi kurikulum masih bergalat. Jalankan: python -m scripts.check\n")
        return 0
    project = project_from(report, "publik")
    with tempfile.TemporaryDirectory(prefix="burung-kenari-") as folder:
        ours = Path(folder) / "kini"
        if build_site(options.root, ours, project):
            sys.stdout.write("Tidak dapat membandingkan: situs ini sendiri belum dapat dibangun. Jalankan: python -m scripts.build\n")
            return 0
        freeze(project, options.root, Path(folder) / "docs")
        for bird in BIRDS:
            sys.stdout.write(f"\n{bird.name}\n" + "".join(f"  {line}\n" for line in _try(bird, project, ours, Path(folder))))
            sys.stdout.flush()
    return 0


def freeze(project: Project, root: Path, docs: Path) -> None:
    """Write the public pages with their macros drawn: plain Markdown, which any generator can read."""
    shutil.copytree(root / "docs", docs, ignore=shutil.ignore_patterns("*.md"))
    for path, page in project.curriculum.pages.items():
        if not for_facilitator(page):
            view = View(project.curriculum, project.timetables, path)
            draws = {name: (lambda *args, _view=view, _name=name, **kwargs: run(_view, _name, args, kwargs)) for name in MACROS}
            target = docs / f"{path}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            body = ClosedEnvironment(draws).from_string(page.body).render()
            target.write_text(f"---\ntitle: {json.dumps(page.meta('title'), ensure_ascii=False)}\n---\n{body}", encoding="utf-8")


def _try(bird: Bird, project: Project, ours: Path, folder: Path) -> Iterator[str]:
    home = folder / bird.name.lower()
    try:
        venv.create(home / "venv", with_pip=True)
        python = next(path for path in (home / "venv" / "bin" / "python", home / "venv" / "Scripts" / "python.exe") if path.is_file())
        installed = _run([str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *bird.packages])
    except (OSError, subprocess.SubprocessError, StopIteration):
        yield "Tidak dapat dicoba: lingkungan sementara tidak dapat dibuat."
        return
    if installed.returncode:
        yield "Tidak dapat dicoba: paketnya tidak dapat dipasang. Periksa jaringan."
        return
    shutil.copytree(folder / "docs", home / "docs")
    shutil.copytree(HOUSE / "tema", home / "tema")
    for theme in bird.themes:
        site = home / "site"
        settings = home / "mkdocs.yml"
        settings.write_text(json.dumps(_settings(project, theme)), encoding="utf-8")
        built = _run([str(python.parent / bird.command[0]), *bird.command[1:], str(settings)], cwd=home)
        layer = "dengan" if "custom_dir" in theme else "tanpa"
        if built.returncode == 0 and (site / "index.html").is_file():
            yield f"Terbangun {layer} lapisan tema kita."
            yield from compare(built_pages(ours), built_pages(site))
            return
        reason = next((line.strip() for line in reversed((built.stderr + built.stdout).splitlines()) if line.strip()), "tanpa keterangan")
        yield f"Tidak terbangun {layer} lapisan tema kita: {reason[:160]}"


def _settings(project: Project, theme: dict[str, object]) -> dict[str, object]:
    pages = [path for path, page in project.curriculum.pages.items() if not for_facilitator(page)]
    return {
        "site_name": project.curriculum.program.value.name, "docs_dir": "docs", "site_dir": "site", "use_directory_urls": False,
        "theme": theme, "nav": navigation(project, pages), "plugins": ["search"],
        "markdown_extensions": [
            "attr_list", "md_in_html", "tables", "def_list", "admonition", "footnotes", {"toc": {"permalink": False}}, "pymdownx.details",
            "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}}, "pymdownx.tasklist",
        ],
    }


def _run(command: Sequence[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=600)


def compare(ours: Sequence[Built], theirs: Sequence[Built]) -> Iterator[str]:
    """Which pages are missing, and on which the words or the tables of the article differ."""
    there = {page.path: page for page in theirs}
    same, told = 0, []
    for page in ours:
        other = there.get(page.path)
        if other is None:
            told.append(f"{page.path}: tidak ada")
            continue
        differences = [*_words(page, other), *_tables(page, other)]
        told += (f"{page.path}: {what}" for what in differences)
        same += not differences
    yield f"{same} dari {len(ours)} halaman sama isi dan tabelnya."
    yield from told[:MOST_SHOWN]
    if len(told) > MOST_SHOWN:
        yield f"dan {len(told) - MOST_SHOWN} perbedaan lain."


def _words(one: Built, other: Built) -> Iterator[str]:
    mine, yours = one.words(), other.words()
    if mine != yours:
        spot = next((number for number, pair in enumerate(zip(mine, yours, strict=False)) if pair[0] != pair[1]), min(len(mine), len(yours)))
        yield f'kata ke-{spot + 1} berbeda: "{" ".join(mine[spot : spot + 4])}" menjadi "{" ".join(yours[spot : spot + 4])}"'


def _tables(one: Built, other: Built) -> Iterator[str]:
    mine, yours = one.tables(), other.tables()
    if len(mine) != len(yours):
        yield f"{len(mine)} tabel menjadi {len(yours)}"
    for number, (table, copy) in enumerate(zip(mine, yours, strict=False), 1):
        if table != copy:
            yield f"tabel ke-{number} berbeda"


if __name__ == "__main__":
    raise SystemExit(main())
