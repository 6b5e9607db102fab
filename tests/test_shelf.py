"""The shelf: what an editor writes once becomes a volume a module, is printed, and stands where readers look for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from scripts.build import main
from syllabus.check import check
from syllabus.curriculum import Curriculum
from syllabus.press.reading import page_texts
from syllabus.render.downloads import GROUPS, downloads, own_booklets
from syllabus.render.view import NotFound, View
from syllabus.shelf import volumes, volumes_of

HERE = Path(__file__).parent
SOUND = HERE / "sites" / "provinsi-lain"
NEW = """judul: "Kartu saku {kode}"
subjudul: "{judul}"
untuk: panitia
terbuka: ya
untuk_setiap: modul
keterangan: "Ringkasan modul {kode}."
bagian:
  - judul: Modul
    halaman: ["modul/{modul}"]
  - judul: Rubrik
    halaman: ["rubrik/{rubrik}"]
"""
SECRET = NEW.replace("terbuka: ya", "terbuka: tidak").replace("untuk: panitia", "untuk: fasilitator").replace("modul/{modul}", "fasilitator/{modul}")


@pytest.fixture(scope="module")
def whole() -> Curriculum:
    curriculum = check(HERE.parent).curriculum
    assert curriculum is not None
    return curriculum


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "program"
    shutil.copytree(SOUND, root)
    (root / "curriculum" / "buku" / "saku.yml").write_text(NEW, encoding="utf-8")
    (root / "curriculum" / "buku" / "rahasia.yml").write_text(SECRET, encoding="utf-8")
    return root


def test_every_module_has_a_booklet_for_participants_and_one_for_facilitators(whole: Curriculum) -> None:
    for module in whole.modules:
        audiences = {volume.audience: volume for volume in volumes_of(whole, module)}
        assert audiences.keys() == {"peserta", "fasilitator"}
        assert audiences["peserta"].public and not audiences["fasilitator"].public


def test_a_volume_holds_every_rubric_of_its_lesson_once(whole: Curriculum) -> None:
    [guide] = [volume for volume in volumes_of(whole, "kepemimpinan-tim") if volume.audience == "fasilitator"]
    pages = [page for section in guide.sections for page, _ in section.pages]
    assert pages == ["fasilitator/kepemimpinan-tim", "rubrik/simulasi-layanan", "rubrik/memandu-dialog"]
    assert guide.title == "Panduan C1 Kepemimpinan Pelayanan dan Tim"


def test_each_cohort_has_a_guide_of_its_days_and_the_rubrics_of_its_lessons(whole: Curriculum) -> None:
    for name, cohort in whole.cohorts.items():
        [guide] = volumes_of(whole, name)
        pages = [page for section in guide.sections for page, _ in section.pages]
        taught = [*cohort.value.modules, *cohort.value.workshops]
        rubrics = {item.rubric for stem in taught if (lesson := whole.lesson(stem)) for item in lesson.value.assessments if item.rubric}
        assert pages[0] == f"fasilitator/{name}"
        assert {page.removeprefix("rubrik/") for page in pages[1:]} >= rubrics
        assert guide.title.endswith(cohort.value.name) and not guide.public


def test_a_guide_holds_the_rubrics_that_its_steps_take_into_the_room(whole: Curriculum) -> None:
    """R5 is taken into the common session on the plan of action, and R3 into a discussion of A2, though no mark comes of it."""
    def held(name: str) -> list[str]:
        [guide] = [volume for volume in volumes_of(whole, name) if volume.audience == "fasilitator"]
        return [page.removeprefix("rubrik/") for section in guide.sections for page, _ in section.pages if page.startswith("rubrik/")]
    assert held("profesionalisme-juli") == ["studi-kasus", "diskusi-kelompok", "produk"]
    assert held("komunikasi-layanan") == ["simulasi-layanan", "diskusi-kelompok"]


def test_a_new_cohort_has_a_guide_without_a_book_file_of_its_own(tmp_path: Path) -> None:
    """A schedule and its two pages are all that an editor writes; without the facilitator's page the book says what is missing."""
    root = tmp_path / "program"
    for folder in ("curriculum", "docs"):
        shutil.copytree(HERE.parent / folder, root / folder)
    old, new = "teknis-april", "teknis-kedua"
    schedule = (root / "curriculum" / "jadwal" / f"{old}.yml").read_text(encoding="utf-8").replace("Teknis April 2027", "Teknis Kedua 2027")
    (root / "curriculum" / "jadwal" / f"{new}.yml").write_text(schedule, encoding="utf-8")
    shutil.copy(root / "docs" / "jadwal" / f"{old}.md", root / "docs" / "jadwal" / f"{new}.md")
    [missing] = [problem for problem in check(root).problems if problem.code == "BKU01"]
    assert missing.place.file == f"curriculum/jadwal/{new}.yml"
    assert missing.hint.startswith("Salin docs/fasilitator/") and f" menjadi docs/fasilitator/{new}.md," in missing.hint
    shutil.copy(root / "docs" / "fasilitator" / f"{old}.md", root / "docs" / "fasilitator" / f"{new}.md")
    copied = [f"docs/{folder}/{new}.md" for folder in ("fasilitator", "jadwal")]
    assert [problem.place.file for problem in check(root).problems if problem.code == "TAU04"] == [copied[0]] * 2 + [copied[1]] * 2
    for page in copied:
        text = (root / page).read_text(encoding="utf-8").replace("Teknis April 2027", "Teknis Kedua 2027")
        (root / page).write_text(text, encoding="utf-8")
    report = check(root)
    assert report.curriculum is not None and not [problem for problem in report.problems if problem.code.startswith(("BKU", "TAU"))]
    [guide] = volumes_of(report.curriculum, new)
    assert (guide.id, guide.title) == (f"panduan-angkatan-{new}", "Panduan Fasilitator Angkatan Teknis Kedua 2027")


def test_each_group_lists_its_books_and_only_its_own(whole: Curriculum) -> None:
    for facilitator in (False, True):
        view = View(whole, {}, "unduhan/index", facilitator)
        listed = {name: hrefs(downloads(view, name)) for name in GROUPS}
        wanted = {
            f"{volume.id}{ending}" for volume in volumes(whole) if volume.public or facilitator
            for ending in (".pdf", "-a5.pdf", *((".epub",) if volume.as_ebook else ()))
        }
        found = [href.rsplit("/", 1)[-1] for hrefs_of in listed.values() for href in hrefs_of]
        assert sorted(found) == sorted(wanted | (set() if facilitator else {"situs-luring.zip"}))
        names = [link.get("aria-label") for name in GROUPS for link in html.fragment_fromstring(downloads(view, name), create_parent="div").iter("a")]
        assert len(set(names)) == len(names)
        secret = [href for hrefs_of in listed.values() for href in hrefs_of if "panduan-modul" in href]
        assert all(href.startswith("../../buku/") for href in secret) and bool(secret) == facilitator
    with pytest.raises(NotFound, match="tidak ada"):
        downloads(View(whole, {}, "unduhan/index"), "semuanya")


def test_a_page_offers_the_booklets_that_hold_it(whole: Curriculum) -> None:
    public = own_booklets(View(whole, {}, "modul/integritas"))
    assert public and hrefs(public) == [f"../unduhan/modul-integritas{end}" for end in (".pdf", "-a5.pdf", ".epub")]
    guide = own_booklets(View(whole, {}, "fasilitator/integritas", for_facilitator=True))
    assert guide and hrefs(guide) == [f"../../buku/panduan-modul-integritas{end}" for end in (".pdf", "-a5.pdf")]
    assert own_booklets(View(whole, {}, "rubrik/produk")) is None


def hrefs(text: str) -> list[str]:
    return [link.get("href") or "" for link in html.fragment_fromstring(text, create_parent="div").iter("a")]


@pytest.mark.bangun
def test_a_new_book_is_one_small_file(project: Path) -> None:
    """One YAML file more: a PDF, its A5 booklet, a row on the page of downloads with pages and size, a line on the module's page."""
    assert main(["--root", str(project)]) == 0
    shelf, name = project / "site" / "unduhan", "saku-bahasa-sederhana"
    with pikepdf.open(shelf / f"{name}.pdf") as book, pikepdf.open(shelf / f"{name}-a5.pdf") as folded:
        pages = len(book.pages)
        assert str(book.docinfo["/Title"]).startswith("Kartu saku ")
        assert len(folded.pages) == 2 * -(-pages // 4)
    page = html.fromstring((shelf / "index.html").read_bytes())
    [row] = [row for row in page.iter("tr") if any((link.get("href") or "").endswith(f"{name}.pdf") for link in row.iter("a"))]
    said = " ".join(" ".join(map(str, row.itertext())).split())
    assert f"{pages} halaman, " in said and f"{-(-pages // 4)} lembar, " in said and " kB" in said
    module = html.fromstring((project / "site" / "modul" / "bahasa-sederhana.html").read_bytes())
    assert f"../unduhan/{name}.pdf" in [link.get("href") for link in module.iterfind(".//div[@class='bawaan']//a")]
    assert (project / "dist" / "buku" / "rahasia-bahasa-sederhana.pdf").is_file()
    assert not list((project / "site").rglob("rahasia*"))


@pytest.mark.bangun
def test_a_small_book_wastes_no_page(project: Path) -> None:
    """Cover, then contents with the colophon, then the first chapter: no blank page, no page of contents alone."""
    assert main(["--root", str(project), "--profile", "publik"]) == 0
    texts = page_texts((project / "site" / "unduhan" / "saku-bahasa-sederhana.pdf").read_bytes())
    assert "Daftar isi" in texts[1] and "Tentang naskah ini" in texts[1]
    assert "Bab 1" in texts[2]
    assert all(text.strip() for text in texts)
