"""One folder per fault: its files are laid over the small sound programme, and exactly its messages must come out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from syllabus.check import check
from syllabus.rules import RULES

HERE = Path(__file__).parent
SOUND = HERE / "sites" / "provinsi-lain"
FAULTS = sorted(path for path in (HERE / "faults").iterdir() if path.is_dir())


def test_the_sound_programme_has_no_problem() -> None:
    report = check(SOUND)
    assert [str(problem) for problem in report.problems] == []
    assert report.verified


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_fault_gives_exactly_its_messages(fault: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SOUND, site)
    for path in sorted(fault.rglob("*")):
        if path.is_file() and path.name not in ("expected.txt", "hapus.txt"):
            target = site / path.relative_to(fault)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    removed = fault / "hapus.txt"
    for line in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (site / line).unlink()
    got = [str(problem) for problem in check(site).problems]
    assert got == (fault / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_every_rule_is_shown_to_fire() -> None:
    shown = {line.split(": ")[1].split()[1] for fault in FAULTS for line in (fault / "expected.txt").read_text(encoding="utf-8").splitlines()}
    assert {rule.code for rule in RULES} <= shown
