"""Forecasts in words held against forecasts in the data: "is forecast to fall by 700, to 148,100, by March"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.checks.language.amounts import Amount, Verdict, holds
from papers.checks.language.coding import Coded
from papers.checks.language.grammar import DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB
from papers.checks.language.matching import matcher
from papers.checks.reading import Finding, finding_at, fits, number_words
from papers.checks.subjects import Candidate
from papers.wording import with_unit

AHEAD = matcher(
    r"(?<!\S)(?:(?:is|are|was|were) )?(?:forecasts?|forecasted|forecasting|projected|expected|predicted|anticipated|estimated|likely|set|due|will|should|expect|expects|predict|predicts|we think|projection|on course)(?!\S)"
)
UP = rf"(?:{UP_VERB}|{UP_NOUN}|rise|increase|grow|climb|go up|be up|higher|more|up|jump|edge up|creep up|longer|above|over)"
DOWN = rf"(?:{DOWN_VERB}|{DOWN_NOUN}|fall|decrease|drop|decline|go down|be down|come down|reduce|shrink|lower|fewer|less|down|dip|ease|edge down|slip|below|under)"
WAY = matcher(rf"(?<!\S)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?!\S)")
THAN_FORECAST = matcher(
    rf"(?<!\S)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?:than|on|of))?(?: (?:the|what|was|is|its|our|level|latest|number|figure))* (?:forecast|projected|predicted|expected)(?! to)(?!\S)"
)
"""The figure set against the forecast: "1,900 more than the forecast for the year"."""
REASON = matcher(r" (?:as|because|since|so that|which|while|although|though|where) ")
"""What begins a clause that tells why."""
LEVEL = matcher(
    r"(?<!\S)(?:to|at|be|of|reach|reaching|around|total|come to|stand at|end the year at|end at|is|are|as|totalling) (?:about |just |some )?$"
)
CHANGE = matcher(r"(?<!\S)(?:by|of) $")


def forecasts(coded: Coded, candidates: Sequence[Candidate]) -> Iterator[Finding]:
    """The statements about the forecast of the one that is named and has one."""
    ahead = AHEAD.search(coded.text)
    known = [(each, found) for each in candidates if (found := _figures(each))]
    if ahead is None or len({each.facts.indicator.id for each, _ in known}) != 1:
        return
    candidate, (actual, forecast) = known[0]
    unit = candidate.facts.unit
    by = forecast - actual
    told = f"the figure is {with_unit(actual, unit)}, the forecast {with_unit(forecast, unit)}"
    reason = REASON.search(coded.text, ahead.end())
    way = WAY.search(coded.text, ahead.end(), reason.start() + 1 if reason else len(coded.text)) or (
        WAY.search(coded.text, 0, reason.start() + 1 if reason else len(coded.text))
        if ahead.start() > 0 and "=" not in coded.text
        else None
    )
    than = THAN_FORECAST.search(coded.text)
    if than:
        right = by < 0 if than["up"] else by > 0
        yield _finding(coded, than.span(), "true" if right else "false", told)
        yield from _distance(coded, than.start(), by, unit, told)
    elif way and not re.search(r"(?:not|n't|no) (?:\S+ )?$", coded.text[: way.start()]):
        right = by > 0 if way["up"] else by < 0
        yield _finding(coded, way.span(), "true" if right else "false", told)
    for index, amount in enumerate(coded.amounts):
        start, stop = coded.of_number(index)
        if start < ahead.start() and not re.match(r" (?:\S+ ){0,2}?(?:is|are|was|were) ", coded.text[stop:]):
            continue
        verdict = _verdict(amount, coded.text[:start], coded.text[stop:], unit, (actual, forecast))
        if verdict == "false" and (fits(amount, unit) and holds(amount, actual, unit) == "true"):
            verdict = "unknown"
        if verdict == "false" and not amount.unit and abs(amount.plain - forecast) > abs(forecast) / 2 and amount.plain < abs(by):
            verdict = "unknown"
        if verdict:
            yield _finding(coded, (start, stop), verdict, told, f"{number_words(forecast)} - {number_words(actual)} = {number_words(by)}")


def _distance(coded: Coded, at: int, by: Decimal, unit: str, told: str) -> Iterator[Finding]:
    """How far the figure is said to lie from the forecast, by the number before that place."""
    found = re.search(r"#(\d+)(?: \S+)? $", coded.text[:at])
    amount = coded.amounts[int(found[1])] if found else None
    if found and amount and (not amount.unit or fits(amount, unit)):
        yield _finding(coded, coded.of_number(int(found[1])), holds(amount, abs(by), unit), told)


def _verdict(amount: Amount, before: str, after: str, unit: str, figures: tuple[Decimal, Decimal]) -> Verdict | None:
    """How the number holds: as a change, or as the forecast itself; None where it is neither."""
    actual, forecast = figures
    if CHANGE.search(before) or re.match(
        r" (?:\S+ )?(?:more|fewer|less|lower|higher|up|down|rise|fall|drop|increase|reduction|below|above|under|over)(?!\S)", after
    ):
        if amount.unit in ("%", "share") and unit != "percent":
            return (
                holds(Amount(amount.value, "%", amount.scale, amount.around, amount.word), abs(forecast - actual) * 100 / actual)
                if actual
                else None
            )
        return holds(amount, abs(forecast - actual), unit) if fits(amount, unit) or not amount.unit else None
    if re.search(r"from $", before):
        return holds(amount, actual, unit) if fits(amount, unit) or not amount.unit else None
    if LEVEL.search(before) and (fits(amount, unit) or not amount.unit):
        verdict = holds(amount, forecast, unit)
        return "unknown" if verdict == "false" and holds(amount, actual, unit) != "false" and "=" in after else verdict
    if re.search(r"(?:the|our|its) (?:latest )?(?:forecast|projection|estimate)(?: (?!#)\S+){0,9} , $", before) and fits(amount, unit):
        return holds(amount, forecast, unit)
    return "true" if fits(amount, unit) and holds(amount, forecast, unit) == "true" else None


def _figures(candidate: Candidate) -> tuple[Decimal, Decimal] | None:
    """The latest figure and the forecast after it."""
    names = [each.name for each in candidate.facts.series if each.name == "forecast" or "forecast" in each.label.lower()]
    actual = candidate.timeline.current.number("actual")
    later = [number for each in candidate.facts.observations for name in names if (number := each.number(name)) is not None]
    return (actual, later[-1]) if actual is not None and later else None


def _finding(coded: Coded, span: tuple[int, int], verdict: Verdict, says: str, computed: str = "") -> Finding:
    return finding_at(coded, span, verdict, "forecast", says, computed=computed, wording=says if verdict == "false" else "")
