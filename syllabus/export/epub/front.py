"""What stands before the chapters of a book for phones: its cover, its title page, and its contents, which are the reader's menu too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from syllabus.export.epub.chapter import Heading, Written, framed

COVER = "sampul.png"


def cover_page(title: str) -> str:
    """The page that shows the picture, alone."""
    return framed(title, f'<section epub:type="cover" class="sampul"><img src="{COVER}" alt="Sampul {escape(title)}"/></section>')


def title_page(title: str, subtitle: str, lines: Sequence[str]) -> str:
    """The title, what the book holds, and who stands for it."""
    under = f'<p class="subjudul">{escape(subtitle)}</p>' if subtitle else ""
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return framed(title, f'<section epub:type="titlepage" class="judul-buku"><h1>{escape(title)}</h1>{under}{said}</section>')


def contents(title: str, parts: Sequence[tuple[str, Sequence[tuple[str, Written]]]], landmarks: Sequence[tuple[str, str, str]]) -> str:
    """Parts, chapters by file, and their headings. Headings are in the menu of a reading program and not on the page, where they
    would make chapters hard to find. `landmarks`: kind, file and name of places to jump to."""
    entries = "".join(_part(name, chapters) for name, chapters in parts)
    places = "".join(f'<li><a epub:type="{kind}" href="{file}">{escape(name)}</a></li>' for kind, file, name in landmarks)
    return framed(
        title,
        f'<nav epub:type="toc" role="doc-toc" id="isi"><h1>Daftar isi</h1><ol>{entries}</ol></nav>'
        f'<nav epub:type="landmarks" hidden="hidden"><h2>Penanda</h2><ol>{places}</ol></nav>',
    )


def _part(name: str, chapters: Sequence[tuple[str, Written]]) -> str:
    entries = "".join(_chapter(file, chapter) for file, chapter in chapters)
    return f"<li><span>{escape(name)}</span><ol>{entries}</ol></li>" if name else entries


def _chapter(file: str, chapter: Written) -> str:
    below = _below(file, chapter.headings, ' hidden="hidden"')
    return f'<li><a href="{file}">{escape(chapter.title)}</a>{below}</li>'


def _below(file: str, headings: Sequence[Heading], hidden: str = "") -> str:
    entries = "".join(f'<li><a href="{file}#{one.anchor}">{escape(one.words)}</a>{_below(file, one.below)}</li>' for one in headings)
    return f"<ol{hidden}>{entries}</ol>" if entries else ""
