"""The fonts of the books: Noto Sans from its package, and what the typesetter carries itself."""

from __future__ import annotations

from pathlib import Path

import fontpkg_noto_sans


def font_folder() -> Path:
    """The folder of Noto Sans (OFL 1.1), upright and italic, variable in weight and width."""
    return Path(fontpkg_noto_sans.__path__[0]) / "files"


def upright() -> Path:
    """Noto Sans, upright."""
    return font_folder() / "NotoSans[wdth,wght].ttf"
