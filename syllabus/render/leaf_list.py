"""The list of sheets to download, grouped by who needs them and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from syllabus.render.html import Html, join, tag
from syllabus.render.leaf import Group, Leaf
from syllabus.render.leaves import leaves_by_kind
from syllabus.render.view import NotFound, View

GROUPS: tuple[tuple[Group, str], ...] = (
    ("peserta", "Lembar untuk peserta"), ("mentor", "Lembar untuk mentor"), ("fasilitator", "Lembar untuk fasilitator"),
    ("panitia", "Lembar untuk panitia"),
)
FEW = 6
"""So many sheets of a kind are shown at once; more wait behind their name."""


def leaf_list(view: View, untuk: str | None = None) -> Html:
    """All sheets, kind by kind for each kind of reader, or for one of them. The build adds pages and size after printing.

    Raises `NotFound` for a kind of reader that there is not.
    """
    if untuk is not None and untuk not in dict(GROUPS):
        raise NotFound(f'Pembaca "{untuk}" tidak ada.', f"Yang ada: {', '.join(dict(GROUPS))}.")
    return join(
        join((None if untuk else tag("h2", title), _kinds(view, group))) for group, title in GROUPS if untuk in (None, group)
    )


def _kinds(view: View, group: Group) -> Iterator[Html]:
    for kind, every in leaves_by_kind(view):
        several = [leaf for leaf in every if leaf.group == group]
        if several:
            title = tag("summary", f"{kind}, {len(several)} berkas")
            yield tag("details", title, tag("ul", _entries(view, several)), class_="daftar-berkas", open=len(several) <= FEW)


def _entries(view: View, several: Sequence[Leaf]) -> Iterator[Html]:
    """One line for each sheet; what it is for stands with it where the name alone does not tell."""
    names = [", ".join(part for part in (leaf.title, leaf.subtitle, leaf.variant) if part) for leaf in several]
    same = Counter(names)
    for leaf, name in zip(several, names, strict=True):
        words = name if same[name] == 1 else f"{name}. {leaf.about}"
        yield tag("li", _link(view, leaf, words), " ", _meta(leaf), tag("br"), tag("small", leaf.about) if same[name] == 1 else None)


def _meta(leaf: Leaf) -> Html:
    notes = (leaf.code, "A4 melintang" if leaf.landscape else "", "dapat diisi di layar" if leaf.fillable else "", "terbatas" if leaf.secret else "")
    return join((tag("small", " · ".join(note for note in notes if note)), " ", tag("span", class_="meta", data_lembar=leaf.id)))


def _link(view: View, leaf: Leaf, words: str) -> Html:
    target = f"../formulir/{leaf.id}.pdf" if leaf.secret else f"unduhan/formulir/{leaf.id}.pdf"
    return tag("a", words, href=view.way_to(target))
