"""Many prints at once: taken from what was printed before where nothing changed, the rest set by two processes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from scripts import cache
from scripts.cache import Copy, Kept
from syllabus.press.book import Assets, Book
from syllabus.press.imposition import booklet
from syllabus.press.paper import Paper, print_paper
from syllabus.press.typeset import typeset

Work = Book | Paper
Tell = Callable[[str], None]
WORKERS = 2
_START = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
"""A plain fork of a process that has set a book itself would wait for ever for the typesetter's threads."""


def silent(_doing: str) -> None:
    """Tell nobody."""


@dataclass
class _Noting:
    """Gives images, and notes which were asked for."""

    assets: Assets
    asked: dict[str, str] = field(default_factory=dict)

    def __call__(self, address: str) -> bytes | None:
        data = self.assets(address)
        self.asked[address] = _hash(data)
        return data


def print_all(works: Sequence[Work], assets: Assets, tell: Tell = silent, folder: Path = cache.FOLDER, workers: int = WORKERS) -> Mapping[str, Copy]:
    """Print works by id. The bytes are the same whether they were kept or made, and however many processes made them.

    `tell` hears of every print that had to be made. What has a fault is not kept.
    """
    keys = {work.id: cache.key_of(work) for work in works}
    done = {work.id: kept.copy for work in works if (kept := _fresh(keys[work.id], assets, folder))}
    missing = sorted((work for work in works if work.id not in done), key=lambda work: (-len(repr(work)), work.id))
    for number, (work, kept) in enumerate(_made(missing, assets, workers), 1):
        tell(f"{number} dari {len(missing)}: {work.title}")
        if all(problem.severity == "saran" for problem in kept.copy.printed.problems):
            cache.keep(keys[work.id], kept, folder)
        done[work.id] = kept.copy
    if missing:
        cache.prune(folder)
    return done


def _fresh(key: str, assets: Assets, folder: Path) -> Kept | None:
    kept = cache.look_up(key, folder)
    return kept if kept and all(_hash(assets(address)) == seal for address, seal in kept.images.items()) else None


def _made(works: Sequence[Work], assets: Assets, workers: int) -> Iterator[tuple[Work, Kept]]:
    """Prints as they are finished; the longest are begun first, so that no process waits for the other at the end."""
    if len(works) < 2 or workers < 2:
        yield from ((work, _make(work, assets, helped=workers > 1)) for work in works)
        return
    with ProcessPoolExecutor(min(workers, len(works)), get_context(_START)) as pool:
        under_way = {pool.submit(_make, work, assets): work for work in works}
        for finished in as_completed(under_way):
            yield under_way[finished], finished.result()


def _make(work: Work, assets: Assets, helped: bool = False) -> Kept:
    noting = _Noting(assets)
    if isinstance(work, Paper):
        return Kept(Copy(print_paper(work, noting)), noting.asked)
    printed = typeset(work, noting, helped=helped)
    return Kept(Copy(printed, booklet(printed.pdf) if printed.pdf else b""), noting.asked)


def _hash(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
