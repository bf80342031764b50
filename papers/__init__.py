"""A council's quarterly performance papers: data and rules in, Word files that officers edit and PDFs that anyone can read out."""
