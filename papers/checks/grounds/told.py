"""What became of a number: a verdict, and what the data says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount
from papers.checks.reading import number_words
from papers.wording import gap, with_unit

Kind = Literal["level", "change", "share", "unit", "forecast", "target", "period"]


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict on a number: true, false or unknown; of what kind, the figures it was held against, how it was computed, a wording."""

    verdict: Literal["true", "false", "unknown"]
    kind: Kind = "level"
    figures: tuple[Figure, ...] = ()
    computed: str = ""
    wording: str = ""
    doubted: bool = False
    """Whether another reading gives the number: what is called wrong about it by a rule is then not certain."""

    @property
    def says(self) -> str:
        """What the data says."""
        return "; ".join(dict.fromkeys(each.says for each in self.figures))


OTHER_CHANGE = Told("unknown", "change", doubted=True)
"""A change that may be one of something else."""
OTHER_SHARE = Told("unknown", "share", doubted=True)
"""A part of a result, which may be any."""
UNKNOWN = Told("unknown")
DOUBTED = Told("unknown", doubted=True)


def wrong_level(figures: Sequence[Figure], amount: Amount) -> Told:
    """A figure that is not the one that the data has; a wording where there is one figure only that it can be."""
    near = figures and abs(figures[0].number) <= 2 * abs(amount.value) <= 4 * abs(figures[0].number)
    single = near and len({each.number for each in figures}) == 1 and not amount.around and not amount.word
    return Told("false", figures=tuple(figures[:1]), wording=with_unit(figures[0].number, figures[0].unit) if single else "")


def wrong_size(pair: tuple[Figure, Figure], amount: Amount) -> Told:
    """A distance that is not that of the two figures."""
    one, two = pair
    change = two.number - one.number
    size = gap(change, two.unit)
    if amount.unit in ("%", "share") and one.number:
        share = f"{abs(change) * 100 / abs(one.number):.1f}%"
        size = share if two.unit != "percent" else f"{size} ({share})"
    other = one.measure if one.name != two.name else one.observation.period.spoken
    computed = f"{with_unit(two.number, two.unit)} ({two.observation.period.spoken}) less {with_unit(one.number, one.unit)} ({other}) is {number_words(change)}"
    return Told("false", "change", (two, one), computed, size)
