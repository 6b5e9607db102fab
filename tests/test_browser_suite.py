"""The browser's tests say that they were left out where a tool is missing, and do not stop a build for it."""

from __future__ import annotations

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
