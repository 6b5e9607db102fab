"""Pages stay light: dead rules go, living ones stay, and the whole site keeps within its budget."""

from __future__ import annotations

import gzip
import posixpath
import random
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from macros.project import Project
from scripts.search import FOLDER, write_search
from scripts.settings import HOUSE
from scripts.site import build_site
from scripts.slim import slim
from syllabus.check import check
from syllabus.export.offline.archive import archive
from syllabus.export.slim.bare import bared, slug
from syllabus.export.slim.beaten import shown, unbeaten
from syllabus.export.slim.effects import plain
from syllabus.export.slim.elements import elements
from syllabus.export.slim.purge import names, purge, shared_out
from syllabus.export.slim.sheet import read, split, write
from syllabus.export.slim.starter import script_of, with_script, with_starter
from syllabus.export.slim.tight import tight
from syllabus.export.slim.weight import FIRST_VIEW, NEXT_PAGE, PICTURE, REQUESTS, weights

PAGE = '<html><body dir="ltr"><nav class="menu"><a href="#" class="tautan aktif">x</a></nav><input type="checkbox"></body></html>'
KEPT = (
    ".menu a{color:red}", ".menu>a.tautan:hover{color:red}", "input[type=checkbox]:checked{top:0}", "[dir=ltr] a{top:0}", "a[href^=http]{top:0}",
    ":is(.lenyap,.menu) a{top:0}", "a:not(.lenyap){top:0}", "input:not([class]){top:0}", "nav:is(a:not([class]),.menu){top:0}", "*{top:0}", ":root{top:0}", "::selection{top:0}", "nav:has(.aktif){top:0}", "nav+input{top:0}", "[dir] nav>a{top:0}",
    '.menu:before{content:"a;b}c{.lenyap"}', "@media print{.menu{top:0}}", "@page{margin:1cm}", "@supports (top:0){@media print{a{top:0}}}",
)
LEFT = (
    ".lenyap{top:0}", ".menu .lenyap{top:0}", "[dir=rtl] a{top:0}", "input[type=radio]{top:0}", ":is(.lenyap,.hilang) a{top:0}",
    "nav:has(.lenyap){top:0}", "@media print{.lenyap{top:0}}", "table{top:0}", ".menu input{top:0}", "a .menu{top:0}", ".lenyap~a{top:0}", "nav:not([class]){top:0}", ".menu.aktif{top:0}", "#lenyap{top:0}", "@keyframes x{0%{top:0}}",
)


def purged(css: str, scripts: str = "") -> str:
    rules = read(css)
    return write(purge(rules, elements([PAGE], names(rules)), scripts))


@pytest.mark.parametrize("css", KEPT)
def test_a_rule_that_can_match_stays_as_it_was(css: str) -> None:
    assert purged(css) == css


@pytest.mark.parametrize("css", LEFT)
def test_a_rule_that_nothing_can_match_goes(css: str) -> None:
    assert purged(css) == ""


def test_only_the_dead_selectors_of_a_rule_go() -> None:
    assert purged(".lenyap,.menu,a:is(.hilang){top:0}") == ".menu{top:0}"


def test_what_scripts_may_add_stays() -> None:
    css = ".lenyap{top:0}.menu .hilang>b{top:0}.menu.aktif{top:0}"
    assert purged(css, 'node.className = "hilang"; node.innerHTML = "<b>"') == ".menu .hilang>b{top:0}"
    assert purged(css, 'menu.classList.add("aktif")') == ".menu.aktif{top:0}"


def test_an_attribute_comes_with_a_value_that_scripts_speak_of() -> None:
    css = "[role=status]{top:0}[role=columnheader]{top:0}a[aria-pressed=true]{top:0}[data-md-color-scheme=slate]{top:0}"
    script = 'node.setAttribute("role", "status"); node.setAttribute("aria-pressed", String(open));'
    assert purged(css, script) == "[role=status]{top:0}a[aria-pressed=true]{top:0}"
    assert purged(css, script + 'd.body.dataset.mdColorScheme=dark?"slate":"default"') == css.replace("[role=columnheader]{top:0}", "")


BEATEN = (
    ("a{top:0;left:0}a{top:1px}", "a{left:0}a{top:1px}"),
    ("a,b{top:0;left:0}b{top:1px}", "a{top:0;left:0}b{left:0}b{top:1px}"),
    ("a{margin-top:0;margin:0}a{margin:1px}", "a{margin:1px}"),
    ("a{margin:1px}a{margin-top:0}", "a{margin:1px}a{margin-top:0}"),
    ("a{border-radius:1px;border-left:0}a{border:0}", "a{border-radius:1px}a{border:0}"),
    ("a{top:0!important}a{top:1px}", "a{top:0!important}a{top:1px}"),
    ("a{top:0!important}a{top:1px!important}", "a{top:1px!important}"),
    ("@media print{a{top:0}}a{top:1px}", "a{top:1px}"),
    ("a{top:0}@media print{a{top:1px}}", "a{top:0}@media print{a{top:1px}}"),
    ("@media print{a{top:0}}@media screen{a{top:1px}}", "@media print{a{top:0}}@media screen{a{top:1px}}"),
    ("@media print{a{top:0}}@media print{a{top:1px}}", "@media print{a{top:1px}}"),
    ("a b{top:0}a{top:1px}", "a b{top:0}a{top:1px}"),
    ("a{top:0;top:min(1px,2px)}", "a{top:0;top:min(1px,2px)}"),
    ("@page{margin:0}@page{margin:1px}", "@page{margin:0}@page{margin:1px}"),
)


@pytest.mark.parametrize(("css", "expected"), BEATEN)
def test_what_a_later_rule_of_the_same_selector_says_anew_goes(css: str, expected: str) -> None:
    assert write(unbeaten(read(css))) == expected


def test_marks_of_the_theme_that_ours_hide_go() -> None:
    theirs = read(".tip>.judul:before,.tip:before{mask:x}@media print{.note .judul:before{top:0}}.judul:after{top:0}.judul{top:0}")
    kept = ".tip:before{mask:x}.judul:after{top:0}.judul{top:0}"
    assert write(shown(theirs, read(".admonition>.judul:before{display:none}"))) == kept
    assert write(shown(theirs, read("@media print{.judul:before{display:none}}.judul:before{display:none;top:0}.judul{display:none}"))) == write(theirs)


def test_effects_of_the_theme_are_left_out() -> None:
    css = "a{color:red;transition:color 1s}b{-ms-x:1;-webkit-font-smoothing:auto}.tip>b,i{top:0}@media print{u{transition:none}}@page{margin:0}"
    assert write(plain(read(css))) == "a{color:red}i{top:0}@page{margin:0}"


def test_rules_for_what_only_scripts_show_come_with_the_scripts() -> None:
    css = ".menu,.hilang{top:0}@media print{.hilang b{top:0}.menu a{top:0}}.menu.aktif{top:0}@keyframes putar{0%{top:0}}.hilang{left:0}"
    rules = read(css)
    now, later = shared_out(rules, elements([PAGE], names(rules)), 'node.className = "aktif"')
    assert write(now) == ".menu{top:0}@media print{.menu a{top:0}}.menu.aktif{top:0}@keyframes putar{0%{top:0}}"
    assert write(later) == ".hilang{top:0}@media print{.hilang b{top:0}}.hilang{left:0}"


def test_custom_properties_stay_while_somebody_uses_them() -> None:
    css = ":root{--a:1px;--b:var(--a);--c:2px}.menu{top:var(--b)}.lenyap{left:var(--c)}"
    assert purged(css) == ":root{--a:1px;--b:var(--a)}.menu{top:var(--b)}"
    assert "@keyframes putar" in purged("@keyframes putar{0%{top:0}}.menu{animation:putar 1s}")
    rules = read(css)
    assert "--c:2px" in write(purge(rules, elements([PAGE], names(rules)), "", read(".kemudian{left:var(--c)}")))


def test_comments_and_data_are_read_as_such() -> None:
    assert write(read('/* a{ */b{c:url("data:x;{}\')") /* ; */ ; d : e }')) == 'b{c:url("data:x;{}\')");d:e}'
    assert split("a,b(c,d),'e,f',[g=\"h,i\"]", ",") == ["a", "b(c,d)", "'e,f'", '[g="h,i"]']
    for broken in ("a{b:c", "a{b:c}}"):
        with pytest.raises(ValueError, match="brace"):
            read(broken)


TIGHT = (
    ("<head>\n</head><pre>satu\n   dua</pre>\n\n   <p>x\n   y</p>", "<head></head><pre>satu\n   dua</pre><p>x y</p>"),
    ("<p>a <b>b</b> c</p>\n<p>\n <a href=#>d</a>\n <a href=#>e</a>\n</p>", "<p>a <b>b</b> c<p><a href=#>d</a> <a href=#>e</a></p>"),
    ("<ul>\n<li>a\n<ul><li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>", "<ul><li>a<ul><li>b</ul><li>c</ul>"),
    ("<tr>\n<th scope=\"row\">a</th>\n<td>b </td>\n</tr>\n</tbody>\n</table>", "<tr><th scope=row>a<td>b</table>"),
    ("<dl><div><dt>a</dt><dd>b</dd></div></dl>", "<dl><div><dt>a<dd>b</div></dl>"),
    ('<a title="a > b" class="k" href="b.html#c" data-md-component="x">c</a>\n<i>d</i>', '<a title="a > b" class=k href=b.html#c>c</a> <i>d</i>'),
    ("<button>a</button>\n<button>b</button>", "<button>a</button> <button>b</button>"),
    ("<td>a</td></tr><p>", "<td>a</tr><p>"),
)


@pytest.mark.parametrize(("page", "expected"), TIGHT)
def test_markup_that_says_nothing_goes(page: str, expected: str) -> None:
    assert tight(page) == expected


def seen(page: str) -> list[str]:
    """Elements in order, with the words that stand in and after each; attributes of the theme's script aside."""
    tree = html.document_fromstring(page)
    return [
        f"{node.tag} {sorted((key, value) for key, value in node.items() if not str(key).startswith('data-md-'))} "
        f"{' '.join((node.text or '').split())}|{' '.join((node.tail or '').split())}|{[str(above.tag) for above in node.iterancestors()]}"
        for node in tree.iter() if isinstance(node.tag, str) and node.get("data-md-component") != "announce" and "md-dialog" not in (node.get("class") or "")
    ]


@dataclass(frozen=True)
class Built:
    """A site, and its pages as they were before they lost weight."""

    folder: Path
    before: dict[str, str]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The house's own public site. Faults of its content are told elsewhere; the weight is measured all the same."""
    folder = tmp_path_factory.mktemp("bobot") / "site"
    report = check(HOUSE)
    assert report.curriculum is not None
    before = {}

    def remembering(site: Path, searcher: str) -> None:
        before.update({path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))})
        slim(site, searcher)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scripts.site.slim", remembering)
        build_site(HOUSE, folder, Project(report.curriculum, report.timetables, "publik"))
    if not before:  # stopped by a warning
        remembering(folder, f"{FOLDER}/{write_search(folder, report.curriculum).searcher}")
    return Built(folder, before)


@pytest.fixture(scope="session")
def site(built: Built) -> Path:
    return built.folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def finished(folder: Path) -> dict[str, bytes]:
    """A site as readers get it: pages bare, and something said of the size of every book."""
    held = bytes_of(folder)
    numbers = iter(range(100, 10_000))
    told = re.compile(r'(<span class="?meta"?>)(?=</span>)')
    return held | {
        path: told.sub(lambda match: f"{match[1]}{next(numbers) % 47} halaman, {next(numbers)} kB", data.decode("utf-8")).encode()
        for path, data in bared(held).items()
    }


@pytest.mark.bangun
def test_every_page_keeps_within_the_budget(site: Path) -> None:
    found = weights(finished(site))
    assert len(found) > 30
    assert [excess for weight in found if (excess := weight.excess())] == []


@pytest.mark.bangun
def test_a_public_address_leaves_editors_room_to_write(tmp_path: Path) -> None:
    """With canonical address and sharing tags in every page, the longest has a paragraph's room (300 bytes, about 120 words) below both limits."""
    report = check(HOUSE)
    assert report.curriculum is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scripts.site.own_settings", lambda root: {"site_url": "https://pembinaan-asn.contoh.go.id/"})
        patch.setattr("scripts.site.share", lambda *given: None)
        build_site(HOUSE, tmp_path, Project(report.curriculum, report.timetables, "publik"))
    pages = finished(tmp_path)
    found = weights(pages)
    assert b"og:image" in pages["modul/integritas.html"] and b"rel=canonical" in pages["modul/integritas.html"]
    assert [(weight.path, weight.own, weight.picture) for weight in found if weight.own > NEXT_PAGE - 300 or weight.picture > PICTURE - 300] == []


@pytest.mark.bangun
def test_a_copy_to_take_along_stays_light(site: Path) -> None:
    """At most 400 kB for the fifty heaviest pages, and no more than 8 kB a page however many come: books and cards apart, all that is needed to read them from disk."""
    held = finished(site)
    packed = archive(held)
    count = sum(name.endswith(".html") for name in ZipFile(BytesIO(packed)).namelist())
    assert count > 30
    assert b"ld+json" in held["index.html"] and b"ld+json" not in ZipFile(BytesIO(packed)).read("situs-luring/index.html")
    assert len(packed) <= 7_800 * count, f"{len(packed)} bytes for {count} pages: some per cent are for what editors will write"
    assert count >= 50
    heavy = sorted((entry for entry in ZipFile(BytesIO(packed)).infolist() if entry.filename.endswith(".html")), key=lambda entry: entry.compress_size)
    beyond = {entry.filename.partition("/")[2] for entry in heavy[:count - 50]}
    fifty = archive({path: data for path, data in held.items() if path not in beyond})
    assert len(fifty) <= 400_000, f"{len(fifty)} bytes for the fifty heaviest pages"
    ballast = random.Random(1).randbytes(8_000 * count)
    assert len(archive(held | {"gambar.png": ballast})) > 8_000 * count, "the limit can be passed"


@pytest.mark.bangun
def test_lighter_pages_hold_the_same_elements_with_the_same_words(built: Built) -> None:
    assert len(built.before) > 30
    for path, text in built.before.items():
        light = (built.folder / path).read_text(encoding="utf-8")
        assert path == "404.html" or len(light) < len(text)  # that page has its sheet within
        one, other = ([line for line in seen(page[page.index("<body"):]) if not line.startswith("script")] for page in (text, light))
        assert one == other, path


def text_of(page: html.HtmlElement) -> str:
    return " ".join(str(text) for article in page.iter("article") for text in article.itertext()).replace("\u2060", "")


@pytest.mark.bangun
def test_bare_pages_say_the_same_and_lead_to_the_same(built: Built) -> None:
    """Words stay, every id that a page of the site leads to stays, and others that a search may lead to are made of the heading's words."""
    held = bytes_of(built.folder)
    bare = bared(held)
    assert bare.keys() == {path for path in held if path.endswith(".html")}
    lost = 0
    for path, data in bare.items():
        before, after = (html.document_fromstring(text.decode("utf-8")) for text in (held[path], data))
        assert text_of(before) == text_of(after), path
        ids = {node.get("id") for node in after.iter() if isinstance(node.tag, str) and node.get("id")}
        for node in before.iter("h1", "h2", "h3", "h4"):
            if (name := node.get("id")) and name not in ids:
                lost += 1
                assert node.tag == "h1" or (node.tag == "h4" and slug("".join(map(str, node.itertext()))) == name), f"{path}#{name}"
        for node in after.iter():
            assert not isinstance(node.tag, str) or set((node.get("aria-labelledby") or "").split()) <= ids, f"{path}: {node.get('aria-labelledby')}"
        for other, text in bare.items():
            for link in html.document_fromstring(text.decode("utf-8")).iter("a"):
                page, _, name = (link.get("href") or "").partition("#")
                if name and (posixpath.normpath(posixpath.join(posixpath.dirname(other), page)) if page else other) == path:
                    assert name in ids, f"{other} leads to {path}#{name}"
    assert lost > 100


def test_bare_pages_carry_no_name_that_nobody_knows() -> None:
    sheet = b'.tabel,.nilai{top:0}.tabel-x tbody td:nth-child(2):not([data-label]):before{content:"Menit"}'
    page = ('<html><head></head><body class="nilai lenyap"><script>"kata"</script><h1 id=a>A</h1><h4 id=isi-kedua>Isi <i>kedua</i></h4><h4 id=lain_1>Lain</h4>'
            '<h4 id=tujuan>Tujuan</h4><p class="kata lenyap" title="ke-3">class=lenyap, ke-30 dan B2-1, bukan A-3 atau PKE-1</p><p class=lenyap></p><a href="a.html#tujuan">x</a>'
            '<table class="tabel tabel-x"><caption>T</caption><tbody><tr><th>1</th><td data-label=Menit>2</td><td data-label=Menit>3</td></tr>'
            '<tr><th>1</th><td data-label="Jam">2</td></tr></tbody></table><section id=b class="kartu kartu-skenario"></section></body></html>')
    assert bared({"a.html": page.encode(), "assets/gaya.css": sheet, "assets/skrip/a.js": b'"kartu kartu-skenario"'})["a.html"].decode() == (
        '<html><body class=nilai><script>"kata"</script><h1>A</h1><h4>Isi <i>kedua</i></h4><h4 id=lain_1>Lain</h4>'
        '<h4 id=tujuan>Tujuan</h4><p class=kata title="ke-3">class=lenyap, ke-\u206030 dan B2-\u20601, bukan A-3 atau PKE-1</p><p></p><a href="a.html#tujuan">x</a>'
        '<table class="tabel tabel-x"><caption>T<tbody><tr><th>1</th><td>2</td><td data-label=Menit>3</td></tr>'
        '<tr><th>1</th><td data-label="Jam">2</td></tr></tbody></table><section class="kartu kartu-skenario"></section>')


@pytest.mark.bangun
def test_the_page_not_found_needs_no_address_of_the_server(site: Path) -> None:
    """It may be shown at any depth below any folder: its looks are in it, and every address counts from a root that it finds out."""
    text = (site / "404.html").read_text(encoding="utf-8")
    addresses = [str(value) for node in html.document_fromstring(text).iter() for name, value in node.items() if name in ("href", "src", "action")]
    assert "/" in addresses and len(addresses) > 15
    assert [address for address in addresses if address.startswith(("/", "..")) and address != "/"] == []
    assert "<base" in text and "<style>" in text and "--kertas" in text
    assert all("<base" not in path.read_text(encoding="utf-8") for path in site.rglob("*.html") if path.name != "404.html")


@pytest.mark.bangun
def test_dark_colours_and_paper_are_in_the_sheet_that_every_page_waits_for(site: Path) -> None:
    """A reader in the dark never sees a light page first, and who prints before any script came prints the designed page."""
    for sheet in (next((site / "assets").glob("gaya-*.css")).read_text(encoding="utf-8"), (site / "404.html").read_text(encoding="utf-8")):
        assert "[data-md-color-scheme=slate]{color-scheme:dark;--kertas:" in sheet and "@media print{" in sheet and "@page{size:A4" in sheet


@pytest.mark.bangun
def test_every_colour_that_a_rule_asks_for_is_there_also_for_rules_that_come_later(site: Path) -> None:
    at_once = next((site / "assets").glob("gaya-*.css")).read_text(encoding="utf-8")
    later = next((site / "assets" / "skrip").glob("situs-*.js")).read_text(encoding="utf-8")
    asked = set(re.findall(r"var\((--md-[\w-]+)\)", at_once + later))
    assert "--md-default-fg-color" in asked
    assert asked - set(re.findall(r"(--md-[\w-]+):", at_once)) == set()


@pytest.mark.bangun
def test_nothing_blocks_the_page_and_nothing_is_shipped_twice(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    for path in pages:
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        sheets = [node.get("media") for node in tree.iter("link") if node.get("rel") == "stylesheet"]
        assert sheets == ([] if path.name == "404.html" else [None]), path.name
        assert [node.get("src") for node in tree.iter("script") if node.get("src")] == [], path.name
        assert "situs-" in script_of(path.read_text(encoding="utf-8")), path.name
        assert [key for node in tree.iter() if isinstance(node.tag, str) for key, _ in node.items() if str(key).startswith("on")] == [], path.name
    left = {path.relative_to(site / "assets").as_posix() for path in (site / "assets").rglob("*") if path.is_file()}
    assert not {name for name in left if name.startswith(("stylesheets/", "gaya/", "images/")) or name.endswith(".map") or "lunr" in name}
    assert [name.rpartition("-")[0] for name in left if "/" not in name] == ["gaya"]
    assert sorted(name.rpartition("-")[0] for name in left if name.startswith("skrip/")) == ["skrip/pencarian", "skrip/situs"]


def test_the_budget_says_page_and_bytes() -> None:
    """A page that is too heavy is named, with what it weighs."""
    noise = "".join(f"{number * 7919 % 99991:05d}" for number in range(40_000)).encode()
    page = b'<html><link rel="stylesheet" href="s.css"></html>'
    heavy = weights({"a.html": page, "s.css": noise})[0]
    assert heavy.first > FIRST_VIEW and heavy.requests <= REQUESTS
    both = len(gzip.compress(page, 9, mtime=0)) + len(gzip.compress(noise, 9, mtime=0))
    assert heavy.excess() == f"a.html: first view {both} of at most 40000, first picture {both} of at most 26000"
    many = weights({"a.html": b"<html>" + b"".join(b"<script src=%d.js></script>" % n for n in range(5)) + b"</html>", **{f"{n}.js": b"" for n in range(5)}})
    assert many[0].excess() == "a.html: requests 6 of at most 5, requests for the first picture 6 of at most 2"
    started = b'<html><head></head><body><script>{let k,m=1;k.src="s.js";x()}</script></html>'
    light = weights({"a.html": started, "s.js": noise})[0]
    assert (light.picture, light.picture_requests, light.requests) == (light.own, 1, 2) and light.first > FIRST_VIEW
    assert with_script(started.decode()) == '<html><head><script defer src="s.js"></script></head><body><script>{}</script></html>'
    with pytest.raises(ValueError, match="no place"):
        with_starter("<html></html>", "x", "s.js")
