"""`python -m tests.browser`: the built site in a real browser, on phone and desk. Skipped where a tool is missing.

Two files are tested at a time. A browser on a busy machine can be late: a test that failed is repeated once, and that is said.
Pages are set in the one font that the project brings, so the machine's own fonts change nothing; some tests widen it.

File names run those tests alone; `--approve` takes the pictures of pages as they are now (tests/approved/rupa); `--times` tells how fast pages
come on slow networks, holds their medians to limits, and takes names of pages (`modul/integritas.html`).
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fontTools.ttLib import TTFont

from scripts.build import main as build
from syllabus.export.offline.archive import FOLDER, NAME
from syllabus.press.fonts import font_folder, upright

HERE = Path(__file__).resolve().parent
LONGEST = ("accessible-phone.test.mjs", "lighthouse.test.mjs", "accessible-desk.test.mjs", "slow.test.mjs", "keyboard.test.mjs")
"""Files that take a minute and more, in the order in which they are begun."""
FONT = "Noto Sans"
"""The family in the press's folder of fonts."""
FAILED, PASSED = (re.compile(rf"^{sign} (.+) \([\d.]+ms\)$", re.MULTILINE) for sign in "✖✔")
"""Names of tests, as Node tells them."""
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
        given = {"SITE": str(out / "site"), "COPY": str(out / FOLDER), "GUIDE": str(out / "dist" / "situs-fasilitator"), "CHROMIUM": chromium, "JAVA": shutil.which("java") or "",
                 "FONTCONFIG_FILE": str(_fonts(out, font_folder())), "WIDE_FONT": str(_fonts(out / "lebar", _wider(out / "lebar")))}
        if "--approve" in sys.argv:
            given["APPROVE"] = "1"
        named = [name for name in sys.argv[1:] if not name.startswith("--")]
        environment = os.environ | given
        if "--times" in sys.argv:
            return subprocess.run(["node", "times.mjs", *named], cwd=HERE, env=environment, check=False).returncode
        return tested(named or _files(), lambda name, only: _test(name, only, environment))


def tested(names: Sequence[str], test: Callable[[str, Sequence[str]], subprocess.CompletedProcess[str]]) -> int:
    """Test some files, two at a time, and once more, each file alone, the tests that failed. Returns 1 when one fails again.

    A file that failed without naming a test is repeated whole. What was to be repeated must be told as passed.
    """
    with ThreadPoolExecutor(2) as both:
        runs = zip(names, both.map(lambda name: test(name, ()), names), strict=True)
        failed = {name: tuple(dict.fromkeys(FAILED.findall(run.stdout))) for name, run in runs if run.returncode != 0}
    result = 0
    for name, only in failed.items():
        sys.stdout.write(f"Uji peramban gagal, diulang sekali: {name}, {'; '.join(only) or 'seluruhnya'}\n")
        run = test(name, only)
        result |= run.returncode != 0 or not set(only) <= set(PASSED.findall(run.stdout))
    return result


def _test(name: str, only: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Test one file, or the tests of it that are named, and tell the results when it has ended."""
    start = time.monotonic()
    run = subprocess.run(["node", "--test", "--test-reporter=spec", *(f"--test-name-pattern=^{re.escape(title)}$" for title in only), name], cwd=HERE, env=environment, check=False, text=True, encoding="utf-8",
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    sys.stdout.write(f"\n{name}, {time.monotonic() - start:.0f} detik\n{run.stdout}")
    sys.stdout.flush()
    return run


def _files() -> list[str]:
    """All files of tests; what takes longest begins first."""
    names = sorted(path.name for path in HERE.glob("*.test.mjs"))
    return sorted(names, key=lambda name: LONGEST.index(name) if name in LONGEST else len(LONGEST))


def _fonts(folder: Path, fonts: Path) -> Path:
    """Settings by which a browser knows one family alone, as it stands in `fonts`."""
    names = "".join(f"<alias><family>{name}</family><prefer><family>{FONT}</family></prefer></alias>" for name in ("sans-serif", "serif", "monospace", "system-ui"))
    settings = folder / "fonts.conf"
    settings.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{folder / 'fonts'}</cachedir>{names}</fontconfig>\n", encoding="utf-8")
    return settings


def _wider(folder: Path) -> Path:
    """The project's font, 12 % wider, in a folder of its own: readers' system fonts may be (DejaVu Sans is, by its figures 11 %)."""
    font = TTFont(upright())
    font["head"].unitsPerEm = round(font["head"].unitsPerEm / 1.12)
    folder.mkdir()
    font.save(folder / "lebar.ttf")
    return folder


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
