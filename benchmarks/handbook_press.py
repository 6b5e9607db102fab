"""`python -m benchmarks.handbook_press FOLDER`: the press's part of `benchmarks.handbook`, with nothing else in its process."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from syllabus.press.typeset import typeset
from syllabus.uncollected import end


def main(folder: Path) -> int:
    """Print the book of a folder. Returns 1 when it cannot be set."""
    book, images = pickle.loads((folder / "buku.pickle").read_bytes())
    printed = typeset(book, images.get, helped=True)
    (folder / "press.pdf").write_bytes(printed.pdf)
    return 0 if printed.pdf else 1


if __name__ == "__main__":
    end(main(Path(sys.argv[1])))
