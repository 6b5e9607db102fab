"""Parts of an office's sheet: letterhead, paper and its breaks, room to write and to sign, photograph, award."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from syllabus.press import forms
from syllabus.press.blocks import FULL, LANDSCAPE, Block, Where, made
from syllabus.press.heights import MOST_LINES
from syllabus.press.inline import number
from syllabus.press.literal import quoted
from syllabus.press.tree import Node

if TYPE_CHECKING:
    from syllabus.press.writer import Writer

Setter = Callable[["Writer", Node, Where], list[Block]]
GUTTER = 7
"""Millimetres between two columns."""
BESIDE, EVENLY = (0.39, 0.68), (0.52, 0.52)
"""Share of the width that each of two parts beside each other does without, the gap included. As in the design."""


def lowered(code: str) -> str:
    """Code as a function of the share of their height that rows to write in have, and of the lines more that each room to write gets."""
    return f"(bagian, lebih: 0) => {{let susut = susut * bagian; {code}}}"


def _room(writer: Writer, node: Node, where: Where) -> list[Block]:
    lines = f"{number(node.get('data-baris'), 4, MOST_LINES)} + lebih"
    if writer.sheet.loose:  # where a sheet's page has room, the lines become more, not further apart
        lines = f"calc.floor(({lines}) * calc.max(1.0, susut))"
    return made(f"ruang-tulis({lines}, ruas: {writer.sheet.address(where.label, several=True)}, tinggi: 8.5mm * calc.min(1.0, susut))", "")


def _told_again(_writer: Writer, node: Node, _where: Where) -> list[Block]:
    """What the pages say at their head that a sheet goes on to."""
    return made(f"[#metadata({quoted(node.get('data-ihwal'))})<ihwal>]", "")


def _always(code: str) -> Setter:
    return lambda _writer, _node, _where: made(code, "")


def _called(name: str) -> Setter:
    """A part of the design over the full width, given all that the element holds."""
    return lambda writer, node, where: made(f"{name}({writer.inside(node.children, where)})", node.text, "full")


def _letterhead(name: str) -> Setter:
    return lambda writer, node, where: _called(name)(writer, node, where.within(0))


def _one_page(writer: Writer, node: Node, where: Where) -> list[Block]:
    return made(f"sehalaman({lowered(writer.inside(node.children, where))})", node.text, "full")


def _photograph(_writer: Writer, node: Node, _where: Where) -> list[Block]:
    return made(f"pas-foto({quoted(node.text)})", node.text)


def _printed(writer: Writer, node: Node, where: Where) -> list[Block]:
    """A sheet of an office over the full width; on landscape pages where it asks for them."""
    turned = node.get("data-kertas") == "melintang" and not where.inside
    inner = where if where.inside else where._replace(inside=True, width=LANDSCAPE if turned else FULL)
    return made(f"dalam-kotak({writer.inside(node.children, inner)})", node.text, "landscape" if turned else "full")


def _two_columns(writer: Writer, node: Node, where: Where) -> list[Block]:
    """What runs down the left half of each page, then down its right half; items stand closer there."""
    half = where._replace(width=(where.width - GUTTER) / 2, inside=True)
    return made(f"{{let soal = soal.with(jarak: 3.2mm, ukuran: 9pt); columns(2, gutter: {GUTTER}mm, {writer.inside(node.children, half)})}}", node.text, "full")


def _beside(writer: Writer, node: Node, where: Where) -> list[Block]:
    """Small print at the left, what is signed at the right: two who sign have half of the width."""
    several = sum("penanda" in part.classes for part in node.all) > 1
    shares = EVENLY if several else BESIDE
    parts = [writer.inside(part.children, where.within(where.width * lost)) for part, lost in zip(node.elements, shares, strict=False)]
    return made(f"berdampingan({'rata: true, ' if several else ''}{', '.join(parts)})", node.text, "full") if parts else []


SETTERS: Mapping[str, Setter] = MappingProxyType({
    "ruang-tulis": _room,
    "ihwal": _told_again,
    "lembar-baru": _always("lembar-baru()"),
    "selembar": _one_page,
    "kepala-isian": forms.head_fields,
    "halaman-baru": _always("pagebreak(weak: true)"),
    "potong": _always("potong"),
    "kartu-gunting": _called("kartu-gunting"),
    "sela-sisa": _always("v(1fr)"),
    "berdampingan": _beside,
    "dua-kolom": _two_columns,
    "piagam": _called("piagam"),
    "pas-foto": _photograph,
    "tanda-tangan": forms.signers,
    "kop": _letterhead("kop"),
    "penetapan": _letterhead("penetapan"),
    "ruang-tanda-tangan": _always("ruang-tanda-tangan"),
    "lembar-cetak": _printed,
})
"""By class of the element."""
