"""A page becomes its front matter, its prose and its macro calls. Templates are parsed, never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from syllabus.markup import check_markup, prose_lines
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.source import Source, read_yaml
from syllabus.text_safety import check_text, decode_utf8

Constant = str | int | bool
MOST_BYTES = 300_000
FRONT_KEYS = frozenset({"title", "deskripsi", "dicari", "urutan", "khusus_fasilitator", "gambar", "search"})
_CALL_HINT = 'Pada halaman hanya boleh ada panggilan macro dengan isian tetap, misalnya {{ rubrik("studi-kasus") }}.'


@dataclass(frozen=True)
class Call:
    """One macro call with constant arguments."""

    name: str
    args: tuple[Constant, ...]
    kwargs: tuple[tuple[str, Constant], ...]
    place: Place


@dataclass(frozen=True)
class Page:
    """One page as read. `body_line` is the line of the file at which the body begins."""

    file: str
    front: Source | None
    body: str
    body_line: int
    calls: tuple[Call, ...]
    problems: tuple[Problem, ...]

    def meta(self, key: str) -> str:
        """A text of the front matter, or "" where it is absent."""
        front = self.front.plain() if self.front else None
        value = front.get(key, "") if isinstance(front, dict) else ""
        return value if isinstance(value, str) else ""


def for_facilitator(page: Page) -> bool:
    """Whether a page belongs to the facilitator's build only: by its folder or by its front matter."""
    return page.file.startswith("docs/fasilitator/") or page.meta("khusus_fasilitator") == "ya"


def headings(page: Page) -> tuple[tuple[int, str, int], ...]:
    """Level, text and line of every heading outside code blocks."""
    found = []
    for number, line in prose_lines(page.body, page.body_line):
        match = re.match(r"(#{1,6})\s+(.+?)\s*(\{[^}]*\})?\s*$", line)
        if match:
            found.append((len(match[1]), match[2], number))
    return tuple(found)


def read_page(data: bytes, file: str) -> Page:
    """Read a page. Never raises; faults come back as problems with places."""
    if len(data) > MOST_BYTES:
        return _broken(file, Problem("HAL01", Place(file), "Halaman ini terlalu besar.", "Bagi menjadi beberapa halaman."))
    text, problem = decode_utf8(data, file)
    if text is None:
        return _broken(file, *([problem] if problem else []))
    problems = list(check_text(text, file))
    front, body, body_line, front_problems = _split(text, file)
    problems += front_problems
    calls: tuple[Call, ...] = ()
    try:
        tree = Environment(autoescape=True).parse(body)
    except TemplateSyntaxError as error:
        problems.append(Problem("HAL02", Place(file, body_line + error.lineno - 1), "Kurung kurawal di sini bukan panggilan macro yang utuh.", _CALL_HINT))
    except RecursionError:
        problems.append(Problem("HAL02", Place(file, body_line), "Panggilan macro bersarang terlalu dalam.", _CALL_HINT))
    else:
        lines = body.split("\n")
        problems += (Problem("HAL02", Place(file, body_line + line - 1), sentence, _CALL_HINT) for line, sentence in check_template(tree))
        calls = tuple(_calls(tree, file, body_line, lines))
    problems += check_markup(body, file, body_line)
    page = Page(file, front, body, body_line, calls, ())
    problems += _head(page)
    return Page(file, front, body, body_line, calls, tuple(problems))


def _broken(file: str, *problems: Problem) -> Page:
    return Page(file, None, "", 1, (), problems)


def _split(text: str, file: str) -> tuple[Source | None, str, int, list[Problem]]:
    if not text.startswith("---\n"):
        return None, text, 1, [Problem("HAL03", Place(file), "Halaman belum punya kepala (title dan deskripsi).",
                                       'Awali berkas dengan baris "---", isi, lalu "---" lagi.')]
    end = text.find("\n---\n", 3)
    if end < 0:
        return None, "", 1, [Problem("HAL03", Place(file), 'Kepala halaman belum ditutup dengan "---".', "Tambah baris penutup.")]
    front = read_yaml(text[4 : end + 1].encode(), file, first_line=2)
    problems = list(front.problems)
    plain = front.plain()
    if not front.problems and not isinstance(plain, dict):
        problems.append(Problem("HAL03", Place(file, 2), "Kepala halaman harus berupa kunci dan nilai.", "Tulis title dan deskripsi."))
        front = Source(file, None)
    elif isinstance(plain, dict):
        for key, value in plain.items():
            if key not in FRONT_KEYS:
                problems.append(Problem("HAL04", front.key_place(key), f'Kunci "{key}" tidak dipakai pada kepala halaman.',
                                        f"Kunci yang ada: {', '.join(sorted(FRONT_KEYS))}."))
            elif not isinstance(value, str) or "{{" in value or "{%" in value:
                problems.append(Problem("HAL04", front.place(key), "Nilai kepala halaman harus teks biasa.", "Hapus kurung kurawal."))
    body_line = text.count("\n", 0, end + 5) + 1
    return front, text[end + 5 :], body_line, problems


def _head(page: Page) -> Iterator[Problem]:
    if page.front is None or page.front.root is None:
        return
    for key in ("title", "deskripsi"):
        if not page.meta(key):
            yield Problem("HAL05", Place(page.file, 2), f'Kepala halaman belum memuat "{key}".', "Isi pada kepala halaman.")
    tops = [line for level, _, line in headings(page) if level == 1]
    if len(tops) != 1:
        place = Place(page.file, tops[1] if len(tops) > 1 else page.body_line)
        yield Problem("HAL06", place, f"Halaman punya {len(tops)} judul utama (#).", "Pakai tepat satu.")
    above = 0
    for level, text, line in headings(page):
        if above and level > above + 1:
            yield Problem("HAL06", Place(page.file, line), f'Judul "{text}" melompati satu tingkat.', f"Pakai {'#' * (above + 1)}.")
        above = level


def check_template(tree: nodes.Template, names: frozenset[str] | None = None) -> list[tuple[int, str]]:
    """Everything in a parsed template that is not text or a macro call with constants: line and sentence.

    With `names`, calls of other macros are refused as well. Linear in the size of the page.
    """
    found: list[tuple[int, str]] = []
    for part in tree.body:
        if not isinstance(part, nodes.Output):
            found.append((part.lineno, "Perintah {% %} tidak dipakai pada halaman."))
            continue
        for node in part.nodes:
            sentence = _fault(node, names)
            if sentence:
                found.append((node.lineno, sentence))
    return found


def _fault(node: nodes.Expr, names: frozenset[str] | None) -> str:
    if isinstance(node, nodes.TemplateData):
        return ""
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return "Yang di dalam {{ }} bukan panggilan macro."
    if node.dyn_args is not None or node.dyn_kwargs is not None:
        return "Isian macro tidak boleh memakai bintang."
    if names is not None and node.node.name not in names:
        return f'Macro "{node.node.name}" tidak ada.'
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    if not all(isinstance(value, nodes.Const) and isinstance(value.value, (str, int)) for value in values):
        return "Isian macro harus teks atau angka yang tetap."
    return ""


def _calls(tree: nodes.Template, file: str, body_line: int, lines: list[str]) -> Iterator[Call]:
    used: dict[tuple[int, str], int] = {}
    for part in tree.body:
        for node in part.nodes if isinstance(part, nodes.Output) else ():
            if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not _fault(node, None):
                name = node.node.name
                spot = (node.lineno, name)
                column = lines[node.lineno - 1].find(f"{name}(", used.get(spot, 0))
                used[spot] = column + 1
                yield Call(name, tuple(_constant(value) for value in node.args),
                           tuple((keyword.key, _constant(keyword.value)) for keyword in node.kwargs),
                           Place(file, body_line + node.lineno - 1, max(column, 0) + 1))


def _constant(node: nodes.Expr) -> Constant:
    assert isinstance(node, nodes.Const)
    value: Constant = node.value
    return value
