"""From text with places to a frozen value of a shape, or to problems an editor can act on."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from syllabus.problem import Problem
from syllabus.source import Source

# Sentences by pydantic's error codes. Its English wording is never read.
_SENTENCES = {
    "missing": 'Kunci "{last}" belum diisi.',
    "string_type": "Nilai ini seharusnya teks.",
    "string_too_short": "Nilai ini belum diisi.",
    "tuple_type": "Nilai ini seharusnya daftar.",
    "model_type": "Nilai ini seharusnya pasangan kunci dan nilai.",
    "model_attributes_type": "Nilai ini seharusnya pasangan kunci dan nilai.",
    "dict_type": "Nilai ini seharusnya pasangan kunci dan nilai.",
    "too_short": "Daftar ini memerlukan sedikitnya {min_length} butir.",
    "too_long": "Daftar ini paling banyak {max_length} butir.",
}
_HINTS = {
    "tuple_type": 'Tulis satu butir per baris, masing-masing diawali "- ".',
    "model_type": 'Tulis seperti "kunci: nilai".',
}


def decode(source: Source, shape: Any, kind: str) -> tuple[Any, tuple[Problem, ...]]:
    """Make a value of `shape` from a source. Returns `(None, problems)` when it does not fit.

    `shape` is a pydantic model or a type such as `tuple[Term, ...]`; `kind` names the thing in messages.
    Keys without a value count as absent, so that `jp:` may stay empty in a draft.
    """
    if source.root is None:
        return None, ()
    plain = _without_empty(source.plain())
    try:
        return TypeAdapter(shape).validate_python(plain), ()
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=True)
        return None, tuple(_problem(source, fault, shape, kind) for fault in faults)


def _without_empty(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item != ""}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value


def _problem(source: Source, fault: Any, shape: Any, kind: str) -> Problem:
    path: tuple[str | int, ...] = fault["loc"]
    code, context = fault["type"], fault.get("ctx", {})
    hint = _HINTS.get(code, "")
    place = source.place(*path)
    if code == "extra_forbidden":
        known = _keys_at(shape, path[:-1])
        near = get_close_matches(str(path[-1]), known, n=1)
        sentence = f'Kunci "{path[-1]}" tidak dikenal.'
        hint = f'Mungkin maksud Anda "{near[0]}".' if near else f"Kunci yang ada: {', '.join(sorted(known))}."
        place = source.key_place(*path)
    elif code == "literal_error":
        choices = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
        sentence = f'Nilai "{_short(fault["input"])}" tidak termasuk pilihan.'
        near = get_close_matches(str(fault["input"]), choices.split(", "), n=1)
        hint = f'Mungkin maksud Anda "{near[0]}".' if near else f"Pilihan: {choices}."
    elif "sentence" in context:
        sentence = str(context["sentence"])
    else:
        sentence = _SENTENCES.get(code, "Nilai ini tidak sesuai.").format(last=path[-1] if path else "", **context)
    return Problem("BTK01", place, sentence, hint, subject=_subject(kind, path))


def _subject(kind: str, path: tuple[str | int, ...]) -> str:
    words = [f"{part + 1}" if isinstance(part, int) else part.replace("_", " ") for part in path]
    return " › ".join([kind, *words])


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _keys_at(shape: Any, path: tuple[str | int, ...]) -> list[str]:
    """The keys a mapping at `path` may have, by walking the shape's field annotations."""
    found = [shape]
    for part in path:
        step: list[Any] = []
        for model in _models(found):
            for field in model.model_fields.values():
                if field.alias == part:
                    step.append(field.annotation)
        found = step or list(found) if isinstance(part, str) else found
    return [str(field.alias) for model in _models(found) for field in model.model_fields.values()]


def _models(types: list[Any]) -> list[type[BaseModel]]:
    models: list[type[BaseModel]] = []
    for kind in types:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            models.append(kind)
        else:
            models += _models(list(getattr(kind, "__args__", ())))
    return models
