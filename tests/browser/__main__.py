"""`python -m tests.browser`: the built site in a real browser, on phone and desk. Skipped where a tool is missing.

File names run those tests alone; `--approve` takes the pictures of pages as they are now (tests/approved/rupa); `--times` tells how fast pages
come on slow networks, holds their medians to limits, and takes names of pages (`modul/integritas.html`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.build import main as build
from syllabus.export.offline.archive import FOLDER, NAME

HERE = Path(__file__).resolve().parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def main() -> int:
    """Build aside and run every `*.test.mjs`. Returns 0 also when Node or Chromium is missing, and says so."""
    chromium = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    missing = [name for name, path in (("node", shutil.which("node")), ("npm", shutil.which("npm")), ("chromium", chromium)) if not path]
    if missing or chromium is None:
        sys.stdout.write(f"Uji peramban dilewati: {', '.join(missing)} tidak ada.\n")
        return 0
    if not _tools():
        sys.stdout.write("Uji peramban dilewati: paket npm tidak dapat dipasang. Periksa jaringan.\n")
        return 0
    if not shutil.which("java"):
        sys.stdout.write("Pemeriksa Nu dilewati: java tidak ada.\n")
    with tempfile.TemporaryDirectory(prefix="peramban-") as folder:
        out = Path(folder)
        if build(["--out", folder]) != 0:
            return 1
        shutil.unpack_archive(out / "site" / NAME, out)
        given = {"SITE": str(out / "site"), "COPY": str(out / FOLDER), "GUIDE": str(out / "dist" / "situs-fasilitator"), "CHROMIUM": chromium, "JAVA": shutil.which("java") or ""}
        if "--approve" in sys.argv:
            given["APPROVE"] = "1"
        named = [name for name in sys.argv[1:] if not name.startswith("--")]
        tests = named or sorted(path.name for path in HERE.glob("*.test.mjs"))
        command = ["times.mjs", *named] if "--times" in sys.argv else ["--test", "--test-concurrency=2", "--test-reporter=spec", *tests]
        return subprocess.run(["node", *command], cwd=HERE, env=os.environ | given, check=False).returncode


def _tools() -> bool:
    """Install what the lock file names, once for each state of it."""
    stamp = HERE / "node_modules" / f".{hashlib.sha256((HERE / 'package-lock.json').read_bytes()).hexdigest()[:12]}"
    if stamp.is_file():
        return True
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=HERE, check=False, stdout=subprocess.DEVNULL).returncode != 0:
        return False
    stamp.touch()
    return True


if __name__ == "__main__":
    raise SystemExit(main())
