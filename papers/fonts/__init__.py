"""Font files and width tables, made by make_fonts from fonts that may be shipped; see README.md."""
