"""A page does not grow with the site: its menu shows what is near, whatever else there is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.navigation import NEAR, around
from macros.project import project_from
from scripts.site import build_site
from syllabus.check import check

SOUND = Path(__file__).parent / "sites" / "provinsi-lain"
PAGE = """---
title: Catatan {number} tentang layanan
deskripsi: Halaman buatan ke-{number} untuk mengukur bobot situs.
---

# Catatan {number} tentang layanan

{sections}
"""
TEXT = "Petugas mencatat permohonan, memberi tanda terima, lalu menyampaikan waktu selesai kepada warga. " * 6


@dataclass(frozen=True)
class Entry:
    active: bool
    number: int


@pytest.mark.parametrize("count", (1, 15, 16, 300))
def test_a_menu_shows_the_open_page_and_its_neighbours(count: int) -> None:
    for at in {0, count // 2, count - 1}:
        shown = around([Entry(number == at, number) for number in range(count)])
        assert at in [entry.number for entry in shown]
        assert len(shown) == min(count, 2 * NEAR + 1)


def weight(folder: Path, count: int) -> float:
    """Mean bytes of the first twenty pages of a generated site with so many pages."""
    shutil.copytree(SOUND, folder)
    present = sum(1 for _ in (folder / "docs").rglob("*.md"))
    sections = "\n\n".join(f"## Bagian {part}\n\n{TEXT}" for part in range(1, 6))
    for number in range(1, count - present + 1):
        (folder / "docs" / "tentang" / f"catatan-{number:03d}.md").write_text(PAGE.format(number=number, sections=sections), encoding="utf-8")
    assert build_site(folder, folder / "site", project_from(check(folder), "publik")) == ()
    pages = sorted((folder / "site" / "tentang").glob("catatan-*.html"))[:20]
    assert len(pages) == 20
    return sum(len(page.read_bytes()) for page in pages) / len(pages)


@pytest.mark.bangun
def test_a_page_of_a_large_site_is_as_light_as_one_of_a_small_site(tmp_path: Path) -> None:
    small, large = weight(tmp_path / "kecil", 50), weight(tmp_path / "besar", 300)
    assert large <= 1.2 * small, f"{large:.0f} bytes at 300 pages, {small:.0f} at 50"
