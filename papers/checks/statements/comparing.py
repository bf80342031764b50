"""What a change is told of and since when: the measure, the later figure, the earlier one, and what is up or better."""

from __future__ import annotations

import re

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, holds
from papers.checks.language.grammar import ANY_NOUN, ANY_VERB, HOW
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.reading import Reading, fits
from papers.checks.statements.levels import LINK

REFERENCE = matcher(
    r"^(?: (?!#|and |but |while |,|;|against|above|below|which |when )\S+){0,6}? ?(?:than|on|since|from|compared (?:with|to)|against|over|up on|down on|in comparison with)(?: (?:in|at|to|for|the|that|of|figure|those|it|was|had|been|level|result|position|number|same|year|both|what|recorded|reported|seen|per|=actual|'s|count|calls|quarter))*? (@\d+|=\w+)"
)

LEVEL_OF = r"(?: (?:the|its|that|their|where it|where they|where|was|were|stood|had|been|level|figure|result|rate|of|in|for|at|recorded|seen|reached|position|mark|score|performance|same|what|tonnage|volume|number|count|total|average|proportion|share|amount))*"
"""Words between "six points below" and the period that it is below."""

WAYS = {
    "more": "up",
    "higher": "up",
    "up": "up",
    "wider": "up",
    "slower": "up",
    "longer": "up",
    "fewer": "down",
    "less": "down",
    "lower": "down",
    "down": "down",
    "narrower": "down",
    "faster": "down",
    "quicker": "down",
    "shorter": "down",
    "better": "better",
    "worse": "worse",
}

WAYS |= {"greater": "up", "larger": "up", "bigger": "up", "smaller": "down", "stronger": "better", "weaker": "worse", "poorer": "worse"}
NEGATED = matcher(
    r"(?:(?:not|never|no longer|neither|hardly|without|no|failed to)(?: \S+){0,2}|yet to(?: \S+){0,5}|not (?:\S+ ){0,3}(?:enough|sufficient\w*) to(?: \S+)?) $"
)


QUANTIFIERS = matcher(
    r"(?<!\S)(?:not since|not once|not in any|not (?:a|one) (?:single )?\w+|never|no (?:quarter|reading|result|period|month|year)|none of|in no|at no)(?!\S)"
)


def unnegated(text: str) -> str:
    """The text without the words that say how often something was so, which deny nothing of a single result."""
    return QUANTIFIERS.sub("-", text)


def way_of(word: str, unit: str) -> str:
    """Which way a comparative goes: "faster" is a fall where days are counted, better where they are not."""
    timed = unit in ("days", "weeks", "months", "hours", "minutes")
    if word in ("faster", "quicker", "slower") and not timed:
        return "worse" if word == "slower" else "better"
    return WAYS.get(word, "")


OBJECT = matcher(
    r"(?<!\S)(?:above|below|over|under|than|to|with|by|against|from|behind|beyond|inside|within|outside|met|missed|beat|exceeded|short|clear|adrift|half|twice|double|meet|miss|reach|reached)(?: (?:the|its|our|their|a|both|all|\S+'s))?(?: #\d+)? $"
)
"""Words after which a measure is what something is compared with, not what is told of."""


FIRST = matcher(r"(?:(?:the|our|overall|in|by|@\d+|,) )*=(\w+)(?= )")
"""A measure that the sentence begins with, and so is about."""


ANEW = matcher(
    r" (?:[,;]|and|but|yet|while|whereas|although|though) (?:(?:the|our|its|these|those) )?(?!(?:it|they|this|that|which|these|those|has|have|had|is|was|were|are|also|then|since|again|now|still|up|down|then)(?!\S))"
    r"(?:(?!#|@|,|;|=|and |but |to |in |on |from |by |at |\w+ly |\w+ing )\S+ ){1,3}$"
)
"""A clause with a subject of its own, that is no measure: ", yet completions " before its verb."""
OPENS = matcher(
    r"(?:^|[,;] |(?<!\S)(?:because|but|while|and|though|although) )(?:the |our |its )?=(\w+) (?:has|have|had|is|was|were|are|did|does)(?: (?!#|,|;|=|it |we |they |results? |performance |which )\S+)* $"
)
"""A measure that a clause begins with, whose verb is the one told or one before it."""


WHICH = matcher(r"=\w+(?: ,)? (?:that|which) ")
"""A measure that is told of by a clause of its own: "the target, which goes up"."""


def subject_series(reading: Reading, at: int) -> str:
    """The measure whose change is told: the one that stands just before, else the indicator's figure."""
    if reading.subject:
        return reading.subject
    found = re.search(
        rf"=(\w+)(?: with (?:the |our )?(?!and |=)[a-z]+)?(?: ,(?= (?:which|that) ))? (?:{LINK} |{HOW} |{ANY_VERB} |an? |{ANY_NOUN} |stepped |pushed |also |relaxed |tightened |toughened |loosened |stretched |softened |scaled |brought |lifted |eased |back )*$",
        reading.text[:at],
    )
    if found and (WHICH.match(found[0]) or _is_subject(reading, found)):
        return found[1]
    if opening := OPENS.search(reading.text[:at]):
        return opening[1]
    first = FIRST.match(reading.text)
    if (
        first
        and first.end() <= at
        and not ANEW.search(reading.text[first.end() : at])
        and any(each.name == first[1] and each.kind == "extra" for each in reading.facts.series)
    ):
        return first[1]
    for number in re.finditer(r"#(\d+)", reading.text[:at]):
        amount = reading.amount(number[1])
        own, more = fits(amount, reading.facts.unit), counted_series(reading, amount)
        if not own and more:
            return more[0]
        measure = reading.facts.indicator.measure
        if own and measure != "actual" and _is_figure(reading, amount, measure) and not _is_figure(reading, amount, "actual"):
            return measure
    return "actual"


def _is_subject(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the measure is what is told of, not what something is compared with: "held by agency staff" tells of these."""
    before = OBJECT.search(reading.text[: found.start()])
    extra = any(each.name == found[1] and each.kind == "extra" for each in reading.facts.series)
    return not before or (extra and before[0].startswith("by"))


def _is_figure(reading: Reading, amount: Amount, series: str) -> bool:
    return any(holds(amount, each.number, each.unit) == "true" for each in reading.facts.all([series]))


def counted_series(reading: Reading, amount: Amount) -> list[str]:
    """The extra rows that count what the indicator gives a share or rate of, which a plain number may be about."""
    if amount.unit or reading.facts.unit in ("count", "FTE"):
        return []
    return [each.name for each in reading.facts.series if each.kind == "extra" and each.unit == "count"]


def percent_series(reading: Reading, amount: Amount) -> list[str]:
    """The extra rows of percentages that have that very figure, beside an indicator that counts."""
    if amount.unit != "%" or reading.facts.unit == "percent":
        return []
    names = [each.name for each in reading.facts.series if each.kind == "extra" and each.unit == "percent"]
    return [each for each in names if _is_figure(reading, amount, each)]


def relative(reading: Reading, when: When, now: Figure, series: str) -> Figure | None:
    """The figure of a period told relative to another one: the quarter before it, the year before."""
    timeline = reading.timeline
    if when.kind in ("previous", "last"):
        return reading.facts.figure(series, timeline.before(now.observation, series))
    if when.kind == "back":
        return reading.facts.figure(series, timeline.months_ago(now.observation, when.months))
    if when.kind == "lastyear" and timeline.annual:
        return reading.facts.figure(series, timeline.before(now.observation, series))
    if when.kind in ("ago", "over", "lastyear") and not when.year:
        return reading.facts.figure(series, timeline.year_ago(now.observation))
    found = reading.figures(when, series)
    return found[0] if found else None


def current_figure(reading: Reading, at: int, series: str) -> Figure | None:
    """The figure that the change leads to: of the period that is named before, else the current one."""
    when = reading.subject_when(at)
    if when and when.kind in ("previous", "last", "ago", "over", "lastyear"):
        when = None
    found = reading.figures(when, series)
    return found[0] if found else None


def pace(reading: Reading, found: re.Match[str]) -> When | None:
    """The period over which the change is told, or since which, at the head of the sentence."""
    for each in reading.coded.whens:
        if each.words.lower().startswith("year"):
            return each
    tail = re.match(r"(?: (?!#|,|;|and |but )\S+){0,5}? (?:over|in|since|within)(?: the)? @(\d+)", reading.text[found.end() :])
    if tail and (when := reading.when(tail[1])) and when.kind in ("ago", "over", "lastyear", "last", "previous"):
        return when
    head = re.search(
        r"(?<!\S)(?:since|compared with|compared to|than) (?:(?!#|,)\S+ ){0,4}?@(\d+)(?!\S)(?! to)", reading.text[: found.start()]
    )
    over = re.match(r"over(?: the)? @(\d+)(?!\S)", reading.text)
    return reading.when(head[1]) if head else reading.when(over[1]) if over else None


LONG_N = matcher(
    r"(?<!\S)(?:over|in|within|during|across|throughout|for the (?:last|past))(?: the)?(?: last| past| latest| most recent| space of)? #(\d+)(?! or (?:more|longer))"
)
STRETCH = matcher(r"(?<!\S)(?:between|from)(?: the)? @(\d+) (?:and|to)(?: the)? @(\d+)")
LONG = matcher(
    r"(?<!\S)(?:over|in|within|during|across|for the (?:last|past))(?: the)?(?: last| past| latest| most recent| space of)? (?:a|the few|few|several)(?: \S+)? ?(?:years?|quarters?|months?|results?|periods?)?(?!\S)"
    r"|(?<!\S)(?:over time|year on year|over the years|since then|long term|in recent|again since|has since|have since)(?!\S)"
)
"""Changes over longer times, which are not told from the result before."""


TIMED = ("year", "quarter", "month", "result", "period")


def stretch(reading: Reading, series: str) -> tuple[Figure, Figure] | None:
    """The two figures between which a change is told: "between June and December"."""
    found = STRETCH.search(reading.text)
    if not found:
        return None
    ends = [reading.figures(reading.when(found[n]), series)[:1] for n in (1, 2)]
    return (ends[0][0], ends[1][0]) if all(ends) else None


def is_long(reading: Reading, text: str = "") -> bool:
    """Whether the sentence, or that part of it, tells of a longer time than since the result before."""
    text = text or reading.text
    return (
        bool(LONG.search(text))
        or any(reading.amount(each[1]).unit in TIMED for each in LONG_N.finditer(text))
        or bool(STRETCH.search(text))
        or any(each.kind == "current" and each.words.lower() in ("the year", "this year") for each in _whens(reading, text))
    )


def _whens(reading: Reading, text: str) -> list[When]:
    """The periods that stand in that part of the text."""
    return [reading.coded.whens[int(each)] for each in re.findall(r"@(\d+)", text)]


def sense(reading: Reading, way: str) -> str:
    """Up or down, of a direction in words; "" where the data does not say what is better."""
    if way in ("up", "down", ""):
        return way
    polarity = reading.facts.indicator.polarity
    if polarity not in ("higher", "lower"):
        return ""
    return "up" if (way == "better") == (polarity == "higher") else "down"


def broken(reading: Reading, then: Figure, now: Figure) -> bool:
    """Whether a break in the series stands between the two."""
    if then.observation is now.observation:
        return False
    between = (o for o in reading.facts.observations if then.observation.period.end < o.period.end <= now.observation.period.end)
    return any("b" in value.markers for o in between for name, value in o.values.items() if name == now.name)
