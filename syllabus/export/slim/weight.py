"""What a page costs its reader before anything is tapped: bytes over the network and requests, images apart."""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from lxml import html

from syllabus.export.slim.starter import script_of

FIRST_VIEW = 40_000
"""Most bytes (gzip) of a first visit: the page with everything it asks for."""
REQUESTS = 5
PICTURE = 26_000
"""Most bytes (gzip) that come before a reader moves: the page and what its first picture waits for."""
PICTURE_REQUESTS = 2
NEXT_PAGE = 15_000
"""Most bytes (gzip) of a further page, whose sheet and scripts are kept already."""


@dataclass(frozen=True)
class Weight:
    """Bytes are gzip -9. `own` is the page alone, `picture` what comes before a reader moves, `first` the page with its sheets, scripts and icon."""

    path: str
    own: int
    first: int
    requests: int
    picture: int
    picture_requests: int

    def excess(self) -> str:
        """What is over a limit, in words; empty for a page within all of them."""
        over = [
            f"{name} {found} of at most {most}" for name, found, most in
            (("first view", self.first, FIRST_VIEW), ("next page", self.own, NEXT_PAGE), ("requests", self.requests, REQUESTS),
             ("first picture", self.picture, PICTURE), ("requests for the first picture", self.picture_requests, PICTURE_REQUESTS))
            if found > most
        ]
        return f"{self.path}: {', '.join(over)}" if over else ""


def weights(site: Mapping[str, bytes]) -> tuple[Weight, ...]:
    """The weight of every page of a site, given as bytes by path. Raises `KeyError` for an asset that is not there."""
    shrunk = cache(lambda path: _gzipped(site[path]))
    found = []
    for path in sorted(site):
        if path.endswith(".html") and path != "404.html":
            at_once, later = ({posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) for address in several} for several in _asks(site[path]))
            own, now = _gzipped(site[path]), sum(shrunk(name) for name in at_once)
            found.append(Weight(path, own, own + now + sum(shrunk(name) for name in later - at_once), 1 + len(at_once | later), own + now, 1 + len(at_once)))
    return tuple(found)


def _asks(page: bytes) -> tuple[list[str], list[str]]:
    """What a page asks for at once, and what it keeps in `noscript` or fetches when its reader moves."""
    text = page.decode("utf-8")
    at_once: list[str] = []
    later = [script_of(text)] if script_of(text) else []
    for node in html.document_fromstring(text).iter("link", "script"):
        wanted = node.tag == "script" or set((node.get("rel") or "").split()) & {"stylesheet", "icon", "preload"}
        address = node.get("src" if node.tag == "script" else "href")
        if wanted and address and not address.startswith("data:"):
            (later if any(above.tag == "noscript" for above in node.iterancestors()) else at_once).append(address)
    return at_once, later


def _gzipped(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))
