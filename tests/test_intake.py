"""An edited schedule comes back as it went out, and nothing personal comes with it."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from scripts.intake import main
from syllabus.check import check
from syllabus.export.office.plans import schedule_sheet
from syllabus.intake.cells import clock_pair, day_of, whole_number
from syllabus.intake.schedule import Names, quoted, take_schedule
from syllabus.intake.workbook import first_page
from syllabus.source import read_yaml

SITE = Path(__file__).parent / "sites" / "provinsi-lain"
REPORT = check(SITE)
assert REPORT.curriculum is not None
WHOLE = REPORT.curriculum
PEOPLE = {name: entry.value for name, entry in WHOLE.facilitators.items()}
NAMES = Names({person.public_name: name for name, person in PEOPLE.items()}, frozenset(WHOLE.modules), frozenset(WHOLE.workshops))
SHEET = schedule_sheet(WHOLE.cohorts["angkatan-satu"].value, REPORT.timetables["angkatan-satu"], PEOPLE, date(2026, 12, 1))


def changed(**cells: Any) -> bytes:
    book = load_workbook(BytesIO(SHEET))
    for name, value in cells.items():
        book.worksheets[0][name] = value
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()


def told(data: bytes) -> list[str]:
    page, problems = first_page(data, "jadwal.xlsx")
    return [str(problem) for problem in (take_schedule(page, NAMES).problems if page else problems)]


def test_a_schedule_comes_back_with_the_same_rows(tmp_path: Path) -> None:
    shutil.copytree(SITE, tmp_path / "situs")
    cohort = tmp_path / "situs" / "curriculum" / "jadwal" / "angkatan-satu.yml"
    page, problems = first_page(SHEET, "jadwal.xlsx")
    assert page is not None and problems == ()
    taken = take_schedule(page, NAMES)
    assert taken.problems == ()
    lines = cohort.read_text(encoding="utf-8").splitlines(keepends=True)
    kept: list[str] = []
    dropping = False
    for line in lines:
        if line[:1].isalpha():
            dropping = line.split(":")[0] in ("tanggal", "urutan", "hari")
        kept += [] if dropping else [line]
    cohort.write_text("".join(kept) + taken.block, encoding="utf-8")
    again = check(tmp_path / "situs")
    assert [str(problem) for problem in again.problems if problem.severity == "galat"] == []

    def rows(plan: Any) -> list[Any]:
        return [(day.day, row.start, row.end, row.kind, row.title, row.module, row.parts, row.speakers) for day, row in plan.rows]

    assert rows(again.timetables["angkatan-satu"]) == rows(REPORT.timetables["angkatan-satu"])


def test_a_nip_that_became_a_number_is_refused_and_not_repeated() -> None:
    for value in (198501012010011001, 1.98501012010011e17, 1571010101900001):
        [line] = told(changed(J5=value))
        assert line.startswith("jadwal.xlsx:5:10: galat IMP02: Sel Jadwal!J5 berisi angka panjang seperti NIP atau NIK")
        assert str(value) not in line


def test_personal_data_in_any_cell_is_masked_and_refused() -> None:
    [line] = told(changed(D6="Hubungi 0812-3456-7890"))
    assert line.startswith("jadwal.xlsx:6:4: galat IMP03: Sel Jadwal!D6 berisi nomor telepon (08")
    assert "3456" not in line
    [line] = told(changed(Z9="198501012010011001"))
    assert "IMP03" in line and "NIP" in line and "198501012010011001" not in line


def test_all_faults_are_told_at_once() -> None:
    lines = told(changed(B4="31 Februari 2027", C5="pagi", K6="makan", L7="modul-hilang", M8="XX", E9="satu"))
    assert [line.split(" ")[4] for line in lines] == ["Jadwal!B4:", "Jadwal!C5:", "Jadwal!K6:", "Jadwal!L7:", "Jadwal!M8:", "Jadwal!E9:"]
    assert all("galat IMP05" in line for line in lines)


@pytest.mark.parametrize(("value", "wanted"), [
    (datetime(2027, 4, 5, 0, 0), date(2027, 4, 5)), (46482, date(2027, 4, 5)), ("Senin, 5 April 2027", date(2027, 4, 5)),
    ("5 april 2027", date(2027, 4, 5)), ("05/04/2027", date(2027, 4, 5)), ("2027-04-05", date(2027, 4, 5)),
    ("5 Apr", None), ("32 Maret 2027", None), (True, None), (3, None), (None, None), (time(7, 30), None),
])
def test_days_in_all_the_ways_they_arrive(value: Any, wanted: date | None) -> None:
    assert day_of(value) == wanted


@pytest.mark.parametrize(("value", "wanted"), [
    ("07.30 – 08.00", (time(7, 30), time(8))), ("7:30-8:00 WIB", (time(7, 30), time(8))), ("07.30 s.d. 08.00", (time(7, 30), time(8))),
    ("07.30", None), ("25.00 – 26.00", None), (0.3125, None), (None, None),
])
def test_clocks_in_all_the_ways_they_arrive(value: Any, wanted: Any) -> None:
    assert clock_pair(value) == wanted


@pytest.mark.parametrize(("value", "wanted"), [(None, 0), ("", 0), (2, 2), (2.0, 2), ("3", 3), (1.5, None), ("dua", None), (-1, None), (True, None)])
def test_counts(value: Any, wanted: int | None) -> None:
    assert whole_number(value) == wanted


@pytest.mark.parametrize("text", ["Registrasi", "A1: awal # akhir", '"kutip"', "- daftar", "{a: b}", "ya", "baris\nbaru", "\\", "= 1 + 1", "spasi "])
def test_a_title_is_read_back_as_it_was(text: str) -> None:
    source = read_yaml(f"judul: {quoted(text)}\n".encode(), "x.yml")
    assert source.problems == ()
    assert source.plain() == {"judul": " ".join(text.split()) if "\n" in text else text}


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    [line] = told(data)
    assert line.startswith("jadwal.xlsx:1:1: galat IMP01: ")


def test_the_command_prints_the_block_or_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "jadwal.xlsx", tmp_path / "nip.xlsx"
    good.write_bytes(SHEET)
    bad.write_bytes(changed(J5=198501012010011001))
    assert main(["--root", str(SITE), str(good)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("hari:\n  - tanggal: ") and "baris, 5 JP" in err
    assert main(["--root", str(SITE), str(bad)]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "IMP02" in err and str(tmp_path) not in err
    assert main(["--root", str(SITE), str(tmp_path / "tiada.xlsx")]) == 2
    assert str(tmp_path) not in capsys.readouterr().err
