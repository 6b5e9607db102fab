"""Puts YAML events together into a tree with a stack of its own, and refuses what could surprise an editor."""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml

from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.source.tree import Mapping, Node, Scalar, Sequence
from syllabus.text_safety import mixed_script

MOST_DEPTH = 16
MOST_NODES = 100_000
_WORDS_FOR_NOTHING = frozenset({"~", "null"})
_WORDS_FOR_TRUTH = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false"})


class Builder:
    """The tree under way, and the problems met so far."""

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
