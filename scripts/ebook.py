"""The participants' books for phones: each public book for participants also as EPUB, beside its PDF."""

from __future__ import annotations

from pathlib import Path

from macros.project import Project
from scripts.books import articles_of, parts_of
from syllabus.export.epub import EpubChapter, epub
from syllabus.shelf import volumes


def ebooks(project: Project, site: Path, shelf: Path) -> int:
    """Write the EPUB files. Returns how many. Missing pages were told when the same book was printed."""
    program = project.curriculum.program.value
    articles = articles_of(site)
    count = 0
    for volume in volumes(project.curriculum):
        if not volume.as_ebook:
            continue
        parts, _ = parts_of(project, volume, articles)
        chapters = [EpubChapter(chapter.title, chapter.html, chapter.url_path) for part in parts for chapter in part.chapters]
        data = epub(volume.title, program.owner, program.edition, program.edition_date, chapters)
        (shelf / f"{volume.id}.epub").write_bytes(data)
        count += 1
    return count
