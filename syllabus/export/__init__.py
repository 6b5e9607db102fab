"""What is made from a curriculum or its built pages for others to take along."""
