"""A period's figures as texts, the floors that a rule sets among them, so that what was published and what is now compare alike."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from papers.dataset import FloorRule, Indicator, Observation

NEVER_PRINTED = frozenset({"unrounded"})
"""Series that no paper shows, so that no record holds them."""

TOLERANCES = ("green_below", "green_above", "floor_below", "floor_above")
"""What a rule sets where the target has two sides; each is listed by its own name."""

FROM_RULES = ("floor", *TOLERANCES)
"""Series that a floor rule may set."""

FIGURE = re.compile(r"(?P<qualifier>[<>]?)(?P<number>-?\d+(?:\.\d+)?)")
MARKERS = re.compile(r"(?: ?\[[a-z]\])+$")
PROVISIONAL = "[p]"


def figures_of(indicator: Indicator, observation: Observation, rules: Sequence[FloorRule]) -> Mapping[str, str]:
    """The period's printed figures by series as typed ("<0.01 [p]"), with the floor or tolerances that a rule sets for it."""
    own = {name: value.typed for name, value in observation.values.items() if name not in NEVER_PRINTED and value.typed}
    if indicator.kind != "kpi":
        return own
    return {**dict(_from_rule(indicator, observation, rules)), **own}


def rule_of(rules: Sequence[FloorRule], end: dt.date) -> FloorRule | None:
    """The rule that holds in the period that ends then; None where there is none."""
    return next((each for each in rules if each.start <= end <= each.end), None)


def note_on(observation: Observation, series: str, rules: Sequence[FloorRule]) -> str:
    """The note that stands on the series' figure of the period, or on the rule that sets it where the period does not; "" for none."""
    value = observation.values.get(series)
    if value is not None or series not in FROM_RULES:
        return value.note if value else ""
    rule = rule_of(rules, observation.period.end)
    return rule.note if rule else ""


def _from_rule(indicator: Indicator, observation: Observation, rules: Sequence[FloorRule]) -> Iterator[tuple[str, str]]:
    rule = rule_of(rules, observation.period.end)
    if rule is None:
        return
    if indicator.polarity in {"closest", "range"}:
        yield from ((name, f"{number:f}") for name in TOLERANCES if (number := _tolerance(rule, name)) is not None)
        return
    target = observation.number("target") if indicator.measure_target is None else indicator.measure_target
    distance = rule.distance if rule.amber else Decimal(0)
    if target is not None and distance is not None:
        yield "floor", f"{target - distance if indicator.polarity == 'higher' else target + distance:f}"


def _tolerance(rule: FloorRule, name: str) -> Decimal | None:
    own: Decimal | None = getattr(rule, name)
    return rule.distance if own is None and name.startswith("floor") else own


def is_figure(text: str) -> bool:
    """Whether the text has a number in it, and not only a word for one that is not there."""
    return FIGURE.fullmatch(bare(text)) is not None


def bare(text: str) -> str:
    """The figure without its markers."""
    return MARKERS.sub("", text).strip()


def is_provisional(text: str) -> bool:
    """Whether the figure was marked as provisional."""
    return PROVISIONAL in text


def differs(was: str, now: str) -> bool:
    """Whether two figures say different things: markers aside, and 82 is 82.0."""
    first, second = FIGURE.fullmatch(bare(was)), FIGURE.fullmatch(bare(now))
    if first is None or second is None:
        return bare(was) != bare(now)
    return (first["qualifier"], Decimal(first["number"])) != (second["qualifier"], Decimal(second["number"]))


def rules_by_indicator(floors: Sequence[FloorRule]) -> Mapping[str, tuple[FloorRule, ...]]:
    """The floor rules of each indicator."""
    found: dict[str, tuple[FloorRule, ...]] = {}
    for each in floors:
        found[each.indicator] = (*found.get(each.indicator, ()), each)
    return found


def day(text: str) -> dt.date:
    """The day that a record writes as 2014-03-31. ValueError for any other text."""
    return dt.date.fromisoformat(text)
