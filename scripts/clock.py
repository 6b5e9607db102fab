"""The time that is written into what is built, which never is the time of building."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path


@contextmanager
def fixed_clock(root: Path, day: date) -> Iterator[None]:
    """Dates in what is built come from the newest commit of a folder, or from `day` where there is no git."""
    moment = _commit_time(root) or str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or moment
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


def _commit_time(root: Path) -> str:
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False, timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""
