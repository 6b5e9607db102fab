"""Nothing is lost between web and paper: a planted loss of each kind is told at its line, and the real books lose nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from macros.project import Profile, project_from
from scripts.books import Bound, books
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import check
from syllabus.place import Place
from syllabus.press import paper
from syllabus.press.book import Book, Chapter
from syllabus.press.front import running_foot
from syllabus.press.paper import Paper, print_paper
from syllabus.press.proof import LEAST, lines, losses, squeezed
from syllabus.press.reading import ReadBack, page_texts, read_back
from syllabus.press.tree import read
from syllabus.press.typeset import typeset
from tests.press_book import assets, book, one

LOST = {
    "paragraph": ("<p>Kalimat ini hilang dari buku.</p>", "Kalimat ini hilang dari buku."),
    "words-at-the-end": ("<p>Isi bab ini tercetak, selebihnya hilang.</p>", "Isi bab ini tercetak, selebihnya hilang."),
    "item": ("<ul><li>Butir ini hilang.</li></ul>", "Butir ini hilang."),
    "cell": ("<table><tr><td>Isi bab ini tercetak.</td><td>Sel hilang.</td></tr></table>", "Sel hilang."),
    "heading": ("<h2>Judul hilang</h2>", "Judul hilang"),
    "deep-heading": ("<h2>Bagian</h2><h6>Judul dalam</h6>", "Judul dalam"),
    "after-a-link": ('<p><a href="#x">Isi bab ini tercetak.</a> Sesudah tautan hilang.</p>', "Sesudah tautan hilang."),
    "caption": ("<table><caption>Judul tabel hilang</caption><tr><td>Isi</td></tr></table>", "Judul tabel hilang"),
}
WHOLE = "<h2>Bagian</h2><p>Isi bab ini tercetak.</p>"


@pytest.fixture(scope="module")
def printed() -> bytes:
    return typeset(one(WHOLE), assets).pdf


def with_body(body: str, title: str = "Satu") -> Book:
    whole = one(body)
    chapter = Chapter(title, body, "docs/satu.md", "satu/", f"# Satu\n\n{body}\n")
    return whole._replace(parts=(whole.parts[0]._replace(chapters=(chapter,)),))


def test_a_whole_book_loses_nothing(printed: bytes) -> None:
    assert list(losses(with_body(WHOLE), read_back(printed))) == []
    sample = book()
    assert list(losses(sample, read_back(typeset(sample, assets).pdf))) == []


@pytest.mark.parametrize("name", sorted(LOST))
def test_a_loss_is_told_at_its_line(printed: bytes, name: str) -> None:
    extra, text = LOST[name]
    found = [problem for problem in losses(with_body(f"{WHOLE}\n\n{extra}"), read_back(printed)) if text in problem.sentence]
    assert found and {problem.code for problem in found} == {"CTK09"}
    assert all(problem.severity == "galat" and problem.place.file == "docs/satu.md" and problem.place.line == 5 for problem in found)


def test_a_lost_chapter_is_told(printed: bytes) -> None:
    assert [problem.sentence for problem in losses(with_body(WHOLE, "Dua"), read_back(printed))] == ['Judul bab "Dua" tidak sampai ke buku cetak.']


def test_words_of_another_chapter_do_not_count() -> None:
    """A paragraph that stands in the second chapter is missed in the first."""
    first, second = (Chapter(title, f"<p>Kalimat bab {title} saja.</p>", f"docs/{title}.md", f"{title}/") for title in ("satu", "dua"))
    made = typeset(book(first, second), assets).pdf
    moved = first._replace(html=first.html + second.html)
    assert [problem.sentence for problem in losses(book(moved, second), read_back(made))] == ['Teks "Kalimat bab dua saja." tidak sampai ke buku cetak.']


def test_a_text_over_the_end_of_a_page_is_whole() -> None:
    """Also where the page ends after a few letters of it, which alone would say nothing; what is lost there is told."""
    long = one("<p>" + "Satu paragraf yang panjang sekali berjalan dari halaman ke halaman. " * 150 + "</p>")
    made = typeset(long, assets)
    assert made.pages > 6
    assert [problem for problem in made.problems if problem.code == "CTK09"] == []
    whole = with_body("<p>Pembentukan satuan tugas itu.</p>")
    foot = running_foot(whole)
    for second, lost in (("tukan satuan tugas itu.", 0), ("tukan satuan itu.", 1)):
        pages = (f"Bab 1\nSatu\nPemben\n{foot} Halaman 1 dari 2", f"DRAF\nSatu\n{second}\nHalaman 2 dari 2 {foot}")
        assert len(list(losses(whole, ReadBack((("Satu", 0),), pages)))) == lost


def test_what_the_press_adds_cuts_a_text() -> None:
    tree = read('<p>Lihat <a href="x">bab dua</a> dahulu<sup>1</sup>, <em>lalu</em> lanjut.</p>')
    assert [text for part in lines(tree) if (text := " ".join(part.split()))] == ["Lihat", "bab dua", "dahulu", ", lalu lanjut."]
    assert squeezed("Ko\u00adta-lama “ﬁsik” 2") == "kotalamafisik2" and len("kotalama") >= LEAST


SHEET = "<p>Kalimat satu tercetak.</p><table><tr><th>Nama</th><th>Hasil</th></tr><tr><td>Ruang siap pakai</td><td></td></tr></table>"


def loose(html: str, **more: object) -> Paper:
    text = "kode: F1\n\nkalimat: Kalimat dua yang hilang dari lembar.\n"
    sheet = Paper("coba", "Lembar coba", html, Place("curriculum/formulir/coba.yml", 3), text, "Program 2027", date(2027, 1, 4), "Tim", code="F1",
                  subtitle="Angkatan I", letterhead=("Badan Rekaan", ""))
    return replace(sheet, **more)  # type: ignore[arg-type]


def told(monkeypatch: pytest.MonkeyPatch, sheet: Paper, made: bytes) -> list[tuple[str, int]]:
    """What is told of a sheet where the press made another one."""
    with monkeypatch.context() as swapped:
        swapped.setattr(paper, "page_texts", lambda _: page_texts(made))
        return [(problem.sentence, problem.place.line) for problem in print_paper(sheet, assets).problems if problem.code == "CTK09"]


def test_what_a_loose_sheet_loses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = loose(SHEET)
    made = print_paper(whole, assets)
    assert made.problems == () and told(monkeypatch, whole, made.pdf) == []
    assert told(monkeypatch, loose(f"{SHEET}<p>Kalimat dua yang hilang dari lembar.</p>"), made.pdf) == [
        ('Teks "Kalimat dua yang hilang dari lembar." tidak sampai ke lembar cetak.', 3)
    ]
    assert told(monkeypatch, loose(SHEET.replace("<td></td>", "<td>Sel hilang</td>")), made.pdf) == [('Teks "Sel hilang" tidak sampai ke lembar cetak.', 3)]
    for lost in ({"title": "Lembar lain"}, {"subtitle": "Angkatan II"}, {"letterhead": ("Kantor lain",)}, {"restricted": "Terbatas: untuk panitia"}, {"code": "F2"}):
        assert len(told(monkeypatch, loose(SHEET, **lost), made.pdf)) == (2 if "restricted" in lost else 1), lost


@pytest.mark.bangun
@pytest.mark.parametrize("profile", ["publik", "fasilitator"])
def test_the_real_books_are_whole_and_light(tmp_path_factory: pytest.TempPathFactory, profile: Profile) -> None:
    """Every book of the real curriculum: no loss, at most 2 MB so that it travels as a message, and its booklet is no heavier."""
    site = tmp_path_factory.mktemp("nyata") / "situs"
    project = project_from(check(HOUSE), profile)
    assert build_site(HOUSE, site, project) == ()
    bound: tuple[Bound, ...] = books(project, site, profile == "publik", None)
    assert len(bound) > 10
    assert [str(problem) for item in bound for problem in item.problems if problem.severity == "galat"] == []
    assert {item.volume.id: len(item.printed.pdf) for item in bound if len(item.printed.pdf) > 2_000_000} == {}
    assert [item.volume.id for item in bound if len(item.copy.booklet) >= len(item.printed.pdf)] == []
