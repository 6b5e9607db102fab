"""The whole site as one archive that opens from disk. The same site gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

FOLDER = "situs-luring"
NAME = f"unduhan/{FOLDER}.zip"
_ONLINE_ONLY = frozenset({"404.html", "luring.html", "pekerja.js", "robots.txt", "sitemap.xml", "sitemap.xml.gz"})
_CARDS = "bagikan/"
"""Pictures for messengers, which ask the public site for them."""
_WHOLE_INDEX = "/semua.js"
"""The search index in one file, for the worker: from disk its parts are read."""
_HEAVY = (".docx", ".epub", ".pdf", ".xlsx", ".zip")
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#?]+\.(?:docx|epub|pdf|xlsx|zip))"[^>]*>(.*?)</a>', re.DOTALL)
_START = (1980, 1, 1, 0, 0, 0)


def archive(site: Mapping[str, bytes]) -> bytes:
    """A ZIP of the site by path, without what only a server needs, and without books: each is a download of its own."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for path in sorted(site):
            if path not in _ONLINE_ONLY and not path.endswith((*_HEAVY, _WHOLE_INDEX)) and not path.startswith((".", _CARDS)):
                entry = zipfile.ZipInfo(f"{FOLDER}/{path}", _START)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o100644 << 16
                data = unlinked(site[path].decode("utf-8")).encode() if path.endswith(".html") else site[path]
                file.writestr(entry, data, compresslevel=9)
    return packed.getvalue()


def unlinked(page: str) -> str:
    """The page without links to what the archive leaves out; a reader is told where to get it."""
    return _LINK.sub(lambda match: match[0] if match[1].startswith(("http:", "https:")) else
                     f"<span>{match[2]} (unduh dari situs; tidak termasuk salinan luring)</span>", page)
