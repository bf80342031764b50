"""Percentages, rates and growth held against the figures that they are worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from papers.checks.inside.known import ACTUAL, Known, grain, named
from papers.checks.language.matching import matcher
from papers.dataset import Indicator, Observation, SeriesInfo
from papers.errors import Problem, problem
from papers.suppression.figures import SCALES
from papers.wording import digits, with_unit

GROWTH = matcher(r"\b(?:growth|change|increase|decrease|difference)\b", re.IGNORECASE)
"""Words of a further series in percent that say by how much the figure grew."""

COUNTED = frozenset({"count"})
TWO, HUNDRED = Decimal(2), Decimal(100)


def shares(known: Known) -> Iterator[Problem]:
    """Figures that are not their numerator over their denominator, whatever the rounding of the three."""
    for indicator in known.dataset.indicators:
        scale = SCALES.get(indicator.unit)
        if scale and indicator.numerator and indicator.denominator:
            for each in known.observed.get(indicator.id, ()):
                yield from _share(known, indicator, each, scale)


def _share(known: Known, indicator: Indicator, observed: Observation, scale: Decimal) -> Iterator[Problem]:
    figures = (observed.values.get(ACTUAL), observed.values.get(indicator.numerator), observed.values.get(indicator.denominator))
    if any(each is None or each.number is None or each.qualifier for each in figures):
        return
    told, part, whole = (observed.number(name) or Decimal(0) for name in (ACTUAL, indicator.numerator, indicator.denominator))
    slack = [_half(known, indicator, name, number) for name, number in ((indicator.numerator, part), (indicator.denominator, whole))]
    if whole - slack[1] <= 0:
        return
    least, most = scale * (part - slack[0]) / (whole + slack[1]), scale * (part + slack[0]) / (whole - slack[1])
    own = grain([told]) / TWO if told % 1 else min(grain([told]), Decimal(1)) / TWO
    if least - own <= told <= most + own:
        return
    said = {"indicator": named(indicator), "period": observed.period.spoken, "part": digits(part), "whole": digits(whole)}
    data = with_unit(rounded(scale * part / whole, told), indicator.unit)
    yield problem("share-differs", observed.place_of(ACTUAL), value=with_unit(told, indicator.unit), data=data, **said)


def _half(known: Known, indicator: Indicator, series: str, number: Decimal) -> Decimal:
    """By how much a figure may have been rounded: counts of single ones are exact."""
    return Decimal(0) if known.unit(indicator, series) in COUNTED else Decimal(1).scaleb(int(number.as_tuple().exponent)) / TWO


def rounded(number: Decimal, like: Decimal) -> Decimal:
    """The number with as many decimals as the other one, half up."""
    return number.quantize(Decimal(1).scaleb(min(0, int(like.as_tuple().exponent))), ROUND_HALF_UP)


def growth(known: Known) -> Iterator[Problem]:
    """Growth in percent, told in a series of its own, that the figures do not have, however they were rounded."""
    for series in known.dataset.series:
        indicator = known.indicators.get(series.indicator)
        if indicator and series.kind == "extra" and series.unit == "percent" and indicator.unit not in SCALES and _is_own(known, series):
            yield from _grown(known, indicator, series)


def _is_own(known: Known, series: SeriesInfo) -> bool:
    """Whether the label speaks of growth, and of nobody else's: what is left of it are words of the organisation's name."""
    left = set(re.findall(r"\w+", GROWTH.sub("", series.label).casefold()))
    return bool(GROWTH.search(series.label)) and left <= set(re.findall(r"\w+", known.dataset.info.organisation.casefold()))


def _grown(known: Known, indicator: Indicator, series: SeriesInfo) -> Iterator[Problem]:
    points = known.points(indicator.id)
    slack = grain(number for _, number in points) / TWO
    for (before, then), (each, now) in pairwise(points):
        told = each.number(series.name)
        if told is None or then - slack <= 0 or "b" in each.values[ACTUAL].markers:
            continue
        least, most = ((now + sign * slack) / (then - sign * slack) * HUNDRED - HUNDRED for sign in (-1, 1))
        own = Decimal(1).scaleb(int(told.as_tuple().exponent)) / TWO
        if not least - own <= told <= most + own:
            found = with_unit(rounded((now / then - 1) * HUNDRED, told), "percent")
            said = {"indicator": named(indicator), "label": series.label, "now": digits(now), "then": digits(then)}
            periods = {"period": each.period.spoken, "before": before.period.spoken}
            yield problem("growth-differs", each.place_of(series.name), value=with_unit(told, "percent"), data=found, **said, **periods)
