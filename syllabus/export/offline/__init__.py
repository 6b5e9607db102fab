"""Taking the site along: pages kept by the reader's browser, and a copy of the whole to open from disk."""
