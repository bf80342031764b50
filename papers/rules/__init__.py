"""Rating rules: plain values in, plain values out. Schemes are data in `schemes/`; the engine knows intervals, never colours."""

from papers.rules.book import Ladder, Rule, RuleBook
from papers.rules.bounds import NUMBERS, Bounds
from papers.rules.building import COMPARE
from papers.rules.rating import AWAITED, NO_DATA, NO_POLARITY, NO_RULE, NOT_DUE, SUPPRESSED, Compare, Verdict, rate, unrated
from papers.rules.scheme import SHIPPED, read_book, shipped_book, shipped_scheme

__all__ = [
    "AWAITED",
    "COMPARE",
    "NOT_DUE",
    "NO_DATA",
    "NO_POLARITY",
    "NO_RULE",
    "NUMBERS",
    "SHIPPED",
    "SUPPRESSED",
    "Bounds",
    "Compare",
    "Ladder",
    "Rule",
    "RuleBook",
    "Verdict",
    "rate",
    "read_book",
    "shipped_book",
    "shipped_scheme",
    "unrated",
]
