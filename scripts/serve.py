"""`python -m scripts.serve`: a preview in the browser that follows every saved page, data file and theme file."""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from macros.project import Profile, project_from
from scripts.arguments import Arguments, lacks_curriculum
from scripts.progress import counted, seconds
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import check
from syllabus.report import as_text


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl+C. A fault is told in the terminal and the last good preview stays."""
    parser = Arguments("scripts.serve", "Pratinjau situs; berubah sendiri setiap kali naskah disimpan.")
    parser.add_argument("--profile", choices=("publik", "fasilitator"), default="fasilitator", help="bawaan: fasilitator")
    parser.add_argument("--port", type=int, default=8000, metavar="NOMOR", help="nomor porta (bawaan: 8000)")
    options = parser.parse_args(arguments)
    if lacks_curriculum(options.root):
        return 2
    with tempfile.TemporaryDirectory(prefix="pratinjau-") as folder:
        return _serve(options.root, Path(folder), options.profile, options.port)


def _serve(root: Path, folder: Path, profile: Profile, port: int) -> int:
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = LiveReloadServer(lambda: _rebuild(root, folder, profile), "127.0.0.1", port, root=str(folder), mount_path="/")
    server.error_handler = lambda code: b"Halaman ini tidak ada. Kembali ke halaman awal." if code == 404 else None
    _rebuild(root, folder, profile)
    for watched in (root / "docs", root / "curriculum", HOUSE / "tema"):
        if watched.is_dir():
            server.watch(str(watched))
    sys.stdout.write(f"Buka http://127.0.0.1:{port}/ di peramban. Ctrl+C untuk berhenti.\n")
    sys.stdout.flush()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        sys.stderr.write(f"Pratinjau tidak dapat dibuka pada porta {port}: {error.strerror}. Pilih porta lain dengan --port.\n")
        return 1
    except KeyboardInterrupt:
        sys.stdout.write("\nPratinjau ditutup.\n")
    finally:
        server.shutdown()
    return 0


def _rebuild(root: Path, folder: Path, profile: Profile) -> None:
    """Check, then build aside, so that a fault leaves the preview as it was."""
    start = time.monotonic()
    report = check(root)
    if not report.ok:
        _tell(as_text(report.problems, ()))
        return
    with tempfile.TemporaryDirectory(prefix="pratinjau-") as aside:
        site = Path(aside) / "situs"
        problems = build_site(root, site, project_from(report, profile))
        if problems:
            _tell(as_text(problems, ()))
            return
        _mirror(site, folder)
    pages = sum(1 for _ in folder.rglob("*.html"))
    _tell(f"{time.strftime('%H.%M.%S')}  {counted(pages, 'halaman')}, {seconds(time.monotonic() - start)}\n")


def _mirror(built: Path, shown: Path) -> None:
    """Make `shown` the same as `built`, file by file, since the server keeps its folder open."""
    fresh = {path.relative_to(built) for path in built.rglob("*") if path.is_file()}
    for old in sorted(path for path in shown.rglob("*") if path.is_file()):
        if old.relative_to(shown) not in fresh:
            old.unlink()
    for name in sorted(fresh):
        target = shown / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((built / name).read_bytes())


def _tell(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
