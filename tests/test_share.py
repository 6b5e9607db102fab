"""What others see of a page before they open it: its picture, its sharing tags, its subject for catalogues."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html
from PIL import Image

from macros.project import project_from
from scripts.settings import HOUSE
from scripts.site import build_site
from syllabus.check import Report, check
from syllabus.export.structured import structured
from syllabus.press.cards import HEIGHT, WIDTH, Card, card, draw

SOUND = Path(__file__).parent / "sites" / "provinsi-lain"
EMBLEM = (HOUSE / "tema" / "assets" / "gambar" / "mahkota.svg").read_bytes()
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.id"
MOST_BYTES = 60_000
KNOWN = {
    "Course": {"audience", "creativeWorkStatus", "dateModified", "description", "hasCourseInstance", "hasPart", "inLanguage", "isAccessibleForFree", "license", "teaches", "version"},
    "LearningResource": {"assesses", "identifier", "isPartOf", "learningResourceType", "license", "teaches", "timeRequired"},
    "CourseInstance": {"about", "courseMode", "courseWorkload", "endDate", "location", "maximumAttendeeCapacity", "startDate"},
}
EVERY = {"@context", "@type", "name"}


@pytest.fixture(scope="module")
def report() -> Report:
    return check(HOUSE)


def site(tmp_path: Path, address: str = "") -> Path:
    root = tmp_path / "program"
    shutil.copytree(SOUND, root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + (f"site_url: {address}\n" if address else ""), encoding="utf-8")
    assert build_site(root, tmp_path / "site", project_from(check(root), "publik")) == ()
    return tmp_path / "site"


def meta(page: Path) -> dict[str, str]:
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return {str(node.get("property") or node.get("name")): str(node.get("content")) for node in tree.iter("meta")}


def test_pictures_are_small_whole_and_always_the_same() -> None:
    cards = [Card("Modul A1  ·  4 JP", "Standar", "Satu kalimat."), Card("Modul", "Kata panjang sekali " * 12, "Kalimat yang panjang sekali. " * 12)]
    pictures = draw(cards, "Pembinaan", "Edisi 2027.1", EMBLEM)
    assert pictures == draw(cards, "Pembinaan", "Edisi 2027.1", EMBLEM)
    assert pictures[0] != pictures[1] and draw([], "x", "x", EMBLEM) == ()
    for picture in pictures:
        assert len(picture) <= MOST_BYTES
        with Image.open(BytesIO(picture)) as opened:
            assert opened.size == (WIDTH, HEIGHT)
            band = opened.convert("RGB").crop((0, 532, 700, 548))
            assert {colour for _, colour in band.getcolors(10_000) or ()} == {(31, 47, 99)}, "the text runs into the foot"


def test_texts_of_a_card_are_data_for_the_typesetter() -> None:
    [odd] = draw([Card("#panic()", '#read("/etc/passwd") $x$ *', "\\ \" # ] [ { `")], "#a", "#b", EMBLEM)
    assert odd.startswith(b"\x89PNG")


def test_a_card_says_what_the_page_is(report: Report) -> None:
    assert report.curriculum is not None
    assert card(report.curriculum, "modul/integritas", "Modul", "x").label == "Modul B2  ·  6 JP, 270 menit"
    assert card(report.curriculum, "rubrik/produk", "Rubrik", "x").label == "Rubrik  ·  5 kriteria"
    assert card(report.curriculum, "modul/index", "Modul", "Kurikulum terbuka").label == "Kurikulum terbuka"


@pytest.mark.bangun
def test_every_page_has_its_picture_and_names_it_when_there_is_an_address(tmp_path: Path) -> None:
    folder = site(tmp_path, "https://contoh.example/kurikulum/")
    pages = sorted(path for path in folder.rglob("*.html") if path.name not in ("404.html", "luring.html"))
    assert len(pages) > 4
    for page in pages:
        said, path = meta(page), page.relative_to(folder).with_suffix(".png").as_posix()
        assert said["og:image"] == f"https://contoh.example/kurikulum/bagikan/{path}"
        assert (folder / "bagikan" / path).is_file(), path
        assert said["twitter:card"] == "summary_large_image" and len(said["og:image:alt"]) > 10
        assert said["og:url"].removesuffix("index.html").endswith(page.relative_to(folder).as_posix().removesuffix("index.html")), said["og:url"]
    assert not (folder / "bagikan" / "fasilitator").exists()


@pytest.mark.bangun
def test_without_an_address_only_what_is_valid_is_said(tmp_path: Path) -> None:
    for page in site(tmp_path).rglob("*.html"):
        said = meta(page)
        assert not [name for name in said if name.startswith(("og:", "twitter:"))] and "description" in said and "canonical" not in page.read_text(encoding="utf-8")


def test_the_subject_of_every_page_is_plain_json_of_known_words(report: Report) -> None:
    assert report.curriculum is not None
    found = {}
    for page in report.curriculum.pages:
        text = structured(report.curriculum, report.timetables, page, LICENCE, None)
        if text:
            found[page] = json.loads(text)
            kind = found[page]["@type"]
            assert EVERY <= found[page].keys() <= EVERY | KNOWN[kind], page
            assert ("license" in found[page]) is (kind != "CourseInstance"), page
            assert all(found[page].values()), page
    assert {page.split("/")[0] for page in found} == {"index", "program", "modul", "lokakarya", "rubrik", "jadwal"}
    assert found["modul/pengelolaan-pengaduan"]["timeRequired"] == "PT270M"
    assert found["jadwal/teknis-april"]["startDate"] == "2027-04-05" and found["jadwal/teknis-april"]["courseMode"] == "onsite"
    assert len(found["index"]["hasCourseInstance"]) == len(report.curriculum.cohorts)


def test_the_subject_cannot_leave_its_element_and_knows_its_address(report: Report) -> None:
    assert report.curriculum is not None
    text = structured(report.curriculum, report.timetables, "modul/integritas", "</script><b>", "https://contoh.example/a.html")
    assert "<" not in text and json.loads(text)["url"] == "https://contoh.example/a.html" and json.loads(text)["license"] == "</script><b>"
    assert structured(report.curriculum, report.timetables, "fasilitator/integritas", LICENCE, None) == ""
