"""Takes weight off a built site: one sheet without dead rules, one script without the theme's, no unused theme files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from syllabus.export.slim.aliases import unaliased
from syllabus.export.slim.beaten import shown, unbeaten
from syllabus.export.slim.effects import plain
from syllabus.export.slim.elements import elements
from syllabus.export.slim.page import Page
from syllabus.export.slim.purge import Rules, names, purge, shared_out
from syllabus.export.slim.sheet import Group, read, write
from syllabus.export.slim.tight import tight

T = TypeVar("T")
SEARCH = "assets/skrip/pencarian.js"
"""Fetched only when a reader searches."""
NOT_FOUND = "404.html"
"""Shown at any address, so that its sheet might not be found from there: it has its own."""
STARTER = "assets/skrip/nanti.js"
"""Stands in every page and fetches the joined script."""
OWN_SHEETS = "assets/gaya/"
THEME_FOLDERS = ("gambar", "gaya", "images", "javascripts", "skrip", "stylesheets")
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_SPEAKING = frozenset({".html", ".css", ".js", ".json"})


def slim(site: Path, searcher: str) -> None:
    """Rewrite the pages of a freshly built site, whose searcher is at an address of it.

    Raises `ValueError` when the pages do not ask for the same things.
    """
    pages = [Page(path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))]
    if not pages:
        return
    scripts = _same([page.scripts() for page in pages], "scripts")
    spoken = "".join(_code(site / path) for path in (*scripts, SEARCH, searcher))
    sheets = _same([page.sheets() for page in pages], "style sheets")
    at_once, later = _joined(site, sheets, [page for page in pages if page.path != NOT_FOUND] or pages, spoken)
    sheet = _write(site, "assets/gaya.css", at_once)
    icon = _same([page.icon() for page in pages], "icons")
    script = _script(site, scripts, searcher, {"gaya": later, "ikon": _data(site, icon)}) if scripts else ""
    starter = _starter(site) if scripts else ""
    for page in pages:
        light = page.slimmed(sheet, script, starter)
        if page.path == NOT_FOUND:
            light = light.with_own_sheet(_joined(site, sheets, [page], spoken, read(later))[0])
        (site / page.path).write_text(light.text, encoding="utf-8")
    _sweep(site)


def _same(values: list[T], what: str) -> T:
    if any(value != values[0] for value in values):
        raise ValueError(f"pages ask for different {what}")
    return values[0]


def _joined(site: Path, sheets: tuple[tuple[str, str], ...], pages: list[Page], spoken: str, beside: Rules = ()) -> tuple[str, str]:
    """All sheets in two, without dead rules: for pages as they come, on screen and on paper, and for what only scripts show.

    What scripts add to pages later is known by its names in what they say (`spoken`). Readers open folds without any script.
    Rules `beside` these come too, and use what is said here.
    """
    ours = tuple(rule for path, medium in sheets if _ours(path) for rule in _read(site / path, medium))
    theirs = tuple(rule for path, medium in sheets if not _ours(path) for rule in _read(site / path, medium))
    rules = unaliased((*shown(plain(theirs), ours), *ours))
    inline = _inline(pages)
    there = elements((tight(page.text) for page in pages), names(rules))
    kept = unbeaten(purge(rules, there, spoken + inline))
    now, later = shared_out(kept, there, inline + '"open"')
    return write(purge(now, there, spoken + inline, (*later, *beside))), write(later)


def _ours(path: str) -> bool:
    return path.startswith(OWN_SHEETS)


def _read(sheet: Path, medium: str) -> Rules:
    rules = read(sheet.read_text(encoding="utf-8"))
    return (Group(f"@media {medium}", rules),) if medium else rules


def _inline(pages: list[Page]) -> str:
    """The scripts that stand in pages, each once."""
    return "".join(sorted({text for page in pages for text in _INLINE.findall(page.text)}))


def _script(site: Path, scripts: tuple[str, ...], searcher: str, along: Mapping[str, str]) -> str:
    """All scripts in one, with its own address, the places of those that come later and what comes `along`. Returns its address.

    A page that is still coming in is waited for, as with `defer`.
    """
    wait = f'var TUNDA={{cari:"{_write(site, SEARCH, _code(site / SEARCH))}",pencari:"{searcher}",asal:document.currentScript.src}};\n'
    told = "".join(f"TUNDA.{name}={json.dumps(text, ensure_ascii=False)};\n" for name, text in along.items())
    head = f"{wait}{told}function SITUS(){{\n"
    foot = '}\nif(document.readyState==="loading")addEventListener("DOMContentLoaded",SITUS);else SITUS();\n'
    return _write(site, "assets/skrip/situs.js", head + "".join(_code(site / script) for script in scripts) + foot)


def _data(site: Path, icon: str) -> str:
    """A drawing as an address that asks nobody."""
    return f"data:image/svg+xml,{quote((site / icon).read_text(encoding='utf-8').strip(), safe=' =:/,')}" if icon else ""


def _starter(site: Path) -> str:
    """What stands in every page instead of the scripts, in one line."""
    return _code(site / STARTER).replace("\n", "")


def _code(path: Path) -> str:
    """A script of ours without its comments and indents. It is written so that both stand on lines of their own."""
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def _write(site: Path, path: str, text: str) -> str:
    """Write a file whose name changes with its contents, so that browsers may keep it for good. Returns its path."""
    stem, _, ending = path.rpartition(".")
    name = f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:6]}.{ending}"
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
