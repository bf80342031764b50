"""What is said of one period and may be asked of every other: "met the target", "above 80%", "rose"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from papers.checks.comparing import NEGATED, sense, subject_series, unnegated
from papers.checks.facts import Figure
from papers.checks.grammar import ANY_NOUN, ANY_VERB, direction_of
from papers.checks.reading import Reading, fits
from papers.checks.sides import ABOVE, BELOW, PASSIVE, RANGE, RELATION
from papers.dataset import Observation

_UP = rf"{ABOVE}|past|exceed\w*|topped|broken through|(?:at|on) or above"
_DOWN = rf"{BELOW}|inside|(?:at|on) or below"
CONSTANT = re.compile(
    rf"(?<!\S)(?:(?P<even>(?:at|on) or (?:above|below)|reach\w*|within)|(?P<up>{_UP})|(?P<down>{_DOWN}))(?: the| a| our| its)? #(?P<n>\d+)(?:% )?(?: (?:line|mark|level|threshold|barrier))?(?!\S)(?! (?:of the )?=)"
)
AROUND = re.compile(r"#(\d+)(?!\d)")
MOVE = re.compile(rf"(?<!\S)({ANY_VERB}|{ANY_NOUN})(?!\S)")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that holds or not of each result: where it stands, and what it is of an observation; None where it can't be told."""

    start: int
    stop: int
    holds: Callable[[Observation], bool | None]
    denied: bool = False
    move: bool = False
    """Whether it is of the way from the result before."""


def claims(reading: Reading) -> list[Claim]:
    """Every such statement of the sentence."""
    return [*_related(reading), *_ranged(reading), *_constant(reading), *_moves(reading)]


def _ranged(reading: Reading) -> Iterator[Claim]:
    """Within the expected range."""
    for found in reading.matches(RANGE):
        if found[1] in ("within", "inside", "in"):
            yield Claim(found.start(), found.end(), _within(reading))


def _within(reading: Reading) -> Callable[[Observation], bool | None]:
    def holds(observation: Observation) -> bool | None:
        now, low, high = (reading.facts.figure(name, observation) for name in ("actual", "lower", "upper"))
        return None if now is None or low is None or high is None else low.number <= now.number <= high.number

    return holds


def _related(reading: Reading) -> Iterator[Claim]:
    for found in reading.matches(RELATION):
        if re.search(r"#\d+(?: (?!and |but |,)\S+)? $", reading.text[: found.start()]):
            continue
        missed, equal, met, above = (found[n] for n in range(1, 5))
        way = "bad" if missed else "equal" if equal else "good" if met else "up" if above else "down"
        strict = bool(re.match(r"exceed|beat|surpass|better|ahead|clear|outstrip|pass", found[0]))
        yield _of_measure(reading, found, found[6], way, strict=strict)
    for found in reading.matches(PASSIVE):
        yield _of_measure(
            reading, found, found[1], "bad" if found[2] in ("missed", "breached") else "good", strict=found[2] in ("exceeded", "beaten")
        )


def _of_measure(reading: Reading, found: re.Match[str], series: str, way: str, *, strict: bool) -> Claim:
    polarity = reading.facts.indicator.polarity
    own = reading.facts.indicator.measure if series in ("target", "floor") else "actual"
    inside = found.re is PASSIVE and bool(re.search(r" (?:not|yet to be) ", unnegated(found[0])))
    denied = inside or (bool(NEGATED.search(unnegated(reading.text[: found.start()]))) and way != "bad")

    def holds(observation: Observation) -> bool | None:
        now, other = reading.facts.figure(own, observation), reading.facts.figure(series, observation)
        if now is None or other is None or (way in ("good", "bad") and polarity not in ("higher", "lower")):
            return None
        return _side(now.number - other.number, way, lower=polarity == "lower", strict=strict) != denied

    return Claim(found.start(), found.end(), holds, denied)


def _side(difference: Decimal, way: str, *, lower: bool, strict: bool) -> bool:
    """Whether the difference is on that side."""
    if way in ("up", "down"):
        return difference > 0 if way == "up" else difference < 0
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
    for found in AROUND.finditer(reading.text):
        amount = reading.amount(found[1])
        if amount.around in ("over", "under", "least", "most") and fits(amount, reading.facts.unit):
            yield _of_number(
                reading, found.span(), amount.plain, down=amount.around in ("under", "most"), even=amount.around in ("least", "most")
            )


def _of_number(reading: Reading, span: tuple[int, int], number: Decimal, *, down: bool, even: bool) -> Claim:
    def holds(observation: Observation) -> bool | None:
        now = reading.facts.figure("actual", observation)
        if now is None:
            return None
        return (even and now.number == number) or (now.number < number if down else now.number > number)

    return Claim(*span, holds)


def _moves(reading: Reading) -> Iterator[Claim]:
    """A rise or fall from the result before."""
    for found in reading.matches(MOVE):
        way = sense(reading, direction_of(found[1]))
        series = subject_series(reading, found.start())
        if way:
            yield Claim(found.start(), found.end(), _stepped(reading, series, way), move=True)


def _stepped(reading: Reading, series: str, way: str) -> Callable[[Observation], bool | None]:
    def holds(observation: Observation) -> bool | None:
        now: Figure | None = reading.facts.figure(series, observation)
        then = reading.facts.figure(series, reading.timeline.before(observation, series))
        if now is None or then is None:
            return None
        return now.number > then.number if way == "up" else now.number < then.number

    return holds


def nearest(found: list[Claim], span: tuple[int, int], *, move: bool | None = None) -> Claim | None:
    """The claim that stands nearest to that part of the text."""
    fit = [each for each in found if move is None or each.move is move]
    return min(fit, key=lambda each: max(span[0] - each.stop, each.start - span[1], 0), default=None)
