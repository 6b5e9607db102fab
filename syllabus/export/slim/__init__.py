"""Weight: what a built page asks for is joined, shortened, and freed of what it does not use."""
