"""Pages to make a site large with: the same ones every time, with the words of a curriculum and words of their own.

Each has about 320 words in five sections. Words follow Zipf's law (the n-th word is about n times rarer than the first), so that a
site of 10,000 pages knows about 40,000 words, as real ones do.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from syllabus.export.search.roots import dictionary

SHARED = """peserta pelatihan pegawai layanan warga loket petugas modul latihan nilai tugas jadwal kerja waktu berkas aturan unit kantor langkah
contoh hasil tujuan diskusi kelompok simulasi kasus rencana tindak lanjut catatan lembar pertanyaan jawaban fasilitator pemohon dokumen""".split()
AFFIXES = ("{}", "{}", "{}an", "di{}", "{}kan", "ber{}", "ter{}", "{}nya", "ke{}an", "pe{}an", "memper{}", "se{}")
FOLDERS = ("modul", "program", "program", "lokakarya", "tentang")


def pages(count: int) -> Iterator[tuple[str, str]]:
    """Address and HTML of so many pages."""
    chance = Random(20270401)
    ends = sorted(word for word in dictionary() if word.isalpha() and len(word) > 3)
    chance.shuffle(ends)
    known = [AFFIXES[place * 7 % len(AFFIXES)].format(ends[place * 13 % len(ends)]) for place in range(min(4 * len(ends), 600 + 6 * count))]
    weights = list(accumulate(1 / (place + 20) for place in range(len(known))))

    def line(words: int, own: float) -> str:
        said = chance.choices(known, cum_weights=weights, k=words)
        return " ".join(word if chance.random() < own else chance.choice(SHARED) for word in said)

    for number in range(count):
        title = line(4, 0.75).title()
        parts = "".join(
            f'<h2 id="bagian-{part}">{line(3, 0.6).capitalize()}</h2>' + "".join(f"<p>{line(14, 0.55).capitalize()}.</p>" for _ in range(4))
            for part in range(5)
        )
        head = f'<html lang="id"><head><title>{title}</title><meta name="description" content="{line(9, 0.6)}"></head>'
        yield f"{FOLDERS[number % len(FOLDERS)]}/laman-{number:05}.html", f"{head}<body><article><h1>{title}</h1>{parts}</article></body></html>"
