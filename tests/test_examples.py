"""The examples that editors copy are valid, and every comment in them is the key's own description."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from syllabus.decode import decode
from syllabus.shapes.book import Book
from syllabus.shapes.common import CommonSession
from syllabus.shapes.evaluation import BlankForm, Change, Instrument
from syllabus.shapes.exception import Waiver
from syllabus.shapes.items import ItemBank
from syllabus.shapes.module import Module
from syllabus.shapes.program import Program
from syllabus.shapes.reference import Agency, Area, Calendar, Facilitator, GradeScale, Regulation, Room, Searching, Source, Term
from syllabus.shapes.rubric import Rubric
from syllabus.shapes.schedule import Cohort
from syllabus.shapes.workshop import Workshop
from syllabus.source import read_yaml

EXAMPLES = Path(__file__).parent.parent / "curriculum" / "contoh"
SHAPES: dict[str, Any] = {
    "buku": Book, "evaluasi": Instrument, "fasilitator": tuple[Facilitator, ...], "formulir": BlankForm, "instansi": tuple[Agency, ...],
    "istilah": tuple[Term, ...], "jadwal-dihitung": Cohort, "jadwal-ditulis": Cohort, "libur": Calendar, "lokakarya": Workshop, "modul": Module,
    "pencarian": Searching, "pengecualian": tuple[Waiver, ...], "perubahan": tuple[Change, ...], "program": Program, "regulasi": tuple[Regulation, ...],
    "ruang": tuple[Room, ...], "rubrik": Rubric, "sesi": CommonSession, "skala": tuple[GradeScale, ...], "soal": ItemBank, "sumber": tuple[Source, ...],
    "wilayah": tuple[Area, ...],
}


def test_there_is_an_example_of_each_kind() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.yml")} == set(SHAPES)


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_example_is_valid(name: str) -> None:
    source = read_yaml((EXAMPLES / f"{name}.yml").read_bytes(), f"contoh/{name}.yml")
    value, problems = decode(source, SHAPES[name], name)
    assert [str(problem) for problem in (*source.problems, *problems)] == []
    assert value


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_comments_are_the_descriptions_of_the_keys(name: str) -> None:
    known = set(descriptions(SHAPES[name]))
    lines = (EXAMPLES / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    body = [line.strip() for number, line in enumerate(lines) if line.strip().startswith("# ") and number > 1]
    assert {comment[2:] for comment in body} <= known


def descriptions(kind: Any, seen: frozenset[Any] = frozenset()) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind in seen:
            return []
        fields = kind.model_fields.values()
        return [text for field in fields for text in (field.description or "", *descriptions(field.annotation, seen | {kind}))]
    return [text for part in getattr(kind, "__args__", ()) for text in descriptions(part, seen)]
