"""Sheets that offices fill in themselves: values and formulas, no macros, the same bytes each time."""
