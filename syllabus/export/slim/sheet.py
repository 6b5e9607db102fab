"""A style sheet as a tree of rules, read just far enough to leave some of them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'', re.DOTALL)
_ATOM = re.compile(rf"/\*.*?\*/|{_STRING.pattern}|url\(\s*(?:{_STRING.pattern}|[^)\"']*)\s*\)|\\.|.", re.DOTALL)
_GROUPS = ("@media", "@supports", "@layer", "@container")


@dataclass(frozen=True)
class Rule:
    """Selectors and declarations, or an at-rule that holds neither selectors nor rules (`@page`, `@keyframes`)."""

    head: str
    body: str


@dataclass(frozen=True)
class Group:
    """An at-rule around rules: `@media`, `@supports`."""

    head: str
    rules: tuple[Rule | Group, ...]


def read(css: str) -> tuple[Rule | Group, ...]:
    """Rules in order. Statements without a block (`@charset`) are left out: the sheet is UTF-8 and imports nothing.

    Raises `ValueError` for a sheet whose braces do not match.
    """
    return tuple(_rules(css))


def write(rules: tuple[Rule | Group, ...]) -> str:
    """The sheet in one line, without empty groups."""
    parts = []
    for rule in rules:
        inside = write(rule.rules) if isinstance(rule, Group) else rule.body
        if inside:
            parts.append(f"{rule.head}{{{inside}}}")
    return "".join(parts)


def changed(rules: tuple[Rule | Group, ...], change: Callable[[Rule], Rule]) -> tuple[Rule | Group, ...]:
    """The rules, each as `change` makes it, in groups too; at-rules stay. A rule without selectors or declarations goes."""
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            kept.append(Group(rule.head, changed(rule.rules, change)))
        elif rule.head.startswith("@"):
            kept.append(rule)
        elif (other := change(rule)).head and other.body:
            kept.append(other)
    return tuple(kept)


def split(text: str, mark: str) -> list[str]:
    """Parts between marks that stand outside brackets and strings; each part stripped, empty ones left out."""
    parts, depth, current = [], 0, ""
    for atom in _ATOM.findall(text):
        depth += (atom in "([{") - (atom in ")]}") if len(atom) == 1 else 0
        if atom == mark and depth == 0:
            parts.append(current)
            current = ""
        else:
            current += atom
    return [part.strip() for part in (*parts, current) if part.strip()]


def _rules(css: str) -> Iterator[Rule | Group]:
    head, depth, current = "", 0, ""
    for atom in _ATOM.findall(css):
        if atom.startswith("/*"):
            continue
        if atom == "{":
            depth += 1
            if depth == 1:
                head, current = _tight(current), ""
                continue
        elif atom == "}":
            depth -= 1
            if depth < 0:
                raise ValueError(f"a brace too many after {head!r}")
            if depth == 0:
                yield Group(head, tuple(_rules(current))) if head.startswith(_GROUPS) else Rule(head, _body(current))
                head, current = "", ""
                continue
        elif atom == ";" and depth == 0:
            current = ""
            continue
        current += atom
    if depth:
        raise ValueError(f"a brace too few after {head!r}")


def _body(text: str) -> str:
    """Declarations without the blanks that nobody reads; nested blocks as they are."""
    if "{" in _STRING.sub("", text):
        return _tight(text)
    return ";".join(f"{name.strip()}:{_tight(value)}" for name, _, value in (part.partition(":") for part in split(text, ";")))


def _tight(text: str) -> str:
    """One line; blanks inside strings stay."""
    return "".join(part if _STRING.fullmatch(part) else re.sub(r"\s+", " ", part)
                   for part in re.split(f"({_STRING.pattern})", text)).strip()
