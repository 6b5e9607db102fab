"""What a facilitator walks into the room with: the steps of a lesson at a cohort's clock times, and what to bring."""

from syllabus.guide.day import DayGuide, days_of, preparation_of
from syllabus.guide.materials import Supply
from syllabus.guide.session import SessionGuide, session_by_agenda
from syllabus.guide.sittings import Resumption, Sitting, StepPart, Teaching, of_lesson, of_session, place_steps, sittings_of

__all__ = [
    "DayGuide", "Resumption", "SessionGuide", "Sitting", "StepPart", "Supply", "Teaching", "days_of", "of_lesson", "of_session",
    "place_steps", "preparation_of", "session_by_agenda", "sittings_of",
]
