"""Books were printed by copies of a process in which the typesetter had already run. Its threads are not copied: the build hung."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROGRAM = """
import sys
from pathlib import Path
from scripts.books import SiteImages
from scripts.printing import print_all
from syllabus.press.typeset import typeset
from tests.press_book import one

if __name__ == "__main__":
    book, images = one("<p>Satu</p>"), SiteImages(Path("."))
    typeset(book, images)
    print(len(print_all([book, book._replace(id="kedua")], images, folder=Path(sys.argv[1]), workers=2)))
"""


def test_books_are_printed_by_workers_after_the_typesetter_has_run(tmp_path: Path) -> None:
    (tmp_path / "cetak.py").write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run([sys.executable, str(tmp_path / "cetak.py"), str(tmp_path / "simpanan")], cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
                          capture_output=True, text=True, timeout=90, check=True)
    assert done.stdout == "2\n"
