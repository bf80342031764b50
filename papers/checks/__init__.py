"""Statements of prose held against the data, the data against itself, prose against the rules of style, and answers to findings."""
