"""The whole site as one archive that opens from disk. The same site gives the same bytes."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from syllabus.export.slim.starter import with_script

FOLDER = "situs-luring"
NAME = f"unduhan/{FOLDER}.zip"
_ONLINE_ONLY = frozenset({"404.html", "luring.html", "pekerja.js", "robots.txt", "sitemap.xml", "sitemap.xml.gz"})
_CARDS = "bagikan/"
"""Pictures for messengers, which ask the public site for them."""
_WHOLE_INDEX = "/semua.js"
"""The search index in one file, where a small site has it: from disk that is quicker than its many parts, and lighter."""
_HEAVY = (".docx", ".epub", ".pdf", ".xlsx", ".zip")
_LINK = re.compile(r'<a\b[^>]*?\bhref="?([^"#?\s>]+\.(?:pdf|epub|zip|docx|xlsx))"?[^>]*>(.*?)</a>', re.DOTALL)
_ADDRESSED = re.compile(
    r'<script type="application/ld\+json">.*?</script>|<meta (?:property="?og:|name="?(?:description|twitter:))[^>]*>|<link rel="?canonical[^>]*>'
    r'|<div class="luring md-typeset"[^>]*></div>', re.DOTALL)
"""What catalogues, messengers and those who keep pages read at a public address; a page on disk has none."""
_LINE = re.compile(r"<script>(\{.*?\})</script>", re.DOTALL)
_ONCE = "assets/skrip/awal.js"
"""The line of script that every page begins with, once: over a network it saves a request where it stands, from disk it only weighs."""
_START = (1980, 1, 1, 0, 0, 0)


def archive(site: Mapping[str, bytes]) -> bytes:
    """A ZIP of the site by path, without what only a server needs, and without books: each is a download of its own."""
    packed = BytesIO()
    whole = next((path for path in sorted(site) if path.endswith(_WHOLE_INDEX)), "")
    parts = whole.removesuffix(_WHOLE_INDEX) + "/"
    kept = [path for path in site if path not in _ONLINE_ONLY and not path.endswith(_HEAVY) and not path.startswith((".", _CARDS))
            and (path == whole or not whole or not path.startswith(parts))]
    held = _said_once({path: _from_disk(path, site[path], whole) for path in kept})
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for path in sorted(held):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", _START)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            file.writestr(entry, held[path], compresslevel=9)
    return packed.getvalue()


def _from_disk(path: str, data: bytes, whole: str) -> bytes:
    """A file as it is read from disk: pages without links to what is left out and without notes for strangers, the script with the place of the whole index."""
    if path.endswith(".html"):
        return _ADDRESSED.sub("", unlinked(with_script(data.decode("utf-8")))).encode()
    if whole and path.endswith(".js"):
        return data.replace(b"var TUNDA={", f'var TUNDA={{semua:"{whole}",'.encode(), 1)
    return data


def _said_once(held: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the line of script that all pages share in a file of its own."""
    pages = {path: data.decode("utf-8") for path, data in held.items() if path.endswith(".html")}
    lines = {match[0]: match[1] for page in pages.values() if (match := _LINE.search(page))}
    if len(lines) != 1:
        return dict(held)
    (line, code), = lines.items()
    asked = {path: page.replace(line, f'<script src="{posixpath.relpath(_ONCE, posixpath.dirname(path) or ".")}"></script>', 1).encode() for path, page in pages.items()}
    return {**held, **asked, _ONCE: code.encode()}


def unlinked(page: str) -> str:
    """The page without links to what the archive leaves out; a reader is told where to get it."""
    return _LINK.sub(lambda match: match[0] if match[1].startswith(("http:", "https:")) else
                     f"<span>{match[2]} (unduh dari situs; tidak termasuk salinan luring)</span>", page)
