"""One site of one profile, built by the site generator into a folder."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.project import Project
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.source import read_yaml

HOUSE = Path(__file__).resolve().parent.parent
PLAIN_KEYS = ("site_name", "site_url", "site_description", "copyright")


def build_site(root: Path, folder: Path, project: Project, profile: str) -> tuple[Problem, ...]:
    """Build the pages of `root` for a profile. Every warning of the generator is a problem; nothing is raised for content."""
    config = site_config(root, folder, profile)
    config.extra["proyek"] = project
    config.extra["profil"] = profile
    with _warnings() as heard:
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as error:
            if not heard:
                heard.append(str(error) or "pembangunan situs berhenti")
    return tuple(Problem("SIT01", Place("docs/"), _clean(text, root)) for text in heard)


def site_config(root: Path, folder: Path, profile: str) -> MkDocsConfig:
    """The house's settings; another project gives its name and address in a `mkdocs.yml` of its own, as plain text."""
    own = root / "mkdocs.yml"
    said = read_yaml(own.read_bytes(), "mkdocs.yml").plain() if own.is_file() and root.resolve() != HOUSE else {}
    plain = {key: said[key] for key in PLAIN_KEYS if isinstance(said, dict) and isinstance(said.get(key), str)}
    with _warnings():
        return load_config(
            str(HOUSE / "mkdocs.yml"), docs_dir=str((root / "docs").resolve()), site_dir=str(folder.resolve()), **plain
        )


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the generator warns of, instead of letting it scroll by in English."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                heard.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    listener, propagate, level = Listener(), logger.propagate, logger.level
    logger.addHandler(listener)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
        logger.setLevel(level)


def _clean(text: str, root: Path) -> str:
    first = next((line for line in text.splitlines() if line.strip()), text)
    return first.replace(f"{root.resolve()}/", "").replace(f"{HOUSE}/", "")
