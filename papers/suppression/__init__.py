"""Small numbers of people kept out of the papers: what is too small, and what would give it away, is suppressed."""

from papers.suppression.adding import UNSUMMED, Adding, addings
from papers.suppression.algebra import Key
from papers.suppression.counts import Count, Limits, Sum, withheld
from papers.suppression.figures import COUNTED, SCALES, Figures, add_indicator, add_table, observed, tabled
from papers.suppression.links import Places, add_links, unknown_figures

__all__ = [
    "COUNTED",
    "SCALES",
    "UNSUMMED",
    "Adding",
    "Count",
    "Figures",
    "Key",
    "Limits",
    "Places",
    "Sum",
    "add_indicator",
    "add_links",
    "add_table",
    "addings",
    "observed",
    "tabled",
    "unknown_figures",
    "withheld",
]
