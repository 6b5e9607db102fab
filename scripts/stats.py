"""`python -m scripts.stats`: each module in numbers, and what is below the line."""

from __future__ import annotations

import sys

from scripts.arguments import Arguments, lacks_curriculum
from syllabus.folder import load
from syllabus.quality import Quality, qualities
from syllabus.report import as_text

HEAD = ("Modul", "Kata", "Rerata", "Terpanjang", "Langkah", "Menit", "Seharusnya", "Pretes", "Postes", "Latihan", "Per indikator", "Praktik")


def main(arguments: list[str] | None = None) -> int:
    """Print the table. Returns 1 when a module is below a line or the content cannot be read."""
    options = Arguments("scripts.stats", "Menampilkan angka setiap modul: kata, menit, butir, dan praktik.").parse_args(arguments)
    if lacks_curriculum(options.root):
        return 2
    loaded = load(options.root)
    if loaded.curriculum is None:
        sys.stdout.write(as_text(loaded.problems, ()))
        return 1
    found = qualities(loaded.curriculum)
    rows = [HEAD, *(_row(quality) for quality in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        print("  ".join(cell.ljust(width) if number == 0 else cell.rjust(width) for number, (cell, width) in enumerate(zip(row, widths, strict=True))))
    below = [f"{quality.code}: {sentence}." for quality in found for sentence in quality.short]
    print("\n" + ("\n".join(below) if below else f"{len(found)} modul, tidak ada yang kurang."))
    return 1 if below else 0


def _row(quality: Quality) -> tuple[str, ...]:
    pretest, posttest, practice = quality.items
    return (
        f"{quality.code} {quality.title}"[:44], str(quality.words), f"{quality.mean_words:.1f}".replace(".", ","), str(quality.longest),
        str(quality.steps), str(quality.minutes), str(quality.wanted_minutes), str(pretest), str(posttest), str(practice),
        str(quality.fewest_per_indicator), f"{quality.practice} %",
    )


if __name__ == "__main__":
    raise SystemExit(main())
