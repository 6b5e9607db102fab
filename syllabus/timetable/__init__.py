"""The engine that gives every session its clock time, or verifies a schedule that is written out in full."""

from syllabus.timetable.engine import place_sessions
from syllabus.timetable.frame import day_hours, is_ramadan
from syllabus.timetable.plan import Booking, DayPlan, Fault, Row, Timetable, bookings

__all__ = ["Booking", "DayPlan", "Fault", "Row", "Timetable", "bookings", "day_hours", "is_ramadan", "place_sessions"]
