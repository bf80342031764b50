"""Rating rules: plain values in, plain values out. Schemes are data in `schemes/`; the engine knows intervals, never colours."""

from papers.rules.book import Ladder, Rule, RuleBook
from papers.rules.bounds import NUMBERS, Bounds
from papers.rules.building import COMPARE
from papers.rules.cases import cases_short, one_case
from papers.rules.grammar import BUILT_IN
from papers.rules.limits import DECIMALS, ONE_CASE
from papers.rules.rating import AWAITED, NO_DATA, NO_POLARITY, NO_RULE, NOT_DUE, SUPPRESSED, Compare, Verdict, rate, unrated
from papers.rules.scheme import SHIPPED, read_book, shipped_book, shipped_scheme

__all__ = [
    "AWAITED",
    "BUILT_IN",
    "COMPARE",
    "DECIMALS",
    "NOT_DUE",
    "NO_DATA",
    "NO_POLARITY",
    "NO_RULE",
    "NUMBERS",
    "ONE_CASE",
    "SHIPPED",
    "SUPPRESSED",
    "Bounds",
    "Compare",
    "Ladder",
    "Rule",
    "RuleBook",
    "Verdict",
    "cases_short",
    "one_case",
    "rate",
    "read_book",
    "shipped_book",
    "shipped_scheme",
    "unrated",
]
