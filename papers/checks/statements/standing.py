"""Whether a figure stands above, below, on the better or the worse side of another measure, of one measure or two, in one period or two."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading
from papers.checks.series.quantifiers import quantifiers
from papers.checks.statements.measured import Pair, given_beside, pairs_beside
from papers.checks.statements.sides import EXCEEDED
from papers.checks.statements.whose import of_somebody
from papers.wording import with_unit

AND_IN = matcher(
    r"(?: (?:in|at|for)(?: both)?(?: the)? @\d+)(?: ,)? and(?: again| also| then| once more)*(?: (?:in|at|for))?(?: the)? @(\d+)(?! to)"
    r"|(?: (?:in|at|for)(?: the)? @\d+)?(?: \( (?:(?!\))\S+ )+\))?(?: ,)? (?:just |exactly )?as(?! at)(?: (?:it|we|they|also|had|has|was|were|did|been|is|there))*"
    r" (?:in|at|for)(?: the)? @(\d+)(?! to)"
)
"""A second period of which the same is said: "met in June and again in September", "above target, just as in June"."""
AND_MEASURE = matcher(
    r"(?: \( (?:of |at )?#\d+ \)| (?:of|at) #\d+)?(?: (?:and|or|nor))(?: (?:also|even|the|its|our|that of|of))* =(\w+)"
    r"(?= (?:[.,;)(]|(?:of|at) #|(?:in|for|on)(?: the)? @|again|once)|$)"
)
"""A second measure of which the same is said: "ahead of both the target (72%) and the national average"."""
OF_OTHER = matcher(
    r"(?<!\S)(?:its|their|\S+'s) own(?!\S)|(?<!council)(?<!year)(?<!quarter)(?<!month)(?<!england)(?<!kent)(?<!today)'s (?!=)(?:\S+ ){0,2}=target"
)
"""A target of somebody else's: "went over its own target"."""
OURS = matcher(r"(?<!\S)(?:we|us|kent|council|county)(?!\S)")
OF_SEVERAL = matcher(
    r" (?:in|for|at|on|of|during)? ?(?:each|every|all|any|both|most|#\d+ of|the (?:last|past)|the (?:first|other|previous|remaining) #|no|none)"
)
SEVERAL = matcher(r"(?<!\S)(?:indicators|kpis|quarters|months|occasions?|any|since)(?!\S)")
"""Words of a clause that tells of several results at once."""
NUMBER_OF = matcher(r"(?<!\S)number of((?: (?!,|;)\S+){1,4})")
"""What may be counted that is above or below: "the number of districts above target"."""
STRETCH_N = matcher(
    r"(?<!\S)(?:in|over|for|during|across)(?: (?:the|all|last|past))* #\d+ (?:from|to|between|since)(?: the)? @\d+(?: (?!,|;)\S+)* $"
)
"""Several results that are told of at once: "in the three quarters from October"."""
HELD = frozenset(("target", "floor", "comparator", "lower", "upper", "forecast"))
"""The series that a result can lie above or below; "based on the participation rate" says nothing of the kind."""


def is_counted(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the clause, or the head of the sentence, says of how many results it is told."""
    clause = reading.clause(found.start())
    low = reading.text.rfind(clause, 0, found.start() + len(clause))
    said = [each.start for each in quantifiers(reading) if not each.prior or each.start < found.start()]
    return any(low <= each < low + len(clause) for each in said) or 0 in said


def _is_of_row(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the clause begins with another row of the indicator, which has no target of its own: "the invites issued exceeded target"."""
    row = re.match(r"(?:[,;:]|and|but|although|though|while|whereas|the|our|its| )*=(\w+) ", reading.clause(found.start()))
    return bool(row) and row[1] not in HELD | {"actual", reading.facts.indicator.measure}  # type: ignore[index]


def hold_side(reading: Reading, found: re.Match[str], way: str, series: str, *, negated: bool = False) -> None:
    """Hold "met", "missed", "above", "below" or "equal" against the figures of the period, and of a second measure or period."""
    if (
        series not in HELD
        or (OF_OTHER.search(found[0]) and not OURS.search(reading.clause(found.start())))
        or OF_SEVERAL.match(reading.text[found.end() :])
        or _is_of_row(reading, found)
        or SEVERAL.search(reading.clause(found.start()))
        or of_somebody(reading, found.start())
        or is_counted(reading, found)
        or any(not reading.names_subject(" ".join(each[1].split()[:2])) for each in NUMBER_OF.finditer(reading.clause(found.start())))
    ):
        return
    pairs = pairs_beside(reading, found.start(), found.end(), series)
    _hold(reading, found, way, pairs, found.span(), negated=negated)
    if (more := AND_MEASURE.match(reading.text, found.end())) and more[1] in HELD and more[1] != series:
        pairs = pairs_beside(reading, found.start(), more.end(), more[1])
        _hold(reading, found, way, pairs, (found.start(), more.end()), negated=negated)


def _hold(reading: Reading, found: re.Match[str], way: str, pairs: list[Pair], span: tuple[int, int], *, negated: bool) -> None:
    """Hold the side against the pairs that may be meant: it is wrong where it is so of none of them."""
    last = reading.timeline.current.period.end
    pairs = [each for each in pairs if each[1].name not in ("target", "floor") or each[0].observation.period.end <= last]
    if found[0].startswith("ahead of"):
        # A result that has come sooner than planned may be called ahead of a target of the year's end.
        pairs = [each for each in pairs if each[1].observation.period.end <= last or each[0].number >= each[1].number]
    if not pairs:
        return
    pairs += given_beside(reading, found, pairs[0])
    series, exactly = pairs[0][1].name, bool(re.search(EXCEEDED, found[0]))
    held = [_holds(reading, way, now.number - other.number, series, exactly=exactly) for now, other in pairs]
    pairs = [each for each, holds in zip(pairs, held, strict=True) if holds is not None]
    if not pairs:
        reading.add("unknown", series, span)
        return
    right = [each for each, holds in zip(pairs, filter(lambda told: told is not None, held), strict=True) if holds != negated]
    now, other = (right or pairs)[0]
    if right and (then := again_in(reading, found, now.name)) and (beside := reading.facts.figure(series, then.observation)):
        holds = _holds(reading, way, then.number - beside.number, series, exactly=exactly)
        right = right if holds != negated else []
        now, other, span = then, beside, (span[0], again_end(reading, found))
    if right or not had_been(reading, found):
        _tell(reading, span, now, other, right=bool(right))


HAD = matcher(r"(?<!\S)had (?:(?!,|;|#)\S+ ){0,3}$")
"""What tells of a time before: "which had still been within the range"."""


def had_been(reading: Reading, found: re.Match[str]) -> bool:
    """Whether it is told of a time before that of the figure that is told of else."""
    return bool(HAD.search(reading.text[: found.start()])) and not re.match(r"(?: (?!,|;)\S+){0,4}? @", reading.text[found.end() :])


def _tell(reading: Reading, span: tuple[int, int], now: Figure, other: Figure, *, right: bool) -> None:
    """Keep what was found, with the side on which the figure lies."""
    place = "above" if now.number > other.number else "below" if now.number < other.number else "equal to"
    reading.add(
        "true" if right else "false",
        other.name,
        span,
        now,
        says=f"{now.says}; {other.says}",
        computed=f"{with_unit(now.number, now.unit)} against {with_unit(other.number, other.unit)}",
        wording="" if right else f"{place} {other.measure}",
    )


def again_in(reading: Reading, found: re.Match[str], name: str) -> Figure | None:
    """The figure of a second period of which the same is said; None where there is none."""
    named = AND_IN.match(reading.text, found.end())
    figures = reading.figures(reading.when(named[1] or named[2]), name) if named else []
    return figures[0] if len(figures) == 1 else None


def again_end(reading: Reading, found: re.Match[str]) -> int:
    """Where the second period ends."""
    again = AND_IN.match(reading.text, found.end())
    return again.end() if again else found.end()


def _holds(reading: Reading, way: str, difference: Decimal, series: str, *, exactly: bool) -> bool | None:
    """Whether the relation holds; None where the data does not say what is better."""
    if way == "up":
        return difference > 0 or (difference != 0 and _loosely(reading, difference))
    if way == "down":
        return difference < 0
    if way in ("least", "most"):
        return difference >= 0 if way == "least" else difference <= 0
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
