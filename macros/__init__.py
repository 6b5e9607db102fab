"""The face of the curriculum inside Markdown: Indonesian macro names, and no logic of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.project import project_of
from syllabus.place import Place
from syllabus.problem import Problem
from syllabus.render.registry import MACROS, Constant, run
from syllabus.render.view import NotFound, View

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.sandbox import Draw


def define_env(env: MacrosPlugin) -> None:
    """Register every macro. Called once per build, before templates exist."""
    for name in MACROS:
        env.macros[name] = _draws(env, name)


def _draws(env: MacrosPlugin, name: str) -> Draw:
    def draw(*args: Constant, **kwargs: Constant) -> str:
        project = project_of(env.conf)
        page = env.page.file.src_uri
        view = View(project.curriculum, project.timetables, page.removesuffix(".md"), project.for_facilitator)
        try:
            return run(view, name, args, kwargs)
        except NotFound as missing:
            # The check has drawn this call before, so this is the last net; the plugin lets only SystemExit pass.
            problem = Problem("MAK01", Place(f"docs/{page}"), missing.sentence, missing.hint, subject=f"Macro {name}")
            raise SystemExit(str(problem)) from None

    return draw
