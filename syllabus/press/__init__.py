"""Pages to printed books: HTML articles in, PDF bytes out."""
