"""The last of a page's weight: names that nobody says any more, once books, search and audits have read the pages."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from html import unescape

_AS_IS = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL)
_CLASS = re.compile(r""" class=(?:"([^"]*)"|([^\s>"]+))(?=[^<]*>)""")
_HEADING = re.compile(r"""<h([14]) id=(?:"([^"]*)"|([^\s>]+))>(.*?)(?=</h\1>)""", re.DOTALL)
_LINK = re.compile(r"""\shref=(?:"([^"]*)#([^"]*)"|([^\s>"]*)#([^\s>"]*))""")
_CARD = re.compile(r"""<section id=(?:"([^"]*)"|([^\s>]+))(?= class="kartu kartu-(?:skenario|lembar-kerja|templat)\b)""")
_TABLE = re.compile(r"""(<table class="tabel tabel-([\w-]+)[^>]*>)(.*?)(</tbody>|<tfoot>|</table>)""", re.DOTALL)
_CELL = re.compile(r"""<(?:(tr)\b|(t[dh])\b)[^>]*>""")
_LABEL = re.compile(r""" data-label=(?:"([^"]*)"|([^\s>]+))""")
_SAID_IN_SHEET = re.compile(r"""\.tabel-([\w-]+) tbody td:nth-child\((\d+)\)(?::not\(\[data-label\]\))?:before(?:,[^{]*)?\{content:(none|"[^"]*")""")
"""A sheet's own words for a column of a kind of table, or that a card says none there (assets/gaya/isi.css)."""
_NAMED_BY = re.compile(r"""\s(?:aria-labelledby|aria-describedby|aria-controls|for)=(?:"([^"]*)"|([^\s>"]*))""")
_LEFT_OUT = re.compile(r"</caption>|</colgroup>|</body></html>$|<head>|</head>(?=<body)")
"""Tags that a browser puts in by itself (HTML, 13.1.2.4), but the parser of our books does not."""
_TOGETHER = re.compile(r"(?<![\w-])((?:ke|[A-Z]\d{1,2})-)(?=\d)(?=[^<>]*<)")
"""An ordinal or a code (`ke-30`, `B2-1`), which no line may end in the middle of: a word joiner (U+2060) stands behind the hyphen."""
_WORD = re.compile(r"[\w-]+")


def bared(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every page of a finished site, by path, without classes that no sheet and no script knows, without labels of cells that a
    sheet says too, and without ids that nothing leads to; codes and ordinals stay on one line.

    An id that a search may lead to is found again by skrip/kerangka.js, from the words of its heading.
    """
    sheets = "".join(data.decode("utf-8") for path, data in site.items() if path.endswith(".css"))
    labels = {(match[1], int(match[2])): match[3].strip('"') for match in _SAID_IN_SHEET.finditer(sheets)}
    said = frozenset(_WORD.findall("".join(data.decode("utf-8") for path, data in site.items() if path.endswith(".css") or path.startswith("assets/skrip/"))))
    pages = {path: data.decode("utf-8") for path, data in site.items() if path.endswith(".html")}
    wanted = frozenset(target for path, text in pages.items() for target in _targets(path, text))
    return {path: _bare(path, _unlabelled(text, labels), said, wanted).encode() for path, text in pages.items()}


def slug(heading: str) -> str:
    """The id that the generator gives to a heading (Python-Markdown, `slugify`)."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _targets(path: str, text: str) -> list[tuple[str, str]]:
    """Pages and ids that the links of a page lead to, and what its elements are named by."""
    links = [(match[1] or match[3] or "", match[2] or match[4] or "") for match in _LINK.finditer(text)]
    names = [(path, name) for match in _NAMED_BY.finditer(text) for name in (match[1] or match[2] or "").split()]
    return names + [(posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path, place) for address, place in links]


def _unlabelled(text: str, labels: Mapping[tuple[str, int], str]) -> str:
    def table(match: re.Match[str]) -> str:
        place = 0

        def cell(found: re.Match[str]) -> str:
            nonlocal place
            place = 0 if found[1] else place + 1
            label, words = _LABEL.search(found[0]), labels.get((match[2], place))
            known = label and words and words in ("none", label[1] or label[2])
            return _LABEL.sub("", found[0]) if known else found[0]

        return match[1] + _CELL.sub(cell, match[3]) + match[4]

    return _TABLE.sub(table, text)


def _bare(path: str, text: str, said: frozenset[str], wanted: frozenset[tuple[str, str]]) -> str:
    known = said | frozenset(_WORD.findall("".join(_AS_IS.findall(text))))

    def classes(match: re.Match[str]) -> str:
        names = (match[1] or match[2] or "").split()
        kept = [name for name in names if name in known]
        return match[0] if kept == names else "" if not kept else f" class={kept[0]}" if len(kept) == 1 else f' class="{" ".join(kept)}"'

    def heading(match: re.Match[str]) -> str:
        name = match[2] or match[3]
        found_again = match[1] == "1" or name == slug(unescape(re.sub(r"<[^>]+>", "", match[4])))
        return f"<h{match[1]}>{match[4]}" if found_again and (path, name) not in wanted else match[0]

    def card(match: re.Match[str]) -> str:
        return match[0] if (path, match[1] or match[2]) in wanted else "<section"

    return "".join(part if number % 2 else _LEFT_OUT.sub("", _TOGETHER.sub("\\1\u2060", _HEADING.sub(heading, _CARD.sub(card, _CLASS.sub(classes, part)))))
                   for number, part in enumerate(_AS_IS.split(text)))
