"""A folder becomes a curriculum. Broken files are remembered, so that others are not blamed for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from syllabus.curriculum import Curriculum, Entry
from syllabus.decode import decode
from syllabus.pages import Page, read_page
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.shapes.book import Book
from syllabus.shapes.common import CommonSession
from syllabus.shapes.evaluation import BlankForm, Change, Instrument
from syllabus.shapes.exception import Waiver
from syllabus.shapes.items import ItemBank
from syllabus.shapes.module import Module
from syllabus.shapes.program import Program
from syllabus.shapes.reference import Agency, Area, Calendar, Facilitator, GradeScale, Regulation, Room, Searching, Source as FactSource, Term
from syllabus.shapes.rubric import Rubric
from syllabus.shapes.schedule import Cohort
from syllabus.shapes.workshop import Workshop
from syllabus.source import read_yaml


@dataclass(frozen=True)
class Loaded:
    """What reading a folder gave. `curriculum` is absent when the programme itself cannot be read."""

    curriculum: Curriculum | None
    problems: tuple[Problem, ...]


_FOLDERS: Mapping[str, Any] = MappingProxyType({
    "modul": Module, "soal": ItemBank, "lokakarya": Workshop, "rubrik": Rubric, "jadwal": Cohort,
    "sesi": CommonSession, "buku": Book, "evaluasi": Instrument, "formulir": BlankForm,
})
_LISTS: Mapping[str, Any] = MappingProxyType({
    "rujukan/regulasi.yml": Regulation, "rujukan/istilah.yml": Term, "rujukan/wilayah.yml": Area,
    "rujukan/skala.yml": GradeScale, "rujukan/fasilitator.yml": Facilitator, "rujukan/ruang.yml": Room,
    "rujukan/instansi.yml": Agency, "rujukan/sumber.yml": FactSource,
    "perubahan.yml": Change, "pengecualian.yml": Waiver,
})
_SINGLES: Mapping[str, Any] = MappingProxyType({"program.yml": Program, "rujukan/libur.yml": Calendar, "rujukan/pencarian.yml": Searching})
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yml")


def load(root: Path) -> Loaded:
    """Read `root/curriculum` and `root/docs`. Never raises for what an editor can write; reads, never writes."""
    reader = _Reader(root)
    folders = {name: reader.folder(name, shape) for name, shape in _FOLDERS.items()}
    lists = {name: reader.listing(name, shape) for name, shape in _LISTS.items()}
    program = reader.single("program.yml", Program)
    calendar = reader.single("rujukan/libur.yml", Calendar)
    searching = reader.single("rujukan/pencarian.yml", Searching)
    pages = reader.pages()
    reader.strangers()
    if program is None:
        if not (root / "curriculum" / "program.yml").is_file():
            place = Place("curriculum/program.yml")
            reader.problems.append(Problem("BRK01", place, "Berkas program belum ada.", "Salin dari curriculum/contoh/program.yml."))
        return Loaded(None, tuple(reader.problems))
    curriculum = Curriculum(
        program=program,
        modules=folders["modul"], items=folders["soal"], workshops=folders["lokakarya"], rubrics=folders["rubrik"],
        cohorts=folders["jadwal"], common=folders["sesi"], books=folders["buku"], instruments=folders["evaluasi"], forms=folders["formulir"],
        regulations=reader.table(lists["rujukan/regulasi.yml"]), terms=reader.table(lists["rujukan/istilah.yml"]),
        areas=reader.table(lists["rujukan/wilayah.yml"]), scales=reader.table(lists["rujukan/skala.yml"]),
        facilitators=reader.table(lists["rujukan/fasilitator.yml"]), rooms=reader.table(lists["rujukan/ruang.yml"]),
        agencies=reader.table(lists["rujukan/instansi.yml"]), fact_sources=reader.table(lists["rujukan/sumber.yml"]),
        calendar=calendar, searching=searching, changes=lists["perubahan.yml"], waivers=lists["pengecualian.yml"],
        pages=pages, texts=MappingProxyType(reader.texts), broken=frozenset(reader.broken),
    )
    return Loaded(curriculum, tuple(reader.problems))


@dataclass
class _Reader:
    """Gathers values and problems while the folder is walked; lives only inside `load`."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)

    def folder(self, name: str, shape: Any) -> Mapping[str, Entry[Any]]:
        found: dict[str, Entry[Any]] = {}
        for path in sorted((self.root / "curriculum" / name).glob("*.yml")):
            entry = self._read(f"{name}/{path.name}", shape, name)
            if entry is None:
                self.broken.add((name, path.stem))
            else:
                found[path.stem] = entry
        return MappingProxyType(found)

    def single(self, name: str, shape: Any) -> Entry[Any] | None:
        return self._read(name, shape, Path(name).stem)

    def listing(self, name: str, shape: Any) -> tuple[Entry[Any], ...]:
        whole = self._read(name, tuple[shape, ...], Path(name).stem)
        if whole is None:
            if name in self.seen:
                self.broken.add((Path(name).stem, "*"))
            return ()
        return tuple(Entry(getattr(item, "id", str(position)), item, whole.source, (position,))
                     for position, item in enumerate(whole.value))

    def table(self, entries: tuple[Entry[Any], ...]) -> Mapping[str, Entry[Any]]:
        found: dict[str, Entry[Any]] = {}
        for entry in entries:
            if entry.id in found:
                first = found[entry.id].at("id")
                self.problems.append(Problem("RUJ01", entry.at("id"), f'Id "{entry.id}" sudah dipakai pada baris {first.line}.',
                                             "Beri nama pendek lain."))
            else:
                found[entry.id] = entry
        return MappingProxyType(found)

    def pages(self) -> Mapping[str, Page]:
        docs = self.root / "docs"
        found: dict[str, Page] = {}
        for path in sorted(docs.rglob("*.md")):
            file = path.relative_to(self.root).as_posix()
            if path.is_symlink() or not path.is_file():
                self._stranger(file, "Berkas ini bukan berkas biasa.", "Ganti tautan dengan berkas aslinya.")
                continue
            page = read_page(self._bytes(path, file), file)
            self.problems += page.problems
            found[path.relative_to(docs).with_suffix("").as_posix()] = page
        return MappingProxyType(found)

    def strangers(self) -> None:
        """Report files of the curriculum folder that nothing reads, so that no misspelt name is silently left out."""
        base = self.root / "curriculum"
        known = {*_LISTS, *_SINGLES}
        for path in self._walk(base):
            name = path.relative_to(base).as_posix()
            if name in self.seen or name.endswith("README.md") or name.startswith("contoh/"):
                continue
            file = f"curriculum/{name}"
            if path.is_symlink():
                self._stranger(file, "Berkas ini tautan ke berkas lain.", "Ganti dengan berkas aslinya.")
            elif name not in known:
                self._stranger(file, "Berkas ini tidak dikenal, jadi isinya tidak dipakai.",
                               f"Folder yang dibaca: {', '.join([*_FOLDERS, 'rujukan'])}; nama berkas berakhiran .yml.")

    def _walk(self, base: Path) -> Iterator[Path]:
        return (path for path in sorted(base.rglob("*")) if path.is_symlink() or path.is_file())

    def _bytes(self, path: Path, file: str) -> bytes:
        data = path.read_bytes()
        self.texts[file] = data.decode("utf-8", "replace")
        return data

    def _stranger(self, file: str, sentence: str, hint: str) -> None:
        self.problems.append(Problem("BRK02", Place(file), sentence, hint))

    def _read(self, name: str, shape: Any, kind: str) -> Entry[Any] | None:
        path = self.root / "curriculum" / name
        if path.is_symlink() or not path.is_file():
            return None
        self.seen.add(name)
        file = f"curriculum/{name}"
        if not _NAME.fullmatch(path.name):
            self._stranger(file, "Nama berkas hanya boleh huruf kecil, angka, dan tanda hubung.", "Ganti nama berkas.")
        source = read_yaml(self._bytes(path, file), file)
        self.problems += source.problems
        if source.problems or source.root is None:
            if not source.problems:
                self.problems.append(Problem("BRK03", Place(file), "Berkas ini kosong.", "Isi atau hapus berkasnya."))
            return None
        value, problems = decode(source, shape, kind.capitalize())
        self.problems += problems
        return None if value is None else Entry(path.stem, value, source)
