"""The last look at what is built: each of its guards is shown to fire, and a clean page to pass."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.audit import audit_every, audit_public
from scripts.withheld import withheld
from syllabus.check import check
from syllabus.curriculum import Curriculum
from syllabus.press.imposition import booklet
from syllabus.press.typeset import typeset
from tests.press_book import assets, one

SOUND = Path(__file__).parent / "sites" / "provinsi-lain"
PAGE = '<!doctype html><html lang="id"><head><title>x</title>{head}</head><body><nav><a href="dua.html#bagian">dua</a></nav><article>{body}</article></body></html>'
CLEAN = '<p id="atas">Lihat <a href="https://peraturan.go.id/">JDIH</a>, <a href="#atas">atas</a>, <a href="mailto:ppid@contoh.go.id">surat</a>.</p>'
EVERY = {
    "script-from-elsewhere": ('<script src="https://cdn.example.net/x.js"></script>', "", "TRB03"),
    "style-from-elsewhere": ('<link rel="stylesheet" href="//fonts.example.net/x.css">', "", "TRB03"),
    "preload-from-elsewhere": ('<link rel="preconnect" href="https://fonts.example.net">', "", "TRB03"),
    "image-from-elsewhere": ("", '<img alt="x" src="https://example.net/x.png">', "TRB03"),
    "image-set-from-elsewhere": ("", '<img alt="x" srcset="atas.png 1x, https://example.net/x.png 2x">', "TRB03"),
    "frame-from-elsewhere": ("", '<iframe title="x" src="https://example.net/"></iframe>', "TRB03"),
    "form-to-elsewhere": ("", '<form action="https://example.net/"></form>', "TRB03"),
    "style-attribute": ("", '<p style="background:url(https://example.net/x.png)">x</p>', "TRB03"),
    "style-element": ("<style>@import '//example.net/x.css';</style>", "", "TRB03"),
    "handler": ("", '<p onclick="x()">x</p>', "TRB04"),
    "script-link": ("", '<a href=" java\nscript:x()">x</a>', "TRB04"),
    "dead-link": ("", '<a href="tiga.html">x</a>', "TRB05"),
    "dead-anchor": ("", '<a href="dua.html#tidak-ada">x</a>', "TRB05"),
    "dead-own-anchor": ("", '<a href="#tidak-ada">x</a>', "TRB05"),
    "dead-image": ("", '<img alt="x" src="tidak-ada.png">', "TRB05"),
    "link-out-of-the-site": ("", '<a href="../../etc/passwd">x</a>', "TRB05"),
}
PUBLIC = {
    "nip": ("<p>NIP 19850312 201001 2 003</p>", "TRB02"),
    "mobile-in-attribute": ('<p><a href="https://wa.me/" title="0812-3456-7890">hubungi</a></p>', "TRB02"),
    "private-mail": ("<p>siti.rahma@gmail.com</p>", "TRB02"),
    "section-for-facilitators": ('<section class="kartu khusus-fasilitator"><p>x</p></section>', "TRB01"),
    "secret-sentence": ("<p>Petugas menyebut <b>berkas</b> satu per satu dan tempat meng\u00adurusnya.</p>", "TRB01"),
}


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    whole = check(SOUND).curriculum
    assert whole is not None
    return whole


def site(folder: Path, head: str = "", body: str = "") -> Path:
    (folder / "satu.html").write_text(PAGE.format(head=head, body=CLEAN + body), encoding="utf-8")
    (folder / "dua.html").write_text(PAGE.format(head="", body='<h2 id="bagian">Dua</h2>'), encoding="utf-8")
    return folder


def test_a_clean_site_has_no_problem(tmp_path: Path, curriculum: Curriculum) -> None:
    folder = site(tmp_path)
    assert list(audit_every(folder, "site")) == []
    assert list(audit_public(folder, "site", curriculum)) == []


@pytest.mark.parametrize("name", sorted(EVERY))
def test_guard_of_every_site_fires(tmp_path: Path, name: str) -> None:
    head, body, code = EVERY[name]
    problems = list(audit_every(site(tmp_path, head, body), "site"))
    assert [problem.code for problem in problems] == [code]
    assert problems[0].place.file == "site/satu.html"


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_guard_of_the_public_site_fires(tmp_path: Path, curriculum: Curriculum, name: str) -> None:
    body, code = PUBLIC[name]
    assert [problem.code for problem in audit_public(site(tmp_path, "", body), "site", curriculum)] == [code]


def test_the_search_index_is_read_too(tmp_path: Path, curriculum: Curriculum) -> None:
    folder = site(tmp_path)
    (folder / "search.json").write_text('{"docs": [{"text": "Petugas menyebut <b>berkas</b> satu per satu \\u2013 dan tempat mengurusnya."}]}', encoding="utf-8")
    assert [problem.place.file for problem in audit_public(folder, "site", curriculum)] == ["site/search.json"]


@pytest.mark.parametrize(("body", "code"), [(PUBLIC["nip"][0], "TRB02"), (PUBLIC["private-mail"][0], "TRB02"), (PUBLIC["secret-sentence"][0], "TRB01")])
def test_printed_books_and_their_booklets_are_read_too(tmp_path: Path, curriculum: Curriculum, body: str, code: str) -> None:
    folder = site(tmp_path)
    printed = typeset(one(f"<p>Kata pengantar.</p>{body}"), assets).pdf
    (folder / "buku.pdf").write_bytes(printed)
    (folder / "buku-a5.pdf").write_bytes(booklet(printed))
    found = [(problem.place.file, problem.code) for problem in audit_public(folder, "site", curriculum)]
    assert found == [("site/buku-a5.pdf", code), ("site/buku.pdf", code)]


def test_a_style_sheet_that_asks_others_is_found(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "gaya.css").write_text("body{background:url('https://example.net/x.png')}", encoding="utf-8")
    assert [(problem.code, problem.place.file) for problem in audit_every(folder, "site")] == [("TRB03", "site/gaya.css")]


def test_numbers_are_masked_in_messages(tmp_path: Path, curriculum: Curriculum) -> None:
    problems = list(audit_public(site(tmp_path, "", PUBLIC["nip"][0]), "site", curriculum))
    assert "201001" not in str(problems[0])


def test_an_answer_that_public_prose_gives_word_for_word_is_no_secret_but_an_item_is(tmp_path: Path) -> None:
    root = tmp_path / "program"
    shutil.copytree(SOUND, root)
    whole = check(root).curriculum
    assert whole is not None
    item = next(item for bank in whole.items.values() for item in bank.value.items if item.secret)
    page = root / "docs" / "modul" / "bahasa-sederhana.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nPetugas menyebut berkas. Satu per satu dan tempat mengurusnya.\n\n{item.explanation}\n",
                    encoding="utf-8")
    said = check(root).curriculum
    assert said is not None
    origins = {origin for _, origin in withheld(said)}
    assert "jawaban skenario syarat-surat-pindah" in {origin for _, origin in withheld(whole)} - origins
    assert f"pembahasan {item.id}" in origins
