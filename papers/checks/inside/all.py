"""Every check of the data against itself that needs the whole report, one after the other."""

from __future__ import annotations

from papers.checks.inside.calendar import gaps, later_figures, reported_period, unordered
from papers.checks.inside.columns import changes_of_tables, shares_of_tables
from papers.checks.inside.copies import copied_columns, copied_periods, copied_series
from papers.checks.inside.jumps import jumps
from papers.checks.inside.known import Known, known_of
from papers.checks.inside.linked import links
from papers.checks.inside.names import portfolios, short_titles
from papers.checks.inside.registers import missing_numbers, targets_of_risks, untold_statuses
from papers.checks.inside.shares import growth, shares
from papers.checks.inside.targets import eased_targets, odd_targets
from papers.checks.inside.twice import figures_twice
from papers.dataset import Dataset
from papers.errors import Problem
from papers.results import Assessed

CHECKS = (
    *(shares, growth, links, figures_twice, changes_of_tables, shares_of_tables),
    *(jumps, copied_series, copied_periods, copied_columns),
    *(reported_period, later_figures, gaps, unordered, odd_targets, eased_targets),
    *(targets_of_risks, missing_numbers, untold_statuses, short_titles, portfolios),
)


def inside(dataset: Dataset, assessed: Assessed) -> tuple[Problem, ...]:
    """What the data says in two ways, and what is worth a second look before anybody reads it."""
    known: Known = known_of(dataset, assessed)
    return tuple(each for check in CHECKS for each in check(known))
