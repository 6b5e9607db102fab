"""`python -m scripts.check`: everything that is wrong with the content, in one run, within seconds."""

from __future__ import annotations

import sys

from scripts.arguments import Arguments, lacks_curriculum
from scripts.settings import settings_problems
from syllabus.check import check
from syllabus.problem import in_order
from syllabus.report import FORMATS
from syllabus.uncollected import end


def main(arguments: list[str] | None = None) -> int:
    """Check a project folder. Returns 1 when anything stops a build, 2 when there is nothing to check."""
    parser = Arguments("scripts.check", "Memeriksa isi kurikulum tanpa membangun situs.")
    parser.add_argument("--format", choices=tuple(FORMATS), default="teks", help="bentuk laporan (bawaan: teks)")
    options = parser.parse_args(arguments)
    if lacks_curriculum(options.root):
        return 2
    report = check(options.root)
    problems = in_order([*report.problems, *settings_problems(options.root)])
    sys.stdout.write(FORMATS[options.format](problems, report.verified))
    return 1 if any(problem.severity == "galat" for problem in problems) else 0


if __name__ == "__main__":
    end(main())
