"""Directions that are told beside a number: "improved on the 5.3% of September", "up from 9.7% at the half year"."""

from __future__ import annotations

import re

from papers.checks.language.amounts import Amount, holds
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading, fits
from papers.checks.statements.comparing import NEGATED, current_figure, sense

FROM_NUMBER = matcher(r"((?: \S+){0,3}?) (?:from|on) (?:a |the |its |our |that )?(?:low of |high of |[a-z-]+ )?#(\d+)(?!\d)")

BESIDE_NUMBER = matcher(
    r"(?<!\S)(?:(?P<way>up|down) (?:on|from)|(?P<side>above|below|ahead of|behind))(?: (?:the|our|its|just|only|a|an|last|[a-z]+ful))* #(?P<n>\d+)(?!\d)(?! (?:to|and|-|=|of the =|\S+ band|\S+ range))"
)
""""up from 9.7% at the half year", "below the 17.0% seen in September"."""


def is_of_quarter(reading: Reading, given: re.Match[str]) -> bool:
    """Whether the direction is told of this quarter before a number says from where."""
    named = re.search(r"@(\d+)", given[1])
    when = reading.when(named[1]) if named else None
    return when is not None and when.kind == "current" and "quarter" in when.words and reading.facts.indicator.frequency == "quarterly"


def hold_from(reading: Reading, found: re.Match[str], way: str, given: re.Match[str]) -> None:
    """Hold the direction from a number that the sentence gives: "improved on the 5.3% of September"."""
    amount, said = reading.amount(given[2]), sense(reading, way)
    figures = [figure for when in (None, *reading.coded.whens) for figure in reading.figures(when, "actual")]
    tail = reading.text[found.end() + given.end() :]
    if (
        not said
        or amount.unit in ("", "share", "points")
        or amount.around
        or not fits(amount, reading.facts.unit)
        or re.search(r"^[^,;]* to #", tail)
    ):
        return
    if any(holds(amount, each.number, each.unit) == "true" for each in figures) and NEGATED.search(reading.text[: found.start()]) is None:
        sign = 1 if said == "up" else -1
        now = [each for each in figures if sign * (each.number - amount.plain) > 0]
        reading.add("true" if now else "false", "direction", found.span(), (now or figures)[0])


def hold_beside(reading: Reading, found: re.Match[str]) -> None:
    """Hold a figure that is told to lie above or below an earlier one: the number before it in the sentence, else the current figure."""
    amount, head = reading.amount(found["n"]), reading.text[: found.start()]
    series = _series_of(reading, amount)
    now = reading.facts.figure(series, reading.timeline.current) if series else None
    way = sense(reading, found["way"] or {"above": "up", "below": "down", "ahead of": "better", "behind": "worse"}[found["side"]])
    spelt = amount.word and not re.match(r"(?: (?:in|at|for))?(?: the)? @", reading.text[found.end() :])
    if series != "actual" and not found["way"]:
        return
    if not way or now is None or amount.around or spelt or not fits(amount, now.unit) or NEGATED.search(head):
        return
    sign = 1 if way == "up" else -1
    beside = [reading.amount(each) for each in re.findall(r"#(\d+)", reading.text) if each != found["n"]]
    beside = [each for each in beside if each.unit == amount.unit and each.scale == amount.scale and _series_of(reading, each) == series]
    told = current_figure(reading, found.start(), series)
    then = [each for each in reading.facts.all([series]) if holds(amount, each.number, each.unit) == "true"]
    if NOW.search(head):
        beside = []
    lies = (
        any(sign * (each.plain - amount.plain) > 0 for each in beside) or (len(beside) == 1 and sign * (now.number - amount.plain) > 0)
        if beside
        else told is None or any(each is told or sign * (told.number - each.number) > 0 for each in then)
    )
    if not lies:
        reading.add("false", "direction", found.span(), now, says=f"the numbers go the other way; {now.says}")


NOW = matcher(r"#\d+(?: (?!#|,|;)\S+){0,4} and (?:is|are|stands?|remains?) (?:@\d+ )?$")
"""Between an earlier figure and what is said of the latest one: "peaked at 95.6% in June and is now"."""


def _series_of(reading: Reading, amount: Amount) -> str:
    """The one series of results that has the number; "" where none has, or a target, a comparator or another one as well."""
    same = {
        each.name
        for name in ("actual", "target", "comparator", *(one.name for one in reading.facts.series))
        for each in reading.facts.all([name])
        if fits(amount, each.unit) and holds(amount, each.number, each.unit) == "true"
    }
    return same.pop() if len(same) == 1 and not same & {"target", "comparator"} else ""
