"""Strict YAML: every scalar stays text and knows its place. Read from libyaml's events, without recursion."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.text_safety import MOST_BYTES, check_text, decode_utf8, mixed_script

MOST_DEPTH = 16
MOST_NODES = 100_000
_WORDS_FOR_NOTHING = frozenset({"~", "null"})
_WORDS_FOR_TRUTH = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false"})


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


def read_yaml(data: bytes, file: str, first_line: int = 1) -> Source:
    """Read one YAML document. Never raises; what is wrong comes back as problems with places.

    `first_line` is the line of the file at which `data` begins, for the front matter of a page.
    """
    if len(data) > MOST_BYTES:
        return Source(file, None, (Problem("YML01", Place(file), "Berkas ini terlalu besar.", "Bagi menjadi beberapa berkas."),))
    text, problem = decode_utf8(data, file)
    if text is None:
        return Source(file, None, (problem,) if problem else ())
    problems = list(check_text(text, file, first_line))
    if problems:
        return Source(file, None, tuple(problems))
    builder = _Builder(file, first_line)
    watched = gc.isenabled()
    gc.disable()  # thousands of small objects and no cycles: collecting only costs time here
    try:
        for event in yaml.parse(text, Loader=yaml.CLoader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax(error, text, file, first_line))
        builder.root = None
    except yaml.YAMLError:
        builder.problems.append(Problem("YML02", Place(file, first_line), "Berkas ini bukan YAML.", "Bandingkan dengan contoh."))
        builder.root = None
    finally:
        if watched:
            gc.enable()
    return Source(file, builder.root, tuple(builder.problems))


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    """Say what is open or out of line. The kind is read off the text at the mark, never off the library's words."""
    opened = error.context_mark
    mark = error.problem_mark or opened
    lines = text.split("\n")
    if opened is not None and opened.line < len(lines):
        sign = lines[opened.line][opened.column : opened.column + 1]
        place = Place(file, opened.line + first_line, opened.column + 1)
        if sign in ("'", '"'):
            return Problem("YML03", place, "Tanda kutip ini belum ditutup, atau ada kutip lain di dalamnya.",
                           "Tutup dengan kutip yang sama di akhir nilai.")
        if sign in ("[", "{"):
            return Problem("YML03", place, f'Kurung "{sign}" ini belum ditutup, atau isinya perlu diapit kutip.',
                           "Tutup kurung, atau tulis satu butir per baris.")
    if mark is None:
        return Problem("YML02", Place(file, first_line), "Susunan YAML keliru.", "Bandingkan dengan contoh.")
    line = min(mark.line, len(lines) - 1)
    return Problem("YML02", Place(file, line + first_line, mark.column + 1), "Susunan YAML keliru di sini.",
                   'Periksa spasi di awal baris, titik dua, dan kutip. Nilai yang memuat ": " perlu diapit kutip.')


class _Builder:
    """Puts events together into nodes with a stack of its own."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: Any) -> bool:
        """Use one event. False: no more of this file can be understood."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._start(event, kind is yaml.MappingStartEvent)
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            self._refuse("YML04", event, "Alias (*) tidak dipakai di sini.", "Tulis nilainya langsung.")
            self._put(Scalar("", self._place(event), True))
        elif kind is yaml.DocumentStartEvent:
            return self._document(event)
        return True

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if event.version or event.tags:
            self._refuse("YML04", event, "Petunjuk (%) tidak dipakai di sini.", "Hapus baris ini.")
        if self._documents > 1:
            self._refuse("YML05", event, "Satu berkas hanya memuat satu dokumen.", 'Hapus baris "---" yang kedua.')
            return False
        return True

    def _scalar(self, event: Any) -> bool:
        quoted = event.style in ("'", '"')
        text: str = event.value
        plain = not quoted and event.style not in ("|", ">")
        self._marks(event)
        if plain and text.lower() in _WORDS_FOR_TRUTH:
            self._refuse("YML06", event, f'"{text}" tanpa kutip dapat dibaca sebagai ya atau tidak.', 'Tulis "ya" atau "tidak", atau apit dengan kutip.')
        elif plain and text.lower() in _WORDS_FOR_NOTHING:
            self._refuse("YML06", event, f'"{text}" tidak dipakai untuk nilai kosong.', "Kosongkan nilainya atau hapus kuncinya.")
        return self._put(Scalar(text if text.isascii() else unicodedata.normalize("NFC", text), self._place(event), quoted))

    def _start(self, event: Any, is_mapping: bool) -> bool:
        self._marks(event)
        node: Sequence | Mapping = Mapping({}, self._place(event)) if is_mapping else Sequence([], self._place(event))
        if not self._put(node):
            return False
        if len(self._open) >= MOST_DEPTH:
            self._refuse("YML07", event, f"Susunan lebih dalam dari {MOST_DEPTH} tingkat.", "Sederhanakan susunannya.")
            self.root = None
            return False
        self._open.append(node)
        self._keys.append(None)
        return True

    def _put(self, node: Node) -> bool:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.problems.append(Problem("YML01", node.place, "Berkas ini memuat terlalu banyak nilai.", "Bagi menjadi beberapa berkas."))
            self.root = None
            return False
        if not self._open:
            self.root = node
            return True
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return True
        key = self._keys[-1]
        if key is None:
            return self._key(node, parent)
        if key.text not in parent.entries:
            parent.entries[key.text] = (key, node)
        self._keys[-1] = None
        return True

    def _key(self, node: Node, parent: Mapping) -> bool:
        if not isinstance(node, Scalar):
            self.problems.append(Problem("YML08", node.place, "Kunci harus berupa teks.", 'Tulis seperti "kunci: nilai".'))
            self.root = None
            return False
        if node.text in parent.entries:
            first = parent.entries[node.text][0].place.line
            self.problems.append(Problem("YML09", node.place, f'Kunci "{node.text}" sudah ada pada baris {first}.', "Hapus salah satu."))
        elif node.text == "<<":
            self.problems.append(Problem("YML04", node.place, "Penggabungan (<<) tidak dipakai di sini.", "Tulis nilainya langsung."))
        elif mixed_script(node.text):
            self.problems.append(Problem("YML10", node.place, "Kunci ini mencampur huruf dari aksara yang berbeda.", "Ketik ulang dengan huruf Latin."))
        self._keys[-1] = node
        return True

    def _marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("YML04", event, f"Jangkar (&{event.anchor}) tidak dipakai di sini.", "Hapus jangkarnya.")
        if event.tag is not None:
            self._refuse("YML04", event, "Tanda (!) tidak dipakai di sini.", "Hapus tandanya, atau apit nilai dengan kutip.")

    def _refuse(self, code: str, event: Any, sentence: str, hint: str) -> None:
        self.problems.append(Problem(code, self._place(event), sentence, hint))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + self.first_line, mark.column + 1)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every value of a tree, keys left out."""
    waiting: list[Node] = [] if node is None else [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Scalar):
            yield here
        elif isinstance(here, Sequence):
            waiting += reversed(here.items)
        else:
            waiting += reversed([value for _, value in here.entries.values()])
