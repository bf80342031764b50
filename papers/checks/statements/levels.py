"""Statements of a level: "84% of calls were answered", "the target of 75%", "82% in the quarter before"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, Verdict, holds
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Reading, fits
from papers.checks.statements.claiming import is_certain, is_claimed, is_near
from papers.wording import with_unit

LINK = (
    r"(?:of|is|was|are|were|has|have|had|been|being|(?:is |was |are |were |been )?set at|stands at|stood at|remains at|remained at|is at|was at|now|also|still|for|in|to|the|a|that"
    r"|managed|had|recorded|posted|scored|averaged|registered|showed|show|came to|came in at|achieved|got|saw|count|figure of|which|it|both|@\d+|\(|:|rose|rises|rising|fell|moved|moves|from|increased|increases|raised|level|figure|figures|just|only|this|recorded|there|, which (?:is|was|are|were)|will be"
    r"|dropped|went|up|down|lowered|changed|amended|revised|result|value|equals|totalled|reached)"
)
PERIOD_AFTER = matcher(
    r"^(?:(?: (?!and |but |with |against |compared |from |up |down |to @|than |whereas |while |since |over )[\w'\u2019~=*&/-]+){0,9}?) ?(?:in|at|to|for|by|on|during|as at|of|\(|,)?(?: the)? ?@(\d+)"
)
RATE = matcher(r"#(\d+)(?: (?!#|@|,|;|and |but |while |which )\S+){0,6}? ~(?:per|for-each|for-every|each|every|in-every)-([\d-]+)")
ENDS = matcher(r"range(?: of| is| was| runs| from| between| ,| which){1,4} #(\d+) (?:to|and|-|\u2013) #(\d+)")
END = matcher(
    r"(?:=(?P<end>upper|lower)(?: of the (?:expected )?range)?|(?P<high>top|upper end)?(?P<low>bottom|foot|lower end)? of (?:the|its|our) (?:(?:expected|agreed) )?range|range (?P<start>begins|starts)(?= at))(?: of| is| was| at| ,| which| \(){1,3} #(?P<n>\d+)(?! (?:to|and|-|\u2013) #)"
)


def levels(reading: Reading) -> None:
    """Hold every number that no other rule has taken against the figure that it can only be."""
    for index in range(len(reading.coded.amounts)):
        if index not in reading.used:
            _level(reading, index)


def limits(reading: Reading) -> None:
    """Hold the ends of an expected range, and what a rate is told for."""
    for found in reading.matches(ENDS):
        for index, series in ((int(found[1]), "lower"), (int(found[2]), "upper")):
            hold_level(reading, index, series, None, kind="range")
    for found in reading.matches(END):
        end = found["end"] or ("upper" if found["high"] else "lower" if found["low"] or found["start"] else "")
        if end:
            hold_level(reading, int(found["n"]), end, None, kind="range")
    for found in reading.matches(RATE):
        _rate(reading, found)


TELLING = 3
"""Digits of a number that tells by itself which figure it is."""


def _rate(reading: Reading, found: re.Match[str]) -> None:
    """A rate told for another number of people than the data's."""
    amount = reading.amount(found[1])
    for name, unit in [("actual", reading.facts.unit), *((each.name, each.unit) for each in reading.facts.series)]:
        base = re.fullmatch(r"rate per ([\d,]+)", unit)
        figures = reading.figures(period_of(reading, int(found[1])), name) if base else []
        if base and figures and best(amount, figures)[0] == "true" and found[2].replace("-", "") != base[1].replace(",", ""):
            reading.add("false", "unit", found.span(), figures[0], wording=with_unit(figures[0].number, unit))


def _level(reading: Reading, index: int) -> None:
    start, stop = reading.coded.of_number(index)
    series = measure_of(reading, index)
    if series is None:
        _own_level(reading, index, (start, stop))
        return
    amount = reading.amount(index)
    if not fits(amount, reading.facts.unit_of(series)):
        return
    if reading.is_guarded(start) and series != "target":
        return
    when = period_of(reading, index)
    sure = (
        series in ("target", "comparator") and amount.unit != "points" and not UNSURE.search(reading.text[max(start - 40, 0) : stop + 40])
    )
    if series == "target" and OF_OTHERS.search(reading.text[max(start - 40, 0) : stop]):
        return
    kind = "target" if series == "target" else "comparator" if series == "comparator" else "level"
    hold_level(reading, index, series, when, kind=kind, sure=sure)


UNSURE = matcher(
    r"(?<!\S)(?:national|government|former|old|previous|new|next|future|stretch|own|other|another|by @|interim|local|for @|from @|long[- ]term|year-end)(?!\S)"
)
"""Words beside a target that may be another one."""


OF_OTHERS = matcher(
    r"(?<!\S)(?:government|former|old|stretch|(?:its|their|\S+'s) own|other|another|interim|local|internal|tougher|raised from|up from|down from)(?!\S)"
)
"""Words beside a target that is not that of the period."""


def _is_told_then(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether the number is told of a period by "when": "in March, when £445,500 came in"."""
    return bool(re.search(r"@\d+(?: ,)? when (?:(?!#|,)\S+ ){0,5}$", reading.text[: span[0]]))


def measure_of(reading: Reading, index: int) -> str | None:
    """The measure that stands before the number, or just after it; None where none does."""
    start, stop = reading.coded.of_number(index)
    before = re.search(rf"=(\w+) (?:{LINK} )*$", reading.text[:start])
    if before and not ("(" in before[0] and re.match(r" (?:against|versus|compared with) #", reading.text[stop:])):
        return before[1]
    if re.search(r"=comparator , (?:at|on|with) $", reading.text[:start]):
        return "comparator"
    far = re.search(r"=(\w+)(?: (?!#|=|,|;|than|of|to|from|against|with|and|but|while|up|down)\S+){1,4} $", reading.text[:start])
    if far and far[1] not in ("target", "floor", "comparator", "lower", "upper"):
        return far[1]
    head = re.match(r"(?:the )?=(target|comparator)(?= )", reading.text[:start])
    if (
        head
        and not re.search(r"(?:^| )(?:but|while|and we|our|kent|;|, (?:so|which|that|as|with|leaving|after)) ", reading.text[:start])
        and not re.match(r" =", reading.text[stop:])
    ):
        return head[1]
    if re.match(r" (?:(?:for|of|in|across|among) )?=comparator(?! (?:of|was|is|at) #)", reading.text[stop:]):
        return "comparator"
    after = re.match(r" (?:\( )?=(\w+)", reading.text[stop:])
    if after and not re.search(r"(?:above|below|over|under|to|than|by) $", reading.text[:start]):
        return after[1] if after[1] not in ("comparator", "lower", "upper") else None
    if re.match(r" (?:nationally|for england|in england|across england)\b", reading.text[stop:]) and "comparator" in reading.measures():
        return "comparator"
    return None


def period_of(reading: Reading, index: int) -> When | None:
    """The period that the number is given for: one that follows it, else one that stands before it in the sentence."""
    start, stop = reading.coded.of_number(index)
    if found := PERIOD_AFTER.match(reading.text[stop:]):
        return reading.when(found[1])
    if found := re.search(r"@(\d+)(?: ,)? when (?:(?!#)\S+ ){0,6}$", reading.text[:start]):
        return reading.when(found[1])
    if found := re.search(
        r"@(\d+) (?:\( |(?:peak|high|low|figure|result|total|count|average|spike|dip|level)(?: of)? )$", reading.text[:start]
    ):
        return reading.when(found[1])
    return reading.subject_when(start)


def hold_level(reading: Reading, index: int, series: str, when: When | None, *, kind: str, sure: bool = False) -> None:
    """Hold the number against the figures of the measure in the period. A number far from them is false only where its measure is `sure`."""
    amount = reading.amount(index)
    span = reading.coded.of_number(index)
    reading.used.add(index)
    names = [series, *([reading.facts.indicator.measure] if series == "actual" and reading.facts.indicator.measure != "actual" else [])]
    figures = [each for name in names for each in reading.figures(when, name)]
    if not figures:
        _unplaced(reading, amount, span, names, when)
        return
    verdict, figure = best(amount, figures)
    if verdict == "false" and len(figures) > 1 and when and when.kind in ("fy", "year"):
        verdict = "unknown"
    if verdict == "false" and (kind == "floor" or not (sure or is_near(reading, amount, figures) or is_certain(reading, index, span))):
        verdict = "unknown"
    later = [each for each in reading.facts.all(["target"]) if each.observation.period.end > reading.timeline.current.period.end]
    if verdict == "false" and series == "target" and any(holds(amount, each.number, each.unit) == "true" for each in later):
        verdict = "unknown"
    if verdict == "false" and (reading.facts.allows(amount) or (when and when.words.lower() == "now" and len(reading.coded.whens) > 1)):
        verdict = "unknown"
    tell(reading, verdict, kind, span, figure)


def _unplaced(reading: Reading, amount: Amount, span: tuple[int, int], names: Iterable[str], when: When | None) -> None:
    """A number of a period that the data does not have: false where it is the figure of the same month in another year."""
    others = [each for each in reading.facts.all(names) if holds(amount, each.number, each.unit) == "true"]
    telling = len(re.sub(r"\D", "", f"{amount.value:f}").strip("0")) >= TELLING and not amount.around
    if when and when.kind == "month" and when.year and others and telling and len({each.observation.period.end for each in others}) == 1:
        reading.add("false", "period", span, others[-1], wording=f"in {others[-1].observation.period.spoken}")
        return
    if when and when.kind == "month" and when.year and others and amount.value >= 1:
        same = [
            each for each in others if each.observation.period.end.month == when.month and each.observation.period.end.year != when.year
        ]
        if same and len(others) == len(same):
            reading.add("false", "period", span, same[-1], wording=f"in {same[-1].observation.period.spoken}")
            return
    reading.add("unknown", "level", span)


def best(amount: Amount, figures: Iterable[Figure]) -> tuple[Verdict, Figure]:
    """The best verdict over the figures, with the figure."""
    order = ("true", "rounded", "unknown", "false")
    found = [(_holds(amount, each), each) for each in figures]
    return min(found, key=lambda each: order.index(each[0]))


def _holds(amount: Amount, figure: Figure) -> Verdict:
    if figure.qualifier:
        return "true" if amount.value == figure.number and amount.around in ("under", "over") else "unknown"
    return holds(amount, figure.number, figure.unit)


def tell(reading: Reading, verdict: Verdict, kind: str, span: tuple[int, int], figure: Figure) -> None:
    """Keep what was found, with the figure as the wording that holds."""
    reading.add(verdict, kind, span, figure, wording=with_unit(figure.number, figure.unit) if verdict == "false" else "")


def _own_level(reading: Reading, index: int, span: tuple[int, int]) -> None:
    """A number without a measure beside it: the indicator's own figure where the words say so."""
    amount = reading.amount(index)
    if reading.is_guarded(span[0]) or _is_passed(reading, amount, span[0]):
        return
    gap = amount.unit == "points" and reading.facts.unit == "percent" and "gap" in reading.facts.words
    if gap or fits(amount, reading.facts.unit):
        _plain_level(reading, index, span, period_of(reading, index))


PASSED = matcher(
    r"(?<!\S)(?:(?P<up>pass\w*|topp\w*|cross\w*|broke\w* through)|(?:dipp|dropp|fell|fall|fallen)\w* (?:below|under)) (?:the )?$"
)
"""Before a mark that the figure went beyond."""


def _is_passed(reading: Reading, amount: Amount, at: int) -> bool:
    """Whether the number is a mark beyond which the latest figure is: "passed 670 for the first time"."""
    found = PASSED.search(reading.text[:at])
    beyond = replace(amount, around="over" if found and found["up"] else "under")
    return found is not None and any(holds(beyond, each.number, each.unit) == "true" for each in reading.figures(None, "actual"))


def _plain_level(reading: Reading, index: int, span: tuple[int, int], when: When | None) -> None:
    """A number in the indicator's unit: its figure, unless it is that of another measure or the words leave it open."""
    amount, measure = reading.amount(index), reading.facts.indicator.measure
    figures = reading.figures(when, "actual") + ([] if measure == "actual" else reading.figures(when, measure))
    verdict = best(amount, figures)[0] if figures else "false"
    if verdict == "false" and _of_another(reading, index, when):
        return
    aim = reading.facts.figure("target", reading.timeline.current)
    if verdict == "false" and aim and amount.around == "" and holds(amount, aim.number, aim.unit) == "true" and when is None:
        return
    likely = when is not None or is_near(reading, amount, figures) or is_certain(reading, index, span)
    if verdict in ("true", "rounded") or (likely and is_claimed(reading, index, span)):
        hold_level(reading, index, "actual", when, kind="level", sure=_is_told_then(reading, span))


REST = matcher(
    r"(?<!\S)(?:missed|missing|late|unanswered|abandoned|unresolved|failed to|did not|do not|does not|went unanswered|dissatisfied|unhappy|unpaid|uncollected"
    r"|not (?:answered|completed|paid|met|done|recycled|satisfied|repaired|collected|issued|resolved)|(?:took|takes|take|taking|waits?|waited|waiting) longer|overran|overrun|without|less than good|late|(?:to|into|in) landfill|outside ~\S+)(?!\S)"
)
"""Words that tell of those whom the percentage leaves."""


def _of_another(reading: Reading, index: int, when: When | None) -> bool:
    """Whether the number is the figure of another measure that the clause names."""
    for name in re.findall(r"=(\w+)", reading.text):
        figures = reading.figures(when, name)
        if figures and best(reading.amount(index), figures)[0] == "true":
            hold_level(reading, index, name, when, kind="level")
            return True
    return False
