"""What Markdown would pass on to a browser and a page may not carry: tags, handlers, foreign addresses, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syllabus.place import Place
from syllabus.problem import Problem

_PLAIN_TAGS = frozenset({"br", "sub", "sup", "kbd", "abbr", "mark", "small"})
_TAG = re.compile(r"<\s*([a-zA-Z][\w:-]*)([^>]*)>?")
_MARKUP = (
    (re.compile(r"\{#"), "Tanda {# dibaca sebagai komentar.", "Hapus tanda kurung kurawal dan pagar."),
    (re.compile(r"\{%"), "Perintah {% %} tidak dipakai pada halaman.", "Hapus perintahnya."),
    (re.compile(r"<!--"), "Komentar HTML ikut terbit.", "Hapus komentar."),
    (re.compile(r"^\s*-{1,2}8<-{1,2}"), "Sisipan berkas (--8<--) tidak dipakai.", "Pakai macro atau salin isinya."),
    (re.compile(r"\]\(\s*<?\s*(?:javascript|data|vbscript|file)\s*:", re.IGNORECASE), "Tautan ini menjalankan atau memuat sesuatu.", "Pakai alamat https atau halaman lain."),
    (re.compile(r"\]\(\s*<?\s*//"), "Tautan ini tidak menyebut https.", "Tulis https:// di depannya."),
    (re.compile(r"!\[[^\]]*\]\(\s*<?\s*https?:", re.IGNORECASE), "Gambar dari situs lain tidak dipakai.", "Simpan gambar di docs/."),
    (re.compile(r"!\[\s*\]\("), "Gambar ini belum punya teks pengganti.", "Isi di dalam kurung siku."),
    (re.compile(r"\{[^}]*\b(?:on\w+|style|rel|srcdoc)\s*=", re.IGNORECASE), "Atribut ini tidak dipakai pada halaman.", "Hapus atributnya."),
    (re.compile(r"&#|&(?:colon|Tab|NewLine);", re.IGNORECASE), "Kode huruf tidak dipakai pada halaman.", "Ketik hurufnya langsung."),
)


def check_markup(body: str, file: str, first_line: int) -> Iterator[Problem]:
    """What Markdown would pass on to a browser and should not. Code blocks and code spans are only shown, so they are left alone."""
    for number, line in prose_lines(body, first_line):
        shown = re.sub(r"`[^`]*`", lambda match: " " * len(match[0]), line)
        for match in _TAG.finditer(shown):
            if match[1].lower() not in _PLAIN_TAGS or "=" in match[2]:
                yield Problem("HAL07", Place(file, number, match.start() + 1), f"Tanda HTML <{match[1]}> tidak dipakai pada halaman.",
                              "Pakai Markdown atau macro.")
        for pattern, sentence, hint in _MARKUP:
            found = pattern.search(shown)
            if found:
                yield Problem("HAL07", Place(file, number, found.start() + 1), sentence, hint)


def prose_lines(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Lines outside code blocks, with their line numbers."""
    fence = ""
    for number, line in enumerate(body.split("\n"), first_line):
        mark = re.match(r"\s*(`{3,}|~{3,})", line)
        if mark and not fence:
            fence = mark[1]
        elif mark and fence and mark[1].startswith(fence[0] * len(fence)):
            fence = ""
        elif not fence:
            yield number, line
