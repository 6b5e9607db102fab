"""What a YAML file says, with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from syllabus.place import Place
from syllabus.problem import Problem


@dataclass(slots=True)
class Scalar:
    """A text and where it begins."""

    text: str
    place: Place
    quoted: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    place: Place


@dataclass(slots=True)
class Mapping:
    """Keys and values in file order; keys are unique."""

    entries: dict[str, tuple[Scalar, Node]]
    place: Place


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read. `root` is absent when the file is empty or cannot be read at all."""

    file: str
    root: Node | None
    problems: tuple[Problem, ...] = ()

    def place(self, *path: str | int) -> Place:
        """Where the value at a path stands; for a path that leads nowhere, its deepest part that exists."""
        return self._walk(path)[0]

    def key_place(self, *path: str | int) -> Place:
        """Where the key itself stands, for a value in a mapping."""
        return self._walk(path)[1]

    def plain(self) -> Any:
        """The file as text, lists and mappings, without places."""
        return None if self.root is None else _plain(self.root)

    def _walk(self, path: tuple[str | int, ...]) -> tuple[Place, Place]:
        node = self.root
        if node is None:
            return Place(self.file), Place(self.file)
        place = key = node.place
        for part in path:
            if isinstance(node, Mapping) and part in node.entries:
                name, node = node.entries[str(part)]
                place, key = node.place, name.place
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
                place = key = node.place
            else:
                break
        return place, key


def _plain(node: Node) -> Any:
    # Recursion is safe: the reader refuses anything nested deeper than MOST_DEPTH.
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key: _plain(value) for key, (_, value) in node.entries.items()}
