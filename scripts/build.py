"""`python -m scripts.build`: check, build the sites, print the books, look at the result, publish in one swap."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from macros.project import Profile
from scripts.address import address_problems
from scripts.arguments import Arguments, lacks_curriculum
from scripts.audit import audit_every, audit_public
from scripts.books import Bound
from scripts.clock import fixed_clock
from scripts.outcome import FACILITATOR_SITE, outcome
from scripts.part import Job, Stopped, one_part, stop_on
from scripts.progress import counted, seconds, told
from scripts.settings import settings_problems
from scripts.stage import BUSY, Busy, NotOurs, publish, stage
from syllabus.check import Report, check
from syllabus.problem import Problem
from syllabus.report import as_text
from syllabus.uncollected import end

KEPT = "Hasil pembangunan sebelumnya tidak berubah."


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
            stop_on([*report.problems, *settings_problems(job.root), *address_problems(job.root)])
            done.append(report.verified[0])
        bound: dict[Profile, tuple[Bound, ...]] = {}
        assert report.curriculum is not None
        with fixed_clock(job.root, report.curriculum.program.value.edition_date):
            for position, profile in enumerate(job.profiles):
                bound[profile] = one_part(job, folder, report, profile, 2 + 3 * position, bound.get("publik", ()))
        with told(job.steps - 1, job.steps, "periksa hasil") as done:
            stop_on(_audit(folder, report, job.profiles))
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


def _audit(folder: Path, report: Report, profiles: tuple[Profile, ...]) -> Iterator[Problem]:
    assert report.curriculum is not None
    if "publik" in profiles:
        yield from audit_public(folder / "site", "site", report.curriculum)
        yield from audit_every(folder / "site", "site")
    if "fasilitator" in profiles:
        yield from audit_every(folder / "dist" / FACILITATOR_SITE, f"dist/{FACILITATOR_SITE}")


def _refuse(sentence: str, code: int) -> int:
    sys.stdout.flush()
    sys.stderr.write(sentence + "\n")
    return code


if __name__ == "__main__":
    end(main())
