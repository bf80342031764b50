"""How officers write: numbers, periods, quantities, measures and the words of the small grammar, and sentences as tokens of these."""
