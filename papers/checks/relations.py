"""Statements that compare with a target, a floor, a comparator or a range: met, above, within, by how much, how many times."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.amounts import Amount, Verdict
from papers.checks.comparing import NEGATED
from papers.checks.facts import Figure
from papers.checks.levels import hold_level
from papers.checks.reading import Reading, fits
from papers.checks.sizes import hold_change, hold_ratio
from papers.wording import with_unit

THE = r"(?: (?:the|its|our|their|a|that|this|annual|agreed|year|of|all|both|revised|new|current|higher|set|%|#\d+|quarterly|both|for|was|at|published|@\d+|council's|latest|tough|stretching|required|for that)){0,4}"
GAP_WORDS = {
    "above": "up",
    "over": "up",
    "past": "up",
    "beyond": "up",
    "higher than": "up",
    "more than": "up",
    "wider than": "up",
    "below": "down",
    "under": "down",
    "short of": "short",
    "less than": "down",
    "lower than": "down",
    "fewer than": "down",
    "inside": "good",
    "ahead of": "good",
    "better than": "good",
    "behind": "bad",
    "worse than": "bad",
    "adrift of": "bad",
    "shy of": "short",
    "off": "",
    "from": "",
    "away from": "",
    "outside": "bad",
    "within": "",
    "faster than": "down",
    "quicker than": "down",
    "slower than": "up",
}
_GAPS = "|".join(sorted(GAP_WORDS, key=len, reverse=True))
GAP = re.compile(
    rf"#(\d+)(?: (?!#|,|;|than|above|below|is|was|are|were|and|but|stands|puts|remains|has|had|sits)[\w%-]+){{0,3}}? ({_GAPS}){THE} =(\w+)"
)
GAP_TO = re.compile(
    r"#(\d+)(?: \S+){0,3}? (?:gap|shortfall) (?:to|from|against|on)(?: the)? =(\w+)|=(\w+)(?: of #\d+)? (?:was|is|has been) (?:beaten|exceeded|missed|surpassed)(?: only| just)? by #(\d+)"
)
BY = re.compile(
    rf"(?:beat|beats|beaten|exceed|exceeds|exceeded|exceeding|miss|misses|missed|missing|above|below|over|under|ahead of|behind|outperform\w*|surpass\w*){THE} =(\w+)(?: \S+){{0,4}}? by(?: just| only| some| a)? #(\d+)"
)
MET = (
    r"(?:met|meets|meeting|meet|achieved|achieves|achieving|hit|hits|hitting|exceeded|exceeds|exceeding|exceed|beat|beats|beaten|beating|bettered|surpassed|surpasses|surpassing|reached"
    r"|ahead of|better than|on|at or better than|at or above|in excess of|outperform\w*|inside|within|passed|delivered|satisfied|attained|achieve|in line with|equal to|equals|equalled|level with|matched|matches|matching|kept to|beyond|satisfies)"
)
MISSED = r"(?:missed|misses|missing|behind|short of|worse than|failed to (?:meet|reach|achieve|hit)|fell short of|falls short of|not (?:met|meet|reach|reached|hit|achieved|achieve)|off|outside|lags|lagging|trails|trailing|adrift of|breached)"
ABOVE = (
    r"(?:above|over|higher than|more than|greater than|bigger than|larger than|wider than|tops|topped|in excess of|well above|still above)"
)
BELOW = r"(?:below|under|lower than|less than|fewer than|smaller than|narrower than|beneath|well below)"
EQUAL = r"(?:in line with|equal to|equals|equalled|level with|matched|matches|matching|the same as|identical to|exactly on|exactly meets|exactly met)"
RELATION = re.compile(rf"(?<!\S)(?:({MISSED})|({EQUAL})|({MET})|({ABOVE})|({BELOW})){THE} =(\w+)(?!\S)")
PASSIVE = re.compile(
    r"=(\w+)(?: (?:for|of|at|in|the|this|that|#\d+|@\d+|year|quarter|set|\(|\)|%)){0,6} (?:(?:has|have|had) (?:now |also |again |still )?(?:been )?|is |was |were |being )(?:(not|never|narrowly|easily|comfortably|also|again|just|now|therefore|only just|well|still) )*(met|exceeded|missed|beaten|achieved|hit|reached|surpassed|bettered|passed)(?!\S)"
)
TIMES = re.compile(
    rf"(?<!\S)(more than |almost |nearly |over |about |just over |just under |less than |well over )?(double|twice|half|treble|triple|#\d+){THE} =(\w+)"
)
FACTORS = {"double": Decimal(2), "twice": Decimal(2), "half": Decimal("0.5"), "treble": Decimal(3), "triple": Decimal(3)}
RANGE = re.compile(
    r"(?<!\S)(within|inside|above|below|outside|over|under|beyond|in|into|exceed\w*|out of|past)(?: (?:the|its|our|their|upper|lower|end|limit|of|expected|back)){0,5} (?:=(lower|upper)|(?:expected |agreed |target )?range|expected level|thresholds?)(?!\S)"
)


def relations(reading: Reading) -> None:
    """Hold every comparison with another measure of the same period."""
    for found in reading.matches(GAP):
        _gap(reading, found, int(found[1]), GAP_WORDS[found[2]], found[3])
    for found in reading.matches(CLOSER):
        _closer(reading, found)
    for found in reading.matches(BY):
        _gap(reading, found, int(found[2]), "", found[1])
    for found in reading.matches(GAP_TO):
        _gap(reading, found, int(found[1] or found[4]), "", found[2] or found[3])
    for found in reading.matches(TIMES):
        _times(reading, found)
    for found in reading.matches(RELATION):
        _relation(reading, found)
    for found in reading.matches(PASSIVE):
        way = "bad" if found[3] == "missed" else "good"
        _hold(reading, found, way, found[1], negated=bool(re.search(r" (?:not|never) ", found[0])))
    for found in reading.matches(RANGE):
        _range(reading, found)


CLOSER = re.compile(r"(?<!\S)(?:(closer|nearer)|(?:further|farther)(?: away)?) (?:to|from)(?: the| its| their| our| #\d+)* =(target)")


def _closer(reading: Reading, found: re.Match[str]) -> None:
    """Whether the figure has come closer to its target since the result before."""
    pair = _now(reading, found.start(), found.end(), found[2])
    before = reading.timeline.before(pair[0].observation, pair[0].name) if pair else None
    then = reading.facts.figure(pair[0].name, before) if pair else None
    aim = reading.facts.figure("target", before) if before else None
    if pair is None or then is None or aim is None:
        return
    now, earlier = abs(pair[0].number - pair[1].number), abs(then.number - aim.number)
    held = now < earlier if found[1] else now > earlier
    reading.add("true" if held else "false", "target", found.span(), pair[0], computed=f"the distance was {earlier} and is {now}")


def _now(reading: Reading, at: int, stop: int, series: str) -> tuple[Figure, Figure] | None:
    """The indicator's own figure and the other of the period that the sentence is about; None where either is missing."""
    tail = re.match(r"(?: (?!#|,|;|and |but )\S+){0,4}? ?(?:in|at|for|to|during|of)(?: the)? @(\d+)", reading.text[stop:])
    when = reading.when(tail[1]) if tail else reading.subject_when(at)
    own = reading.facts.indicator.measure if series in ("target", "floor") else "actual"
    figures = reading.figures(when, own)
    if len(figures) != 1 and when and when.kind in ("fy", "year"):
        return None
    for figure in figures:
        other = reading.facts.figure(series, figure.observation)
        if other:
            return figure, other
    return None


def _gap(reading: Reading, found: re.Match[str], index: int, way: str, series: str) -> None:
    amount = reading.amount(index)
    if index in reading.used or _is_level(reading, amount, found) or reading.is_guarded(found.start()):
        return
    pair = _now(reading, found.start(), found.end(), series)
    if pair is None:
        return
    if (
        reading.facts.unit == "percent"
        and amount.unit == ""
        and re.match(r"#\d+ (?!percentage)[a-z]", found[0])
        and not re.match(rf"#\d+ (?:{_GAPS})", found[0])
    ):
        return
    if amount.unit not in ("", "points", "%", "share") and not fits(amount, reading.facts.unit):
        return
    now, other = pair
    inner = re.search(r"#(\d+)", found[0][len(f"#{index}") :]) if found[0].startswith(f"#{index}") else None
    if inner and int(inner[1]) not in reading.used:
        hold_level(reading, int(inner[1]), series, None, kind="target")
    lower = reading.facts.indicator.polarity == "lower"
    said = {"good": "down" if lower else "up", "bad": "up" if lower else "down", "short": "down"}.get(way, way)
    if way == "good" and reading.facts.indicator.polarity in ("closest", "none", "range"):
        said = ""
    hold_change(reading, index, said, (other, now), found.span())


def _is_level(reading: Reading, amount: Amount, found: re.Match[str]) -> bool:
    """Whether the number is a figure that is compared, not the distance: "54% from the 55% that we set"."""
    return (
        amount.unit == "%"
        and reading.facts.unit == "percent"
        and bool(re.search(r"(?:of|at|with|is|was) $", reading.text[: found.start()]))
    )


def _times(reading: Reading, found: re.Match[str]) -> None:
    word = found[2]
    if word.startswith("#"):
        amount = reading.amount(word[1:])
        if amount.unit != "time":
            return
        factor = amount.value
    else:
        factor = FACTORS[word]
    pair = _now(reading, found.start(), found.end(), found[3])
    if pair and pair[1].number:
        hold_ratio(reading, found, factor, (found[1] or "").strip(), (pair[1], pair[0]))


def _relation(reading: Reading, found: re.Match[str]) -> None:
    missed, equal, met, above, below = (found[n] for n in range(1, 6))
    head = reading.text[: found.start()]
    if re.search(r"#\d+(?: \S+){0,3} $", head) and (above or below or missed or met in ("ahead of", "better than", "inside", "beyond")):
        measured = re.search(r"#(\d+)(?: \S+){0,3} $", head)
        if (
            measured
            and int(measured[1]) in reading.used
            and reading.amount(measured[1]).unit in ("points", "")
            and not re.search(r" (?:is|are|was|were|remains|stands|and|which|puts|leaves|,)(?: \S+)? $", head)
        ):
            return
    many = re.search(r"#(\d+) (?:[a-z]\S* ){1,3}(?:were|are|was|is|remain|fell|met|missed)? ?(?:still )?$", head)
    if many and reading.amount(many[1]).unit == "" and reading.facts.unit == "percent":
        return
    if re.search(r"not (?:far|much|only|just|so)(?: \S+)? $|close to being $", head):
        return
    negated = bool(NEGATED.search(head)) and not missed
    tail = re.match(r" (?:by|of #\d+ by)", reading.text[found.end() :])
    del tail
    way = "bad" if missed else "equal" if equal else "good" if met else "up" if above else "down"
    if met == "on" and not re.search(
        r"(?:is|was|are|were|remains|stayed|stays|puts|put|now|exactly|spot|satisfaction|performance) (?:\S+ )?$|(?:is|was|are|puts) (?:\S+ ){1,4}$",
        head,
    ):
        return
    _hold(reading, found, way, found[6], negated=negated)


def _hold(reading: Reading, found: re.Match[str], way: str, series: str, *, negated: bool = False) -> None:
    """Hold "met", "missed", "above", "below" or "equal" against the two figures of the period."""
    tail = reading.text[found.end() :]
    if re.match(r" (?:in|for|at|on|of|during)? ?(?:each|every|all|any|both|most|#\d+ of|the (?:last|past)|no|none)", tail) or re.search(
        r"(?<!\S)(?:each|every|all|none|indicators|kpis|both|number of|quarters|months|running|consecutive|successive|first time|proportion of indicators|any|since)(?!\S)",
        reading.clause(found.start()),
    ):
        return
    pair = _now(reading, found.start(), found.end(), series)
    if pair is None:
        return
    now, other = pair
    if other.name in ("target", "floor") and now.observation.period.end > reading.timeline.current.period.end:
        return
    difference = now.number - other.number
    holds = _holds(
        reading,
        way,
        difference,
        series,
        exactly=re.search(r"exceed|beat|surpass|ahead|better(?:ed)? ?|passed|outperform", found[0]) is not None,
    )
    if holds is None:
        reading.add("unknown", series, found.span())
        return
    verdict: Verdict = "true" if holds != negated else "false"
    computed = f"{with_unit(now.number, now.unit)} against {with_unit(other.number, other.unit)}"
    place = "above" if difference > 0 else "below" if difference < 0 else "equal to"
    reading.add(
        verdict,
        series,
        found.span(),
        now,
        says=f"{now.says}; {other.says}",
        computed=computed,
        wording=f"{place} {other.measure}" if verdict == "false" else "",
    )


def _holds(reading: Reading, way: str, difference: Decimal, series: str, *, exactly: bool) -> bool | None:
    """Whether the relation holds; None where the data does not say what is better."""
    if way == "up":
        return difference > 0 or (difference != 0 and _loosely(reading, difference))
    if way == "down":
        return difference < 0
    if way == "equal":
        return difference == 0
    polarity = reading.facts.indicator.polarity
    if polarity not in ("higher", "lower"):
        return None
    better = -difference if polarity == "lower" else difference
    if series == "comparator" and better == 0:
        return None
    met = better > 0 if exactly else better >= 0
    return met if way == "good" else not (better >= 0)


def _loosely(reading: Reading, difference: Decimal) -> bool:
    """Whether "performance is above target" is said of a figure that is lower, and so better: the performance is above it."""
    return reading.facts.indicator.polarity == "lower" and difference < 0 and "performance" in reading.text


def _range(reading: Reading, found: re.Match[str]) -> None:
    """The expected range of a period: within, above or below it."""
    series = reading.facts.indicator.measure if reading.facts.indicator.kind == "kpi" else "actual"
    pairs = [_now(reading, found.start(), found.end(), each) for each in ("lower", "upper")]
    if pairs[0] is None or pairs[1] is None:
        return
    now, low, high = pairs[0][0], pairs[0][1], pairs[1][1]
    word = found[1]
    stands = "above" if now.number > high.number else "below" if now.number < low.number else "within"
    lower_end = found[2] == "lower" or "lower" in found[0]
    upper_end = found[2] == "upper" or "upper" in found[0]
    said = (
        "within"
        if word in ("within", "inside", "in", "into")
        else "below"
        if word in ("below", "under")
        else "outside"
        if word in ("outside", "out of")
        else "above"
    )
    holds = stands in {"within": ("within",), "below": ("below",), "above": ("above",), "outside": ("above", "below")}[said]
    if said == "above" and lower_end:
        holds = now.number > low.number
    if said == "below" and upper_end:
        holds = now.number < high.number
    negated = bool(NEGATED.search(reading.text[: found.start()]))
    computed = f"{with_unit(now.number, now.unit)} against {with_unit(low.number, low.unit)} to {with_unit(high.number, high.unit)}"
    reading.add(
        "true" if holds != negated else "false", "range", found.span(), now, computed=computed, wording=f"{stands} the expected range"
    )
    del series
