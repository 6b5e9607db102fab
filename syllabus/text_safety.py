"""Text that can be trusted to be what it looks like: UTF-8, no hidden characters, lines of bearable length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from syllabus.place import Place
from syllabus.problem import Problem

MOST_BYTES = 2 * 1024 * 1024
MOST_LINE = 5_000
# Controls but line feed, carriage return and tab; soft hyphen, zero-width, bidi, line separators, tag characters, byte order mark inside.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff\ud800-\udfff]"
)


def decode_utf8(data: bytes, file: str) -> tuple[str | None, Problem | None]:
    """Bytes to text, a leading byte order mark dropped; or the problem with its line."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, Problem("TKS01", Place(file, line), "Berkas ini tidak tersimpan sebagai UTF-8.", "Simpan ulang dengan pengodean UTF-8.")


def check_text(text: str, file: str, first_line: int = 1) -> Iterator[Problem]:
    """Hidden characters and over-long lines, each once per line."""
    if not _HIDDEN.search(text) and len(text) <= MOST_LINE:
        return
    for number, line in enumerate(text.split("\n"), first_line):
        found = _HIDDEN.search(line)
        if found:
            point = f"U+{ord(found[0]):04X}"
            yield Problem("TKS02", Place(file, number, found.start() + 1), f"Ada huruf tersembunyi {point}.", "Hapus lalu ketik ulang bagian ini.")
        if len(line) > MOST_LINE:
            yield Problem("TKS03", Place(file, number), f"Baris ini lebih dari {MOST_LINE} huruf.", "Bagi menjadi beberapa baris.")


def mixed_script(text: str) -> bool:
    """Whether letters of Latin and of another script stand in one word, as in look-alike names."""
    if text.isascii():
        return False
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha()}
    return len(scripts) > 1
