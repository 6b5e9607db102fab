"""One built page: what it asks for, and the page with less of it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"(?: media="([a-z]+)")?>')
_SCRIPT = re.compile(r'<script( defer)? src="([^"]+)"[^>]*></script>')
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
_SCOPE = re.compile(r'<script>(__md_scope=new URL\()"[^"]*",location(\).*?)</script>', re.DOTALL)
_AS_IS = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)


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

    def slimmed(self, sheet: str, scripts: Mapping[tuple[str, ...], tuple[str, ...]]) -> Page:
        """The same page with one sheet, its own scripts as `scripts` renames them, and no blanks between lines."""
        texts = [self.text]
        first = f'<link rel="stylesheet" href="{self._outside(sheet)}">'
        texts.append(_SHEET.sub(lambda match: first if match.start() == self._first() else "", texts[-1]))
        own = "".join(f'<script defer src="{self._outside(path)}"></script>' for path in scripts.get(self.scripts(), ()))
        texts.append(_SCRIPT.sub("", texts[-1]).replace("</head>", f"{own}</head>", 1))
        texts.append(_SCOPE.sub("", _CONFIG.sub("", texts[-1])))
        parts = _AS_IS.split(texts[-1])
        parts[::3] = [re.sub(r"\s*\n\s*", "\n", part) for part in parts[::3]]
        del parts[2::3]  # the element's name, which the pattern remembers only to find its end
        return Page(self.path, "".join(parts).lstrip())

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
