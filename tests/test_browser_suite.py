"""The browser's tests say that they were left out where a tool is missing, and do not stop a build for it."""

from __future__ import annotations

import subprocess
from collections import Counter

import pytest

from tests.browser import __main__ as suite


def test_without_a_browser_the_suite_says_so_and_passes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert suite.main() == 0
    assert capsys.readouterr().out == "Uji peramban dilewati: node, npm, chromium tidak ada.\n"


def test_without_its_packages_the_suite_says_so_and_passes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(suite, "_tools", lambda: False)
    assert suite.main() == 0
    assert capsys.readouterr().out == "Uji peramban dilewati: paket npm tidak dapat dipasang. Periksa jaringan.\n"


@pytest.mark.parametrize(("failures", "code"), [({}, 0), ({"b": 1}, 0), ({"b": 2}, 1), ({"a": 1, "c": 2}, 1)])
def test_what_failed_is_tested_once_more_and_nothing_else(failures: dict[str, int], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    runs: Counter[str] = Counter()

    def test(name: str) -> subprocess.CompletedProcess[str]:
        runs[name] += 1
        return subprocess.CompletedProcess([], int(runs[name] <= failures.get(name, 0)))

    assert suite.tested(["a", "b", "c"], test) == code
    assert runs == {name: 2 if name in failures else 1 for name in "abc"}
    assert capsys.readouterr().out == (f"Uji peramban gagal, diulang sekali: {', '.join(failures)}\n" if failures else "")
