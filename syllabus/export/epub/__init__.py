"""The participants' books for phones and e-readers: EPUB 3, no scripts, nothing from elsewhere."""
