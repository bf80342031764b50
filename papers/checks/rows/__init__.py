"""Numbers of a sentence explained by the rows, indicators, columns and periods that it names."""
