"""All leaves that a curriculum prints: a written-out list, one line for each kind of sheet, with its name for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from syllabus.render import attendance, form
from syllabus.render.leaf import Leaf
from syllabus.render.sheets import assignment, cards, certificate, design, exam, observation, recap, record, schedules, scoring, survey
from syllabus.render.view import View

SOURCES: tuple[tuple[str, Callable[[View], Iterable[Leaf]]], ...] = (
    ("Formulir kosong", form.form_leaves),
    ("Kehadiran menurut jadwal", attendance.attendance_leaves),
    ("Jadwal", schedules.schedule_leaves),
    ("Lembar penilaian", scoring.score_leaves),
    ("Lembar observasi", observation.observation_leaves),
    ("Rekap", recap.recap_leaves),
    ("Kartu peran", cards.card_leaves),
    ("Lembar kerja", assignment.assignment_leaves),
    ("RBPMP dan RP", design.design_leaves),
    ("Soal, lembar jawaban, dan kunci", exam.exam_leaves),
    ("Evaluasi", survey.survey_leaves),
    ("Berita acara dan lembar lokakarya", record.record_leaves),
    ("Sertifikat dan surat", certificate.certificate_leaves),
)


def leaves(view: View) -> tuple[Leaf, ...]:
    """Every leaf that the view may see, in the order of the list above. Raises `ValueError` as `leaves_by_kind` does."""
    return tuple(leaf for _, several in leaves_by_kind(view) for leaf in several)


def leaves_by_kind(view: View) -> tuple[tuple[str, tuple[Leaf, ...]], ...]:
    """Every leaf that the view may see under the name of its kind.

    Raises `ValueError` where two leaves have one id: one file would replace the other.
    """
    taken: set[str] = set()
    found = []
    for kind, source in SOURCES:
        several = tuple(source(view))
        for leaf in several:
            if leaf.id in taken:
                raise ValueError(f"two leaves are called {leaf.id}")
            taken.add(leaf.id)
        found.append((kind, tuple(leaf for leaf in several if view.for_facilitator or not leaf.secret)))
    return tuple(found)
