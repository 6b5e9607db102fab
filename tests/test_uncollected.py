"""How a process works without the search for cycles, and how it ends."""

from __future__ import annotations

import gc
import os
import subprocess
import sys

import pytest

from scripts.settings import HOUSE
from syllabus.uncollected import uncollected


def test_cycles_are_looked_for_again_after_the_outermost_block() -> None:
    assert gc.isenabled()
    with uncollected():
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_process_ends_with_its_code_and_all_it_said(code: int) -> None:
    """Nothing has been written before it ends: both streams are pipes, which are written when they are full or at the end."""
    script = f"import sys; from syllabus.uncollected import end; sys.stdout.write('selesai'); sys.stderr.write('catatan'); end({code}); sys.stdout.write('lagi')"
    done = subprocess.run([sys.executable, "-c", script], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (code, "selesai", "catatan")


@pytest.mark.parametrize("code", [0, 2])
def test_a_process_that_nobody_reads_any_more_has_failed_without_a_traceback(code: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    script = f"import sys; from syllabus.uncollected import end; sys.stdout.write('selesai'); end({code})"
    held_back = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with os.fdopen(writing) as nobody:
        done = subprocess.run([sys.executable, "-c", script], cwd=HOUSE, env=held_back, stdout=nobody, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (code or 1, "")
