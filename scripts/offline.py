"""Makes a finished site fit to be taken along: its pages bare of what only the build needed, places to save from, the worker, and the archive. Comes last."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.books import size
from syllabus.export.offline.archive import FOLDER, NAME, archive
from syllabus.export.offline.keeping import WORKER, with_places, worker
from syllabus.export.slim.bare import bared

_META = re.compile(rf'(<p class="meta" data-arsip="{FOLDER}">)([^<]*)')


def offline(site: Path) -> None:
    """Change and add files of a public site whose pages, search and books are all there."""
    held = files(site)
    changed = bared(held)
    changed |= with_places(held | changed, size)
    packed = archive(held | changed)
    for path, data in (held | changed).items():
        if path.endswith(".html"):
            changed[path] = _META.sub(lambda match: f"{match[1]}{match[2]} · {size(len(packed))}", data.decode("utf-8")).encode()
    changed[WORKER] = worker(held | changed).encode()
    changed[NAME] = packed
    for path, data in changed.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its address."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
