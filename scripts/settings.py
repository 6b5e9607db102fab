"""What another project may say in a `mkdocs.yml` of its own: its name and address, as data and never as code."""

from __future__ import annotations

from pathlib import Path

from syllabus.problem import Problem
from syllabus.source import read_yaml

HOUSE = Path(__file__).resolve().parent.parent
PLAIN_KEYS = ("site_name", "site_url", "site_description", "copyright")


def own_settings(root: Path) -> dict[str, object]:
    """The plain keys of a project's own `mkdocs.yml`; empty for the house itself, which is configured fully."""
    own = root / "mkdocs.yml"
    if root.resolve() == HOUSE or own.is_symlink() or not own.is_file():
        return {}
    said = read_yaml(own.read_bytes(), "mkdocs.yml").plain()
    return said if isinstance(said, dict) else {}


def settings_problems(root: Path) -> tuple[Problem, ...]:
    """What a project's own `mkdocs.yml` says and this tool does not do: its settings are data, never code."""
    own = root / "mkdocs.yml"
    if root.resolve() == HOUSE or not own.is_file():
        return ()
    source = read_yaml(own.read_bytes(), "mkdocs.yml")
    known = (*PLAIN_KEYS, "extra")
    strange = [key for key in own_settings(root) if key not in known]
    return (*source.problems, *(
        Problem("SIT03", source.key_place(key), f'Kunci "{key}" tidak dipakai.', f"Kunci yang dipakai: {', '.join(known)}.", "saran")
        for key in strange
    ))
