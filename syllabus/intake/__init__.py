"""Sheets that come back from offices: read as data, looked through for personal data, turned into text that editors keep."""
