"""Superlatives and the adjectives that they are of, each with the way that it says."""

from __future__ import annotations

TOP = {
    "highest": "up",
    "largest": "up",
    "greatest": "up",
    "most": "up",
    "peak": "up",
    "longest": "up",
    "widest": "up",
    "lowest": "down",
    "smallest": "down",
    "fewest": "down",
    "least": "down",
    "busiest": "up",
    "quietest": "down",
    "slowest": "up",
    "shortest": "down",
    "narrowest": "down",
    "fastest": "down",
    "quickest": "down",
    "best": "better",
    "strongest": "better",
    "worst": "worse",
    "weakest": "worse",
    "poorest": "worse",
}

ADJECTIVES = {
    **dict.fromkeys(("high", "many", "much", "large", "great", "long", "wide", "big", "slow", "peak"), "up"),
    **dict.fromkeys(("low", "few", "little", "small", "short", "narrow", "quick", "fast"), "down"),
    **dict.fromkeys(("good", "strong"), "better"),
    **dict.fromkeys(("bad", "poor", "weak"), "worse"),
}
