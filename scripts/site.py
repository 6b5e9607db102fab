"""One site of one profile, built by the site generator into a folder. What it warns of stops the build."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from macros.project import Profile, Project, give
from scripts.audit import audit_search
from scripts.search import FOLDER as SEARCH, write_search
from scripts.settings import HOUSE, PLAIN_KEYS, own_settings
from scripts.share import share
from scripts.slim import slim
from syllabus.place import Place
from syllabus.problem import Problem

_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? (?:\w+ )?link '(?P<link>[^']*)'")
_OWN = re.compile(r"(?P<file>[\w./-]+):(?P<line>\d+):(?P<column>\d+): galat (?P<code>\w+): (?P<rest>.+)$")


def build_site(root: Path, folder: Path, project: Project) -> tuple[Problem, ...]:
    """Build the pages of `root` for the project's profile. Nothing is raised for what an editor can write."""
    leaks: tuple[Problem, ...] = ()
    with _warnings() as heard:
        try:
            config = site_config(root, folder, project.profile)
            give(config, project)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
            packed = write_search(folder, project.curriculum)
            slim(folder, f"{SEARCH}/{packed.searcher}")
            if not project.for_facilitator:
                leaks = tuple(audit_search(packed, folder.name, project.curriculum))
                share(folder, project, config.site_name, str(config.extra.get("judul_kecil", "")))
        except (MkDocsException, SystemExit) as error:
            if not heard or _OWN.search(str(error)):
                heard.append(str(error) or "pembangunan berhenti tanpa keterangan")
    found = dict.fromkeys(problem for text in heard for problem in _problems(text, root))
    told = tuple(problem for problem in found if problem.code != "SIT02")
    return (*leaks, *(told or found))  # what the generator adds to a problem of ours says nothing more


def site_config(root: Path, folder: Path, profile: Profile) -> MkDocsConfig:
    """The house's settings; another project gives its name and address in a `mkdocs.yml` of its own, as plain text."""
    said = own_settings(root)
    options = {"docs_dir": str((root / "docs").resolve()), "site_dir": str(folder.resolve())}
    options |= {key: value for key in PLAIN_KEYS if isinstance(value := said.get(key), str)}
    config = load_config(str(HOUSE / "mkdocs.yml"), config_file_path=None, **options)
    extra = said.get("extra")
    if isinstance(extra, dict):
        config.extra.update({key: value for key, value in extra.items() if isinstance(value, str)})
    config.extra["profil"] = profile
    return config


def _problems(text: str, root: Path) -> Iterator[Problem]:
    """A warning as problems: our own pass through, dead links get their line, anything else is told as it is."""
    own = [match for line in text.splitlines() if (match := _OWN.search(line))]
    link = _LINK.search(text)
    if own:
        for match in own:
            place = Place(match["file"], int(match["line"]), int(match["column"]))
            yield Problem(match["code"], place, match["rest"])
    elif link:
        place = _find(root, link["file"], link["link"])
        yield Problem("SIT01", place, f'Tautan "{link["link"]}" tidak menuju halaman atau judul yang ada.',
                      "Periksa nama berkas dan judul tujuannya.")
    else:
        first = next((line.strip() for line in text.splitlines() if line.strip()), text)
        told = first.replace(f"{root.resolve()}/", "").replace(f"{HOUSE}/", "")
        yield Problem("SIT02", Place("mkdocs.yml"), f"Pembangkit situs berhenti atau memberi peringatan: {told}",
                      "Bila bukan karena isi halaman, laporkan kepada pengelola.")


def _find(root: Path, file: str, link: str) -> Place:
    path = f"docs/{file}"
    source = root / path
    lines = source.read_text(encoding="utf-8").split("\n") if source.is_file() else []
    for number, line in enumerate(lines, 1):
        if f"({link}" in line:
            return Place(path, number, line.index(f"({link}") + 2)
    return Place(path)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what the generator warns of, instead of letting it scroll by in English."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    listener, propagate, level = Listener(logging.WARNING), logger.propagate, logger.level
    logger.addHandler(listener)
    logger.propagate = False
    logger.setLevel(logging.INFO)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
        logger.setLevel(level)
