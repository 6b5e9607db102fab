"""Whole builds of a small programme of another province: what comes out, what must not, and what stops them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from lxml import html

from macros.project import project_from
from scripts.build import main
from scripts.site import build_site
from scripts.withheld import squeezed
from syllabus.check import check
from syllabus.press.reading import words_of_pdf

pytestmark = pytest.mark.bangun

SOUND = Path(__file__).parent / "sites" / "provinsi-lain"
GUIDE = """judul: Panduan Fasilitator
subjudul: Pelatihan Loket Kelurahan
untuk: fasilitator
terbuka: tidak
keterangan: Catatan dan kunci.
bagian:
  - judul: Modul
    halaman: [modul/*]
  - judul: Catatan
    halaman: [fasilitator/*]
"""

COMPUTED = """nama: Angkatan I
klaster: loket
modul: [bahasa-sederhana]
peserta: 20
tempat: Balai Pelatihan (rekaan)
ruang: aula
tanggal: [2027-04-05]
urutan:
  - {jenis: registrasi, menit: 30, fasilitator: [{unit: Panitia}]}
  - {jenis: blc, judul: Membangun komitmen belajar, jp: 1, fasilitator: [pelatih-satu]}
  - {jenis: pretes, judul: Pretes, menit: 30, fasilitator: [{unit: Panitia}]}
  - {jenis: pembelajaran, modul: bahasa-sederhana, jp: {teori: 1}, fasilitator: [pelatih-satu]}
  - {jenis: pembelajaran, modul: bahasa-sederhana, jp: {praktik: 3}, fasilitator: [pelatih-satu]}
  - {jenis: postes, judul: Postes, menit: 30, fasilitator: [{unit: Panitia}]}
  - {jenis: penutupan, judul: Penutupan, menit: 15, fasilitator: [{unit: Panitia}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy that may be changed, with a facilitator's book beside the public one."""
    root = tmp_path / "program"
    shutil.copytree(SOUND, root)
    (root / "curriculum" / "buku" / "panduan.yml").write_text(GUIDE, encoding="utf-8")
    return root


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def public_texts(root: Path) -> dict[str, str]:
    """Everything a visitor can read, squeezed, PDF words included."""
    texts = {}
    for name, data in bytes_of(root / "site").items():
        text = words_of_pdf(data) if name.endswith(".pdf") else data.decode("utf-8", "replace")
        texts[name] = squeezed(re.sub(r"<[^>]*>", " ", text))
    return texts


def test_a_programme_of_another_province_builds_with_its_own_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project)]) == 0
    site, kept = project / "site", project / "dist"
    front = html.fromstring((site / "index.html").read_bytes())
    assert front.get("lang") == "id"
    assert "Pelatihan Loket Kelurahan" in front.findtext(".//title", "")
    tabs = [link.text for link in front.iterfind(".//nav[@class='md-tabs']//a")]
    assert tabs == ["Beranda", "Modul", "Rubrik", "Jadwal", "Unduhan", "Tentang"]
    inside = html.fromstring((kept / "situs-fasilitator" / "index.html").read_bytes())
    assert "Fasilitator" in [link.text for link in inside.iterfind(".//nav[@class='md-tabs']//a")]
    assert (site / "unduhan" / "peserta.pdf").is_file()
    assert (kept / "buku" / "panduan.pdf").is_file()
    assert not (site / "unduhan" / "panduan.pdf").exists()
    assert not list(site.rglob("*.map"))
    said = capsys.readouterr().out
    assert [line[:4] for line in said.splitlines()[:9]] == [f"{number}/9 " for number in range(1, 10)]
    assert "site" in said and "panduan.pdf" in said and "detik" in said


def test_books_are_tagged_and_named(project: Path) -> None:
    assert main(["--root", str(project)]) == 0
    for path in (project / "site" / "unduhan" / "peserta.pdf", project / "dist" / "buku" / "panduan.pdf"):
        with pikepdf.open(path) as book, book.open_outline() as outline:
            assert str(book.Root.Lang) == "id"
            assert bool(book.Root.MarkInfo.Marked)
            assert outline.root
    page = (project / "site" / "unduhan" / "index.html").read_text(encoding="utf-8")
    with pikepdf.open(project / "site" / "unduhan" / "peserta.pdf") as book:
        assert f"{len(book.pages)} halaman, " in page


def test_the_same_input_gives_the_same_bytes(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "di" / "tempat lain"
    shutil.copytree(project, other)
    assert main(["--root", str(project)]) == 0
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert main(["--root", str(other), "--out", str(tmp_path / "hasil")]) == 0
    for name in ("site", "dist"):
        first, second = bytes_of(project / name), bytes_of(tmp_path / "hasil" / name)
        assert first.keys() == second.keys()
        assert [key for key in first if first[key] != second[key]] == []
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_what_is_for_facilitators_stays_away_from_the_public(project: Path) -> None:
    """Markers in every withheld field; none may be in any published byte, all must be in the facilitator's output."""
    module = project / "curriculum" / "modul" / "bahasa-sederhana.yml"
    bank = project / "curriculum" / "soal" / "bahasa-sederhana.yml"
    change(module, "jawaban_harapan: [Petugas", "jawaban_harapan: [Penandakebocoran satu, petugas")
    text = module.read_text(encoding="utf-8")
    notes = text.index("catatan_fasilitator:")
    module.write_text(text[:notes] + re.sub(r"(\n\s+(?:pertanyaan_pembuka|keliru|luruskan|pertanyaan|jawaban): )(\w)",
                                            r"\1Penandakebocoran dua \2", text[notes:]), encoding="utf-8")
    items = bank.read_text(encoding="utf-8")
    secret = items.index("dipakai: [pretes") if "dipakai: [pretes" in items else re.search(r"dipakai: .*(?:pretes|postes)", items).start()  # type: ignore[union-attr]
    bank.write_text(items[:secret] + re.sub(r"(teks|pembahasan): (\w)", r"\1: Penandakebocoran tiga \2", items[secret:], count=2), encoding="utf-8")
    change(project / "docs" / "fasilitator" / "bahasa-sederhana.md", "{{ catatan_fasilitator() }}", "Penandakebocoran empat.\n\n{{ catatan_fasilitator() }}")
    assert [str(problem) for problem in check(project).problems if problem.severity == "galat"] == []
    assert main(["--root", str(project)]) == 0
    assert [name for name, words in public_texts(project).items() if "penandakebocoran" in words] == []
    inside = squeezed((project / "dist" / "situs-fasilitator" / "fasilitator" / "bahasa-sederhana.html").read_text(encoding="utf-8"))
    printed = squeezed(words_of_pdf((project / "dist" / "buku" / "panduan.pdf").read_bytes()))
    for number in ("satu", "dua", "tiga", "empat"):
        assert f"penandakebocoran{number}" in inside
        assert f"penandakebocoran{number}" in printed


def test_one_duration_changes_schedule_web_and_book_together(project: Path) -> None:
    """Registration takes half an hour longer; every later session moves, everywhere, from one changed line."""
    plan = project / "curriculum" / "jadwal" / "angkatan-satu.yml"
    plan.write_text(COMPUTED, encoding="utf-8")
    change(project / "curriculum" / "buku" / "peserta.yml", "halaman: [modul/*]", "halaman: [modul/*, jadwal/*]")
    found = {}
    for minutes, starts in ((30, "08.00"), (60, "08.30")):
        plan.write_text(COMPUTED.replace("menit: 30", f"menit: {minutes}", 1), encoding="utf-8")
        assert main(["--root", str(project), "--profile", "publik"]) == 0
        row = check(project).timetables["angkatan-satu"].days[0].rows[1]
        assert row.start is not None
        assert row.start.strftime("%H.%M") == starts
        page = html.fromstring((project / "site" / "jadwal" / "angkatan-satu.html").read_bytes())
        cells = [" ".join(" ".join(map(str, node.itertext())).split()) for node in page.iterfind(".//table//tr")]
        assert any(starts in cell and "komitmen" in cell.lower() for cell in cells), cells
        found[starts] = words_of_pdf((project / "site" / "unduhan" / "peserta.pdf").read_bytes())
    assert "08.30" in found["08.30"] and "08.30" not in found["08.00"]


def test_a_fault_stops_the_build_and_keeps_the_last_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project)]) == 0
    before = {name: bytes_of(project / name) for name in ("site", "dist")}
    change(project / "docs" / "modul" / "bahasa-sederhana.md", "{{ skenario() }}", "{{ skenarionya() }}")
    capsys.readouterr()
    assert main(["--root", str(project)]) == 1
    said = capsys.readouterr().err
    assert "docs/modul/bahasa-sederhana.md:20:4: galat MAK01" in said
    assert "tidak berubah" in said
    assert str(project) not in said and "Traceback" not in said
    assert {name: bytes_of(project / name) for name in ("site", "dist")} == before


LATE_FAULTS = {
    "dead-page": ("[lihat](tidak-ada.md)", "galat SIT01: Tautan \"tidak-ada.md\""),
    "dead-anchor": ("[lihat](../rubrik/penjelasan-lisan.md#tidak-ada)", "galat SIT01"),
    "address-from-the-root": ("[lihat](/modul/)", "galat SIT01"),
}


@pytest.mark.parametrize("name", sorted(LATE_FAULTS))
def test_what_the_generator_warns_of_stops_the_build_at_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], name: str,
) -> None:
    link, expected = LATE_FAULTS[name]
    change(project / "docs" / "modul" / "bahasa-sederhana.md", "Satu kalimat memuat satu pesan.", f"Satu kalimat memuat satu pesan. {link}.")
    assert main(["--root", str(project), "--profile", "publik"]) == 1
    said = capsys.readouterr().err
    assert expected in said
    assert "docs/modul/bahasa-sederhana.md:16:" in said
    assert not (project / "site").exists()


def test_a_page_that_escapes_the_check_is_refused_by_the_build(project: Path) -> None:
    """The generator's own hook reads every page strictly, for builds that were started without the check."""
    sound = project_from(check(project), "publik")
    page = project / "docs" / "tentang" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ config }}\n", encoding="utf-8")
    problems = build_site(project, project / "hasil", sound)
    assert [(problem.code, problem.place.file) for problem in problems] == [("HAL02", "docs/tentang/index.md")]


def test_search_is_not_made_from_what_is_secret(project: Path) -> None:
    """The index of the facilitators' site may hold it."""
    sound = check(project)
    assert sound.curriculum is not None
    secret = next(item for bank in sound.curriculum.items.values() for item in bank.value.items if item.secret)
    page = project / "docs" / "tentang" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{secret.explanation}\n", encoding="utf-8")
    told = build_site(project, project / "hasil", project_from(sound, "publik"))
    assert {(problem.code, problem.place.file) for problem in told} == {("TRB01", "hasil/tentang/index.html")}
    assert build_site(project, project / "lain", project_from(sound, "fasilitator")) == ()


@pytest.mark.parametrize("strange", ["naskah.html", "data.xlsx", "skrip.js"])
def test_files_that_are_not_pages_or_pictures_are_refused(project: Path, capsys: pytest.CaptureFixture[str], strange: str) -> None:
    (project / "docs" / "modul" / strange).write_text("x", encoding="utf-8")
    assert main(["--root", str(project), "--profile", "publik"]) == 1
    assert f"docs/modul/{strange}" in capsys.readouterr().err


def test_settings_of_another_project_are_data(project: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    own = project / "mkdocs.yml"
    own.write_text(own.read_text(encoding="utf-8") + "plugins: [apa-saja]\nsite_dir: ../rahasia\n", encoding="utf-8")
    assert main(["--root", str(project), "--profile", "publik"]) == 0
    assert not (tmp_path / "rahasia").exists()
    own.write_text("site_name: !!python/object/apply:os.system ['true']\n", encoding="utf-8")
    assert main(["--root", str(project), "--profile", "publik"]) == 1
    assert "mkdocs.yml:1:12: galat YML04" in capsys.readouterr().err


def test_a_folder_of_someone_else_is_not_replaced(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "site").mkdir()
    (project / "site" / "surat.txt").write_text("penting", encoding="utf-8")
    assert main(["--root", str(project)]) == 2
    assert 'Folder "site" tidak dibuat oleh alat ini' in capsys.readouterr().err
    assert (project / "site" / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_a_folder_without_a_curriculum_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path)]) == 2
    assert "tidak memuat curriculum/" in capsys.readouterr().err
