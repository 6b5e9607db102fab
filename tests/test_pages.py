"""A page may call macros with constants. Everything else that could run or reach out is refused, at its line."""

from __future__ import annotations

import pytest

from syllabus.pages import Call, for_facilitator, headings, read_page
from syllabus.place import Place

HEAD = "---\ntitle: Judul\ndeskripsi: Ringkas.\n---\n# Judul\n\n"


def codes(body: str) -> list[str]:
    return [problem.code for problem in read_page((HEAD + body).encode(), "docs/a.md").problems]


def test_calls_come_with_their_places() -> None:
    page = read_page((HEAD + 'Lihat {{ istilah("skm") }} dan {{ istilah("fkp") }}.\n\n{{ jadwal("a", hari=2) }}\n').encode(), "docs/a.md")
    assert page.problems == ()
    assert page.calls == (
        Call("istilah", ("skm",), (), Place("docs/a.md", 7, 10)),
        Call("istilah", ("fkp",), (), Place("docs/a.md", 7, 35)),
        Call("jadwal", ("a",), (("hari", 2),), Place("docs/a.md", 9, 4)),
    )


@pytest.mark.parametrize("body", [
    "{{ config }}", "{{ files }}", "{{ ''.__class__ }}", "{{ rubrik(nama) }}", "{{ rubrik('a' ~ 'b') }}", "{{ rubrik('a')|upper }}",
    "{{ rubrik('a').x }}", "{{ rubrik(*[]) }}", "{{ rubrik(**{}) }}", "{{ 1 + 1 }}", "{{ cycler.__init__.__globals__ }}", "{{ 'a' }}",
    "{{ rubrik(rubrik()) }}", "{{ rubrik([1]) }}", "{% include 'x' %}", "{% for i in range(9) %}{% endfor %}", "{% set a = 1 %}",
    "{% raw %}{{ x }}{% endraw %}", "{{ rubrik( }}", "{{", "{% ", "{{ rubrik() if 1 else 2 }}", "{{ rubrik(1.5) }}", "{{ rubrik(none) }}",
    "{{ a.rubrik() }}", "{{ rubrik }}", "{{ self }}", "{{ lipsum() | attr('x') }}", "```\n{{ config }}\n```",
])
def test_template_attack_is_refused(body: str) -> None:
    found = codes(body)
    assert found and set(found) <= {"HAL02", "HAL07"}


@pytest.mark.parametrize("body", [
    "<script>x</script>", "<img src=x onerror=y>", "<iframe src=x>", "<style>p{}</style>", "<svg onload=x>", "<form>", "<base href=x>",
    "<!-- data -->", "--8<-- \"mkdocs.yml\"", "[x](javascript:alert)", "[x]( data:text/html,x)", "[x](//lain.example)",
    "![x](https://lain.example/a.png)", "![](a.png)", "[x](a.md){ onclick=\"y\" }", "[x](file:///etc/passwd){ rel=attachment }", "[x](&#106;avascript:y)",
    "## Judul {#x}", "<a href=\"x\">y</a>", "<br onclick=y>", "<META http-equiv=refresh>",
])
def test_markup_attack_is_refused(body: str) -> None:
    assert "HAL07" in codes(body) or "HAL02" in codes(body)


@pytest.mark.parametrize("body", [
    "{{ rubrik() }}", '{{ rubrik("a-b") }}', "{{ jadwal('a', hari=1) }}", "Teks biasa < 5 dan > 3.", "H<sub>2</sub>O", "`<script>` dalam kode",
    "```html\n<script>\n```", "[x](https://lapor.go.id)", "![Alur layanan](alur.svg)", "| a | b |\n|---|---|\n| 1 | 2 |", "!!! contoh \"Judul\"\n    Isi.",
    "- [ ] tugas", "Catatan[^1].\n\n[^1]: Isi.",
])
def test_ordinary_page_is_accepted(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(("text", "code"), [
    ("# Tanpa kepala\n", "HAL03"), ("---\ntitle: x\n", "HAL03"), ("---\n- a\n---\n# x\n", "HAL03"), ("---\ntitle: x\ndeskripsi: y\ntemplate: z\n---\n# x\n", "HAL04"),
    ("---\ntitle: x\ndeskripsi: y\nrender_macros: tidak\n---\n# x\n", "HAL04"), ("---\ntitle: \"{{ config }}\"\ndeskripsi: y\n---\n# x\n", "HAL04"),
    ("---\ntitle: no\ndeskripsi: y\n---\n# x\n", "YML06"), ("---\ntitle: x\n---\n# x\n", "HAL05"), ("---\ntitle: x\ndeskripsi: y\n---\nTanpa judul\n", "HAL06"),
    ("---\ntitle: x\ndeskripsi: y\n---\n# x\n\n#### lompat\n", "HAL06"), ("---\ntitle: x\ndeskripsi: y\n---\n# x\n\n# dua\n", "HAL06"),
    ("x" * 300_001, "HAL01"),
])
def test_faulty_head_is_told(text: str, code: str) -> None:
    assert code in [problem.code for problem in read_page(text.encode(), "docs/a.md").problems]


def test_facilitator_pages_are_known_by_folder_and_by_mark() -> None:
    marked = HEAD.replace("---\n#", "khusus_fasilitator: ya\n---\n#")
    assert for_facilitator(read_page(HEAD.encode(), "docs/fasilitator/a.md"))
    assert for_facilitator(read_page(marked.encode(), "docs/a.md"))
    assert not for_facilitator(read_page(HEAD.encode(), "docs/a.md"))


def test_headings_skip_code() -> None:
    page = read_page((HEAD + "## Satu\n\n```\n## bukan\n```\n\n### Dua {: .x }\n").encode(), "docs/a.md")
    assert [(level, text) for level, text, _ in headings(page)] == [(1, "Judul"), (2, "Satu"), (3, "Dua")]
