"""Risk scores, their levels, movements and counts: a scheme as data, plain values in, plain values out.

A score is a likelihood times an impact, so some numbers can't be one: there is no 7 on a 5 by 5 register. Likelihood and
impact are never guessed from a score.
"""

from papers.risks.actions import Due, due_by_batch, is_done, is_open, is_overdue
from papers.risks.checks import score_problems
from papers.risks.counting import STATUSES, count_actions, count_levels, tally_levels
from papers.risks.heat import HeatCell, HeatMap, heat_map
from papers.risks.moving import Movement, movement, movements
from papers.risks.reading import SHIPPED, read_risk_scheme, risk_scheme_of, shipped_risk_scheme, with_levels
from papers.risks.scheme import RiskLevel, RiskScheme

__all__ = [
    "SHIPPED",
    "STATUSES",
    "Due",
    "HeatCell",
    "HeatMap",
    "Movement",
    "RiskLevel",
    "RiskScheme",
    "count_actions",
    "count_levels",
    "due_by_batch",
    "heat_map",
    "is_done",
    "is_open",
    "is_overdue",
    "movement",
    "movements",
    "read_risk_scheme",
    "risk_scheme_of",
    "score_problems",
    "shipped_risk_scheme",
    "tally_levels",
    "with_levels",
]
