"""Small work beside the typesetter gives its answer when it is asked for, and fails there, too."""

from __future__ import annotations

from threading import current_thread, main_thread

import pytest

from syllabus.press.meanwhile import meanwhile


def test_a_task_is_done_beside() -> None:
    assert meanwhile(current_thread)() is not main_thread()


def test_a_fault_is_told_where_the_answer_is_wanted(capfd: pytest.CaptureFixture[str]) -> None:
    answer = meanwhile(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        answer()
    assert capfd.readouterr().err == ""
