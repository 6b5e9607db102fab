"""The whole of searching for one site: pages and names in, files out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from syllabus.export.search.concepts import concepts
from syllabus.export.search.excerpt import excerpts
from syllabus.export.search.pack import Packed, pack
from syllabus.export.search.ranking import index
from syllabus.export.search.reading import KINDS, documents
from syllabus.export.search.roots import Roots
from syllabus.export.search.vocabulary import vocabulary


def search(pages: Mapping[str, str], groups: Iterable[Iterable[str]], exceptions: Mapping[str, str], sought: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Packed:
    """Index pages by address. `groups` are names of one idea each; `exceptions` say the root of words that the rules take apart wrongly;
    `sought` says for an address how readers may ask for it."""
    order = {kind.id: position for position, kind in enumerate(KINDS)}
    found = sorted(
        (document for address in sorted(pages) for document in documents(address, pages[address], sought.get(address, ()))),
        key=lambda document: (order[document.kind], document.address),
    )
    roots = Roots(exceptions)
    names = concepts(groups, roots)
    made = index(found, roots, names, {kind.id: kind for kind in KINDS})
    known = vocabulary(found, roots, names, made)
    return pack(found, KINDS, made, names, known, exceptions, excerpts(tuple(found), made, roots))
