"""Every kind of problem by its name: level, sentence and fix, a module for each part of the work."""

from papers.errors.kinds import commands, figures, inside, intake, markdown, packs, publishing, word, words
from papers.errors.problems import Kind

PARTS = (commands, markdown, word, intake, figures, inside, publishing, packs, words)

KINDS: dict[str, Kind] = {name: kind for part in PARTS for name, kind in part.KINDS.items()}
"""Every kind by its code. docs/problems.md is written from it and a test keeps the two alike."""
