"""Rules applied to a dataset: every rating, direction and count of a report, and what was published that they contradict."""

from papers.assess.assessing import assess, kpis, kpis_of, rule_problems
from papers.assess.cards import Card, card_of
from papers.assess.contradictions import contradictions
from papers.assess.counting import counts
from papers.assess.held import with_filled
from papers.assess.schemes import book_of, scheme_of
from papers.assess.standing import point_of, standing_of
from papers.assess.travelling import travel_series
from papers.assess.what_if import Change, WhatIf, what_if

__all__ = [
    "Card",
    "Change",
    "WhatIf",
    "assess",
    "book_of",
    "card_of",
    "contradictions",
    "counts",
    "kpis",
    "kpis_of",
    "point_of",
    "rule_problems",
    "scheme_of",
    "standing_of",
    "travel_series",
    "what_if",
    "with_filled",
]
