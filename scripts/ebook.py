"""The participants' books for phones: each public book for participants also as EPUB, beside its PDF."""

from __future__ import annotations

from pathlib import Path

from macros.project import Project
from scripts.books import parts_of
from scripts.pages_of import built_pages
from syllabus.export.epub import EpubChapter, epub


def ebooks(project: Project, site: Path, shelf: Path) -> int:
    """Write the EPUB files. Returns how many. Missing pages were told when the same book was printed."""
    program = project.curriculum.program.value
    articles = {page.path.removesuffix(".html"): page.article() for page in built_pages(site)}
    count = 0
    for stem, entry in project.curriculum.books.items():
        if not entry.value.public or entry.value.audience != "peserta":
            continue
        parts, _ = parts_of(project, entry, articles)
        chapters = [EpubChapter(chapter.title, chapter.html, chapter.url_path) for part in parts for chapter in part.chapters]
        data = epub(entry.value.title, program.owner, program.edition, program.edition_date, chapters)
        (shelf / f"{stem}.epub").write_bytes(data)
        count += 1
    return count
