"""Test items and their keys. Public pages show only items for self-check."""

from __future__ import annotations

from syllabus.render.html import Html, join, tag
from syllabus.render.table import Column, Table, draw, row
from syllabus.render.view import NotFound, View
from syllabus.shapes.items import Item, Use

USES: dict[Use, str] = {"latihan": "latihan", "pretes": "pretes", "postes": "postes"}


def items(view: View, name: str | None = None, jenis: str = "latihan") -> Html:
    """Items of one use, numbered. Answers stand in a folded block, and only for self-check items."""
    use = _use(jenis)
    if use != "latihan" and not view.for_facilitator:
        raise NotFound(f"Soal {use} rahasia dan tidak boleh ada pada halaman publik.",
                       "Pindahkan panggilan ini ke docs/fasilitator, atau pakai jenis=\"latihan\".")
    bank = view.find(view.curriculum.items, name, "Soal").value
    return join(_item(number, item) for number, item in enumerate(bank.of(use), 1))


def item_keys(view: View, name: str | None = None) -> Html:
    """Keys of pre- and post-test, with explanations. Only in the facilitator's build."""
    bank = view.find(view.curriculum.items, name, "Soal")
    return join(_keys(bank.id, use, view) for use in ("pretes", "postes") if bank.value.of(use))


def _keys(stem: str, use: Use, view: View) -> Html:
    bank = view.curriculum.items[stem].value
    columns = (Column("No", 1, "tengah"), Column("Kunci", 1, "tengah"), Column("Indikator", 2), Column("Pembahasan", 8))
    rows = tuple(row(str(number), item.answer, item.indicator, item.explanation) for number, item in enumerate(bank.of(use), 1))
    table = Table("soal-kunci", f"Kunci {use} {view.module_title(stem)}", columns, rows)
    return tag("section", draw(table), class_="khusus-fasilitator")


def _use(name: str) -> Use:
    for use in USES:
        if name == use:
            return use
    raise NotFound(f'Jenis soal "{name}" tidak ada.', f"Pilihan: {', '.join(USES)}.")


def question(number: int, item: Item) -> tuple[Html, Html]:
    """What a participant reads: the question and its options in the order of the file. Nothing here knows the key."""
    return (
        tag("p", tag("span", f"{number}.", class_="nomor"), " ", item.text, class_="soal-teks"),
        tag("ol", (tag("li", option) for option in item.options), class_="pilihan", type="A"),
    )


def _item(number: int, item: Item) -> Html:
    answer = None if item.secret else tag(
        "details", tag("summary", "Jawaban dan pembahasan"), tag("p", tag("strong", f"Jawaban: {item.answer}. "), item.explanation),
        class_="jawaban",
    )
    return tag(
        "div", question(number, item), answer, class_="soal",
    )
