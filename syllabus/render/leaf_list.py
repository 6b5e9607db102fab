"""The list of sheets to download, grouped by who needs them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from syllabus.render.html import Html, tag
from syllabus.render.leaf import Group, Leaf
from syllabus.render.leaves import leaves
from syllabus.render.table import Column, Table, drawn, row
from syllabus.render.view import NotFound, View

GROUPS: tuple[tuple[Group, str], ...] = (
    ("peserta", "Lembar untuk peserta"), ("mentor", "Lembar untuk mentor"), ("fasilitator", "Lembar untuk fasilitator"),
    ("panitia", "Lembar untuk panitia"),
)


def leaf_list(view: View, untuk: str | None = None) -> Html:
    """All sheets, a table for each kind of reader, or for one kind. The build adds pages and size after printing.

    Raises `NotFound` for a kind of reader that there is not.
    """
    if untuk is not None and untuk not in dict(GROUPS):
        raise NotFound(f'Pembaca "{untuk}" tidak ada.', f"Yang ada: {', '.join(dict(GROUPS))}.")
    known = leaves(view)
    return drawn(
        _table(view, title, several) for group, title in GROUPS
        if untuk in (None, group) and (several := [leaf for leaf in known if leaf.group == group])
    )


def _table(view: View, title: str, several: Iterable[Leaf]) -> Table:
    columns = (Column("Lembar", 5), Column("Kode", 1), Column("Untuk apa", 5), Column("PDF", 3))
    return Table("register", title, columns, tuple(
        row(_link(view, leaf), leaf.code, leaf.about, tag("span", class_="meta", data_lembar=leaf.id)) for leaf in several
    ))


def _link(view: View, leaf: Leaf) -> Html:
    target = f"../formulir/{leaf.id}.pdf" if leaf.secret else f"unduhan/formulir/{leaf.id}.pdf"
    return tag("a", ", ".join(part for part in (leaf.title, leaf.subtitle, leaf.variant) if part), href=posixpath.relpath(target, posixpath.dirname(view.page) or "."))
