"""LibreOffice without a screen: one call for many files, in a profile that is thrown away."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")


def converted(files: Iterable[Path], kind: str, folder: Path) -> None:
    """Write each file as `kind` ("pdf", "xlsx") into a folder. Raises `CalledProcessError` when the program fails."""
    with tempfile.TemporaryDirectory(prefix="profil-") as profile:
        command = [PROGRAM or "", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
