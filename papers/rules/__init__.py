"""Rating rules: plain values in, plain values out. One file a kind of rule; schemes are data in `schemes/`."""

from papers.rules.bounds import Bounds
from papers.rules.rating import NO_DATA, NOT_DUE, SUPPRESSED, Verdict, rate, unrated
from papers.rules.scheme import SHIPPED, shipped_scheme

__all__ = ["NOT_DUE", "NO_DATA", "SHIPPED", "SUPPRESSED", "Bounds", "Verdict", "rate", "shipped_scheme", "unrated"]
