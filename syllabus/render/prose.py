"""Tables written in Markdown get the frame, the scopes and the name that tables from data have."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)


def dress_tables(html: str) -> str:
    """Wrap every bare `<table>` in a region named after the heading above it, and give its head `scope`."""

    def dress(match: re.Match[str]) -> str:
        above = _HEADING.findall(html, 0, match.start())
        name = re.sub(r"<[^>]+>", "", above[-1]).strip().replace('"', "&quot;") if above else "halaman ini"
        inner = re.sub(r"<th(?=[\s>])", '<th scope="col"', match[1]).replace(' style="text-align: right;"', ' class="angka"')
        inner = inner.replace(' style="text-align: center;"', ' class="tengah"').replace(' style="text-align: left;"', "")
        return (
            f'<div class="gulir" role="region" tabindex="0" aria-label="Tabel: {name}">'
            f'<table class="tabel tabel-daftar"><caption class="senyap">{name}</caption>{inner}</table></div>'
        )

    return _TABLE.sub(dress, html)
