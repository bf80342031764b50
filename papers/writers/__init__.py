"""Documents to bytes: one package or module a format, none of which sees another or the data."""
