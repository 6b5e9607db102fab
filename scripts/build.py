"""`python -m scripts.build`: check, build both profiles, print the books, look at the result, publish in one exchange."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from macros.project import FACILITATOR, Project
from macros.site import navigation
from scripts.audit import audit, words_of_pdf
from scripts.books import Bound, books
from scripts.site import build_site, site_config
from scripts.stage import BUSY, Busy, publish, stage
from syllabus.check import Report, check
from syllabus.pages import for_facilitator
from syllabus.problem import Problem
from syllabus.report import as_text

PROFILES = ("publik", FACILITATOR)


class Stopped(Exception):
    """The build cannot go on; the problems have been told."""


def main(arguments: list[str] | None = None) -> int:
    """Build and publish. Returns 0 only when everything was published; the last good output stays otherwise."""
    parser = argparse.ArgumentParser(prog="python -m scripts.build", description="Membangun situs dan buku cetak.")
    parser.add_argument("--root", type=Path, default=Path("."), help="folder program (biasanya folder ini)")
    parser.add_argument("--out", type=Path, default=None, help="folder hasil; di dalamnya dibuat site/ dan dist/")
    parser.add_argument("--profile", choices=PROFILES, default=None, help="hanya satu profil; bila kosong, keduanya")
    options = parser.parse_args(arguments)
    out = options.out or options.root
    try:
        with stage(out) as folder:
            _build(options.root, folder, (options.profile,) if options.profile else PROFILES)
            with progress("terbitkan") as done:
                for name in ("site", "dist"):
                    if (folder / name).is_dir():
                        publish(folder / name, out / name)
                        done.append(f"{name}/")
    except Busy:
        print("Pembangunan lain sedang berjalan. Coba lagi setelah selesai.", file=sys.stderr)
        return BUSY
    except Stopped:
        return 1
    except OSError as error:
        print(f"galat: hasil tidak dapat ditulis ({error.strerror}). Situs terakhir tidak berubah.", file=sys.stderr)
        return 1
    print(f"\nSelesai. Situs publik: {_shown(out / 'site' / 'index.html')}")
    if (out / "dist").is_dir():
        print(f"Khusus fasilitator:    {_shown(out / 'dist')}/")
    return 0


def _build(root: Path, folder: Path, profiles: Sequence[str]) -> None:
    with progress("periksa isi") as done:
        report = check(root)
        _stop_on(report.problems)
        done.append(report.verified[0])
    _fix_clock(report)
    bound: dict[str, tuple[Bound, ...]] = {}
    for profile in profiles:
        bound[profile] = _profile(root, folder, report, profile)
    if "publik" in profiles and report.curriculum:
        with progress("periksa hasil") as done:
            texts = {f"unduhan/{book.id}.pdf": words_of_pdf(book.printed.pdf) for book in bound["publik"]}
            _stop_on(tuple(audit(folder / "site", report.curriculum, texts)))
            done.append(f"{sum(path.is_file() for path in (folder / 'site').rglob('*'))} berkas aman")


def _profile(root: Path, folder: Path, report: Report, profile: str) -> tuple[Bound, ...]:
    """One site and its books. The facilitator's lie in dist/, whole, with the public books beside them."""
    assert report.curriculum is not None
    secret = profile == FACILITATOR
    project = Project(report.curriculum, report.timetables, secret)
    site = folder / "dist" / "situs-fasilitator" if secret else folder / "site"
    with progress(f"situs {profile}") as done:
        _stop_on(build_site(root, site, project, profile))
        done.append(f"{len(list(site.rglob('*.html')))} halaman")
    shelf = folder / "dist" / "buku" if secret else site / "unduhan"
    shelf.mkdir(parents=True, exist_ok=True)
    finished: list[Bound] = []
    config = site_config(root, site, profile)
    with progress(f"buku {profile}") as done:
        for book in books(project, site, _order(project), not secret, config.site_url or None):
            _stop_on(book.problems)
            (shelf / f"{book.id}.pdf").write_bytes(book.printed.pdf)
            finished.append(book)
        done.append(f"{len(finished)} buku, {sum(book.printed.pages for book in finished)} halaman")
    return tuple(finished)


def _order(project: Project) -> tuple[str, ...]:
    """Pages of a profile in the order of its navigation."""
    shown = [f"{path}.md" for path, page in project.curriculum.pages.items() if project.for_facilitator or not for_facilitator(page)]
    order: list[str] = []
    for section in navigation(project, shown):
        for inside in section.values():
            order += [inside] if isinstance(inside, str) else inside if isinstance(inside, list) else []
    return tuple(path.removesuffix(".md") for path in order)


def _stop_on(problems: Sequence[Problem]) -> None:
    if any(problem.severity == "galat" for problem in problems):
        sys.stdout.flush()
        sys.stderr.write("\n" + as_text(problems, ()))
        raise Stopped


def _fix_clock(report: Report) -> None:
    """Dates in what is built come from the edition, not from the day of building."""
    assert report.curriculum is not None
    day = report.curriculum.program.value.edition_date
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))


@contextmanager
def progress(name: str) -> Iterator[list[str]]:
    """Print one line per stage: its name, what it counted, and how long it took."""
    done: list[str] = []
    start = time.monotonic()
    print(f"{name:18}", end=" ", flush=True)
    try:
        yield done
    except BaseException:
        print("gagal")
        raise
    seconds = f"{time.monotonic() - start:.1f}".replace(".", ",")
    print(f"{', '.join(done):58} {seconds:>6} detik", flush=True)


def _shown(path: Path) -> str:
    return os.path.relpath(path)


if __name__ == "__main__":
    raise SystemExit(main())
