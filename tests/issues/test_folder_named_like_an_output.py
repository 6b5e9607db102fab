"""Links to books beside a site were reckoned from the folder that the build ran in: in a folder called buku, all of them were dead."""

from __future__ import annotations

from pathlib import Path

import pytest

from syllabus.check import check
from syllabus.render.view import View

PROJECT = Path(__file__).parent.parent / "sites" / "provinsi-lain"


@pytest.mark.parametrize("folder", ["naskah", "buku"])
def test_files_beside_a_site_are_found_from_any_folder(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = check(PROJECT)
    assert report.curriculum is not None
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    ways = {page: View(report.curriculum, report.timetables, page).way_to("../buku/panduan.pdf") for page in ("index", "modul/loket")}
    assert ways == {"index": "../buku/panduan.pdf", "modul/loket": "../../buku/panduan.pdf"}
    assert View(report.curriculum, report.timetables, "modul/loket").way_to("modul/antre.html") == "antre.html"
