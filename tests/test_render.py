"""What a page shows of a module and of a table: topics that lead on, the next step, cards for phones."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from syllabus.alignment import alignment
from syllabus.check import Report, check
from syllabus.pages import headings
from syllabus.render.html import tag
from syllabus.render.leaves import leaves
from syllabus.render.prose import dress_tables
from syllabus.render.registry import run
from syllabus.render.table import Column, Table, draw, row
from syllabus.render.view import NotFound, View

HOUSE = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def report() -> Report:
    return check(HOUSE)


def view(report: Report, page: str) -> View:
    assert report.curriculum is not None
    return View(report.curriculum, report.timetables, page)


def test_every_topic_of_a_module_is_a_heading_of_its_page(report: Report) -> None:
    assert report.curriculum is not None
    for stem, entry in report.curriculum.modules.items():
        told = {text for _, text, _ in headings(report.curriculum.pages[f"modul/{stem}"])}
        assert [topic.title for topic in entry.value.topics if topic.title not in told] == [], stem
        assert run(view(report, f"modul/{stem}"), "materi_pokok", (), {}).count('<a href="#') == len(entry.value.topics)


def test_a_topic_without_a_heading_is_told_without_a_link(report: Report) -> None:
    assert "<a " not in run(view(report, "program/index"), "materi_pokok", ("integritas",), {})


def test_every_module_says_what_comes_next(report: Report) -> None:
    assert report.curriculum is not None
    program = report.curriculum.program.value
    for stem in report.curriculum.modules:
        told = run(view(report, f"modul/{stem}"), "berikutnya", (), {})
        assert "<li>" in told, stem
        for path in program.paths:
            steps = [*path.modules, *path.workshops]
            if stem not in path.modules:
                continue
            after = steps[steps.index(stem) + 1 :][:1]
            if after:
                assert f"{after[0]}.html" in told, (stem, path.id)
            else:
                assert "langkah terakhir" in told, (stem, path.id)


def test_the_first_page_names_every_module_below_the_aim_it_serves(report: Report) -> None:
    assert report.curriculum is not None
    cards = run(view(report, "index"), "modul_menurut_tujuan", (), {})
    assert cards.count('class="kartu kartu-klaster"') == len(report.curriculum.program.value.aims)
    assert re.findall(r'href="modul/([\w-]+)\.html"', cards) == [entry.id for entry in report.curriculum.modules_in_order()]


def test_a_banner_heads_the_rows_below_it() -> None:
    rows = (row("1", "x"), row("Klaster", kind="spanduk"), row("2", "y"), row("3", "z"))
    body = re.sub(r"<td>.*?</td>|</?tr[^>]*>", "", str(draw(Table("daftar", "T", (Column("No"), Column("Isi")), rows))).split("</thead>")[1])
    assert body == ('<tbody><th scope="row">1</th></tbody>'
                    '<tbody><th scope="rowgroup">Klaster</th><th scope="row">2</th><th scope="row">3</th></tbody></table></div>')


def test_secret_items_are_refused_on_a_public_page(report: Report) -> None:
    with pytest.raises(NotFound, match="rahasia"):
        run(view(report, "modul/integritas"), "soal", (), {"jenis": "postes"})
    shown = run(view(report, "modul/integritas"), "soal", (), {"jenis": "latihan"})
    assert report.curriculum is not None
    bank = report.curriculum.items["integritas"].value
    assert shown.count('class="soal"') == len(bank.of("latihan")) > 2
    assert [item.id for item in bank.items if item.secret and f"soal-{item.id.lower()}" in shown] == []


@pytest.mark.parametrize(("kind", "columns", "stacked"), [("daftar", 3, False), ("daftar", 4, True), ("jadwal", 2, True), ("formulir", 5, False), ("struktur", 6, False)])
def test_wide_tables_of_sentences_become_cards_on_phones(kind: str, columns: int, stacked: bool) -> None:
    titles = [f"Kolom {number}" for number in range(columns)]
    drawn = draw(Table(kind, "Judul", tuple(Column(title) for title in titles), (row(*titles),)))
    assert ('class="tabel tabel-' + kind + ' bertumpuk' in drawn) is stacked
    assert drawn.count("data-label=") == (columns - 1 if stacked else 0)


def test_a_wide_form_without_words_yet_lists_its_columns_on_phones() -> None:
    columns = tuple(Column(title) for title in ("No", "Hal", "Oleh", "Kapan"))
    assert 'class="tabel tabel-formulir lajur"' in draw(Table("formulir", "Judul", columns, (row("1", "Papan tarif", "", ""), row("2", "", "", ""))))
    for other in (Table("formulir", "Judul", columns[:3], (row("1", "a", ""),)), Table("formulir", "Judul", columns, (row("1", "a", "", "5 Mei"),)), Table("daftar", "Judul", columns, ())):
        assert "lajur" not in draw(other)


def test_three_columns_with_long_sentences_become_cards_too() -> None:
    columns = tuple(Column(title) for title in ("Peran", "Jumlah", "Tugas"))
    assert "bertumpuk" in draw(Table("daftar", "Judul", columns, (row("Pencatat", "1", "Menulis keluhan tanpa nama, lalu membacakannya kembali kepada forum."),)))
    assert "bertumpuk" not in draw(Table("daftar", "Judul", columns, (row("Pencatat", "1", ("Menulis ", tag("strong", "keluhan"))),)))


@pytest.mark.parametrize(("last", "brief"), [("perkiraan", True), ("Menulis keluhan tanpa nama, lalu membaca kembali", False)])
def test_cards_of_a_word_or_two_stand_in_few_lines(last: str, brief: bool) -> None:
    drawn = draw(Table("register", "Judul", tuple(Column(title) for title in "ABCD"), (row("1", "2", "3", last),)))
    assert ("bertumpuk ringkas" in drawn) is brief


def test_every_template_of_a_workshop_leads_to_its_sheet(report: Report) -> None:
    assert report.curriculum is not None
    for stem, entry in report.curriculum.workshops.items():
        here = view(report, f"lokakarya/{stem}")
        sheets = {f"../unduhan/formulir/{leaf.id}.pdf" for leaf in leaves(here)}
        targets = re.findall(r'href="([^"]+)" class="ke-pdf"', run(here, "templat", (), {}))
        assert len(targets) == len(entry.value.templates) > 0
        assert set(targets) <= sheets


def test_twin_tests_are_told_once_with_the_items_of_each(report: Report) -> None:
    assert report.curriculum is not None
    told = run(view(report, "modul/standar-pelayanan"), "matriks_asesmen", (), {})
    for line in alignment(report.curriculum, "standar-pelayanan"):
        first, last = [measure.items for measure in line.measured[:2]]
        assert told.count(f"<li>Pretes dan postes A1 ({first} + {last} butir)</li>"), line.indicator.id
    assert "Pretes A1" not in told and "<li>Lembar standar" in told


def test_twin_tests_are_known_by_their_kind_whatever_they_are_called(report: Report) -> None:
    here = view(report, "modul/standar-pelayanan")
    entry = here.curriculum.modules["standar-pelayanan"]

    def told(names: dict[str, str]) -> str:
        named = tuple(item.model_copy(update={"title": names.get(item.kind, item.title)}) for item in entry.value.assessments)
        module = replace(entry, value=entry.value.model_copy(update={"assessments": named}))
        whole = replace(here.curriculum, modules={**here.curriculum.modules, "standar-pelayanan": module})
        return run(replace(here, curriculum=whole), "matriks_asesmen", (), {})

    assert "<li>Tes awal dan tes akhir A1 (" in told({"pretes": "Tes awal A1", "postes": "Tes akhir A1"})
    assert "<li>Prates dan UKOM A1 (" in told({"pretes": "Prates A1", "postes": "UKOM A1"})
    assert "<li>Pretes dan postes A1 (" in told({}) and "<li>Pretes A1" not in told({"rubrik": "Postes A1"})


def test_tables_of_editors_carry_their_labels_too() -> None:
    head = "<thead><tr>" + "".join(f"<th>{title}</th>" for title in ("Jenis", "Ciri <em>khas</em>", 'Contoh "x"', "Dijawab")) + "</tr></thead>"
    plain = f"<h2>Satu</h2><table>{head}<tbody><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr></tbody></table>"
    drawn = dress_tables(plain)
    assert 'tabel-daftar bertumpuk"' in drawn
    assert '<td>a</td><td data-label="Ciri khas">b</td><td data-label="Contoh &quot;x&quot;">c</td><td data-label="Dijawab">d</td>' in drawn
    narrow = dress_tables("<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table>")
    assert "bertumpuk" not in narrow and "data-label" not in narrow


def test_each_letter_of_the_glossary_leads_to_its_first_term(report: Report) -> None:
    assert report.curriculum is not None
    terms = sorted((entry.value.term.casefold(), entry.id) for entry in report.curriculum.terms.values())
    first = {term[0].upper(): name for term, name in reversed(terms)}
    told = run(view(report, "tentang/glosarium"), "glosarium", (), {})
    assert len(first) > 10
    assert [f'<a href="#istilah-{name}">{letter}</a>' in told for letter, name in first.items()] == [True] * len(first)


def test_learning_paths_ask_for_the_pages_of_their_modules(report: Report) -> None:
    """On paper, who has chosen a path turns to its modules."""
    assert report.curriculum is not None
    steps = sum(len(path.modules) + len(path.workshops) for path in report.curriculum.program.value.paths)
    assert run(view(report, "program/jalur"), "jalur_belajar", (), {}).count('class="dengan-halaman"') == steps > 5
