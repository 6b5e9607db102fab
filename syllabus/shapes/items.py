"""Test items of a module. What is for self-check is public; pre- and post-test items are secret."""

from __future__ import annotations

from typing import Literal

from syllabus.shapes.base import IndicatorId, ItemId, Shape, Text, key

Use = Literal["latihan", "pretes", "postes"]


class Item(Shape):
    """One multiple-choice item. An item used for `latihan` is public with its key; all others are secret."""

    id: ItemId = key("id", "Nomor butir, misalnya A3-S01.")
    use: Use = key("dipakai", "Latihan (terbuka), pretes, atau postes (rahasia).")
    indicator: IndicatorId = key("indikator", "Indikator yang diukur.")
    text: Text = key("teks", "Pertanyaan.")
    options: tuple[Text, ...] = key("pilihan", "Pilihan jawaban, A sampai E.", min_length=2, max_length=5)
    answer: Literal["A", "B", "C", "D", "E"] = key("kunci", "Huruf jawaban yang benar.")
    explanation: Text = key("pembahasan", "Mengapa jawaban itu benar.")

    @property
    def secret(self) -> bool:
        """Whether the item must never reach a participant before the test."""
        return self.use != "latihan"


class ItemBank(Shape):
    """All items of one module. The file has the module's stem."""

    items: tuple[Item, ...] = key("butir", "Butir soal.", min_length=1)

    def of(self, use: Use) -> tuple[Item, ...]:
        """Items of one use, in file order: print and key number them alike."""
        return tuple(item for item in self.items if item.use == use)
