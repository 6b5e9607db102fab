"""What stands in a page instead of its script (skrip/nanti.js): put there, found again, and taken out."""

from __future__ import annotations

import re

MARK = "/*nanti*/"
"""Where it comes to stand: in the line that runs before the first picture."""
WAIT, SOON = "3e3", "400"
"""Milliseconds, as scripts write them, from a page's coming to its script's, where no reader moves; soon is after the first picture."""
_FILLED = re.compile(r'\bdata-(?:mulai|tanggal)=|\bid="cari-lagi"|\bclass="tersimpan"')
"""What scripts fill in on their own: today's day, a guess at what was sought, the list of kept pages."""
_BODY = re.compile(r"(?:</head>)?<body")
_STANDS = re.compile(r'let k,m=.*?\.src="([^"]+)".*?(?=\}</script>)', re.DOTALL)


def with_starter(page: str, starter: str, script: str) -> str:
    """The page that fetches its script, at an address as seen from there, when its reader moves or after a while.

    Raises `ValueError` for a page without the mark: its script would never come.
    """
    if MARK not in page:
        raise ValueError("a page has no place for the script's start")
    return page.replace(MARK, starter.replace("ADDRESS", script).replace("WAIT", SOON if _FILLED.search(page) else WAIT), 1)


def script_of(page: str) -> str:
    """Address of the script that a page fetches later; empty where there is none."""
    match = _STANDS.search(page)
    return match[1] if match else ""


def with_script(page: str) -> str:
    """The page that asks for its script at once: from disk nothing is won by waiting."""
    script = script_of(page)
    return _BODY.sub(lambda match: f'<script defer src="{script}"></script>{match[0]}', _STANDS.sub("", page, count=1), count=1) if script else page
