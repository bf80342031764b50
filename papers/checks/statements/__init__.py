"""Statements about one indicator: its levels, changes, directions, comparisons and ratings."""
