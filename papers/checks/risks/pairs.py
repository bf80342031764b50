"""Two scores held together: how far one lies from the other, how many times as high it is, which is higher.

The two are those of two risks at one time, or of one risk now and in the last report, or now and at its target.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from papers.checks.language.amounts import Amount
from papers.checks.language.quantities import holds_share
from papers.checks.risks.mentions import distinct
from papers.checks.risks.ranks import LEADS_BY, OF_PART, next_to
from papers.checks.risks.sentence import TIMES, RiskSentence, Time, value
from papers.checks.risks.sought import WHERE
from papers.checks.risks.words import (
    A_SCORE,
    ALL_OTHERS,
    BY,
    CHANGED,
    COMPARED,
    DIFFERENT,
    DOUBLE,
    DOWN,
    GAP,
    LESS,
    MORE,
    MULTIPLES,
    NO_RISK,
    OF_OTHERS,
    OF_TARGET,
    OF_THINGS,
    PARTS,
    SCORING,
    THE_NEXT,
    UP,
    WHERE_IT_IS,
)
from papers.dataset import Risk


@dataclass(frozen=True, slots=True)
class Pair:
    """Two scores that a statement may set side by side: the one told of first, and the one that it is held against."""

    one: Risk
    two: Risk
    first: Time
    second: Time

    @property
    def scores(self) -> tuple[int, int] | None:
        """Both scores; None where one is not known."""
        one, two = value(self.one, "score", self.first), value(self.two, "score", self.second)
        return None if one is None or two is None else (one, two)

    @property
    def says(self) -> str:
        """What the register says of the two."""
        one, two = self.scores or (None, None)
        if self.one is self.two:
            past = {"last": "in the last report", "target": "its target", "now": "now"}
            return f"the score of {self.one.title} is {one}, {past[self.second]} {two}"
        return f"{self.one.title} scores {one}, {self.two.title} {two}"


def pairs(reading: RiskSentence, span: tuple[int, int]) -> list[Pair]:
    """The pairs that a statement there may be of."""
    words, people = reading.words(span[0]), reading.named(span[0])
    close = reading.text[span[0] :]
    holders = reading.holders(span[0])
    if led := LEADS_BY.search(reading.text, 0, span[0]):
        return [Pair(each, two, "now", "now") for each in holders for two in next_to(reading, each, low=bool(led["low"]))]
    if (
        re.match(rf"(?:#\d+ )?(?:[a-z]\S* ){{0,6}}(?:=target|{WHERE})", close)
        or (len(people) < 2 and "=target" in words)
        or _is_aimed(reading, span[0])
    ):
        past = [Pair(each, each, "now", "last") for each in holders] if CHANGED.search(reading.text[: span[0]]) else []
        return [Pair(each, each, "now", "target") for each in holders] + past
    times: list[Time] = [each for each in reading.times(*span) if each != "target"]
    across = [Pair(*two, time, time) for two in _twos(reading, span[0], people) for time in times]
    moved = [Pair(each, each, "now", "last") for each in holders] if len(people) < 2 or re.search(rf"(?<!\S)(?:{UP}|{DOWN})", words) else []
    taken_up = re.match(r"\S+ (?:that|this|it)(?!\S)", close) and "=target" in reading.text[: span[0]]
    aimed = [Pair(each, each, "now", "target") for each in holders] if taken_up or "=target" in words else []
    return across + moved + aimed


def _is_aimed(reading: RiskSentence, at: int) -> bool:
    """Whether what is told there is still to come."""
    return reading.is_guarded(at) or bool(re.search(r"(?<!\S)(?:must|has to|have to|ought to|still|yet)(?!\S)", reading.words(at)))


def _twos(reading: RiskSentence, at: int, people: list[Risk]) -> Iterator[tuple[Risk, Risk]]:
    """Two risks that are compared: the last named before that place and the next one after it, else the two that the clause names."""
    start, stop = reading.clause(at)
    named = [(place[0], each.risk) for each, place in zip(reading.mentions, reading.places, strict=True) if start <= place[0] < stop]
    before, after = [risk for place, risk in named if place < at], [risk for place, risk in named if place >= at]
    if before and after:
        yield from ((each, after[0]) for each in distinct((before[-1], before[0])))
    elif after and start and len(people) == 1:
        yield from ((each, after[0]) for each in reading.named(start - 1) if each is not after[0])
    else:
        yield from itertools.combinations(people, 2) if len(people) == 2 else ()


def differences(reading: RiskSentence) -> None:
    """Hold "three above its target score", "five more than procurement", "a point apart", "up by four"."""
    for index, amount in enumerate(reading.coded.amounts):
        if " respectively" in reading.text:
            return
        start, stop = reading.coded.of_number(index)
        before, after = reading.text[:start], reading.text[stop:]
        way = DIFFERENT.match(after)
        beyond = after[way.end() if way else 0 :]
        unnamed = THE_NEXT.match(beyond) and not any(place > stop for place, _ in reading.places)
        if unnamed or not _is_difference(reading, start, amount, way) or (OF_OTHERS.match(beyond) and not A_SCORE.match(beyond)):
            continue
        reading.used.add(index)
        sign = _sign(way[0], MORE, LESS) if way else 0
        if way and (WHERE_IT_IS.match(after[way.end() :]) or OF_TARGET.search(before)):
            sign = -sign
        moved = _sign(re.split(r"[#,]", reading.between(start))[-1], UP, DOWN)
        span = (start, stop + (way.end() if way else 0))
        if other := A_SCORE.match(beyond):
            _from_score(reading, span, amount, sign, int(other["n"]))
            continue
        stood = [] if way else _stood(reading, start, int(amount.value))
        told = pairs(reading, span)
        for group in _each_alone(told) if re.search(r"(?<!\S)(?:both|each)(?!\S)", reading.words(start)) else [told]:
            if group:
                reading.judge(span, [*(_differs(each, amount, sign, moved) for each in group), *stood])


def _is_difference(reading: RiskSentence, at: int, amount: Amount, way: re.Match[str] | None) -> bool:
    """Whether the number there is how far two scores lie apart; `way` is what follows it and says which is higher."""
    before, own = reading.text[:at], reading.text[reading.clause(at)[0] : at]
    if re.search(r"#\d+ of (?:its|the|their|those) $", before) or PARTS.search(own) or amount.value > reading.highest:
        return False
    if re.search(r"(?<!\S)(?:each|both|either|former|latter)(?: [^\s#]+)? by $", before) and re.search(r"=(?:likelihood|impact)", before):
        return False
    if amount.unit not in ("", "points") or not (way or BY.search(before) or GAP.search(own) or amount.unit):
        return False
    is_score = not way and re.search(r"(?:scor(?:es?|ed|ing)|=target)(?: of| at)? $", before)
    return _is_of_scores(reading, at, amount) and not is_score


def _stood(reading: RiskSentence, at: int, number: int) -> list[tuple[bool, str]]:
    """The reading of the number as a score that one of the risks has, where it may be told as one: "with 12 points now"."""
    led = re.search(r"(?<!\S)(?:by|up|down|of) (?:[^\s#]+ )?$", reading.text[:at])
    found = () if led else reading.holders(at)
    return [(True, f"{each.title} scores {number}") for each in found if any(value(each, "score", time) == number for time in TIMES)]


def _each_alone(found: list[Pair]) -> list[list[Pair]]:
    """The pairs by their risk, where each is of one risk at two times; else all together."""
    if any(each.one is not each.two for each in found):
        return [found]
    return [[each for each in found if each.one is risk] for risk in distinct(each.one for each in found)]


def _from_score(reading: RiskSentence, span: tuple[int, int], amount: Amount, sign: int, index: int) -> None:
    """Hold "two points below the three risks at 12" against that score."""
    score = int(reading.coded.amounts[index].value)
    reading.used.add(index)
    readings = []
    for risk in distinct([*reading.holders(span[0]), *reading.named(span[0])]):
        if risk.current_score is not None:
            by = risk.current_score - score
            right = by == sign * amount.value if sign else abs(by) == amount.value
            readings.append((right, f"the score of {risk.title} is {risk.current_score}"))
    reading.judge(span, readings)


def _sign(words: str, more: str, less: str) -> int:
    """1 where the words say more, -1 where they say less; 0 where they say neither or both."""
    return bool(re.search(rf"(?<!\S)(?:{more})(?!\S)", words)) - bool(re.search(rf"(?<!\S)(?:{less})(?!\S)", words))


def _is_of_scores(reading: RiskSentence, at: int, amount: Amount) -> bool:
    """Whether a difference told there can be one of scores: what may be is told of targets alone."""
    words = reading.words(at)
    if not reading.is_scored(at) or (reading.is_guarded(at) and not reading.is_aimed(at)):
        return False
    return bool(amount.unit) or (bool(SCORING.search(words)) and not re.search(r"(?<!\S)actions?(?!\S)", words))


def _differs(pair: Pair, amount: Amount, sign: int, moved: int) -> tuple[bool | None, str]:
    """Whether the two lie so far apart; `sign` tells which is higher and `moved` which way the score goes, 0 where nothing does."""
    if pair.scores is None:
        return None, ""
    by = pair.scores[0] - pair.scores[1]
    way = sign or (-moved if pair.second == "target" else moved)
    return by == way * amount.value if way else abs(by) == amount.value, pair.says


def multiples(reading: RiskSentence) -> None:
    """Hold "twice the score of flooding", "half its target", "down by a third", "has doubled"."""
    for found in MULTIPLES.finditer(reading.text):
        amount = reading.coded.amounts[int(found["n"])] if found["n"] else None
        if (
            not reading.is_scored(found.start())
            or re.search(r"(?<!\S)(?:gap|difference|distance|margin)(?!\S)", reading.words(found.start())[: found.start()])
            or (amount and amount.unit not in ("share", "time", "%"))
            or (reading.is_guarded(found.start()) and not reading.is_aimed(found.start()))
        ):
            continue
        if found["n"]:
            reading.used.add(int(found["n"]))
        changed = bool(amount and CHANGED.search(reading.text[: found.start()]))
        if amount and amount.unit == "%" and not changed and not reading.text.startswith(" of ", found.end()):
            continue  # a figure of something else
        if amount and not changed and _is_part(reading, found.end()):
            continue
        factor = amount.value / (1 if amount.unit == "time" else 100) if amount else DOUBLE[found[0].split()[0]]
        if re.match(r" as (?:much|many|high|great|large|big) again(?!\S)", reading.text[found.end() :]):
            factor += 1
        options = [_multiplies(each, factor, amount if changed else None) for each in pairs(reading, found.span())]
        if options:
            reading.judge(found.span(), options)


def _is_part(reading: RiskSentence, at: int) -> bool:
    """Whether what is told there is a part of things that are no risk and no score."""
    return bool(OF_THINGS.match(reading.text, at)) and not any(0 <= start - at < NEXT for start, _ in reading.places)


def _multiplies(pair: Pair, factor: Decimal, change: Amount | None) -> tuple[bool | None, str]:
    """Whether the first is so many times the second, or has changed by that share of it."""
    if pair.scores is None or not all(pair.scores):
        return None, ""
    one, two = map(Decimal, pair.scores)
    base = one if pair.second == "target" else two
    if change:
        return holds_share(change, abs(one - two) * 100 / base) in ("true", "rounded"), pair.says
    near = [one / two, two / one] if pair.one is pair.two else [one / two]
    return any(abs(each - factor) < Decimal("0.02") for each in near), pair.says


def orders(reading: RiskSentence) -> None:
    """Hold "scores higher than procurement", "is level with workforce", "no risk scores higher than flooding"."""
    for found in COMPARED.finditer(reading.text):
        before = reading.text[: found.start()]
        if (
            reading.is_guarded(found.start())
            or OF_PART.search(before[reading.clause(found.start())[0] :])
            or re.search(r"#\d+ (?:[a-z]\S* )?$|(?:twice|half|double) $", before)
        ):
            continue
        places = zip(reading.mentions, reading.places, strict=True)
        after = [each.risk for each, (start, _) in places if 0 <= start - found.end() <= NEXT]
        if NO_RISK.search(before) and after:
            _none(reading, found)
            continue
        if ALL_OTHERS.match(reading.text[found.end() :]):
            if "score" in found[0] or re.search(r"(?<!\S)(?:is|was|scores?|stands?|now) $|@\d+ $", before):
                _extreme(reading, found)
            continue
        negated = bool(re.search(r"(?:not|n't|never|no) (?:\S+ )?$", before))
        times: tuple[Time, ...] = ("target",) if "=target" in found[0] else reading.times(*found.span())
        times = ("now", "target") if found["same"] and times == ("target",) and "=target" not in found[0] else times
        people = _twos(reading, found.start(), reading.named(found.start())) if after or found["same"] else ()
        told = [Pair(*two, time, time) for two in people for time in times]
        if told:
            reading.judge(
                found.span(), [((_holds(found, *each.scores) is not negated) if each.scores else None, each.says) for each in told]
            )


NEXT = 12
"""How many letters may stand between a comparison and the name that it is with."""


def _holds(found: re.Match[str], one: int, two: int) -> bool:
    """Whether the one is more, less or the same, as the words say."""
    return one > two if found["more"] else one < two if found["less"] else one == two


def _extreme(reading: RiskSentence, found: re.Match[str]) -> None:
    """Hold "scores less than any other risk" against every risk."""
    scores = [each.current_score for each in reading.dataset.risks if each.current_score is not None]
    for risk in reading.holders(found.start()) if not found["same"] else ():
        if risk.current_score is not None:
            right = risk.current_score == (max(scores) if found["more"] else min(scores))
            told = f"the score of {risk.title} is {risk.current_score}; scores go from {min(scores)} to {max(scores)}"
            reading.judge(found.span(), [(right, told)])


def _none(reading: RiskSentence, found: re.Match[str]) -> None:
    """Hold "no risk scores higher than" those named after it against every risk."""
    scores = [each.current_score for each in reading.dataset.risks if each.current_score is not None]
    for risk in reading.named(found.start()):
        own = risk.current_score
        if own is not None and not found["same"]:
            right = max(scores) <= own if found["more"] else min(scores) >= own
            reading.judge(found.span(), [(right, f"the score of {risk.title} is {own}; scores go from {min(scores)} to {max(scores)}")])
