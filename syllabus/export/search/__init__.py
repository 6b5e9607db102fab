"""Search in Bahasa Indonesia: an index made after the pages, and the searcher that reads it in the browser."""
