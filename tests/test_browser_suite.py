"""The browser's tests say that they were left out where a tool is missing, and do not stop a build for it."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

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
    runs: list[tuple[str, Sequence[str]]] = []

    def test(name: str, only: Sequence[str]) -> subprocess.CompletedProcess[str]:
        runs.append((name, only))
        failed = sum(one == name for one, _ in runs) <= failures.get(name, 0)
        return subprocess.CompletedProcess([], int(failed), f"✔ lain (1.5ms)\n{'✖' if failed else '✔'} uji (2) {name} (10.25ms)\n")

    assert suite.tested(["a", "b", "c"], test) == code
    assert sorted(runs[:3]) == [("a", ()), ("b", ()), ("c", ())] and runs[3:] == [(name, (f"uji (2) {name}",)) for name in failures]
    assert capsys.readouterr().out == "".join(f"Uji peramban gagal, diulang sekali: {name}, uji (2) {name}\n" for name in failures)


@pytest.mark.parametrize(("first", "second", "code"), [("", "✔ uji (1ms)", 0), ("✖ uji (1ms)", "✔ uji (1ms)", 0), ("✖ uji (1ms)", "✔ uji lain (1ms)", 1)])
def test_a_repeated_test_must_be_told_as_passed_and_a_file_that_names_none_is_repeated_whole(first: str, second: str, code: int) -> None:
    told = iter([subprocess.CompletedProcess[str]([], 1, first), subprocess.CompletedProcess[str]([], 0, second)])
    assert suite.tested(["a"], lambda name, only: next(told)) == code
