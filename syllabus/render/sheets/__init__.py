"""Sheets that are computed from the curriculum and filled in by hand: scores, recaps, plans, tests, surveys, certificates."""
