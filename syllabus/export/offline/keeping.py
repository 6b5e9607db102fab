"""What a reader keeps with one tap: a page, the pages it leads to, and the shell that shows them."""

from __future__ import annotations

import gzip
import hashlib
import json
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from syllabus.export.slim.starter import script_of

WORKER = "pekerja.js"
REFUGE = "luring.html"
"""The page shown without a network instead of one that was not kept."""
_PLACE = '<div class="luring md-typeset" hidden></div>'
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.DOTALL | re.MULTILINE)


def shell(site: Mapping[str, bytes]) -> tuple[str, ...]:
    """What every kept page needs: the first page, the refuge, and all that pages ask for by themselves."""
    asked = {name for path in site if path.endswith(".html") and path != "404.html" for name in _asked(path, site[path])}
    return tuple(sorted({"index.html", REFUGE, *asked} & site.keys()))


def search(site: Mapping[str, bytes]) -> tuple[str, ...]:
    """What searching needs without a network: nothing on a large site, whose index would weigh more than its pages."""
    index = [path for path in site if path.startswith("assets/cari/") and path.endswith("/semua.js")]
    code = [path for path in site if path.startswith(("assets/cari/pencari-", "assets/skrip/pencarian-"))]
    return tuple(sorted(index + code)) if index else ()


def worker(site: Mapping[str, bytes]) -> str:
    """The service worker. Its text changes with any page, sheet or script, which tells browsers of a new edition."""
    whole = hashlib.sha256()
    for path in sorted(site):
        if path.endswith((".html", ".css", ".js")) and path != WORKER:
            whole.update(f"{path}\0{len(site[path])}\0".encode() + site[path])
    code = _COMMENT.sub("", (Path(__file__).parent / "worker.js").read_text(encoding="utf-8"))
    lines = "\n".join(line.strip() for line in code.splitlines() if line.strip())
    return f'var VERSION="{whole.hexdigest()[:12]}",SHELL={_list(shell(site))},SEARCH={_list(search(site))};\n{lines}\n'


def with_places(site: Mapping[str, bytes], said: Callable[[int], str]) -> dict[str, bytes]:
    """The pages that can be kept, with the size (bytes over the network, `said` in words) of what is kept.

    That is the page and those its article leads to; skrip/luring.js reads the same links.
    """
    frame = sum(_gzipped(site[name]) for name in (*shell(site), *search(site)))
    changed = {}
    for path in sorted(site):
        if path.endswith(".html") and _PLACE.encode() in site[path]:
            pages = [path, *sorted(_linked(path, site) - {path, *shell(site)})]
            size = said(frame + sum(_gzipped(site[name]) for name in pages))
            filled = f'<div class="luring md-typeset" data-ukuran="{size}" hidden></div>'
            changed[path] = site[path].replace(_PLACE.encode(), filled.encode())
    return changed


def _linked(path: str, site: Mapping[str, bytes]) -> set[str]:
    """Pages that the article links to, one step away."""
    article = _tree(site[path]).find(".//article")
    links = [] if article is None else [urlsplit(node.get("href") or "") for node in article.iter("a")]
    found = {_inside(path, link.path) for link in links if link.path and not link.scheme and not link.netloc}
    return {name for name in found if name.endswith(".html") and name in site}


def _asked(path: str, page: bytes) -> set[str]:
    tree = _tree(page)
    links = [node.get("href") or "" for node in tree.iter("link") if set((node.get("rel") or "").split()) & {"stylesheet", "icon"}]
    return {_inside(path, address) for address in [*links, script_of(page.decode("utf-8")), *(node.get("src") or "" for node in tree.iter("script"))] if address}


def _list(paths: tuple[str, ...]) -> str:
    return json.dumps(paths, separators=(",", ":"))


def _inside(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address)))


def _tree(page: bytes) -> html.HtmlElement:
    return html.document_fromstring(page.decode("utf-8"))


def _gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))
