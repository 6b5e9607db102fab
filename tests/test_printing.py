"""What was printed before is used again, and only then; with it or without it, the bytes are the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from scripts import cache
from scripts.printing import print_all
from syllabus.place import Place
from syllabus.press.book import Assets, Book, Chapter, Part
from syllabus.press.paper import Paper
from tests.press_book import one

IMAGE = (Path(__file__).parent / "press" / "alur.svg").read_bytes()


def small(name: str, body: str = "<p>Isi.</p>") -> Book:
    chapter = Chapter("Satu", body, "docs/satu.md", "satu/")
    return one(body)._replace(id=name, title=f"Buku {name}", parts=(Part("", (chapter,)),))


def sheet() -> Paper:
    return Paper(id="lembar", title="Lembar", html="<p>Isi.</p>", place=Place("curriculum/formulir/lembar.yml"), text="",
                 foot="kaki", date=date(2027, 1, 2), author="Tim")


def no_image(_address: str) -> None:
    return None


class Heard(list[str]):
    """What had to be set, by title."""

    def __call__(self, doing: str) -> None:
        self.append(doing.partition(": ")[2])


def printed(works: Sequence[Book | Paper], folder: Path, assets: Assets = no_image, workers: int = 1) -> tuple[dict[str, tuple[bytes, bytes]], Heard]:
    heard = Heard()
    copies = print_all(works, assets, heard, folder, workers)
    return {name: (copy.printed.pdf, copy.booklet) for name, copy in copies.items()}, heard


def test_nothing_is_set_twice_and_one_edit_sets_one_book(tmp_path: Path) -> None:
    works: list[Book | Paper] = [small("a"), small("b"), sheet()]
    first, heard = printed(works, tmp_path)
    assert sorted(heard) == ["Buku a", "Buku b", "Lembar"]
    again, heard = printed(works, tmp_path)
    assert heard == []
    assert again == first
    edited, heard = printed([small("a"), small("b", "<p>Isi baru.</p>"), sheet()], tmp_path)
    assert heard == ["Buku b"]
    assert edited["a"] == first["a"] and edited["b"] != first["b"]


def test_the_same_bytes_with_and_without_and_by_two_processes(tmp_path: Path) -> None:
    works = [small("a"), small("b"), small("c")]
    alone, _ = printed(works, tmp_path / "satu")
    together, heard = printed(works, tmp_path / "dua", workers=2)
    kept, nothing = printed(works, tmp_path / "dua")
    assert len(heard) == 3 and nothing == []
    assert alone == together == kept


def test_a_changed_image_sets_the_book_anew(tmp_path: Path) -> None:
    body = '<p><img src="../alur.svg" alt="Alur"></p>'
    _, heard = printed([small("a", body), small("b")], tmp_path, lambda _: IMAGE)
    assert len(heard) == 2
    _, heard = printed([small("a", body), small("b")], tmp_path, lambda _: IMAGE)
    assert heard == []
    _, heard = printed([small("a", body), small("b")], tmp_path, lambda _: IMAGE + b"\n")
    assert heard == ["Buku a"]


@pytest.mark.parametrize("harm", [b"", b"rusak", None])
def test_a_damaged_entry_counts_as_none(tmp_path: Path, harm: bytes | None) -> None:
    first, _ = printed([small("a")], tmp_path)
    [entry] = tmp_path.iterdir()
    data = entry.read_bytes()
    entry.write_bytes(data[:-1] + bytes([data[-1] ^ 1]) if harm is None else harm)
    again, heard = printed([small("a")], tmp_path)
    assert heard == ["Buku a"]
    assert again == first
    assert entry.read_bytes() == data


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    made, heard = printed([small("a")], tmp_path / "berkas" / "simpanan")
    assert made["a"][0].startswith(b"%PDF") and heard == ["Buku a"]


def test_what_has_a_fault_is_not_kept(tmp_path: Path) -> None:
    body = '<p><img src="../tidak-ada.png" alt="Alur"></p>'
    for _ in range(2):
        _, heard = printed([small("a", body)], tmp_path)
        assert heard == ["Buku a"]
    assert list(tmp_path.iterdir()) == []


def test_advice_is_told_again(tmp_path: Path) -> None:
    work = small("a", '<p><a href="#tidak-ada">x</a></p>')
    first = print_all([work], no_image, folder=tmp_path)["a"].printed
    again = print_all([work], no_image, folder=tmp_path)["a"].printed
    assert first.problems and all(problem.severity == "saran" for problem in first.problems)
    assert (again.problems, again.outline, again.pages) == (first.problems, first.outline, first.pages)


def test_the_least_used_goes_when_there_is_no_room(tmp_path: Path) -> None:
    for number in range(4):
        path = tmp_path / f"{number}"
        path.write_bytes(b"x" * 100)
        os.utime(path, (number, number))
    cache.prune(tmp_path, 250)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2", "3"]
    shutil.rmtree(tmp_path)
    cache.prune(tmp_path)


def test_the_name_of_an_entry_changes_with_the_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    work = small("a")
    before = cache.key_of(work)
    assert before == cache.key_of(small("a"))
    monkeypatch.setattr(cache, "_tools", lambda: "lain")
    assert cache.key_of(work) != before
