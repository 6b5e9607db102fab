"""How prints look: files of Typst, one idea each, joined in the order in which they build on one another."""

from __future__ import annotations

from pathlib import Path
from typing import Final

BOOK: Final = (
    "base", "pages", "front", "contents", "chapters", "index", "tables", "boxes", "keeping", "pieces", "spreads", "writing", "signing",
)
"""What a book is set with. A card for sharing is set with `card` alone."""
SHEET: Final = (BOOK[0], "black", *BOOK[1:], "sheet")
"""What a loose sheet is set with: black ink alone, and a page of its own."""


def design(*names: str) -> list[str]:
    """The lines of some files."""
    here = Path(__file__).parent
    return [line for name in names for line in (here / f"{name}.typ").read_text(encoding="utf-8").rstrip("\n").split("\n")]
