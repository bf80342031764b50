"""Font files and width tables, made by make_fonts from Liberation Sans 2; see README.md."""
