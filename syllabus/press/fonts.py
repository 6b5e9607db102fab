"""The fonts of the books: Noto Sans from its package, and what the typesetter carries itself."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def font_folder() -> Path:
    """The folder of Noto Sans (OFL 1.1), upright and italic, variable in weight and width."""
    return Path(str(files("fontpkg_noto_sans") / "files"))


def upright() -> Path:
    """Noto Sans, upright."""
    return font_folder() / "NotoSans[wdth,wght].ttf"
