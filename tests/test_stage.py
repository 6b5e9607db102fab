"""Readers see the old output or the new one, whole, whatever happens to the build."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import stage as stage_module
from scripts.stage import MARK, Busy, NotOurs, publish, stage

HOUSE = Path(__file__).parent.parent
NAMES = ("site", "dist")
FILES = 60
CHILD = f"""
import sys
from pathlib import Path
from scripts.stage import publish, stage
out, word = Path(sys.argv[1]), sys.argv[2]
print("mulai", flush=True)
with stage(out, ("site", "dist")) as folder:
    for name in ("site", "dist"):
        (folder / name).mkdir()
        for number in range({FILES}):
            (folder / name / f"{{number}}.html").write_text(word)
    publish(out, ("site", "dist"))
"""


def make(out: Path, word: str, names: tuple[str, ...] = NAMES) -> None:
    """One whole run: both folders filled with this word."""
    with stage(out, names) as folder:
        for name in names:
            (folder / name).mkdir()
            for number in range(FILES):
                (folder / name / f"{number}.html").write_text(word, encoding="utf-8")
        publish(out, names)


def words(out: Path, name: str) -> set[str]:
    """What the files of a published folder say; all of them must be there."""
    pages = sorted((out / name).glob("*.html"))
    assert len(pages) == FILES
    return {page.read_text(encoding="utf-8") for page in pages}


def test_a_run_replaces_both_folders_and_leaves_nothing_behind(tmp_path: Path) -> None:
    make(tmp_path, "satu")
    make(tmp_path, "dua")
    assert words(tmp_path, "site") == words(tmp_path, "dist") == {"dua"}
    assert [path.name for path in (tmp_path / ".stage").iterdir()] == ["kunci"]


def test_a_failed_run_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path, "satu")
    with pytest.raises(ValueError, match="rusak"), stage(tmp_path, NAMES) as folder:
        (folder / "site").mkdir()
        (folder / "site" / "0.html").write_text("separuh", encoding="utf-8")
        raise ValueError("rusak")
    assert words(tmp_path, "site") == words(tmp_path, "dist") == {"satu"}
    assert [path.name for path in (tmp_path / ".stage").iterdir()] == ["kunci"]


def test_a_second_run_is_sent_away(tmp_path: Path) -> None:
    with stage(tmp_path, NAMES), pytest.raises(Busy), stage(tmp_path, NAMES):
        pass
    make(tmp_path, "sesudahnya")
    assert words(tmp_path, "site") == {"sesudahnya"}


@pytest.mark.parametrize("theirs", ["folder", "file", "link"])
def test_what_we_did_not_make_is_not_replaced(tmp_path: Path, theirs: str) -> None:
    out, precious = tmp_path / "out", tmp_path / "penting"
    out.mkdir()
    precious.mkdir()
    (precious / "surat.txt").write_text("penting", encoding="utf-8")
    if theirs == "folder":
        precious.rename(out / "site")
        precious = out / "site"
    elif theirs == "file":
        (out / "site").write_text("penting", encoding="utf-8")
    else:
        (out / "site").symlink_to(precious)
    with pytest.raises(NotOurs, match="site"), stage(out, NAMES):
        pass
    assert theirs == "file" or (precious / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_an_empty_folder_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    make(tmp_path, "satu")
    assert words(tmp_path, "site") == {"satu"}
    assert (tmp_path / "site" / MARK).is_file()


def test_every_reader_may_read_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        make(tmp_path, "satu")
    finally:
        os.umask(before)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "site" / "0.html").stat().st_mode & 0o777 == 0o644


def test_without_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage_module, "_exchange", lambda one, other: False)
    make(tmp_path, "satu")
    make(tmp_path, "dua")
    assert words(tmp_path, "site") == words(tmp_path, "dist") == {"dua"}


class Killed(BaseException):
    """Stands for the end of the process: nothing of ours may run after it."""


@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("moment", range(6))
def test_a_run_killed_while_swapping_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int, exchange: bool,
) -> None:
    make(tmp_path, "satu")
    calls = 0

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object) -> object:
            nonlocal calls
            calls += 1
            if calls > moment:
                raise Killed
            return real(*args)
        return step

    with monkeypatch.context() as patch:
        if exchange:
            patch.setattr(stage_module, "_exchange", counting(stage_module._exchange))
        else:
            patch.setattr(stage_module, "_exchange", lambda one, other: False)
            patch.setattr(Path, "rename", counting(Path.rename))
        patch.setattr(stage_module, "_clear", lambda folder: None if calls > moment else _really_clear(folder))
        try:
            make(tmp_path, "dua")
        except Killed:
            assert calls > moment
    with stage(tmp_path, NAMES):
        pass
    assert words(tmp_path, "site") == words(tmp_path, "dist") == {"dua"}


_really_clear = stage_module._clear


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_kill_minus_nine_at_any_moment_leaves_a_whole_output(tmp_path: Path) -> None:
    make(tmp_path, "awal")
    dice = random.Random(7)
    before, killed = "awal", 0
    for run in range(12):
        word = f"putaran-{run}"
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path), word], cwd=HOUSE, stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline() == b"mulai\n"
        time.sleep(dice.uniform(0, 0.05))
        child.send_signal(signal.SIGKILL)
        killed += child.wait() == -signal.SIGKILL
        child.stdout.close()
        for name in NAMES:
            assert words(tmp_path, name) in ({before}, {word})
        with stage(tmp_path, NAMES):
            pass
        now = words(tmp_path, "site")
        assert now == words(tmp_path, "dist")
        assert now in ({before}, {word})
        before = now.pop()
    assert killed >= 6, "the kills came too late to prove anything"
    make(tmp_path, "akhir")
    assert words(tmp_path, "site") == {"akhir"}
