"""What tests of several files are given: the sample book as it is printed, once a run."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from syllabus.press.book import Printed
from tests.press_text import sample


@pytest.fixture(scope="session")
def sample_book() -> Printed:
    return sample()


@pytest.fixture(scope="session")
def sample_pdf() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(sample().pdf))
