"""What each period's figure is held against: targets and floors of its own, from rules, or between neighbours; earlier figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from papers.dataset import FloorRule, Indicator, Observation, Value
from papers.rules import Bounds

NO_RULE = FloorRule("", dt.date.min, dt.date.max)
YEAR, NEAR = dt.timedelta(days=365), dt.timedelta(days=15)
"""A year before, give or take half a month: quarters and months end on different days."""

OWN = ("target", "floor", "lower", "upper")
"""The series that a period's figure is held against."""

Number: TypeAlias = Decimal | None


def floor_rule(rules: Sequence[FloorRule], end: dt.date) -> FloorRule:
    """The floor rule in force in the period that ends then; one that sets nothing where there is none."""
    for rule in rules:  # a loop, because every figure of a report comes through here
        if rule.start <= end <= rule.end:
            return rule
    return NO_RULE


def bounds_from(own: tuple[Number, Number, Number, Number], rule: FloorRule, polarity: str, others: Mapping[str, Number]) -> Bounds:
    """The bounds of a period: its `own` target, floor, lower and upper end; without a floor, that at the rule's distance."""
    target, floor, lower, upper = own
    return Bounds(
        target,
        floor_at(target, rule, polarity) if floor is None else floor,
        rule.amber,
        lower,
        upper,
        rule.green_below,
        rule.green_above,
        either(rule.floor_below, rule.distance),
        either(rule.floor_above, rule.distance),
        others,
    )


def either(own: Decimal | None, both: Decimal | None) -> Decimal | None:
    """The tolerance of one side, or that of both sides where the side has none of its own."""
    return both if own is None else own


def floor_at(target: Decimal | None, rule: FloorRule, polarity: str) -> Decimal | None:
    """The floor that the rule sets for the target; None where there is no such floor (a range and a band have two ends)."""
    if target is None or polarity not in {"higher", "lower"}:
        return None
    if not rule.amber:
        return target
    if rule.distance is None:
        return None
    return target - rule.distance if polarity == "higher" else target + rule.distance


def with_filled(indicator: Indicator, observations: Sequence[Observation]) -> Sequence[Observation]:
    """The indicator's observations, with the targets, floors and ends of ranges that it has between those that are given.

    They are filled in as the indicator says, and left as they are where it says nothing.
    """
    if not indicator.target_between:
        return observations
    found = {name: between(observations, name, indicator.target_between) for name in OWN}
    return tuple(_filled(each, {name: numbers[each.period.end] for name, numbers in found.items()}) for each in observations)


def _filled(observation: Observation, numbers: Mapping[str, Number]) -> Observation:
    """The observation with those of the numbers that it does not give."""
    more = {name: Value(number) for name, number in numbers.items() if number is not None and observation.number(name) is None}
    return replace(observation, values={**observation.values, **more}) if more else observation


def between(observations: Sequence[Observation], series: str, way: str) -> Mapping[dt.date, Number]:
    """The series' number in each period, those that are not given filled in: stepping, or on the line between neighbours.

    Stepping, the number before holds until there is another. On the line, by days, it has as many decimals as the finer of
    its two neighbours, halves rounded up, so that what is compared can be printed. Nothing is filled in before the first
    number, or on the line after the last.
    """
    found = {each.period.end: each.number(series) for each in observations}
    given = [(end, number) for end, number in found.items() if number is not None]
    for end in [end for end, number in found.items() if number is None]:
        before = max((each for each in given if each[0] < end), default=None)
        after = min((each for each in given if each[0] > end), default=None)
        if before and way == "step":
            found[end] = before[1]
        elif before and after:
            found[end] = _on_the_line(end, before, after)
    return found


def _on_the_line(end: dt.date, before: tuple[dt.date, Decimal], after: tuple[dt.date, Decimal]) -> Decimal:
    share = Decimal((end - before[0]).days) / Decimal((after[0] - before[0]).days)
    finer = min((number.as_tuple().exponent for _, number in (before, after)), key=int)
    return (before[1] + (after[1] - before[1]) * share).quantize(Decimal((0, (1,), int(finer))), rounding=ROUND_HALF_UP)


def year_ago(observations: Sequence[Observation], at: int, series: str) -> Decimal | None:
    """The figure of the period a year before that of number `at`; None without an exact one, or across a break in the series."""
    aim = observations[at].period.end - YEAR
    close = [n for n in range(at) if abs(observations[n].period.end - aim) <= NEAR]
    n = min(close, key=lambda n: abs(observations[n].period.end - aim), default=None)
    return None if n is None else earlier(observations, n, at, series)


def previous(observations: Sequence[Observation], at: int, series: str) -> Decimal | None:
    """The last figure before the period of number `at`; None without an exact one, or across a break in the series."""
    n = next((n for n in reversed(range(at)) if observations[n].number(series) is not None), None)
    return None if n is None else earlier(observations, n, at, series)


def earlier(observations: Sequence[Observation], n: int, at: int, series: str) -> Decimal | None:
    """The exact figure of period number `n`, where it can be compared with that of number `at`."""
    value = observations[n].values.get(series)
    after = (each.values.get(series) for each in observations[n + 1 : at + 1])
    broken = any("b" in later.markers for later in after if later)
    return None if value is None or value.qualifier or broken else value.number
