"""Who leads a session, as an office writes it and as `intake` reads it back."""

from __future__ import annotations

from collections.abc import Mapping

from syllabus.shapes.reference import Facilitator
from syllabus.shapes.schedule import Speaker


def named(speaker: Speaker, people: Mapping[str, Facilitator]) -> str:
    """The name alone, for paper."""
    if speaker.person:
        return people[speaker.person].public_name if speaker.person in people else speaker.person
    return speaker.role or speaker.unit or speaker.platform or ""


def written(speaker: Speaker, people: Mapping[str, Facilitator]) -> str:
    """A public name, or a role, "Panitia (unit)", "Lembar cetak (platform)"."""
    label = " (unit)" if speaker.unit else " (platform)" if speaker.platform else ""
    return named(speaker, people) + label
