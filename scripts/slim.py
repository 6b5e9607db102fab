"""Takes weight off a built site: one style sheet without dead rules, no script of the theme's, no unused theme files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from scripts.settings import HOUSE
from syllabus.export.slim.elements import kinds
from syllabus.export.slim.page import Page
from syllabus.export.slim.purge import names, purge
from syllabus.export.slim.sheet import read, write

T = TypeVar("T")
LATER = HOUSE / "tema" / "oleh-skrip.html"
"""Elements and states that scripts add to a page, so that their rules stay."""
SEARCH = "assets/skrip/pencarian.js"
"""Fetched only when a reader searches."""
OF_THE_THEME = "assets/stylesheets/"
THEME_FOLDERS = ("gambar", "gaya", "images", "javascripts", "skrip", "stylesheets")
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_SPEAKING = frozenset({".html", ".css", ".js", ".json"})


def slim(site: Path, searcher: str) -> None:
    """Rewrite the pages of a freshly built site, whose searcher is at an address of it.

    Raises `ValueError` when the pages do not ask for the same things.
    """
    pages = [Page(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))]
    if not pages:
        return
    sheets = _same([page.sheets() for page in pages], "style sheets")
    sheet = _write(site, "assets/gaya.css", _joined(site, sheets, pages))
    scripts = _scripts(site, [page.scripts() for page in pages], searcher)
    for page in pages:
        (site / page.path).write_text(page.slimmed(sheet, scripts).text, encoding="utf-8")
    _sweep(site)


def _same(values: list[T], what: str) -> T:
    if any(value != values[0] for value in values):
        raise ValueError(f"pages ask for different {what}")
    return values[0]


def _joined(site: Path, sheets: tuple[tuple[str, str], ...], pages: list[Page]) -> str:
    """The theme's sheets, which come first, without dead rules; then ours as they are."""
    theirs, own = "", ""
    for path, medium in sheets:
        text = (site / path).read_text(encoding="utf-8")
        text = f"@media {medium}{{{text}}}" if medium else text
        if path.startswith(OF_THE_THEME) and not own:
            theirs += text
        else:
            own += text
    rules = read(theirs)
    found = kinds([*(page.text for page in pages), LATER.read_text(encoding="utf-8")], names(rules))
    return write(purge(rules, found, also=own)) + write(read(own))


def _scripts(site: Path, asked: list[tuple[str, ...]], searcher: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """New names of the scripts of pages: the frame's, which every page has, and all others of a page joined in one."""
    lists = sorted(set(asked))
    joined = {
        several: _write(site, "assets/skrip/halaman.js", "".join(_code(site / script) for script in several[1:]))
        for several in lists if len(several) > 1
    }
    frames = {several[0] for several in lists if several}
    if not frames:
        return dict.fromkeys(lists, ())
    [frame] = frames
    more = max(joined.values(), default="")
    search = _write(site, SEARCH, _code(site / SEARCH))
    wait = f'var TUNDA={{cari:"{search}",pencari:"{searcher}",halaman:"{more}"}};\n'
    first = _write(site, frame, wait + _code(site / frame))
    return {several: (first, joined[several]) if several in joined else (first,) for several in lists}


def _code(path: Path) -> str:
    """A script of ours without its comments and indents. It is written so that both stand on lines of their own."""
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def _write(site: Path, path: str, text: str) -> str:
    """Write a file whose name changes with its contents, so that browsers may keep it for good. Returns its path."""
    stem, _, ending = path.rpartition(".")
    name = f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:8]}.{ending}"
    (site / name).write_text(text, encoding="utf-8")
    return name


def _sweep(site: Path) -> None:
    """Remove theme files whose name nobody says any more."""
    files = [path for folder in THEME_FOLDERS for path in sorted((site / "assets" / folder).rglob("*")) if path.is_file()]
    while True:
        said = _said(site)
        silent = [path for path in files if path.exists() and not any(path.name in text for other, text in said.items() if other != path)]
        if not silent:
            break
        for path in silent:
            path.unlink()
    for folder in sorted((site / "assets").rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _said(site: Path) -> Mapping[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*")) if path.suffix in _SPEAKING and path.is_file()}
