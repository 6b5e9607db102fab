"""Typst literals: the only way a text of ours enters the typesetter's language."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def quoted(text: str) -> str:
    """A string literal. Everything stays what it was; line ends and control characters become spaces or
    nothing."""
    clean = text if text.isprintable() else _CONTROL.sub(lambda match: " " if match.group() in "\t\n\r\x0b\x0c\x85" else "", text)
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"').replace("\u00ad", "\\u{ad}") + '"'


def quoted_lines(text: str) -> str:
    """A string literal that keeps its line ends, for code blocks."""
    return '"' + "\\n".join(quoted(line)[1:-1] for line in text.replace("\t", "    ").split("\n")) + '"'


def label(name: str) -> str:
    """A label made of any text."""
    return f"label({quoted(name)})"


def array(items: list[str]) -> str:
    """A Typst array of expressions; one item needs its comma."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


def block(parts: list[str]) -> str:
    """Expressions one after another, as one value."""
    return "{" + "".join(f"{part};" for part in parts if part) + "}"


def boolean(value: bool) -> str:
    return "true" if value else "false"
