"""Formal, plain Indonesian: short sentences and the spellings this programme keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from syllabus.pages import for_facilitator
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.prose import sentences
from syllabus.rules.rule import Case

MOST_WORDS = 25
_BANNED = (
    (re.compile(r"\b(?:BerAhlak|Berakhlak|BerAkhlak|BERAKHLAK)\b"), "BerAKHLAK"),
    (re.compile(r"\bBatanghari\b"), "Batang Hari"),
    (re.compile(r"\b[Pp]re-?test\b"), "pretes"), (re.compile(r"\b[Pp]ost-?test\b"), "postes"),
    (re.compile(r"\b[Aa]nalisa\b"), "analisis"), (re.compile(r"\b[Rr]esiko\b"), "risiko"), (re.compile(r"\b[Pp]raktek\b"), "praktik"),
    (re.compile(r"\b[Jj]adual\b"), "jadwal"), (re.compile(r"\b[Ii]jin\b"), "izin"), (re.compile(r"\b[Aa]ntri(?:an)?\b"), "antre"),
    (re.compile(r"\b[Kk]wit?ansi\b"), "kuitansi"), (re.compile(r"\b[Mm]erubah\b"), "mengubah"), (re.compile(r"\b[Dd]irubah\b"), "diubah"),
    (re.compile(r"\b[Dd]imana\b"), "di mana"), (re.compile(r"\b[Dd]isini\b"), "di sini"), (re.compile(r"\b[Dd]idalam\b"), "di dalam"),
    (re.compile(r"\b[Dd]iantara(?:nya)?\b"), "di antara"), (re.compile(r"\b[Nn]opember\b"), "November"), (re.compile(r"\b[Ss]holat\b"), "salat"),
    (re.compile(r"\b[Pp]erlindungan [Dd]ata [Pp]ribadi\b"), "pelindungan data pribadi"), (re.compile(r"\b60 menit ?(?:/|per) ?JP\b"), "45 menit per JP"),
)


def spelling(case: Case) -> Iterator[Problem]:
    """Rule 31: variants that this programme does not use, in pages and data, lists of what readers may type aside."""
    for file, text in case.curriculum.texts.items():
        if file.endswith(("rujukan/istilah.yml", "rujukan/pencarian.yml")):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            for pattern, right in _BANNED:
                for match in pattern.finditer(line):
                    yield Problem("BAH01", Place(file, number, match.start() + 1), f'ejaan "{match[0]}" tidak dipakai.', f'Tulis "{right}".',
                                  "saran", replacement=right)


def long_sentences(case: Case) -> Iterator[Problem]:
    """Rule 31: sentences for participants have 25 words or fewer."""
    for page in case.curriculum.pages.values():
        if for_facilitator(page):
            continue
        for sentence in sentences(page):
            if sentence.words > MOST_WORDS:
                yield Problem("BAH02", Place(page.file, sentence.line), f'kalimat {sentence.words} kata: "{sentence.text[:48]}…".',
                              f"Bagi menjadi kalimat paling banyak {MOST_WORDS} kata.", "saran")
