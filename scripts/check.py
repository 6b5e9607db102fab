"""`python -m scripts.check`: everything that is wrong with the content, in one run."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from syllabus.check import check
from syllabus.report import FORMATS


def main(arguments: list[str] | None = None) -> int:
    """Check a project folder. Returns 1 when anything stops a build."""
    parser = argparse.ArgumentParser(prog="python -m scripts.check", description="Memeriksa isi kurikulum tanpa membangun situs.")
    parser.add_argument("--root", type=Path, default=Path("."), help="folder program (biasanya folder ini)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="teks", help="bentuk laporan")
    options = parser.parse_args(arguments)
    if not (options.root / "curriculum").is_dir():
        print(f'Folder "{options.root.name or "ini"}" tidak memuat curriculum/. Periksa --root.', file=sys.stderr)
        return 2
    report = check(options.root)
    sys.stdout.write(FORMATS[options.format](report.problems, report.verified))
    return 0 if report.ok else 1


if __name__ == "__main__":
    raise SystemExit(main())
