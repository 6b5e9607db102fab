"""Tables written in Markdown get the frame, the scopes and the name that tables from data have."""

from __future__ import annotations

import re
from itertools import count

from syllabus.render.table import STACKED

_TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t([hd])([^>]*)>(.*?)</t[hd]>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)


def dress_tables(html: str) -> str:
    """Wrap every bare `<table>` in a region named after the heading above it, and give its head `scope`."""

    def dress(match: re.Match[str]) -> str:
        above = _HEADING.findall(html, 0, match.start())
        name = re.sub(r"<[^>]+>", "", above[-1]).strip().replace('"', "&quot;") if above else "halaman ini"
        inner = re.sub(r"<th(?=[\s>])", '<th scope="col"', match[1]).replace(' style="text-align: right;"', ' class="angka"')
        inner = inner.replace(' style="text-align: center;"', ' class="tengah"').replace(' style="text-align: left;"', "")
        titles = [re.sub(r"<[^>]+>", "", cell[2]).strip().replace('"', "&quot;") for cell in _CELL.findall(inner.partition("</tr>")[0])]
        stacked = len(titles) >= STACKED
        inner = _ROW.sub(lambda row: _labelled(row[0], titles), inner) if stacked else inner
        return (
            f'<div class="gulir" tabindex="0">'
            f'<table class="tabel tabel-daftar{" bertumpuk" if stacked else ""}"><caption class="senyap">{name}</caption>{inner}</table></div>'
        )

    return _TABLE.sub(dress, html)


def _labelled(row: str, titles: list[str]) -> str:
    """A row of the body whose cells, the first aside, carry the title of their column."""
    numbers = count()

    def label(match: re.Match[str]) -> str:
        number = next(numbers)
        title = f' data-label="{titles[number]}"' if match[1] == "d" and 0 < number < len(titles) else ""
        return f"<t{match[1]}{match[2]}{title}>{match[3]}</t{match[1]}>"

    return _CELL.sub(label, row)
