"""The library that understands a curriculum: reads it, judges it and draws it. It knows no site generator."""
