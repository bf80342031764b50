"""Where a report's folder keeps what rounds remember."""

COLLECTED = "narrative/collected.json"
"""For each commentary: from which files it came, what it said in each, which figures it quotes."""
