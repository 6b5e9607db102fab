"""The curriculum of the site that is being built, and for whom it is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from syllabus.check import Report, check
from syllabus.curriculum import Curriculum
from syllabus.timetable import Timetable

Profile = Literal["publik", "fasilitator"]
_KEY = "kurikulum"


@dataclass(frozen=True)
class Project:
    """What one build shows."""

    curriculum: Curriculum
    timetables: Mapping[str, Timetable]
    profile: Profile

    @property
    def for_facilitator(self) -> bool:
        """Whether pages and notes for facilitators belong to this build."""
        return self.profile == "fasilitator"


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """A plugin must have a class of settings; this one has none."""


class _Holder(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Carries the project through one build as a plugin without events, so that no template gets hold of it."""

    def __init__(self, project: Project) -> None:
        self.project = project


def project_from(report: Report, profile: Profile) -> Project:
    """The project of a check without faults. Raises `PluginError` otherwise."""
    if report.curriculum is None or not report.ok:
        raise PluginError("Isi kurikulum masih bergalat. Jalankan: python -m scripts.check")
    return Project(report.curriculum, report.timetables, profile)


def give(config: MkDocsConfig, project: Project) -> None:
    """Hand a project that was read already to the build of this configuration."""
    config.plugins[_KEY] = _Holder(project)


def project_of(config: MkDocsConfig) -> Project:
    """The project of a site configuration, read once per build. Raises `PluginError` when the content has faults."""
    holder = config.plugins.get(_KEY)
    if not isinstance(holder, _Holder):
        profile: Profile = "fasilitator" if config.extra.get("profil") == "fasilitator" else "publik"
        give(config, project_from(check(Path(config.docs_dir).parent), profile))
        holder = config.plugins[_KEY]
        assert isinstance(holder, _Holder)
    return holder.project
