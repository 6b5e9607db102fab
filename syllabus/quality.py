"""How full a module is, in numbers: words, minutes, items, practice, sentence length, and the least that each should be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from syllabus.curriculum import Curriculum, Entry
from syllabus.prose import sentences
from syllabus.shapes.module import Module

SECTION = "Materi"
WORDS = (1200, 2500)
MEAN_WORDS = 16
LONGEST = 25
LEAST_ITEMS = 8
KINDS = ("simulasi", "studi_kasus", "diskusi")


@dataclass(frozen=True)
class Quality:
    """One module in numbers. Minutes are in minutes, JP in JP; `short` names in Indonesian what is below the line."""

    code: str
    title: str
    words: int
    mean_words: float
    longest: int
    steps: int
    minutes: int
    wanted_minutes: int
    items: tuple[int, int, int]
    fewest_per_indicator: int
    practice: int
    kinds: int
    worksheets: int
    short: tuple[str, ...]


def qualities(curriculum: Curriculum) -> tuple[Quality, ...]:
    """All modules in order."""
    return tuple(_quality(curriculum, entry) for entry in curriculum.modules_in_order())


def _quality(curriculum: Curriculum, entry: Entry[Module]) -> Quality:
    module = entry.value
    page = curriculum.pages.get(f"modul/{entry.id}")
    prose = sentences(page, SECTION) if page else ()
    counts = [sentence.words for sentence in prose]
    bank = curriculum.items.get(entry.id)
    items = bank.value.items if bank else ()
    used = Counter(item.use for item in items)
    tests = Counter(item.indicator for item in items if item.secret)
    jp = module.jp.total if module.jp else 0
    practice = round(100 * module.jp.practical / jp) if module.jp and jp else 0
    values = (
        sum(counts), sum(counts) / len(counts) if counts else 0.0, max(counts, default=0), len(module.steps),
        sum(step.minutes or 0 for step in module.steps), jp * curriculum.program.value.jp_minutes.minutes,
        (used["pretes"], used["postes"], used["latihan"]), min((tests[item.id] for item in module.indicators), default=0), practice,
        len({scenario.kind for scenario in module.scenarios}), len(module.worksheets),
    )
    return Quality(module.code, module.title, *values, short=tuple(_short(*values)))


def _short(
    words: int, mean: float, longest: int, steps: int, minutes: int, wanted: int, items: tuple[int, int, int], fewest: int, practice: int,
    kinds: int, sheets: int,
) -> list[str]:
    lines = (
        (not WORDS[0] <= words <= WORDS[1], f"materi {words} kata, seharusnya {WORDS[0]} s.d. {WORDS[1]}"),
        (mean >= MEAN_WORDS, f"rerata kalimat {mean:.1f} kata, seharusnya di bawah {MEAN_WORDS}".replace(".", ",")),
        (longest > LONGEST, f"kalimat terpanjang {longest} kata, paling banyak {LONGEST}"),
        (not steps, "belum ada langkah"),
        (minutes != wanted, f"langkah {minutes} menit, seharusnya {wanted}"),
        (min(items[:2]) < LEAST_ITEMS, f"pretes dan postes masing-masing sedikitnya {LEAST_ITEMS} butir"),
        (not fewest, "ada indikator tanpa butir tes"),
        (practice < 50, f"praktik {practice} persen, seharusnya sedikitnya 50"),
        (kinds < len(KINDS), "perlu simulasi, studi kasus, dan diskusi"),
        (not sheets, "belum ada lembar kerja"),
    )
    return [sentence for wrong, sentence in lines if wrong]
