"""Statements over several results: runs, ranks, extremes, and what is said of each of them."""
