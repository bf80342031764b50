"""Figures of one row or indicator that need a reading of their own: rates, small counts, its comparator, its busiest quarter."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.across import Across
from papers.checks.ages import age_spans
from papers.checks.amounts import Amount, Verdict, holds
from papers.checks.naming import Mention
from papers.checks.periods import When
from papers.checks.reading import number_words
from papers.checks.subjects import Candidate
from papers.checks.trends import STEPS, near

COMPARATOR = re.compile(
    r"(?<!\S)(?:(?P<over>ahead of|above|higher than|exceeds?|exceeded|beats?|over|outstrips?)|(?P<under>behind|below|lower than|lags?|lagged|lagging|lags behind|trails?|trailed|short of|under)|(?P<same>the same as|level with|in line with|equal to|matches|matched|equals|on a par with))(?: behind)? (?:~|=comparator|(?:the )?(?:national(?: average| figure| result)?|nationally|england(?: average| figure)?|country as a whole|country at large|average for england))(?!\S)"
)


RATE = re.compile(r"#(?P<n>\d+)(?: \S+){0,2}? ~(?:per|for-each|for-every|each|every|in-every)-[\d-]+")


STOOD = re.compile(
    r"(?:(?P<now>stood at|stands? at|standing at|came to|comes to|numbered|number|totalled|down to|up to|now|to)|(?P<then>from)) #(?P<n>\d+)(?: (?:in|at)(?: the end of)? @(?P<when>\d+))?"
)


BUSIEST = re.compile(
    r"@(?P<when>\d+) (?:was|is|were|has been|proved|remains)(?: \S+)? the (?P<way>busiest|quietest|highest|lowest|best|worst|largest|smallest|heaviest|lightest)(?!\S)"
)


SMALL = Decimal(12)
FULL = 0.6
"""How much of a name a small number must be told with."""


def row_figures(across: Across) -> None:
    """Hold every such statement."""
    for rule in (_busiest, _comparators, _rates, _counts, _small):
        rule(across)


def _comparators(across: Across) -> None:
    """Hold "ahead of the national average" where better and worse are not declared, as numbers."""
    for found in COMPARATOR.finditer(across.text):
        mention = near(across, found.start())
        if (
            mention is None
            or across.is_guarded(found.start())
            or re.search(r"(?:(?:not|n't|no|never) (?:\S+ )?|#\d+ (?:points? )?)$", across.text[: found.start()])
        ):
            continue
        tries = [
            each
            for one in mention.candidates
            if one.facts.indicator.polarity == "none"
            for when in across.whens() or [None]
            if (each := _against(one, when, found))
        ]
        across.judge("comparator", found.span(), tries)


def _against(candidate: Candidate, when: When | None, found: re.Match[str]) -> tuple[Verdict, str, str] | None:
    seen = candidate.timeline.meant(when, "actual") if when else (candidate.timeline.current,)
    figures = [(n, other) for each in seen if (n := each.number("actual")) is not None and (other := each.number("comparator")) is not None]
    if not figures:
        return None
    own, other = figures[0]
    right = own > other if found["over"] else own < other if found["under"] else own == other
    told = f"{number_words(own)} against {number_words(other)}"
    return ("true" if right else "false"), told, told


def _rates(across: Across) -> None:
    """Hold a rate of so many for every so many of the row that is named."""
    for found in RATE.finditer(across.text):
        mention = near(across, found.start())
        index = int(found["n"])
        if (
            mention is None
            or across.is_guarded(found.start())
            or len(across.rows) > 1
            or re.search(r"(?:from|by|against|with|than|was|to) $", across.text[: found.start()])
        ):
            continue
        rates = Mention(mention.start, mention.stop, tuple(each for each in mention.candidates if each.facts.unit.startswith("rate")))
        if rates.candidates:
            tries: list[tuple[Verdict, str, str]] = [
                (holds(across.coded.amounts[index], values[0], unit), f"the rate is {number_words(values[0])}", "")
                for values, unit in across.values([rates])
            ]
            across.judge("level", across.coded.of_number(index), tries)


def _counts(across: Across) -> None:
    """Hold a small number just before what it counts: "two major injury incidents were recorded"."""
    for index, amount in enumerate(across.coded.amounts):
        start, stop = across.coded.of_number(index)
        were = re.match(r" (?:was|were|is|are) (?:an? |the )?", across.text[stop:])
        near = stop + (were.end() if were else 2)
        mention = next((each for each in across.rows if stop < across.place(each)[0] <= near), None)
        if mention is None or amount.unit or amount.value > SMALL or index in across.used or not _is_level(across, start, mention):
            continue
        tries: list[tuple[Verdict, str, str]] = []
        for values, unit in across.values([mention]):
            if unit == "count":
                tries.append((holds(amount, values[0], unit), f"the figure is {number_words(values[0])}", ""))
        across.judge("level", (start, stop), tries)


def _small(across: Across) -> None:
    """Hold a small number in letters of a row of counts: "stood at five in March"."""
    for found in STOOD.finditer(across.text):
        index = int(found["n"])
        amount, mention = across.coded.amounts[index], near(across, found.start())
        start = across.coded.words(*across.coded.of_number(index))[0]
        if any(low <= start < high for low, high, _ in age_spans(across.coded.sentence)):
            continue
        if (
            not amount.word
            or amount.unit
            or amount.value > SMALL
            or index in across.used
            or mention is None
            or len(across.rows) > 1
            or across.is_guarded(found.start())
        ):
            continue
        when = across.coded.whens[int(found["when"])] if found["when"] else None
        tries = [
            each for one in mention.candidates if one.facts.unit == "count" for each in _stood(amount, one, when, past=bool(found["then"]))
        ]
        across.judge("level", across.coded.of_number(index), tries)


def _stood(amount: Amount, candidate: Candidate, when: When | None, *, past: bool) -> list[tuple[Verdict, str, str]]:
    timeline = candidate.timeline
    seen = (
        timeline.meant(when, "actual")
        if when
        else [each for each in timeline.observations if each.period.end < timeline.current.period.end]
        if past
        else [timeline.current]
    )
    numbers = [(each.period.spoken, n) for each in seen if (n := each.number("actual")) is not None]
    return [(holds(amount, n, "count"), f"the figure for {spoken} is {number_words(n)}", "") for spoken, n in numbers]


def _is_level(across: Across, start: int, mention: Mention) -> bool:
    """Whether the number says how many there were, not how many more, or how many of them did something."""
    before = across.text[:start]
    after = across.text[across.place(mention)[1] :]
    return not (
        across.is_guarded(start)
        or re.search(r"(?:of|the|these|those|other|more|another|further|by|to|from|only|last|first|in|on|at|for|with|new|and) $", before)
        or re.match(r" (?:more|fewer|less|of|who|whose|which|that|led|involved|resulted|relate)(?!\S)", after)
        or mention.cover < FULL
        or not re.match(
            r" (?:cases? |incidents? )?(?:was|were|is|are|have been|has been|happened|occurred|took place|in|,|\.|at)(?!\S)|$", after
        )
    )


def _busiest(across: Across) -> None:
    """Hold "the second quarter was the busiest for calls"."""
    for found in BUSIEST.finditer(across.text):
        when = across.coded.whens[int(found["when"])]
        mention = across.rows[0]
        if len(across.rows) > 1 or found["way"] in ("best", "worst") or across.is_guarded(found.start()):
            continue
        tries = [
            each
            for one in mention.candidates
            if (each := _extreme(one, when, low=found["way"] in ("quietest", "lowest", "smallest", "lightest")))
        ]
        across.judge("rank", found.span(), tries)


def _extreme(candidate: Candidate, when: When, *, low: bool) -> tuple[Verdict, str, str] | None:
    numbers = [n for each in candidate.timeline.observations if (n := each.number("actual")) is not None]
    own = next((n for each in candidate.timeline.meant(when, "actual") if (n := each.number("actual")) is not None), None)
    if own is None or len(numbers) < STEPS:
        return None
    extreme = min(numbers) if low else max(numbers)
    told = f"{number_words(own)} of {', '.join(map(number_words, numbers))}"
    return ("true" if own == extreme else "false"), told, ""
