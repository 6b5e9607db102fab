"""What search is made of: words, documents with places to land, names, packed numbers; the same pages give the same files."""

from __future__ import annotations

from pathlib import Path

from scripts.audit import audit_public, audit_search
from scripts.settings import HOUSE
from scripts.withheld import squeezed
from syllabus.export.search.concepts import concepts
from syllabus.export.search.document import Document, Section
from syllabus.export.search.excerpt import MOST, shortened
from syllabus.export.search.landing import COMMON, common_headings, landings
from syllabus.export.search.making import search
from syllabus.export.search.pack import Packed
from syllabus.export.search.reading import documents
from syllabus.export.search.roots import Roots
from syllabus.export.search.signs import CUT, DIGITS, MELTED, SELF, TOLD, cut, number
from syllabus.export.search.words import words
from syllabus.folder import load

PAGE = """<html><head><meta name="description" content="Tentang aduan."></head><body><nav>menu</nav><article><h1 id="a">Pengelolaan Pengaduan</h1>
<p>Warga <b>menung</b>gu.</p><dl><div><dt>Kode</dt><dd>A3</dd></div></dl><h2 id="batas">Batas waktu</h2><p>Tiga&shy;puluh hari.</p>
<table><caption>diam</caption><tr><th>Hari</th><td>kerja</td></tr></table>
<h3>Tanpa alamat</h3><div id="istilah-jp"><dt>JP</dt><dd>Jam Pelajaran.</dd></div> ekor</article></body></html>"""


def test_words_are_small_letters_and_codes() -> None:
    assert words("SP4N-LAPOR! Modul A3, “naïf” 14/2017") == ["sp4n", "lapor", "modul", "a3", "naif", "14", "2017"]


def test_a_page_becomes_documents_with_places_to_land() -> None:
    term, page = documents("tentang/x.html", PAGE)
    assert (term.kind, term.address, term.title, term.summary) == ("istilah", "tentang/x.html#istilah-jp", "JP", "Jam Pelajaran.")
    assert (page.kind, page.title, page.summary, page.extra) == ("halaman", "Pengelolaan Pengaduan", "Tentang aduan.", "A3")
    assert [(part.anchor, part.heading, part.text) for part in page.sections] == [
        ("", "Pengelolaan Pengaduan", "Warga menunggu.\nKode\nA3"), ("batas", "Batas waktu", "Tigapuluh hari.\nHari\nkerja\nTanpa alamat\nekor"),
    ]
    assert list(documents("x.html", "<html><body>tanpa artikel</body></html>")) == []


def test_the_name_of_another_site_is_no_word() -> None:
    assert words("Menurut datapribadi.id dan www.lan.go.id, data pribadi.") == ["menurut", "dan", "data", "pribadi"]


def test_the_end_of_an_acronym_is_sought_where_its_long_form_begins_the_text() -> None:
    def sought(title: str, text: str) -> tuple[str, ...]:
        page = f'<html><body><article><h1>x</h1><div id="istilah-x"><dt>{title}</dt><dd>{text}</dd></div></article></body></html>'
        return next(documents("x.html", page)).sought

    assert sought("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu. Dinas perizinan.") == ("PMPTSP", "MPTSP", "PTSP", "TSP")
    assert sought("Maklumat", "Pernyataan tertulis.") == ()


def test_a_page_is_sought_by_its_number_and_by_what_its_editor_says() -> None:
    *_, page = documents("modul/x.html", PAGE, ("uang rokok",))
    assert page.sought == ("modul 3", "uang rokok")


def test_names_of_one_thing_meet_and_a_person_is_not_all_that_has_the_root() -> None:
    roots = Roots({})
    names = concepts([["RTL", "rencana tindak lanjut"], ["fasilitator", "pengajar"], ["T"]], roots)
    assert sorted(names.forms) == [("=pengajar",), ("fasilitator",), ("rencana", "tindak", "lanjut"), ("rtl",)]
    assert list(names.spans(words("menyusun rencana tindak lanjut RTL"), roots)) == [0, 0]
    assert list(names.spans(["pengajar"], roots)) == [1]
    assert list(names.spans(["belajar", "mengajar"], roots)) == []


def test_a_word_lands_where_a_page_speaks_of_it_in_its_own_words() -> None:
    """A summary that many pages have names a word as often as its own section does; what nobody wrote leads where its phrase does."""
    page = Document("modul", "x.html", "X", "", (Section("", "X", ""), Section("ringkasan", "Ringkasan", ""), Section("uji", "Uji kecil", "")))
    many = [page, *(Document("modul", f"{number}.html", "Y", "", (Section("", "Y", ""), Section("ringkasan", "Ringkasan", ""))) for number in range(COMMON - 1))]
    assert common_headings(many) == {"Ringkasan"}
    assert common_headings(many[1:]) == frozenset()
    heads = (dict[str, int](), {"ringkas": 1}, {"uji": 1})
    bodies = ({"coba": 1}, {"coba": 3, "uji": 1}, {"coba": 1})
    sought = ({"coba": 1, "jajal": 1}, {"entah": 1})
    assert landings(page, heads, bodies, sought, {"Ringkasan"}) == {"coba": 2, "uji": 2, "ringkas": 1, "jajal": 2}
    assert landings(page, heads, bodies, sought, ())["coba"] == 1, "with a heading of its own the same words win"


def test_numbers_are_packed_and_say_where_they_end() -> None:
    assert len(DIGITS) == len(set(DIGITS)) == 88
    packed = [number(value) for value in range(5000)]
    assert len(set(packed)) == 5000
    assert max(map(len, packed)) == 3
    assert all(DIGITS.index(text[-1]) < 44 and all(DIGITS.index(sign) >= 44 for sign in text[:-1]) for text in packed)


def test_a_root_is_cut_out_of_its_word_or_told() -> None:
    assert cut("adu", "adu") == (SELF, "")
    assert cut("pengaduan", "adu") == (CUT, DIGITS[4 * 9 + 2])
    assert cut("memengaruhi", "pengaruh") == (MELTED, "p" + DIGITS[3 * 9 + 1])
    assert cut("antri", "antre") == (TOLD, "antre ")


def test_excerpts_are_cut_between_words() -> None:
    assert shortened("satu dua, tiga", 10) == "satu dua …"


def test_the_same_pages_give_the_same_files_in_any_order() -> None:
    other = PAGE.replace("Pengaduan", "Survei").replace("istilah-jp", "istilah-lain")
    one = search({"a.html": PAGE, "b.html": other}, [["aduan", "keluhan"]], {})
    assert one == search({"b.html": other, "a.html": PAGE}, [["keluhan", "aduan"]], {})
    assert one != search({"a.html": PAGE}, [["aduan", "keluhan"]], {})


def test_hostile_text_stays_text() -> None:
    page = PAGE.replace("menunggu", "x").replace("Batas waktu", '</script>"`${1}\\ &lt;img src=x onerror=y>')
    assert isinstance(next(documents("x.html", page)), Document)
    for text in search({"x.html": page}, [], {}).files.values():
        assert "</script" not in text


def test_a_secret_that_came_into_the_index_is_told(tmp_path: Path) -> None:
    curriculum = load(HOUSE).curriculum
    assert curriculum is not None
    texts = [item.text for bank in curriculum.items.values() for item in bank.value.items if item.secret]
    secret = max((text for text in texts if len(text) < MOST and not any(sign in text[:-1] for sign in ".?!*`{")), key=len)

    def told(text: str, folder: Path) -> list[str]:
        for name, script in search({"x.html": PAGE.replace("Tiga&shy;puluh hari.", text)}, [], {}).files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(script, encoding="utf-8")
        return [problem.code for problem in audit_public(folder, "situs", curriculum)]

    assert told("Kalimat lain.", tmp_path / "bersih") == []
    assert set(told(secret, tmp_path / "bocor")) == {"TRB01"}


def test_a_secret_longer_than_an_excerpt_is_told_from_the_whole_text() -> None:
    curriculum = load(HOUSE).curriculum
    assert curriculum is not None
    texts = [item.text for bank in curriculum.items.values() for item in bank.value.items if item.secret]
    secret = max((text for text in texts if "`" not in text and "{" not in text), key=len)
    assert len(secret) > MOST

    def made(text: str) -> Packed:
        return search({"x.html": PAGE.replace("Tiga&shy;puluh hari.", text)}, [], {})

    assert not any(squeezed(secret) in squeezed(script) for script in made(secret).files.values())
    assert list(audit_search(made("Kalimat lain."), "situs", curriculum)) == []
    told = list(audit_search(made(secret), "situs", curriculum))
    assert [(problem.code, problem.place.file) for problem in told] == [("TRB01", "situs/x.html")]
