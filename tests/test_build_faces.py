"""The other faces: the check and its three forms of report, the preview, and the comparison with other generators."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from macros.project import project_from
from scripts import check as check_face
from scripts.canary import compare, freeze
from scripts.pages_of import built_pages
from scripts.serve import _rebuild
from syllabus.check import check
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.report import MANY, as_annotations, as_json, as_text

SOUND = Path(__file__).parent / "sites" / "provinsi-lain"
FAULT = Problem("RUB03", Place("curriculum/rubrik/a,b.yml", 7, 3), "Bobot berjumlah 90%.\nBukan 100.", "Ubah satu bobot.", subject="Rubrik R1")
ADVICE = Problem("TAU03", Place("docs/x.md", 2), "Rubrik belum dipakai.", severity="saran")


def test_a_sound_project_says_what_was_verified(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_face.main(["--root", str(SOUND)]) == 0
    said = capsys.readouterr().out
    assert "Diperiksa: " in said and said.endswith("Tidak ada galat.\n")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    root = tmp_path / "program"
    shutil.copytree(SOUND, root)
    page = root / "docs" / "index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ tidak_ada() }}\n", encoding="utf-8")
    return root


def test_a_fault_ends_with_one_in_every_form(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    starts = {"teks": "docs/index.md:", "json": "{", "github": "::error file=docs/index.md,line="}
    for form, start in starts.items():
        assert check_face.main(["--root", str(faulty), "--format", form]) == 1
        said = capsys.readouterr().out
        assert said.startswith(start)
        assert "MAK01" in said and str(faulty) not in said


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--tidak-ada"], ["--root"]])
def test_a_wrong_option_is_answered_in_indonesian(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        check_face.main(arguments)
    assert end.value.code == 2
    assert capsys.readouterr().err == "Pilihan tidak dikenal, atau nilainya keliru. Lihat: python -m scripts.check --help\n"


def test_help_is_in_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        check_face.main(["--help"])
    said = capsys.readouterr().out
    assert said.startswith("Pemakaian: ") and "Pilihan:" in said
    assert not any(word in said for word in ("usage", "options", "show this"))


def test_a_folder_without_curriculum_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_face.main(["--root", str(tmp_path)]) == 2
    assert "tidak memuat curriculum/" in capsys.readouterr().err


def test_text_counts_faults_advice_and_files() -> None:
    said = as_text([FAULT, ADVICE], [])
    assert "curriculum/rubrik/a,b.yml:7:3: galat RUB03: Rubrik R1: " in said
    assert "1 galat dan 1 saran pada 2 berkas." in said


def test_many_findings_are_counted_by_code_first() -> None:
    said = as_text([Problem("ABC01", Place("x.yml", line), "Salah.") for line in range(1, MANY + 2)], [])
    assert said.splitlines()[0].split() == [str(MANY + 1), "galat", "ABC01"]


def test_json_carries_every_part() -> None:
    whole = json.loads(as_json([FAULT], ["1 modul"]))
    assert whole["diperiksa"] == ["1 modul"]
    assert whole["temuan"][0]["berkas"] == "curriculum/rubrik/a,b.yml"
    assert (whole["temuan"][0]["baris"], whole["temuan"][0]["kolom"]) == (7, 3)


def test_annotations_cannot_be_broken_out_of() -> None:
    said = as_annotations([ADVICE, FAULT], [])
    first, second = said.splitlines()
    assert first == ("::error file=curriculum/rubrik/a%2Cb.yml,line=7,col=3,title=RUB03::"
                     "Rubrik R1 Bobot berjumlah 90%25.%0ABukan 100. Ubah satu bobot.")
    assert second.startswith("::warning file=docs/x.md")


@pytest.mark.bangun
def test_the_preview_follows_a_change_and_keeps_the_last_good_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, shown = tmp_path / "program", tmp_path / "pratinjau"
    shutil.copytree(SOUND, root)
    shown.mkdir()
    page, built = root / "docs" / "index.md", shown / "index.html"
    sound = page.read_text(encoding="utf-8")
    _rebuild(root, shown, "fasilitator")
    assert (shown / "fasilitator" / "bahasa-sederhana.html").is_file()
    page.write_text(sound + "\nKalimat pertama yang baru.\n", encoding="utf-8")
    _rebuild(root, shown, "fasilitator")
    assert "Kalimat pertama yang baru." in built.read_text(encoding="utf-8")
    page.write_text(sound + "\nKalimat kedua.\n\n{{ tidak_ada() }}\n", encoding="utf-8")
    capsys.readouterr()
    _rebuild(root, shown, "fasilitator")
    assert "galat MAK01" in capsys.readouterr().out
    assert "Kalimat pertama yang baru." in built.read_text(encoding="utf-8")
    page.write_text(sound, encoding="utf-8")
    _rebuild(root, shown, "publik")
    assert not (shown / "fasilitator").exists() or not list((shown / "fasilitator").iterdir())


def test_frozen_pages_are_plain_markdown_without_facilitators(tmp_path: Path) -> None:
    freeze(project_from(check(SOUND), "publik"), SOUND, tmp_path / "docs")
    page = (tmp_path / "docs" / "modul" / "bahasa-sederhana.md").read_text(encoding="utf-8")
    assert "{{" not in page and "<table" in page
    assert not (tmp_path / "docs" / "fasilitator").exists() or not list((tmp_path / "docs" / "fasilitator").iterdir())


def site(folder: Path, body: str) -> Path:
    folder.mkdir()
    for name in ("satu", "dua"):
        (folder / f"{name}.html").write_text(f"<html><body><article><h1>Judul</h1>{body}</article></body></html>", encoding="utf-8")
    return folder


def test_a_comparison_tells_words_tables_and_missing_pages(tmp_path: Path) -> None:
    table = "<table><tr><th>a</th><td>1</td></tr></table>"
    ours = built_pages(site(tmp_path / "kini", f"<p>isi</p>{table}"))
    assert list(compare(ours, ours)) == ["2 dari 2 halaman sama isi dan tabelnya."]
    other = site(tmp_path / "lain", f"<p>isi</p>{table.replace('1', '2')}")
    (other / "dua.html").unlink()
    assert list(compare(ours, built_pages(other))) == [
        "0 dari 2 halaman sama isi dan tabelnya.", "dua.html: tidak ada",
        'satu.html: kata ke-4 berbeda: "1" menjadi "2"', "satu.html: tabel ke-1 berbeda",
    ]
