"""`python -m scripts.intake jadwal.xlsx`: an edited schedule sheet back into the text that editors keep."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.arguments import Arguments, lacks_curriculum
from syllabus.folder import load
from syllabus.intake.schedule import Names, take_schedule
from syllabus.intake.workbook import first_page
from syllabus.problem import Problem
from syllabus.report import as_text


def main(arguments: list[str] | None = None) -> int:
    """Print the `hari:` block of a sheet. Returns 1 when anything in it cannot be taken, 2 when there is nothing to read."""
    parser = Arguments("scripts.intake", "Membaca lembar jadwal XLSX yang sudah disunting, lalu mencetak blok hari: untuk curriculum/jadwal.")
    parser.add_argument("berkas", type=Path, metavar="JADWAL.xlsx", help="lembar jadwal dari halaman Unduhan")
    options = parser.parse_args(arguments)
    if lacks_curriculum(options.root):
        return 2
    try:
        data = options.berkas.read_bytes()
    except OSError as error:
        sys.stderr.write(f'Berkas "{options.berkas.name}" tidak dapat dibaca: {error.strerror}.\n')
        return 2
    whole = load(options.root).curriculum
    if whole is None:
        sys.stderr.write("Kurikulum belum dapat dibaca. Jalankan python -m scripts.check.\n")
        return 1
    page, problems = first_page(data, options.berkas.name)
    if page is None:
        return _refuse(problems)
    people = {entry.value.public_name: entry.id for entry in whole.facilitators.values()}
    taken = take_schedule(page, Names(people, frozenset(whole.modules), frozenset(whole.workshops)))
    if taken.problems:
        return _refuse(taken.problems)
    sys.stdout.write(taken.block)
    sys.stderr.write(f"Terbaca: {taken.understood}. Salin blok ini ke berkas angkatan pada curriculum/jadwal,\n"
                     "ganti kunci tanggal dan urutan, lalu jalankan make check.\n")
    return 0


def _refuse(problems: tuple[Problem, ...]) -> int:
    sys.stderr.write(as_text(problems, ()))
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
