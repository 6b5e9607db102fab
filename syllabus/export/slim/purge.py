"""Leaves out of a style sheet what no element of the pages can ever match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syllabus.export.slim.elements import Kind
from syllabus.export.slim.sheet import Group, Rule, split

_FUNCTION = re.compile(r":(not|is|where|has|host|nth-[a-z-]+|lang|dir|-webkit-any|-moz-any)\(", re.IGNORECASE)
_NAME = re.compile(r"[.#]?(?:\\.|[\w-]|[^\x00-\x7f])+|\[[^\]]*\]|::?[\w-]+|\*|&")
_TEST = re.compile(r"""\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*)))?\s*[is]?\s*\]""")
_CUSTOM = re.compile(r"var\(\s*(--[\w-]+)")
_OPEN = frozenset({"is", "where", "-webkit-any", "-moz-any", "has"})
Rules = tuple[Rule | Group, ...]


def names(rules: Rules) -> frozenset[str]:
    """Every element name, class, id and attribute that the selectors speak of."""
    return frozenset(name for rule in _flat(rules) if not rule.head.startswith("@")
                     for part in re.split(r"[\s>+~,():]+", rule.head) for name in _asks(part))


def purge(rules: Rules, kinds: frozenset[Kind], also: str = "") -> Rules:
    """The rules that some element can match, then only the custom properties and animations somebody uses.

    An element is looked for by each compound of a selector alone (`.a` and `.b` of `.a .b`), and states (`:hover`)
    always match: what stays may be too much, never too little. `also` is other text that may use custom properties.
    """
    kept = _matching(rules, kinds)
    while True:
        text = "".join(f"{rule.body};" for rule in _flat(kept)) + also
        fewer = _used(kept, frozenset(_CUSTOM.findall(text)), text)
        if fewer == kept:
            return kept
        kept = fewer


def _matching(rules: Rules, kinds: frozenset[Kind]) -> Rules:
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            inside = _matching(rule.rules, kinds)
            kept += [Group(rule.head, inside)] if inside else []
        elif rule.head.startswith("@"):
            kept.append(rule)
        else:
            selectors = [part for part in split(rule.head, ",") if _possible(part, kinds)]
            kept += [Rule(",".join(selectors), rule.body)] if selectors and rule.body else []
    return tuple(kept)


def _possible(selector: str, kinds: frozenset[Kind]) -> bool:
    """Whether every compound of the selector has an element that could match it."""
    return all(_compound(part, kinds) for part in _compounds(selector))


def _compounds(selector: str) -> list[str]:
    marked, depth = "", 0
    for sign in selector:
        depth += (sign in "([") - (sign in ")]")
        marked += "\0" if depth == 0 and sign in " >+~\t\n" else sign
    return [part for part in marked.split("\0") if part]


def _compound(text: str, kinds: frozenset[Kind]) -> bool:
    plain, inner = _without_functions(text)
    if any(not any(_possible(choice, kinds) for choice in split(choices, ",")) for choices in inner):
        return False
    wanted = frozenset(_asks(plain))
    return not wanted or any(wanted <= kind for kind in kinds)


def _without_functions(text: str) -> tuple[str, list[str]]:
    """A compound without `:not(…)` and the like, and the choices of its `:is(…)`, `:where(…)` and `:has(…)`."""
    plain, inner = "", []
    while match := _FUNCTION.search(text):
        depth, end = 1, match.end()
        while depth and end < len(text):
            depth += (text[end] == "(") - (text[end] == ")")
            end += 1
        plain += text[:match.start()]
        if match[1].lower() in _OPEN:
            inner.append(text[match.end():end - 1])
        text = text[end:]
    return plain + text, inner


def _asks(compound: str) -> Iterator[str]:
    """The names a compound needs; a test of an attribute's part needs the attribute only."""
    for name in _NAME.findall(compound):
        if name.startswith("["):
            test = _TEST.fullmatch(name)
            if test:
                value = next((part for part in test.groups()[2:] if part is not None), "")
                yield f"[{test[1].lower()}={value}]" if test[2] == "=" else f"[{test[1].lower()}]"
        elif name[0] in ".#":
            yield name.replace("\\", "")
        elif name[0] not in ":*&":
            yield name.lower()


def _used(rules: Rules, properties: frozenset[str], text: str) -> Rules:
    kept: list[Rule | Group] = []
    for rule in rules:
        if isinstance(rule, Group):
            kept.append(Group(rule.head, _used(rule.rules, properties, text)))
        elif rule.head.startswith(("@keyframes", "@-webkit-keyframes")):
            kept += [rule] if re.search(rf"animation[^;]*\b{re.escape(rule.head.split()[-1])}\b", text) else []
        else:
            body = ";".join(part for part in split(rule.body, ";") if not part.startswith("--") or part.split(":")[0] in properties)
            kept += [Rule(rule.head, body)] if body else []
    return tuple(kept)


def _flat(rules: Rules) -> Iterator[Rule]:
    for rule in rules:
        if isinstance(rule, Group):
            yield from _flat(rule.rules)
        else:
            yield rule
