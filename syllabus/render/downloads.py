"""What can be taken along, grouped by who needs it: books, booklets for each module, and the site as one archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from syllabus.render.html import Child, Html, join, tag
from syllabus.render.table import Column, Table, drawn, row
from syllabus.render.view import NotFound, View
from syllabus.shelf import Volume, volumes, volumes_of

EACH = {"modul": "Satu buku untuk setiap modul", "lokakarya": "Satu buku untuk setiap lokakarya", "angkatan": "Satu buku untuk setiap angkatan"}


def downloads(view: View, untuk: str | None = None) -> Html:
    """All downloads, or those for one kind of reader. Pages and sizes are known only after printing, so the build adds them.

    Raises `NotFound` for a kind of reader that there is not.
    """
    if untuk is not None and untuk not in GROUPS:
        raise NotFound(f'Pembaca "{untuk}" tidak ada.', f"Yang ada: {', '.join(GROUPS)}.")
    return drawn(table for name, tables in GROUPS.items() if untuk in (None, name) for table in tables(view))


def own_booklets(view: View) -> Html | None:
    """One line on the page of a module, workshop or cohort: the small books that hold this very page. None where there is none."""
    several = [
        volume for volume in volumes_of(view.curriculum, view.stem)
        if _shown(view, volume) and any(page == view.page for section in volume.sections for page, _ in section.pages)
    ]
    lines = (
        tag("p", tag("strong", "Untuk dicetak" if len(several) == 1 else volume.title), ": ", join(_files(view, volume), " · "), class_="buklet")
        for volume in several
    )
    return join(lines) if several else None


def _for_participants(view: View) -> Iterator[Table]:
    yield from _books(view, "peserta")


def _for_facilitators(view: View) -> Iterator[Table]:
    yield from _books(view, "fasilitator")


def _for_committee(view: View) -> Iterator[Table]:
    yield from _books(view, "panitia")


def _for_anyone(view: View) -> Iterator[Table]:
    """The archive lies in the public site only."""
    if not view.for_facilitator:
        edition = view.curriculum.program.value.edition
        link = tag("a", "Seluruh situs", href=view.way_to("unduhan/situs-luring.zip"))
        yield Table("unduhan", "Tanpa jaringan", (Column("Berkas", 3), Column("Isi", 5), Column("Ukuran", 4)), (
            row(link, "Semua halaman tanpa buku PDF. Buka arsipnya di perangkat Anda, lalu buka berkas index.html.",
                tag("p", f"ZIP · versi {edition}", class_="meta", data_arsip="situs-luring")),
        ))


GROUPS: Mapping[str, Callable[[View], Iterable[Table]]] = MappingProxyType({
    "peserta": _for_participants, "fasilitator": _for_facilitators, "panitia": _for_committee, "semua": _for_anyone,
})
"""Who needs what: one function for each kind of reader, which yields tables."""


def _books(view: View, audience: str) -> Iterator[Table]:
    """Whole books together, then one table for each book that is made for every module."""
    several = [volume for volume in volumes(view.curriculum) if volume.audience == audience and _shown(view, volume)]
    edition = f"versi {view.curriculum.program.value.edition}"
    whole = [volume for volume in several if volume.about is None]
    if whole:
        yield _table(view, f"Buku untuk {audience}, {edition}", whole)
    for _, group in groupby((volume for volume in several if volume.about), lambda volume: volume.entry.id):
        each = list(group)
        yield _table(view, f"{EACH[each[0].entry.value.for_each or 'modul']}, {edition}", each)


def _table(view: View, caption: str, several: list[Volume]) -> Table:
    """One row a book. A book for each module says once, in its caption, what all of them hold."""
    columns = [Column("Buku", 5), Column("PDF A4", 3), Column("Buklet A5", 3)]
    ebook = any(volume.as_ebook for volume in several)
    if ebook:
        columns.append(Column("EPUB untuk ponsel", 2))
    return Table("unduhan", caption, tuple(columns), tuple(
        row(_named(volume), *_files(view, volume, listed=True), *((None,) if ebook and not volume.as_ebook else ())) for volume in several
    ))


def _named(volume: Volume) -> Child:
    return volume.title if volume.about else [volume.title, tag("small", volume.summary)]


def _files(view: View, volume: Volume, listed: bool = False) -> list[Html]:
    """Links to the files of a volume, with room for what the build says of each. Secret ones lie beside the facilitator's site.

    In a list of books each link names its book, for those who hear the links alone.
    """
    folder = "unduhan" if volume.public else "../buku"
    kinds = [(f"{volume.id}.pdf", "PDF A4"), (f"{volume.id}-a5.pdf", "Buklet A5")]
    if volume.as_ebook:
        kinds.append((f"{volume.id}.epub", "EPUB"))
    return [
        join([tag("a", kind, href=view.way_to(f"{folder}/{name}"), aria_label=f"{kind}: {volume.title}" if listed else None), tag("span", class_="meta")], " ")
        for name, kind in kinds
    ]


def _shown(view: View, volume: Volume) -> bool:
    return volume.public or view.for_facilitator
