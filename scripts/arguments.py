"""Command lines that speak Indonesian: help, usage, and what is said of a wrong option."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path
from typing import NoReturn


class Arguments(argparse.ArgumentParser):
    """The options of one command. All commands know `--root` and `--help`."""

    def __init__(self, module: str, description: str) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a console of another code page must not stop a build
        super().__init__(prog=f"python -m {module}", description=description, add_help=False, allow_abbrev=False)
        self._optionals.title = "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
        self.add_argument("--root", type=Path, default=Path(), metavar="FOLDER", help="folder program (bawaan: folder ini)")

    def format_help(self) -> str:
        """Help with an Indonesian opening."""
        return super().format_help().replace("usage: ", "Pemakaian: ", 1)

    def error(self, message: str) -> NoReturn:
        """End with exit code 2 and a sentence; the library's own words are English and stay out."""
        sys.stderr.write(f"Pilihan tidak dikenal, atau nilainya keliru. Lihat: {self.prog} --help\n")
        raise SystemExit(2)


def lacks_curriculum(root: Path) -> bool:
    """Whether there is nothing to work on; says so."""
    if (root / "curriculum").is_dir():
        return False
    sys.stderr.write(f'Folder "{root}" tidak memuat curriculum/. Periksa --root.\n')
    return True
