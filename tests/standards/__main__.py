"""`python -m tests.standards [file …]`: every printed file before its judges. Without files, the project is built aside first."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts.build import main as build
from tests.standards import guards, layout
from tests.standards.judges import Unable, Verdict, epubcheck, verapdf

USUAL_LINE = range(layout.SHORTEST_LINE, layout.LONGEST_LINE + 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge files. Returns 1 when one of them fails; a judge that cannot work here is told and fails nothing."""
    given = [Path(name) for name in (sys.argv[1:] if arguments is None else arguments)]
    if given:
        return judge(given)
    with tempfile.TemporaryDirectory(prefix="standar-") as folder:
        if build(["--out", folder]) != 0:
            return 1
        return judge(sorted(path for path in Path(folder).rglob("*") if path.suffix in (".pdf", ".epub")))


def judge(files: Sequence[Path]) -> int:
    """Guards first, then the judges; one line for each file."""
    tagged = [path for path in files if path.suffix == ".pdf" and not _only_for_paper(path)]
    for path in files:
        if path.suffix == ".pdf" and path not in tagged:
            _say(f"{path.name}: dilewati, hanya untuk kertas dan tidak mengaku PDF/UA")
    failed = [bool(findings) for path in tagged for findings in [_guarded(path)]]
    failed += [bool(verdict.broken) for verdict in (*_verapdf(tagged), *_epubcheck([path for path in files if path.suffix == ".epub"]))]
    _say(f"\n{len(tagged)} PDF dan {sum(path.suffix == '.epub' for path in files)} EPUB diperiksa; {sum(failed)} pemeriksaan gagal.")
    return 1 if any(failed) else 0


def _guarded(path: Path) -> list[str]:
    pdf = path.read_bytes()
    findings = guards.findings(pdf)
    seen = layout.pages(pdf)
    if any("Daftar isi" in [line.text for line in page.lines] for page in seen):  # a book, not a loose sheet
        findings += layout.findings(pdf)
        length = layout.usual_length(seen)
        if length and round(length) not in USUAL_LINE:
            findings.append(f"usual line of {length:.0f} letters, wanted {layout.SHORTEST_LINE} to {layout.LONGEST_LINE}")
    _say(f"{path.name}: {'; '.join(findings) if findings else f'{len(seen)} halaman, tanpa temuan'}")
    return findings


def _verapdf(files: Sequence[Path]) -> Iterable[Verdict]:
    try:
        return _told(verapdf(files)) if files else []
    except Unable as reason:
        _say(f"veraPDF dilewati: {reason}.")
        return []


def _epubcheck(files: Sequence[Path]) -> Iterable[Verdict]:
    try:
        return _told([epubcheck(path) for path in files])
    except Unable as reason:
        _say(f"epubcheck dilewati: {reason}.")
        return []


def _told(verdicts: list[Verdict]) -> list[Verdict]:
    for verdict in verdicts:
        checks = f", {verdict.checks:,} pemeriksaan".replace(",", ".").replace(". ", ", ", 1) if verdict.checks > 1 else ""
        _say(f"{Path(verdict.file).name}: {verdict.judge} {'GAGAL' if verdict.broken else 'lulus'}{checks}")
        for rule in verdict.broken:
            _say(f"    {rule}")
    return verdicts


def _only_for_paper(path: Path) -> bool:
    """A folded booklet holds pages as pictures of themselves: without tags, for the printer alone."""
    return b"/StructTreeRoot" not in path.read_bytes() and guards.findings(path.read_bytes()) == ["no tags"]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
