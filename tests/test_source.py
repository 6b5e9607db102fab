"""The strict reader: text stays text, places are right, and nothing that could surprise an editor gets through."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from syllabus.source import MOST_DEPTH, Mapping, read_yaml


def codes(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [problem.code for problem in read_yaml(data, "a.yml").problems]


def test_every_scalar_stays_text() -> None:
    text = "jam: 10:30\nkode: 0123\nbiner: 0b1\nangka: 1_000\npecahan: 1.10\ntanggal: 2027-02-30\nkosong:\n"
    assert read_yaml(text.encode(), "a.yml").plain() == {
        "jam": "10:30", "kode": "0123", "biner": "0b1", "angka": "1_000", "pecahan": "1.10", "tanggal": "2027-02-30", "kosong": "",
    }


def test_every_value_and_key_knows_its_place() -> None:
    source = read_yaml(b"a:\n  - b: satu\n    c: dua\n", "x.yml", first_line=5)
    assert str(source.place("a", 0, "c")) == "x.yml:7:8"
    assert str(source.key_place("a", 0, "c")) == "x.yml:7:5"
    assert str(source.place("a", 0, "tidak-ada")) == "x.yml:6:5"
    assert isinstance(source.root, Mapping)


@pytest.mark.parametrize(("text", "code"), [
    ("a: 1\na: 2\n", "YML09"), ("a: &x 1\n", "YML04"), ("a: 1\nb: *a\n", "YML04"), ("a: !!int 1\n", "YML04"), ("a: !!map {}\n", "YML04"),
    ("<<: {a: 1}\n", "YML04"), ("a: 1\n---\nb: 2\n", "YML05"), ("%YAML 1.1\n---\na: 1\n", "YML04"), ("a: no\n", "YML06"), ("a: ON\n", "YML06"),
    ("a: ~\n", "YML06"), ("a: \"x\nb: 1", "YML03"), ("a: [1\nb: 2", "YML03"), ("a: b: c\n", "YML02"), ("a:\n\tb: 1\n", "YML02"),
    ("? [a]\n: 1\n", "YML08"), ("\u0430bc: 1\n", "YML10"), ("[" * (MOST_DEPTH + 1), "YML07"), ("[" * 100_000, "TKS03"),
    ("a: x\u202ey\n", "TKS02"), ("a: x\u200by\n", "TKS02"), ("a: \U000e0041\n", "TKS02"), (b"a: \xe9\n", "TKS01"), ("a: \x01\n", "TKS02"),
    ("a: " + "x" * 5001, "TKS03"), (b"#" * (2 * 1024 * 1024 + 1), "YML01"),
])
def test_is_refused(text: str | bytes, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize("text", ["a: 'no'\n", "a: \"yes\"\n", "a: tidak\n", "\ufeffa: 1\n", "a: |\n  on\n", "", "# catatan\n"])
def test_is_accepted(text: str) -> None:
    assert codes(text) == []


def test_all_faults_of_a_file_come_at_once() -> None:
    assert codes("a: no\nb: &x 1\na: 3\n") == ["YML06", "YML04", "YML09"]


def test_text_is_normalised() -> None:
    assert read_yaml("a: cafe\u0301\n".encode(), "a.yml").plain() == {"a": "caf\u00e9"}


PIECES = st.lists(st.sampled_from(["a", ": ", "\n", "- ", "  ", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "#", "&x ", "*x", "!", "%", "---\n", "?", "\t", "é", "\u202e", "no", "1"]), max_size=40)


@settings(max_examples=1500, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")), PIECES.map(lambda parts: "".join(parts).encode())))
def test_nothing_makes_it_raise(data: bytes) -> None:
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for problem in read_yaml(data, "a.yml").problems:
        assert problem.place.file == "a.yml"
        assert 1 <= problem.place.line <= lines
        assert problem.place.column >= 1
