"""What the end of a line never parts: clock times, dates, a number and what it counts, a rule and its number.

Only spaces change, to ones that do not break. A hyphen before a digit (ke-30, W3-3) needs nothing: no line ends there.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

_MONTHS = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_COUNTED = "JP|WIB|menit|jam|hari|persen|ribu|juta|miliar|kB|MB|km|cm|mm|peran|setiap"
_NUMBERED = (
    "[Pp]asal|[Aa]yat|[Aa]ngka|[Hh]uruf|[Bb]ab|[Ll]ampiran|UU|PP|[Pp]erpres|[Pp]er[A-Z]+|[Pp]ermen[A-Z]+|[Pp]erkalan|SE|SKB|SK|RT|RW|Rp|"
    "[Nn]omor|[Nn]o\\.|[Hh]lm\\.|[Hh]alaman|[Ll]evel|[Tt]ingkat|[Ll]oket|[Pp]ukul|s\\.d\\.|[Mm]odul|[Rr]ubrik|[Ff]ormulir|[Ll]okakarya|"
    "[Aa]degan|[Ll]angkah|[Bb]agian|[Kk]olom|[Ss]kor|[Bb]utir|[Ss]ampai"
)
# Begins with the space that is to be changed, so that all other letters are passed over at once.
_GLUED = re.compile(
    r" (?:(?<=\d\d\.\d\d )(?=– \d\d\.\d\d\b)|(?<=\d – )(?=\d)"
    rf"|(?<=\d )(?=(?:{_COUNTED}|{_MONTHS})\b)"
    r"|(?<=\d.menit )(?=lagi\b)"
    r"|(?<=\d )(?=[A-Z](?:[ ;,.]|$))"  # a number and its letter, as in a key
    r"|(?<=\d )(?=[÷×+−] \d)|(?<=[÷×+=−] )(?=\d)"
    r"|(?<=\(hari )(?=\d dari \d\))|(?<=\(hari \d )(?=dari \d\))|(?<=dari )(?=\d\))"
    r"|(?<=[hH]ari )(?=ke-\d)|(?<=enit )(?=ke-\d))"
)
_BEHIND = re.compile(rf"(?<![\w-])({_NUMBERED}) (?=[A-Z]?\d)")
_NUMBER = re.compile(r" [A-Z]?\d")
"""What must follow for anything to be kept before it: found at once, while the pattern above tries every word."""
_HAS_DIGIT = re.compile(r"\d")


def glued(text: str) -> str:
    """The text with words that belong together kept on one line."""
    text = text.replace(" …", f"{NO_BREAK}…")  # the gap of an item
    if not _HAS_DIGIT.search(text):
        return text
    text = _GLUED.sub(NO_BREAK, text)
    return _BEHIND.sub(rf"\1{NO_BREAK}", text) if _NUMBER.search(text) else text
