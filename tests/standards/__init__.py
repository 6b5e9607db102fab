"""What a printed file must be: guards that cost little, and the judges veraPDF and epubcheck where they can run."""
