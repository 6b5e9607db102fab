"""What a page costs its reader before anything is tapped: bytes over the network and requests, images apart."""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lxml import html

FIRST_VIEW = 40_000
"""Most bytes (gzip) of a first visit: the page with everything it asks for."""
REQUESTS = 5
NEXT_PAGE = 15_000
"""Most bytes (gzip) of a further page, whose sheet and scripts are kept already."""


@dataclass(frozen=True)
class Weight:
    """Bytes are gzip -9. `own` is the page alone, `first` the page with its sheet, scripts and icon."""

    path: str
    own: int
    first: int
    requests: int

    def excess(self) -> str:
        """What is over a limit, in words; empty for a page within all of them."""
        over = [
            f"{name} {found} of at most {most}" for name, found, most in
            (("first view", self.first, FIRST_VIEW), ("next page", self.own, NEXT_PAGE), ("requests", self.requests, REQUESTS))
            if found > most
        ]
        return f"{self.path}: {', '.join(over)}" if over else ""


def weights(site: Mapping[str, bytes]) -> tuple[Weight, ...]:
    """The weight of every page of a site, given as bytes by path. Raises `KeyError` for an asset that is not there."""
    shrunk = cache(lambda path: _gzipped(site[path]))
    found = []
    for path in sorted(site):
        if path.endswith(".html") and path != "404.html":
            asked = {posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) for address in _asks(site[path])}
            own = _gzipped(site[path])
            found.append(Weight(path, own, own + sum(shrunk(name) for name in asked), 1 + len(asked)))
    return tuple(found)


def _asks(page: bytes) -> list[str]:
    tree = html.document_fromstring(page.decode("utf-8"))
    links = [node.get("href") or "" for node in tree.iter("link") if set((node.get("rel") or "").split()) & {"stylesheet", "icon", "preload"}]
    scripts = [node.get("src") or "" for node in tree.iter("script") if node.get("src")]
    return links + scripts


def _gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))
