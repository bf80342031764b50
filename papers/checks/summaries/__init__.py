"""Sentences of summaries, read as statements about sets of indicators: so many of a set are so, more than before, these are the ones."""
