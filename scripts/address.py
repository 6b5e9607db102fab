"""Where the printed edition stands on the web, as `mkdocs.yml` says: books lead there with links and QR codes."""

from __future__ import annotations

import re
from pathlib import Path

from syllabus.problem import Problem
from syllabus.source import Source, read_yaml

FILE = "mkdocs.yml"
PLACE_OF_EDITION = "{edisi}"
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[\w./~{}-]*)?")


def edition_address(root: Path, edition: str) -> str | None:
    """The address of this edition, with a slash at its end; None where the project has no address yet.

    `extra.alamat_edisi` says where editions live (`https://contoh.go.id/asn/{edisi}/`), so that a printed code still leads to
    the edition it was printed with when the next one is out. Without it, `site_url` is the address of every edition.
    """
    source = _read(root)
    said = next((value for _, value in _said(source)), None)
    return said.replace(PLACE_OF_EDITION, edition).rstrip("/") + "/" if said else None


def address_problems(root: Path) -> tuple[Problem, ...]:
    """Addresses that lead nowhere."""
    source = _read(root)
    return tuple(
        Problem(
            "SIT04", source.place("extra", "alamat_edisi") if key == "alamat_edisi" else source.place(key),
            f'Alamat "{value}" tidak dapat dipakai untuk kode QR.',
            f"Tulis alamat lengkap, misalnya https://contoh.go.id/asn/{PLACE_OF_EDITION}/." if key == "alamat_edisi" else
            "Tulis alamat lengkap, misalnya https://contoh.go.id/asn/.",
        )
        for key, value in _said(source)
        if not _ADDRESS.fullmatch(value) or (key == "alamat_edisi") != (PLACE_OF_EDITION in value)
    )


def _read(root: Path) -> Source:
    own = root / FILE
    return read_yaml(own.read_bytes() if own.is_file() and not own.is_symlink() else b"", FILE)


def _said(source: Source) -> list[tuple[str, str]]:
    """The addresses that a project says, the one of editions first."""
    settings = source.plain()
    if not isinstance(settings, dict):
        return []
    extra = settings.get("extra")
    found = (("alamat_edisi", extra.get("alamat_edisi") if isinstance(extra, dict) else None), ("site_url", settings.get("site_url")))
    return [(key, value) for key, value in found if isinstance(value, str) and value]
