"""Taking the site along: what is kept is whole, what is packed opens from disk, and the same site gives the same bytes."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from macros.project import project_from
from scripts.offline import files, offline
from scripts.pages_of import built_pages
from scripts.site import build_site
from syllabus.check import check
from syllabus.export.offline.archive import FOLDER, NAME, archive, unlinked
from syllabus.export.offline.keeping import REFUGE, WORKER, search, shell, with_places, worker

SOUND = Path(__file__).parent / "sites" / "provinsi-lain"
PLACE = b'<div class="luring md-typeset" hidden></div>'
SITE = {
    "index.html": b'<html><link rel="stylesheet" href="s.css"><script defer src="a.js"></script></html>', REFUGE: b"<html></html>", "404.html": b"<html></html>",
    "s.css": b"a{top:0}", "a.js": b"1", "jauh.js": b"2", "unduhan/buku.pdf": b"%PDF",
    "modul/a.html": b'<html><link rel="stylesheet" href="../s.css"><nav><a href="../index.html">x</a></nav><article><a href="b.html#x">b</a>'
                    b'<a href="../unduhan/buku.pdf">Buku</a><a href="https://contoh.go.id/c.html">c</a></article>' + PLACE + b"</html>",
    "modul/b.html": b"<html><article>b</article></html>",
}


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return {name.removeprefix(f"{FOLDER}/"): file.read(name) for name in file.namelist()}


def test_the_shell_is_what_pages_ask_for() -> None:
    assert shell(SITE) == ("a.js", "index.html", REFUGE, "s.css")


def test_a_page_is_kept_with_the_pages_it_leads_to_and_says_how_heavy_that_is() -> None:
    changed = with_places(SITE, lambda count: f"{count} B")
    assert list(changed) == ["modul/a.html"]
    kept = ("modul/a.html", "modul/b.html", *shell(SITE))
    weight = sum(len(gzip.compress(SITE[name], 9, mtime=0)) for name in kept)
    assert f'data-ukuran="{weight} B" hidden' in changed["modul/a.html"].decode()


def test_any_change_makes_a_new_edition_and_nothing_else_does() -> None:
    first = worker(SITE)
    assert worker(dict(reversed(SITE.items()))) == first
    assert worker(SITE | {"gambar.png": b"x"}) == first
    for path in ("modul/b.html", "s.css", "a.js"):
        assert worker(SITE | {path: SITE[path] + b" "}) != first


def test_the_worker_is_small_and_relative() -> None:
    code = worker(SITE)
    assert len(gzip.compress(code.encode(), 9, mtime=0)) <= 1_500
    assert "/*" not in code and "http" not in code
    assert re.findall(r'"/[^"]*"', code) == ['"/index.html"']  # what stands for a folder, not an address
    found = re.match(r'var VERSION="[0-9a-f]{12}",SHELL=(\[.*?\]),SEARCH=(\[.*?\]);', code)
    assert found and json.loads(found[1]) == list(shell(SITE))
    assert json.loads(found[2]) == list(search(SITE)) == []


def test_a_small_index_is_kept_too_but_not_packed_twice() -> None:
    parts = {"assets/cari/1/k0.js": b"k", "assets/cari/1/semua.js": b"k", "assets/cari/pencari-2.js": b"p", "assets/skrip/pencarian-3.js": b"b"}
    assert search(SITE | parts) == ("assets/cari/1/semua.js", "assets/cari/pencari-2.js", "assets/skrip/pencarian-3.js")
    assert parts.keys() - unpacked(archive(SITE | parts)).keys() == {"assets/cari/1/k0.js"}
    del parts["assets/cari/1/semua.js"]
    assert search(SITE | parts) == ()


def test_a_line_of_script_that_every_page_holds_is_packed_once() -> None:
    line = b'<script>{let d=document;let k,m=1;k.src="a.js";x()}</script>'
    packed = unpacked(archive({path: data + line if path.endswith(".html") else data for path, data in SITE.items()}))
    assert packed["assets/skrip/awal.js"] == b"{let d=document;}"
    assert [path for path, data in packed.items() if b"let d" in data] == ["assets/skrip/awal.js"]
    assert b'<script src="assets/skrip/awal.js"></script>' in packed["index.html"] and b'<script src="../assets/skrip/awal.js"></script>' in packed["modul/b.html"]


def test_the_archive_leaves_books_and_server_files_out_and_says_so() -> None:
    packed = unpacked(archive(SITE))
    assert packed.keys() == SITE.keys() - {"404.html", REFUGE, "unduhan/buku.pdf"}
    page = packed["modul/a.html"].decode()
    assert "buku.pdf" not in page and "Buku (unduh dari situs; tidak termasuk salinan luring)" in page
    assert 'href="https://contoh.go.id/c.html"' in page
    assert unlinked('<a href="https://contoh.go.id/a.pdf">a</a>') == '<a href="https://contoh.go.id/a.pdf">a</a>'
    assert archive(dict(reversed(SITE.items()))) == archive(SITE)
    addressed = SITE["index.html"].replace(b"<link", b'<meta name=description content="x"><meta property="og:title" content="y"><link rel=canonical href=https://contoh.go.id/><link', 1)
    assert unpacked(archive(SITE | {"index.html": addressed}))["index.html"] == unpacked(archive(SITE))["index.html"]
    assert "class=\"luring" not in page, "a copy on disk offers no keeping"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("luring") / "site"
    assert build_site(SOUND, site, project_from(check(SOUND), "publik")) == ()
    (site / "unduhan").mkdir(exist_ok=True)
    (site / "unduhan" / "peserta.pdf").write_bytes(b"%PDF-1.7")
    offline(site)
    return site


@pytest.mark.bangun
def test_the_archive_opens_from_disk_without_a_broken_reference(built: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(built / NAME, tmp_path)
    copy = tmp_path / FOLDER
    pages = built_pages(copy)
    ids = {page.path: page.ids for page in pages}
    assert {page.path for page in pages} == {page.path for page in built_pages(built)} - {REFUGE}
    assert [f"{page.path}: {link}" for page in pages for link in page.dead_links(copy, ids)] == []
    rooted = [path for path, data in files(copy).items() if path.endswith(".html") and re.search(rb"(?:href|src)=\"/", data)]
    assert rooted == []


@pytest.mark.bangun
def test_everything_to_be_kept_is_there(built: Path) -> None:
    held = files(built)
    code = held[WORKER].decode()
    named = re.match(r'var VERSION="\w+",SHELL=(\[.*?\]),SEARCH=(\[.*?\]);', code)
    assert named
    assert set(json.loads(named[1]) + json.loads(named[2])) <= held.keys()
    assert json.loads(named[2])[0].endswith("/semua.js")
    page = held["modul/bahasa-sederhana.html"].decode()
    assert re.search(r'class="luring md-typeset" data-ukuran="\d+ kB"', page)
    assert re.search(r'data-arsip="situs-luring">ZIP · versi [^<]* · \d+ kB<', held["unduhan/index.html"].decode())


@pytest.mark.bangun
def test_facilitators_pages_offer_no_copy(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    assert build_site(SOUND, site, project_from(check(SOUND), "fasilitator")) == ()
    assert not any(b"situs-luring" in data for data in files(site).values())
