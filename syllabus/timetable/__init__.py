"""The engine that gives every session its clock time, or takes a schedule that is written out in full."""

from syllabus.timetable.engine import place_sessions
from syllabus.timetable.frame import day_hours, is_ramadan
from syllabus.timetable.plan import Booking, DayPlan, Fault, Row, Timetable, bookings
from syllabus.timetable.totals import jp_per_day, jp_per_mode, jp_per_module

__all__ = [
    "Booking", "DayPlan", "Fault", "Row", "Timetable", "bookings", "day_hours", "is_ramadan", "jp_per_day", "jp_per_mode",
    "jp_per_module", "place_sessions",
]
