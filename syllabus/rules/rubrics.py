"""A rubric can be scored: weights, levels, order and words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from syllabus import bahasa
from syllabus.problem import Problem
from syllabus.rules.rule import Case

FEWEST, MOST = 2, 6


def weights(case: Case) -> Iterator[Problem]:
    """Rule 10."""
    for entry in case.curriculum.rubrics.values():
        total = sum((criterion.weight for criterion in entry.value.criteria), Decimal(0))
        if total != 100:
            yield Problem("RUB01", entry.at("kriteria"), f"bobot kriteria berjumlah {bahasa.number(total)}, seharusnya 100.",
                          "Ubah bobot salah satu kriteria.", subject=f'Rubrik {entry.value.code} "{entry.value.title}"')


def level_count(case: Case) -> Iterator[Problem]:
    """Rule 10."""
    for entry in case.curriculum.rubrics.values():
        for number, criterion in enumerate(entry.value.criteria):
            if not FEWEST <= len(criterion.levels) <= MOST:
                yield Problem("RUB02", entry.at("kriteria", number, "tingkat"), f"kriteria punya {len(criterion.levels)} tingkat.",
                              f"Isi {FEWEST} sampai {MOST} tingkat.", subject=f'Rubrik {entry.value.code} › "{criterion.title}"')


def level_order(case: Case) -> Iterator[Problem]:
    """Rule 10: strictly falling scores; the first is the maximum."""
    for entry in case.curriculum.rubrics.values():
        for number, criterion in enumerate(entry.value.criteria):
            scores = [level.score for level in criterion.levels]
            subject = f'Rubrik {entry.value.code} › "{criterion.title}"'
            if any(first <= second for first, second in pairwise(scores)):
                yield Problem("RUB03", entry.at("kriteria", number, "tingkat"),
                              f"skor tingkat {', '.join(map(bahasa.number, scores))} tidak turun berurutan.",
                              "Urutkan dari skor tertinggi dan jangan ada skor kembar.", subject=subject)
            elif scores and criterion.most is not None and scores[0] != criterion.most:
                yield Problem("RUB03", entry.at("kriteria", number, "skor_maks"),
                              f"skor_maks {bahasa.number(criterion.most)}, sedangkan tingkat tertinggi {bahasa.number(scores[0])}.",
                              "Samakan keduanya.", subject=subject)


def descriptors(case: Case) -> Iterator[Problem]:
    """Rule 10: no two levels of a criterion read alike."""
    for entry in case.curriculum.rubrics.values():
        for number, criterion in enumerate(entry.value.criteria):
            seen: dict[str, int] = {}
            for count, level in enumerate(criterion.levels):
                text = " ".join(level.descriptor.casefold().split())
                if text in seen:
                    yield Problem("RUB04", entry.at("kriteria", number, "tingkat", count, "deskriptor"),
                                  f"deskriptor sama dengan tingkat ke-{seen[text] + 1}.", "Tulis bukti yang membedakan kedua tingkat.",
                                  subject=f'Rubrik {entry.value.code} › "{criterion.title}"')
                seen.setdefault(text, count)


def skipping(case: Case) -> Iterator[Problem]:
    """A criterion that may be NA needs a policy."""
    for entry in case.curriculum.rubrics.values():
        for number, criterion in enumerate(entry.value.criteria):
            if criterion.may_skip and entry.value.skip_policy == "tidak_ada":
                yield Problem("RUB05", entry.at("kriteria", number, "boleh_na"), "kriteria boleh NA, tetapi kebijakan_na belum diisi.",
                              "Isi kebijakan_na: bobot_dibagi_ulang atau dihitung_nol.",
                              subject=f'Rubrik {entry.value.code} › "{criterion.title}"')
