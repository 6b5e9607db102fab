"""One part of what is built: a site with its loose sheets, books and office files."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.project import Profile, Project, project_from
from scripts.address import edition_address
from scripts.books import Bound, books, tell_sizes
from scripts.ebook import ebooks
from scripts.leaves import FOLDER, leaflets, tell_leaves, write_leaflets
from scripts.office import office
from scripts.offline import offline
from scripts.outcome import FACILITATOR_SITE
from scripts.printing import Tell
from scripts.progress import counted, told
from scripts.share import FOLDER as CARDS
from scripts.site import build_site
from syllabus.check import Report
from syllabus.problem import Problem, in_order

OFFICE = Path("unduhan", "kantor")
"""Where the office's files lie in a site."""


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


def one_part(
    job: Job, folder: Path, report: Report, profile: Profile, number: int, printed_before: tuple[Bound, ...],
) -> tuple[Bound, ...]:
    """One site and its books. Public books lie in the site, all others in dist/; both sites lead to the public ones."""
    project, public = project_from(report, profile), profile == "publik"
    site = folder / "site" if public else folder / "dist" / FACILITATOR_SITE
    with told(number, job.steps, f"situs {profile}") as done:
        stop_on(build_site(job.root, site, project))
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
        stop_on(problem for book in (*bound, *others) for problem in book.problems)
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
    stop_on(written.problems)
    return written.count


def _leaves(folder: Path, site: Path, project: Project, public: bool, tell: Tell) -> Iterator[str]:
    """The loose sheets. Public ones lie in both sites, all others in dist/ alone."""
    printed = leaflets(project, tell)
    stop_on(problem for leaflet in printed for problem in leaflet.printed.problems)
    open_ones = [leaflet for leaflet in printed if not leaflet.leaf.secret]
    restricted = [leaflet for leaflet in printed if leaflet.leaf.secret]
    write_leaflets(site / "unduhan" / FOLDER, open_ones)
    write_leaflets(folder / "dist" / FOLDER, restricted)
    tell_leaves(site, printed)
    told_ones = open_ones if public else restricted
    yield counted(len(told_ones), "lembar lepas")
    yield counted(sum(leaflet.printed.pages for leaflet in told_ones), "halaman")


def stop_on(problems: Iterable[Problem]) -> None:
    """Go on where there is only advice. Raises `Stopped` with all problems where one is a fault."""
    found = in_order(problems)
    if any(problem.severity == "galat" for problem in found):
        raise Stopped(found)
