"""The house keeps its floors: imports only go down, and each third-party library has its owners."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = (
    ("place", "problem", "bahasa", "suku", "personal_data", "text_safety", "uncollected"),
    ("source", "pages", "prose", "markup"),
    ("shapes", "decode"),
    ("curriculum", "folder", "timetable", "taught", "alignment", "quality", "guide", "shelf"),
    ("rules",),
    ("render", "press", "report", "export", "intake"),
    ("check",),
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
OUTLETS = set(FLOORS[5])
OWNERS = {
    "yaml": {"syllabus.source"},
    "pydantic": {"syllabus.shapes", "syllabus.decode"},
    "pydantic_core": {"syllabus.shapes"},
    "jinja2": {"syllabus.pages", "syllabus.export.office", "macros"},
    "mkdocs": {"macros", "scripts"},
    "mkdocs_macros": {"macros", "scripts"},
    "openpyxl": {"syllabus.export.office", "syllabus.intake"},
    "docx": {"syllabus.export.office"},
    "docxtpl": {"syllabus.export.office"},
    "typst": {"syllabus.press"},
    "PIL": {"syllabus.press"},
    "pikepdf": {"syllabus.press"},
    "fontTools": {"syllabus.press"},
    "pypdfium2": {"syllabus.press"},
}


def modules() -> dict[str, ast.Module]:
    """Every module of the house by dotted name."""
    found = {}
    for top in ("syllabus", "macros", "scripts"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imports(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "syllabus" else ""


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_only_go_down(name: str) -> None:
    here = room(name)
    for other in imports(MODULES[name]):
        if name.startswith("syllabus"):
            assert not other.startswith(("macros", "scripts")), f"{name} imports a face: {other}"
        there = room(other)
        if not here or not there or there not in FLOOR or here == there:
            continue
        assert FLOOR[there] <= FLOOR[here], f"{name} on floor {FLOOR[here]} imports {other} on floor {FLOOR[there]}"
        assert not (here in OUTLETS and there in OUTLETS), f"outlet {name} imports outlet {other}"


@pytest.mark.parametrize("name", sorted(MODULES))
def test_each_library_has_its_owner(name: str) -> None:
    for other in imports(MODULES[name]):
        owners = OWNERS.get(other.split(".")[0])
        assert owners is None or any(name == owner or name.startswith(f"{owner}.") for owner in owners), f"{name} imports {other}"


def test_every_room_has_a_floor() -> None:
    assert {room(name) for name in MODULES} - {""} <= set(FLOOR)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_module_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(MODULES[name]), f"{name} has no first docstring line"
