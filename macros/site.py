"""The one module that listens to the site generator: navigation, profiles, and what a page may carry."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

HOUSE = Path(__file__).resolve().parent.parent
if str(HOUSE) not in sys.path:  # the generator loads this file alone, from wherever it was started
    sys.path.insert(0, str(HOUSE))

from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402

from macros.navigation import around, navigation  # noqa: E402
from macros.project import project_of  # noqa: E402
from macros.sandbox import NotClosed, close_templates  # noqa: E402
from syllabus import bahasa  # noqa: E402
from syllabus.export.structured import structured  # noqa: E402
from syllabus.pages import for_facilitator, read_page  # noqa: E402
from syllabus.render.downloads import own_booklets  # noqa: E402
from syllabus.render.prose import dress_tables  # noqa: E402
from syllabus.render.registry import NAMES  # noqa: E402
from syllabus.render.view import View  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from macros.project import Project

ASSETS = frozenset({".png", ".jpg", ".webp", ".svg", ".pdf"})
UNUSED = ("assets/javascripts/lunr/", ".map")
"""Two megabytes that the theme brings and no page of this site asks for: stemmers of other languages, source maps."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Show the curriculum's own edition and standing at the foot of every page."""
    program = project_of(config).curriculum.program.value
    config.extra.update({
        "edisi": program.edition, "versi": bahasa.long_date(program.edition_date), "status": program.status,
        "pemberitahuan": program.notice,
    })
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Close the template engine; refuse to build with an open one."""
    try:
        close_templates(config.plugins["macros"], NAMES)  # type: ignore[arg-type]
    except (NotClosed, KeyError, AttributeError) as error:
        raise PluginError("Mesin templat tidak dapat ditutup. Versi mkdocs-macros mungkin berubah.") from error


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what this profile must not show, then lay out the navigation."""
    project = project_of(config)
    kept = Files([file for file in files if _belongs(file, project, Path(config.docs_dir))])
    config.nav = navigation(project, [page.src_uri.removesuffix(".md") for page in kept.documentation_pages()])
    return kept


def _belongs(file: File, project: Project, docs: Path) -> bool:
    path = Path(file.abs_src_path or "")
    if docs not in path.parents:
        return not (file.src_uri.startswith(UNUSED[0]) or file.src_uri.endswith(UNUSED[1]))
    if path.suffix != ".md":
        if path.suffix not in ASSETS or docs.resolve() not in path.resolve().parents:
            raise PluginError(f"docs/{file.src_uri}: berkas ini tidak diterbitkan. Pakai {', '.join(sorted(ASSETS))}.")
        return True
    page = project.curriculum.pages.get(file.src_uri.removesuffix(".md"))
    return page is not None and (project.for_facilitator or not for_facilitator(page))


def on_page_read_source(page: Page, config: MkDocsConfig) -> None:
    """Refuse a page that the strict reader refuses, before the generator's own reader sees it."""
    data = Path(page.file.abs_src_path or "").read_bytes()
    faults = [str(problem) for problem in read_page(data, f"docs/{page.file.src_uri}").problems if problem.severity == "galat"]
    if faults:
        raise PluginError("\n".join(faults))


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the template what stands near the open page, the small books that hold it, and on the public site its subject as JSON-LD."""
    project = project_of(config)
    path = page.file.src_uri.removesuffix(".md")
    context["sekitar"] = around  # type: ignore[typeddict-unknown-key]
    context["buklet"] = own_booklets(View(project.curriculum, project.timetables, path, project.for_facilitator))  # type: ignore[typeddict-unknown-key]
    if not project.for_facilitator:
        licence = str(config.extra.get("tautan_lisensi", ""))
        context["data_terstruktur"] = structured(project.curriculum, project.timetables, path, licence, page.canonical_url)  # type: ignore[typeddict-unknown-key]
    return context


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the tables that editors write in Markdown the same head and frame as all others."""
    return dress_tables(html)
