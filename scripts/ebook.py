"""The participants' books for phones: each public book for participants also as EPUB, beside its PDF."""

from __future__ import annotations

from pathlib import Path

from macros.project import Project
from scripts.books import articles_of, parts_of
from syllabus.export.epub.book import Ebook, epub
from syllabus.export.epub.chapter import Chapter, Part
from syllabus.press.cover import cover_picture
from syllabus.shelf import volumes

COVER_WIDTH = 600
"""Dots: what catalogues of e-readers ask for at least."""


def ebooks(project: Project, site: Path, shelf: Path) -> int:
    """Write the EPUB files beside the printed books, whose covers they bear. Returns how many. Missing pages were told when the same book was printed."""
    program = project.curriculum.program.value
    articles = articles_of(site)
    count = 0
    for volume in volumes(project.curriculum):
        if not volume.as_ebook:
            continue
        parts, _ = parts_of(project, volume, articles)
        chapters = tuple(Part(part.title, tuple(Chapter(page.title, page.html, page.url_path) for page in part.chapters)) for part in parts)
        cover = cover_picture((shelf / f"{volume.id}.pdf").read_bytes(), COVER_WIDTH)
        book = Ebook(volume.title, volume.subtitle, program.owner, program.edition, program.edition_date, cover, chapters)
        (shelf / f"{volume.id}.epub").write_bytes(epub(book))
        count += 1
    return count
