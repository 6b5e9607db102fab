"""Strict YAML: every scalar stays text. Read from libyaml's events; what cannot be read comes back as a problem."""

from __future__ import annotations

import yaml

from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.source.builder import Builder
from syllabus.source.tree import Source
from syllabus.text_safety import MOST_BYTES, check_text, decode_utf8
from syllabus.uncollected import uncollected


def read_yaml(data: bytes, file: str, first_line: int = 1) -> Source:
    """Read one YAML document. Never raises; what is wrong comes back as problems with places.

    `first_line` is the line of the file at which `data` begins, for the front matter of a page.
    """
    if len(data) > MOST_BYTES:
        return Source(file, None, (Problem("YML01", Place(file), "Berkas ini terlalu besar.", "Bagi menjadi beberapa berkas."),))
    text, problem = decode_utf8(data, file)
    if text is None:
        return Source(file, None, (problem,) if problem else ())
    problems = list(check_text(text, file, first_line))
    if problems:
        return Source(file, None, tuple(problems))
    builder = Builder(file, first_line)
    try:
        with uncollected():
            for event in yaml.parse(text, Loader=yaml.CLoader):
                if not builder.take(event):
                    break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax(error, text, file, first_line))
        builder.root = None
    except yaml.YAMLError:
        builder.problems.append(Problem("YML02", Place(file, first_line), "Berkas ini bukan YAML.", "Bandingkan dengan contoh."))
        builder.root = None
    return Source(file, builder.root, tuple(builder.problems))


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    """Say what is open or out of line. The kind is read off the text at the mark, never off the library's words."""
    opened = error.context_mark
    mark = error.problem_mark or opened
    lines = text.split("\n")
    if opened is not None and opened.line < len(lines):
        sign = lines[opened.line][opened.column : opened.column + 1]
        place = Place(file, opened.line + first_line, opened.column + 1)
        if sign in ("'", '"'):
            return Problem("YML03", place, "Tanda kutip ini belum ditutup, atau ada kutip lain di dalamnya.",
                           "Tutup dengan kutip yang sama di akhir nilai.")
        if sign in ("[", "{"):
            return Problem("YML03", place, f'Kurung "{sign}" ini belum ditutup, atau isinya perlu diapit kutip.',
                           "Tutup kurung, atau tulis satu butir per baris.")
    if mark is None:
        return Problem("YML02", Place(file, first_line), "Susunan YAML keliru.", "Bandingkan dengan contoh.")
    line = min(mark.line, len(lines) - 1)
    return Problem("YML02", Place(file, line + first_line, mark.column + 1), "Susunan YAML keliru di sini.",
                   'Periksa spasi di awal baris, titik dua, dan kutip. Nilai yang memuat ": " perlu diapit kutip.')
