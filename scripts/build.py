"""`python -m scripts.build`: check, build the sites, print the books, look at the result, publish in one swap."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from macros.project import Profile, Project, project_from
from scripts.address import address_problems, edition_address
from scripts.arguments import Arguments, lacks_curriculum
from scripts.audit import audit_every, audit_public
from scripts.books import Bound, books, tell_sizes
from scripts.ebook import ebooks
from scripts.leaves import FOLDER, leaflets, tell_leaves, write_leaflets
from scripts.office import office
from scripts.offline import offline
from scripts.outcome import FACILITATOR_SITE, outcome
from scripts.printing import Tell
from scripts.progress import counted, seconds, told
from scripts.settings import settings_problems
from scripts.share import FOLDER as CARDS
from scripts.site import build_site
from scripts.stage import BUSY, Busy, NotOurs, publish, stage
from syllabus.check import Report, check
from syllabus.problem import Problem
from syllabus.report import as_text

OFFICE = Path("unduhan", "kantor")
"""Where the office's files lie in a site."""
KEPT = "Hasil pembangunan sebelumnya tidak berubah."


class Stopped(Exception):
    """The build cannot go on. The argument holds the problems that say why."""


@dataclass(frozen=True)
class Job:
    """What to build and where: the project, the stage, and which folders come out of it."""

    root: Path
    out: Path
    profiles: tuple[Profile, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Folders of `out` that this job replaces."""
        return tuple({"publik": "site", "fasilitator": "dist"}[profile] for profile in self.profiles)

    @property
    def steps(self) -> int:
        """How many lines of progress there will be."""
        return 3 + 3 * len(self.profiles)


def main(arguments: list[str] | None = None) -> int:
    """Build and publish. Returns 0 only when everything was published; the last good output stays otherwise."""
    parser = Arguments("scripts.build", "Memeriksa isi, membangun situs dan buku, lalu menukarnya dengan hasil yang lama.")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="tempat site/ dan dist/ (bawaan: folder program)")
    parser.add_argument("--profile", choices=("publik", "fasilitator"), help="hanya satu bagian (bawaan: keduanya)")
    options = parser.parse_args(arguments)
    if lacks_curriculum(options.root):
        return 2
    job = Job(options.root, options.out or options.root, (options.profile,) if options.profile else ("publik", "fasilitator"))
    try:
        return run(job)
    except Busy:
        return _refuse("Pembangunan lain sedang berjalan pada folder hasil ini. Coba lagi setelah selesai.", BUSY)
    except NotOurs as folder:
        return _refuse(f'Folder "{folder}" tidak dibuat oleh alat ini, jadi tidak diganti. Pindahkan dahulu, atau pakai --out.', 2)
    except Stopped as stopped:
        sys.stdout.flush()
        sys.stderr.write("\n" + as_text(stopped.args[0], ()) + KEPT + "\n")
        return 1
    except KeyboardInterrupt:
        return _refuse(f"Dihentikan. {KEPT}", 130)
    except OSError as error:
        return _refuse(f"Hasil tidak dapat ditulis: {error.strerror or error}. {KEPT}", 1)


def run(job: Job) -> int:
    """Do the job. Raises `Busy`, `NotOurs`, `Stopped` or `OSError`; nothing is published then."""
    start = time.monotonic()
    with stage(job.out, job.names) as folder:
        with told(1, job.steps, "periksa isi") as done:
            report = check(job.root)
            _stop_on([*report.problems, *settings_problems(job.root), *address_problems(job.root)])
            done.append(report.verified[0])
        bound: dict[Profile, tuple[Bound, ...]] = {}
        with _fixed_clock(job.root, report):
            for position, profile in enumerate(job.profiles):
                bound[profile] = _profile(job, folder, report, profile, 2 + 3 * position, bound.get("publik", ()))
        with told(job.steps - 1, job.steps, "periksa hasil") as done:
            _stop_on(_audit(folder, report, job.profiles))
            done.append(counted(sum(path.is_file() for path in folder.rglob("*")) - 1, "berkas"))
            done.append("tanpa rahasia, data pribadi, tautan mati")
        with told(job.steps, job.steps, "terbitkan") as done:
            publish(job.out, job.names)
            done.append(" dan ".join(f"{name}/" for name in job.names))
    sys.stdout.write(f"\nSelesai dalam {seconds(time.monotonic() - start)}. Hasilnya:\n" + outcome(job.out, bound))
    advice = sum(problem.severity == "saran" for problem in report.problems)
    if advice:
        sys.stdout.write(f"\n{counted(advice, 'saran')} menunggu; baca dengan: python -m scripts.check\n")
    return 0


def _profile(
    job: Job, folder: Path, report: Report, profile: Profile, number: int, printed_before: tuple[Bound, ...],
) -> tuple[Bound, ...]:
    """One site and its books. Public books lie in the site, all others in dist/; both sites lead to the public ones."""
    project, public = project_from(report, profile), profile == "publik"
    site = folder / "site" if public else folder / "dist" / FACILITATOR_SITE
    with told(number, job.steps, f"situs {profile}") as done:
        _stop_on(build_site(job.root, site, project))
        done.append(counted(sum(1 for _ in site.rglob("*.html")), "halaman"))
        if public:
            done.append(counted(sum(1 for _ in (site / CARDS).rglob("*.png")), "kartu bagikan"))
    with told(number + 1, job.steps, f"formulir {profile}") as done:
        done += _leaves(folder, site, project, public, done.now)
    shelf = site / "unduhan" if public else folder / "dist" / "buku"
    with told(number + 2, job.steps, f"buku {profile}") as done:
        address = edition_address(job.root, project.curriculum.program.value.edition)
        bound = books(project, site, public, address, done.now)
        others = () if public else printed_before or books(project, site, True, address, done.now)
        _stop_on(problem for book in (*bound, *others) for problem in book.problems)
        for place, several in ((shelf, bound), (site / "unduhan", others)):
            place.mkdir(parents=True, exist_ok=True)
            for book in several:
                book.write(place)
        ebooks(project, site, site / "unduhan")
        count = _office(folder, site, project, job.root)
        tell_sizes(site, (*bound, *others))
        if public:
            offline(site)  # comes last: it packs and numbers everything that is there
        done += [counted(len(bound), "buku"), counted(sum(book.printed.pages for book in bound), "halaman")]
        done.append(counted(count, "berkas kantor"))
    return bound


def _office(folder: Path, site: Path, project: Project, root: Path) -> int:
    """The office's files of a site; gives their number. They are public, so the facilitators' site takes those of the public one where it was built."""
    made, here = folder / "site" / OFFICE, site / OFFICE
    if here != made and made.is_dir():
        shutil.copytree(made, here)
        return sum(1 for _ in here.iterdir())
    written = office(here, project, root)
    _stop_on(written.problems)
    return written.count


def _leaves(folder: Path, site: Path, project: Project, public: bool, tell: Tell) -> Iterator[str]:
    """The loose sheets. Public ones lie in both sites, all others in dist/ alone."""
    printed = leaflets(project, tell)
    _stop_on(problem for leaflet in printed for problem in leaflet.printed.problems)
    open_ones = [leaflet for leaflet in printed if not leaflet.leaf.secret]
    restricted = [leaflet for leaflet in printed if leaflet.leaf.secret]
    write_leaflets(site / "unduhan" / FOLDER, open_ones)
    write_leaflets(folder / "dist" / FOLDER, restricted)
    tell_leaves(site, printed)
    told_ones = open_ones if public else restricted
    yield counted(len(told_ones), "lembar lepas")
    yield counted(sum(leaflet.printed.pages for leaflet in told_ones), "halaman")


def _audit(folder: Path, report: Report, profiles: tuple[Profile, ...]) -> Iterator[Problem]:
    assert report.curriculum is not None
    if "publik" in profiles:
        yield from audit_public(folder / "site", "site", report.curriculum)
        yield from audit_every(folder / "site", "site")
    if "fasilitator" in profiles:
        yield from audit_every(folder / "dist" / FACILITATOR_SITE, f"dist/{FACILITATOR_SITE}")


def _stop_on(problems: Iterable[Problem]) -> None:
    found = sorted(dict.fromkeys(problems), key=lambda problem: problem.order)
    if any(problem.severity == "galat" for problem in found):
        raise Stopped(found)


@contextmanager
def _fixed_clock(root: Path, report: Report) -> Iterator[None]:
    """Dates in what is built come from the newest commit, or from the edition where there is no git."""
    assert report.curriculum is not None
    day = report.curriculum.program.value.edition_date
    moment = _commit_time(root) or str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = before or moment
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]


def _commit_time(root: Path) -> str:
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False, timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def _refuse(sentence: str, code: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(sentence + "\n")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
