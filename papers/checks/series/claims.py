"""What is said of one period and may be asked of every other: "met the target", "above 80%", "rose by two points", "was Green"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from papers.checks.language.amounts import SCALES, Amount, holds
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading, fits
from papers.checks.series.claim import Claim
from papers.checks.series.moves import moves
from papers.checks.series.quantifiers import results_in
from papers.checks.statements.comparing import NEGATED, sense, subject_series, unnegated
from papers.checks.statements.sides import ABOVE, BELOW, EVEN, OR_AT, PASSIVE, PRONOUN, RANGE, RELATION
from papers.dataset import Observation, Period

_UP = rf"{ABOVE}|past|exceed\w*|topped|broken through|(?:at|on) or above"
_DOWN = rf"{BELOW}|inside|(?:at|on) or below"
CONSTANT = matcher(
    rf"(?<!\S)(?:(?P<even>(?:at|on) or (?:above|below)|reach\w*|within)|(?P<up>{_UP})|(?P<down>{_DOWN}))(?: the| a| our| its)? #(?P<n>\d+)(?:% )?(?: (?:line|mark|level|threshold|barrier))?(?!\S)(?! (?:of the )?=)"
)
LEVEL = matcher(
    r"(?<!\S)(?:held|holds|stood|stayed|stays|remained|remains|been|stuck|steady|unchanged|kept|sat|is|was)(?: \S+)? (?:at|on) #(?P<n>\d+)(?!\d)(?! (?:of|above|below|short|points?)(?!\S))"
)
"""A figure that may last: "held at 94% for the second quarter running"."""
BETWEEN = matcher(r"(?<!\S)between #(\d+) and #(\d+)(?!\S)")
"""Two ends between which results lie: "every result has been between 71% and 72%"."""
OR_MORE = matcher(r"(?<!\S)#(\d+) or (?:(better)|more|above|higher|over|greater|(less|fewer|below|lower|under)|(worse))(?!\S)")
""""at 84% or better"."""
AROUND = matcher(r"#(\d+)(?!\d)")
BARE = matcher(
    r"(?<!\S)(met|missed|reached|hit|achieved|beaten|exceeded|attained|cleared|breached|surpassed)(?! (?:the|its|our|a|an|by|#\d+|all|=\w+)(?!\S))(?!\S)"
)
"""What was done with a measure that is named before: "a target of 90%, which was last met in March"."""
ALONE = matcher(
    r"(?<!\S)(?:was|were|been|being|is|stood|sat|lay) (?:(above|over)|(below|under)|(outside)|(inside|within))(?= (?:[,.;)]|and|but)(?!\S)|$)"
)
"""Which side of a range that is named before: "after three quarters in which it was over"."""
AT_MEASURE = matcher(
    r"(?<!\S)(?:at|on)(?: (?:the|its|our))? =(?P<series>target|floor|comparator) or (?:(?P<good>better)|(?P<up>above|higher|over)|(?P<down>below|lower|under))(?!\S)"
)
""""on target or better"."""
MISSES = matcher(r"(?:does|do|did|has|have) not|(?:has|have) yet|fail|unable|not |nowhere")
"""What is denied in its own words: "has yet to reach"."""
_BE = r"(?:is|are|was|were|has|have|had|been|remains?|stands|stays) "
"""Verbs that part a figure from what is said of it: "71.8% has been ahead of target"."""
RATED = matcher(r"(?<!\S)\*(\w+)(?!\S)(?! (?:to|or) )")


def claims(reading: Reading) -> list[Claim]:
    """Every such statement of the sentence."""
    return [*_related(reading), *_ranged(reading), *_constant(reading), *_rated(reading), *moves(reading)]


def _rated(reading: Reading) -> Iterator[Claim]:
    """A rating, as published or as the rules give it."""
    assessment = reading.facts.assessment
    known = (
        {each.period: {word.lower() for word in (each.rating, each.published) if word} for each in assessment.history} if assessment else {}
    )
    for found in reading.matches(RATED):
        denied = bool(NEGATED.search(unnegated(reading.text[: found.start()])))
        denied = denied or bool(re.search(r"(?<!\S)(?:anything but|other than|out of)(?: the)? $", reading.text[: found.start()]))
        yield Claim(found.start(), found.end(), _rated_as(known, found[1], denied=denied), denied)


def _rated_as(known: Mapping[Period, set[str]], word: str, *, denied: bool) -> Callable[[Observation], bool | None]:
    def told(observation: Observation) -> bool | None:
        words = known.get(observation.period)
        return (word in words) != denied if words else None

    return told


def _ranged(reading: Reading) -> Iterator[Claim]:
    """Within the expected range, above or below it."""
    for found in reading.matches(RANGE):
        yield Claim(found.start(), found.end(), _ranged_as(reading, found[1]))


def _ranged_as(reading: Reading, word: str) -> Callable[[Observation], bool | None]:
    def told(observation: Observation) -> bool | None:
        now, low, high = (reading.facts.figure(name, observation) for name in ("actual", "lower", "upper"))
        if now is None or high is None:
            return None
        under, over = low is not None and now.number < low.number, now.number > high.number
        if word in ("within", "inside", "in", "into"):
            return not under and not over
        return under if word in ("below", "under") else over if word not in ("outside", "out of") else under or over

    return told


def _related(reading: Reading) -> Iterator[Claim]:
    for found in reading.matches(RELATION):
        if AT_MEASURE.match(reading.text, found.start()):
            continue
        if _is_sized(reading, found) or re.search(r"#\d+ (?:\S+ )?(?:of|from) ", found[0]):
            continue
        missed, equal, met, above = (found[n] for n in range(1, 5))
        way = "bad" if missed else "equal" if equal else "good" if met else "up" if above else "down"
        if equal and (
            beside := re.search(
                r"(?:(ahead of|above|better than|over|beyond)|behind|below|under|worse than) or $", reading.text[: found.start()]
            )
        ):
            way = ("up" if beside[1] in ("above", "over") else "good") if beside[1] else "bad"
            yield _even(
                _of_measure(reading, found, found[6], way, strict=False), _of_measure(reading, found, found[6], "equal", strict=False)
            )
            continue
        way = EVEN.get(way, way) if OR_AT.search(reading.text[: found.start()]) else way
        strict = bool(re.match(r"exceed|beat|surpass|better|ahead|clear|outstrip|pass", found[0]))
        yield _of_measure(reading, found, found[6], way, strict=strict)
    for found in reading.matches(AT_MEASURE):
        way = "good" if found["good"] else "least" if found["up"] else "most"
        yield _of_measure(reading, found, found["series"], way, strict=False)
    yield from _unnamed(reading)
    for found in reading.matches(PASSIVE):
        if found[2] in BEYOND and reading.facts.indicator.polarity == "lower":
            continue
        yield _of_measure(
            reading, found, found[1], "bad" if found[2] in ("missed", "breached") else "good", strict=found[2] in ("exceeded", "beaten")
        )


BEYOND = frozenset(("exceeded", "surpassed", "passed"))
"""What is worse of a limit, and better of an aim."""


def _is_sized(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the distance from the measure stands before, so that more is said than on which side of it."""
    before = re.search(rf"#(\d+)(?: (?!and |but |after |,|#|{_BE})\S+){{0,2}} $", reading.text[: found.start()])
    return bool(before and not results_in(reading.amount(before[1])))


def _even(one: Claim, two: Claim) -> Claim:
    """What is true where one of the two is: "ahead of or level with"."""

    def told(observation: Observation) -> bool | None:
        held = one.holds(observation), two.holds(observation)
        return None if None in held else any(held)

    return Claim(one.start, one.stop, told, one.denied)


def _unnamed(reading: Reading) -> Iterator[Claim]:
    """What is said of a measure that was named before: "which was last met in March", "three quarters above it"."""
    for found in reading.matches(PRONOUN):
        named = re.findall(r"=(target|floor|comparator)", reading.text[: found.start()])
        if not named and (found[3] or found[4]) and RANGE.search(reading.text[: found.start()]):
            yield Claim(found.start(), found.end(), _ranged_as(reading, "above" if found[3] else "below"))
        elif named and not _is_sized(reading, found):
            yield _of_measure(
                reading, found, named[-1], "bad" if found[1] else "good" if found[2] else "up" if found[3] else "down", strict=False
            )
    for found in reading.matches(ALONE):
        if RANGE.search(reading.text[: found.start()]):
            yield Claim(
                found.start(), found.end(), _ranged_as(reading, "above" if found[1] else "below" if found[2] else found[3] or "within")
            )
    for found in reading.matches(BARE):
        named = re.findall(r"=(target|floor|comparator)", reading.text[: found.start()])
        if named and not (found[1] in BEYOND and reading.facts.indicator.polarity == "lower"):
            way = "bad" if found[1] in ("missed", "breached") else "good"
            yield _of_measure(reading, found, named[-1], way, strict=found[1] in ("exceeded", "beaten", "surpassed"))


def _of_measure(reading: Reading, found: re.Match[str], series: str, way: str, *, strict: bool) -> Claim:
    polarity = reading.facts.indicator.polarity
    own = reading.facts.indicator.measure if series in ("target", "floor") else "actual"
    inside = found.re == PASSIVE and bool(re.search(r" (?:not|yet to be) ", unnegated(found[0])))
    told = _told(reading, found, own)
    denied = inside or (bool(NEGATED.search(unnegated(reading.text[: found.start()]))) and not MISSES.match(found[0]))

    def holds(observation: Observation) -> bool | None:
        now, there = reading.facts.figure(own, observation), reading.facts.figure(series, observation)
        other = there.number if there else told
        if there and now and series == "comparator" and there.unit != now.unit:
            return None
        if now is None or other is None or (way in ("good", "bad") and polarity not in ("higher", "lower")):
            return None
        return _side(now.number - other, way, lower=polarity == "lower", strict=strict) != denied

    return Claim(found.start(), found.end(), holds, denied)


def _told(reading: Reading, found: re.Match[str], own: str) -> Decimal | None:
    """The number that the sentence gives the measure, for results of which the data has none: "the 6% target"."""
    number = re.search(r"#(\d+) (?==)|=\w+ of #(\d+)", reading.text[max(found.start() - 8, 0) : found.end() + 8])
    amount = reading.amount(number[1] or number[2]) if number else None
    return amount.plain if amount and fits(amount, reading.facts.unit_of(own)) and amount.unit != "share" else None


def _side(difference: Decimal, way: str, *, lower: bool, strict: bool) -> bool:
    """Whether the difference is on that side."""
    if way in ("up", "down"):
        return difference > 0 if way == "up" else difference < 0
    if way in ("least", "most"):
        return difference >= 0 if way == "least" else difference <= 0
    if way == "equal":
        return difference == 0
    better = -difference if lower else difference
    if way == "bad":
        return better < 0
    return better > 0 if strict else better >= 0


def _constant(reading: Reading) -> Iterator[Claim]:
    """Above or below a number that stays the same."""
    for found in reading.matches(CONSTANT):
        amount = reading.amount(found["n"])
        if fits(amount, reading.facts.unit) and amount.unit != "share":
            down = bool(found["down"]) or "below" in found[0] or "within" in found[0]
            yield _of_number(reading, found.span(), amount.plain, down=down, even=bool(found["even"]))
    yield from _or_more(reading)
    for found in reading.matches(LEVEL):
        amount = reading.amount(found["n"])
        series = subject_series(reading, found.start())
        if fits(amount, reading.facts.unit_of(series)) and amount.unit != "share" and not amount.around:
            yield Claim(*found.span(), _at(reading, series, amount))
    for found in reading.matches(BETWEEN):
        ends = [reading.amount(each) for each in found.groups()]
        series = subject_series(reading, found.start())
        if all(fits(each, reading.facts.unit_of(series)) for each in ends):
            yield Claim(*found.span(), _between(reading, series, *sorted(each.plain for each in ends)), level=True)
    for found in AROUND.finditer(reading.text):
        amount = reading.amount(found[1])
        if amount.around in ("over", "under", "least", "most") and fits(amount, reading.facts.unit):
            even = amount.around in ("least", "most") or bool(OR_AT.search(reading.text[: found.start()]))
            yield _of_number(reading, found.span(), amount.plain, down=amount.around in ("under", "most"), even=even)


def _or_more(reading: Reading) -> Iterator[Claim]:
    """At a number or beyond it."""
    for found in reading.matches(OR_MORE):
        amount = reading.amount(found[1])
        way = sense(reading, "better" if found[2] else "down" if found[3] else "worse" if found[4] else "up")
        if way and fits(amount, reading.facts.unit) and (amount.unit != "share" or reading.text.startswith(" of ", found.end())):
            yield _of_number(reading, found.span(), amount.plain, down=way == "down", even=True)


def _at(reading: Reading, series: str, amount: Amount) -> Callable[[Observation], bool | None]:
    """Whether a result of the series is that figure."""

    def told(observation: Observation) -> bool | None:
        now = reading.facts.figure(series, observation)
        return holds(amount, now.number, now.unit) != "false" if now else None

    return told


def _between(reading: Reading, series: str, low: Decimal, high: Decimal) -> Callable[[Observation], bool | None]:
    """Whether a result of the series lies between the two numbers."""

    def told(observation: Observation) -> bool | None:
        now = reading.facts.figure(series, observation)
        return low <= now.number <= high if now else None

    return told


FAR = 10
"""How many times the figure a number must come near that is written out: 3 million of a figure in thousands."""


def _of_number(reading: Reading, span: tuple[int, int], number: Decimal, *, down: bool, even: bool) -> Claim:
    denied = bool(NEGATED.search(unnegated(reading.text[: span[0]])))

    scale = SCALES.get(reading.facts.unit, Decimal(1))
    current = reading.facts.figure("actual", reading.timeline.current)
    if current and number > scale * current.number / FAR:
        number /= scale

    def holds(observation: Observation) -> bool | None:
        now = reading.facts.figure(reading.subject or "actual", observation)
        if now is None or (now.number == number and not even and number < 1):
            return None
        return ((even and now.number == number) or (now.number < number if down else now.number > number)) != denied

    return Claim(*span, holds, denied, level=True)
