"""One built page: what it asks for, and the page with less of it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from syllabus.export.slim.starter import with_starter
from syllabus.export.slim.tight import tight

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"(?: media="([a-z]+)")?>')
_ICON = re.compile(r'<link rel="icon"[^>]*href="([^"]+)"[^>]*>')
_SCRIPT = re.compile(r'<script( defer)? src="([^"]+)"[^>]*></script>')
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
_SCOPE = re.compile(r'<script>(__md_scope=new URL\()"[^"]*",location(\).*?)</script>', re.DOTALL)


@dataclass(frozen=True)
class Page:
    """A page of the built site. `path` is its address (`modul/a3.html`)."""

    path: str
    text: str

    def sheets(self) -> tuple[tuple[str, str], ...]:
        """Path and medium of every style sheet, in order."""
        return tuple((self._inside(match[1]), match[2] or "") for match in _SHEET.finditer(self.text))

    def scripts(self) -> tuple[str, ...]:
        """Scripts that the page keeps, ours. The theme's, which have no `defer`, do nothing here that ours do not."""
        return tuple(self._inside(match[2]) for match in _SCRIPT.finditer(self.text) if match[1])

    def icon(self) -> str:
        """Path of its icon; empty where there is none."""
        match = _ICON.search(self.text)
        return self._inside(match[1]) if match else ""

    def slimmed(self, sheet: str, script: str, starter: str) -> Page:
        """The same page with this sheet and this script (paths; no script where empty) instead of its own, in fewer bytes.

        The script is fetched by the starter (skrip/nanti.js), and brings the icon: nothing competes with the words. Who has no
        scripts gets the icon all the same.
        """
        link = f'<link rel="stylesheet" href="{self._outside(sheet)}">'
        text = _SHEET.sub(lambda match: link if match.start() == self._first() else "", self.text)
        text = _ICON.sub(r'<link rel="icon" href="data:,"><noscript>\g<0></noscript>' if script else r"\g<0>", _SCRIPT.sub("", text))
        text = with_starter(text, starter, self._outside(script)) if script else text
        return Page(self.path, tight(_SCOPE.sub("", _CONFIG.sub("", text))))

    def with_own_sheet(self, sheet: str) -> Page:
        """The slimmed page with the text of its sheet instead of an address."""
        return Page(self.path, re.sub(r'<link rel="?stylesheet"? href=[^> ]+>', lambda _: f"<style>{sheet}</style>", self.text, count=1))

    def _first(self) -> int:
        match = _SHEET.search(self.text)
        return match.start() if match else -1

    def _inside(self, address: str) -> str:
        """A path from the site's root. The page for unknown addresses starts at the root of the server."""
        path = urlsplit(address).path
        if path.startswith("/"):
            return path[path.index("assets/"):] if "assets/" in path else path.lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.path), path))

    def _outside(self, path: str) -> str:
        """The address of a path from here; the page for unknown addresses keeps the root it was given."""
        match = _SHEET.search(self.text)
        if match and match[1].startswith("/"):
            return match[1][:match[1].index("assets/")] + path
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")
