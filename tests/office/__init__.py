"""Office files in the program that offices use: formulas computed, pages laid out. A target of its own, since it needs LibreOffice."""
