"""What authors can get wrong, and what hostile text cannot do."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings, strategies as st

from syllabus.press.compose import compose
from syllabus.press.grid import grid
from syllabus.press.run import Run
from syllabus.press.tree import DEEPEST, read
from syllabus.press.typeset import typeset
from tests.press_book import assets, one

if TYPE_CHECKING:
    from syllabus.press.book import Printed


def set_html(body: str, markdown: str = "") -> Printed:
    return typeset(one(body, markdown), assets, hyphenate=False)


def words(made: Printed) -> str:
    assert made.pdf, made.problems
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(made.pdf)).pages[4:]).split())


def faults(made: Printed) -> list[str]:
    return [f"{problem.place} {problem.code}" for problem in made.problems]


def test_image_without_words_names_file_and_line() -> None:
    made = set_html('<p>Satu.</p><p><img src="../assets/alur.svg"></p>', "# Satu\n\nSatu.\n\n![](../assets/alur.svg)\n")
    assert faults(made) == ["docs/satu.md:5:1 CTK01"]
    assert made.pdf


@pytest.mark.parametrize("source", ["../assets/tidak-ada.svg", "https://contoh.org/a.png", "data:image/png;base64,AA", "//x/y.png"])
def test_image_that_cannot_be_found(source: str) -> None:
    made = set_html(f'<p><img alt="Alur" src="{source}"></p>')
    assert faults(made) == ["docs/satu.md:1:1 CTK02"]


def test_broken_image_is_a_problem_with_its_place() -> None:
    made = typeset(
        one(
            '<p>Awal halaman.</p><img alt="Alur" src="../assets/rusak.png">',
            "# Satu\n\n![Alur](../assets/rusak.png)",
        ),
        lambda name: b"\x89PNG\r\n\x1a\nrusak",
    )
    assert made.pdf == b""
    assert faults(made) == ["docs/satu.md:3:1 CTK06"]
    assert "/tmp" not in str(made.problems)


def test_missing_letter_is_a_problem_with_its_place() -> None:
    made = set_html(
        "<h2>Judul</h2><p>Kata pembuka berbahasa 中 di sini.</p>",
        "# Satu\n\n## Judul\n\nKata pembuka berbahasa 中 di sini.",
    )
    assert faults(made) == ["docs/satu.md:5:1 CTK05"]
    assert '"中" (U+4E2D)' in made.problems[0].sentence


def test_dead_link_inside_the_book_is_advice() -> None:
    made = set_html('<p><a href="#tidak-ada">ke sana</a></p>')
    assert [(problem.code, problem.severity) for problem in made.problems] == [("CTK03", "saran")]
    assert "ke sana" in words(made)


def test_words_wider_than_their_columns_are_named_with_their_place() -> None:
    cells = "".join(f"<td>Pertanggungjawaban{n}penyelenggaraan</td>" for n in range(9))
    source = "# Satu\n\nAwal.\n\n| " + " | ".join(f"Pertanggungjawaban{n}penyelenggaraan" for n in range(9)) + " |"
    made = set_html(f"<p>Awal.</p><table><tr>{cells}</tr></table>", source)
    assert {problem.code for problem in made.problems} == {"CTK04"}
    assert len(made.problems) == 9
    assert {str(problem.place) for problem in made.problems} == {"docs/satu.md:5:1"}
    assert {problem.severity for problem in made.problems} == {"galat"}
    assert "Pertanggungjawaban0penyelenggaraan" in made.problems[0].sentence


@pytest.mark.parametrize("element", ["p", "li", "h2", "pre", "figcaption"])
def test_a_word_wider_than_the_page_is_a_fault(element: str) -> None:
    made = set_html(f"<{element}>{'panjang' * 30}</{element}>")
    assert faults(made) == ["docs/satu.md:1:1 CTK04"]


def test_a_word_that_can_be_broken_is_no_fault() -> None:
    word = "pertanggungjawaban" * 8
    assert "CTK04" in str(typeset(one(f"<p>{word.upper()}</p>"), assets).problems)
    assert typeset(one(f"<p>{word}</p>"), assets).problems == ()


HOSTILE = [
    '#panic("x")',
    "= bukan judul",
    "$x$ \\ # @a <b> *c* _d_ `e` -- --- ... ~ // c /* d",
    '"); #read("/etc/passwd")',
    "[[[",
    "}}}",
    "#{",
    "\\u{41}",
    "'satu' \"dua\"",
    "+ satu",
    "1. dua",
    "/ istilah: x",
    "http://contoh.org",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_as_it_is(text: str) -> None:
    from html import escape

    safe = escape(text)
    body = (
        f"<h2>{safe}</h2><p>{safe}</p><ul><li>{safe}</li></ul><table><caption>Tabel {safe}</caption><tr><th>{safe}</th><td>{safe}</td>"
        f'</tr></table><pre><code>{safe}</code></pre><p><code>{safe}</code> <a href="{safe}">{safe}</a></p>'
    )
    squeezed = "".join(text.split())
    straight = str.maketrans("“”‘’", "\"\"''")
    assert "".join(words(set_html(body)).translate(straight).split()).count(squeezed) == 9


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_stays_one_string_literal(text: str) -> None:
    run = Run()
    run.text(text)
    code = run.code(hyphenate=True)
    inner = code[1:-1].removesuffix(";") if code.startswith("{") else code
    assert inner == "" or (inner[0] == inner[-1] == '"')
    unescaped = inner[1:-1].replace("\\\\", "").replace('\\"', "").replace("\\u{ad}", "")
    assert '"' not in unescaped
    assert "\\" not in unescaped


def test_white_space_collapses_across_marks() -> None:
    assert "satu dua tiga" in words(set_html("<p> satu <em> dua </em> <strong>\n tiga</strong> </p>"))


def test_unknown_elements_keep_their_children() -> None:
    made = words(set_html("<x-kotak><p>satu</p><y-z>dua <w-x>tiga</w-x></y-z></x-kotak><dialog open><ul><li>empat</li></ul></dialog>"))
    assert all(word in made for word in ("satu", "dua tiga", "empat"))


def test_hidden_things_are_left_out() -> None:
    made = words(set_html('<p>tampak<span aria-hidden="true">gelap</span><a class="headerlink" href="#a">¶</a></p><script>x()</script>'))
    assert "tampak" in made
    assert not any(word in made for word in ("gelap", "¶", "x()"))


def test_very_deep_nesting_keeps_the_words() -> None:
    deep = DEEPEST * 4
    made = words(set_html("<div>" * deep + "<p>dasar</p>" + "</div>" * deep + "<blockquote>" * 30 + "kutipan" + "</blockquote>" * 30))
    assert "dasar" in made
    assert "kutipan" in made


def test_uneven_tables_lose_no_cell() -> None:
    table = (
        '<table><tr><td rowspan="9">a</td><td>b</td></tr><tr><td colspan="99">c</td><td>d</td></tr><tr></tr>'
        '<tr><td rowspan="0">e</td><td>f</td><td>g</td></tr></table>'
    )
    made = words(set_html(table))
    lines = grid(read(table).elements[0])
    shown = [slot.node.text for line in lines for slot in line.slots if slot is not None and slot.node is not None]
    assert sorted(shown) == list("abcdefg")
    assert all(letter in made.split() for letter in "abcdefg")


def test_headings_never_skip_a_level() -> None:
    made = set_html("<h4>dalam</h4><h2>atas</h2><h6>jauh</h6>")
    assert [(heading.level, heading.title) for heading in made.outline][-3:] == [
        (3, "dalam"),
        (3, "atas"),
        (4, "jauh"),
    ]


def test_nested_table_and_row_heads_match() -> None:
    made = set_html("<table><tr><th scope='row'>luar</th><td><table><tr><th scope='row'>dalam</th><td>x</td></tr></table></td></tr></table>")
    assert made.problems == ()
    assert "luar dalam x" in words(made)


def test_a_row_taller_than_a_page_is_a_fault_and_loses_nothing() -> None:
    long = " ".join(f"kata{n}" for n in range(1500))
    made = set_html(f"<p>Awal.</p><table><tr><td>{long}</td><td>pendek</td></tr></table>", f"# Satu\n\nAwal.\n\n| {long} | pendek |")
    assert faults(made) == ["docs/satu.md:5:1 CTK07"]
    assert all(f"kata{n}" in words(made) for n in (0, 700, 1499))
    usual = " ".join(f"kata{n}" for n in range(300))
    assert faults(set_html(f"<table><tr><td>{usual}</td><td>pendek</td></tr></table>")) == []


def test_a_picture_taller_than_the_page_is_set_smaller() -> None:
    tall = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="900" viewBox="0 0 100 900"><rect width="100" height="900"/></svg>'
    made = typeset(one('<figure><img alt="Tiang" src="../assets/tiang.svg"><figcaption>Tiang.</figcaption></figure>'), lambda name: tall)
    assert made.problems == ()
    with pikepdf.open(BytesIO(made.pdf)) as document:
        figure = next(item for item in document.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure")
        box = next(item.BBox for item in figure.A if "/BBox" in item)
    assert float(box[1]) > 60
    assert float(box[3]) - float(box[1]) > 400


def test_equal_ids_in_two_places_do_not_stop_the_book() -> None:
    made = set_html('<h2 id="a">Satu</h2><p id="a">Dua</p><p><a href="#a">ke a</a></p>')
    assert made.pdf, made.problems


def test_ticks_blanks_and_writing_space() -> None:
    made = set_html(
        '<ul class="daftar-periksa"><li><span class="kotak"></span> Spidol</li></ul><p>Nama <span class="isian" '
        'data-lebar="999999"></span></p><div class="ruang-tulis" data-baris="banyak"></div>'
    )
    assert "Spidol Nama" in words(made).replace("• ", "")


def test_empty_page_is_a_chapter() -> None:
    assert "Bab 1" in words(set_html(""))


def test_source_lines_lead_back_to_the_page() -> None:
    source = compose(
        one(
            "<h2>Judul dua</h2><p>Isi kedua yang panjang.</p>",
            "# Satu\n\n## Judul dua\n\nIsi kedua yang panjang.",
        ),
        assets,
    )
    line = next(number for number, text in enumerate(source.text.split("\n"), 1) if "Isi kedua" in text)
    found = source.place(line)
    assert found is not None
    assert str(found[0]) == "docs/satu.md:5:1"
    assert source.place(3) is None
