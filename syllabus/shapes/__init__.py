"""One definition for the shape of every thing in a curriculum: keys, types and descriptions."""
