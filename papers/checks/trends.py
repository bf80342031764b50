"""Statements of one row or indicator that need no unit: changes by a fraction, quarter after quarter, the other way, small counts."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from papers.checks.across import Across
from papers.checks.ages import age_spans
from papers.checks.amounts import Amount, Verdict, holds
from papers.checks.grammar import DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB
from papers.checks.naming import Mention
from papers.checks.periods import When
from papers.checks.quantities import holds_share
from papers.checks.reading import COMPARED, fits, number_words
from papers.checks.subjects import Candidate
from papers.dataset import Observation

UP = rf"(?:{UP_VERB}|{UP_NOUN}|more|higher|greater|larger|bigger|busier|up)"
DOWN = rf"(?:{DOWN_VERB}|{DOWN_NOUN}|fewer|less|lower|smaller|down)"
FRACTION = re.compile(
    rf"(?<!\S)(?:(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: \S+)? (?:by|of) #(?P<n>\d+)(?! of)|#(?P<n2>\d+) (?:(?P<up2>more|higher|greater|larger|bigger|up|busier)|(?P<down2>fewer|less|lower|smaller|down))(?!\S))"
)
SUCCESSIVE = re.compile(
    rf"(?<!\S)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?!#|;)\S+){{0,7}}? (?:each|every)(?: (?:successive|succeeding|single|new|one))?(?: of the (?:\S+ )?)? ?(?:quarters?|periods?|months?|years?)(?!\S)|(?<!\S)(?:(?P<up2>{UP})|(?P<down2>{DOWN}))(?: (?!#|;)\S+){{0,3}}? (?:quarter (?:after|by|on) quarter|without (?:a )?break|throughout)(?!\S)"
)
OTHER_WAY = re.compile(
    r"(?<!\S)(?:(?P<other>(?:went|gone|moved|go|moving|going) (?:in )?the (?:other way|opposite direction|other direction|opposite way)|the reverse|the opposite)|(?P<same>(?:went|gone|moved) (?:in )?the same (?:way|direction)|likewise|did the same|followed suit))(?!\S)"
)
SMALL = Decimal(12)
FULL = 0.6
"""How much of a name a small number must be told with."""


def trends(across: Across) -> None:
    """Hold every such statement."""
    for rule in (_fractions, _changes, _successive, _busiest, _other_way, _comparators, _rates, _counts, _small):
        rule(across)


def _near(across: Across, at: int) -> Mention | None:
    """What is told of at that place: the last one named before it, else the first one."""
    named = sorted([*across.rows, *across.wholes], key=lambda each: each.start)
    before = [each for each in named if across.place(each)[0] < at]
    return before[-1] if before else across.rows[0] if across.rows else None


def _earlier(across: Across, candidate: Candidate, at: int) -> list[Observation]:
    """What the change at that place may be from: the period named for it before the next number, else the one before and a year before."""
    timeline = candidate.timeline
    compared: list[When] = []
    part = re.match(r"[^#]*", across.text[at:])
    for each in re.finditer(r"@(\d+)", part[0] if part else ""):
        head = re.split(r"[,;#*]", across.text[: at + each.start()])[-1]
        if COMPARED.search(head):
            compared.append(across.coded.whens[int(each[1])])
    if compared:
        return [found for when in compared for found in timeline.meant(when, "actual")]
    return [found for found in (timeline.before(timeline.current, "actual"), timeline.year_ago(timeline.current)) if found]


def _fractions(across: Across) -> None:
    """Hold "a rise of a fifth", "shrunk by almost a quarter", "38% higher"."""
    for found in FRACTION.finditer(across.text):
        index = int(found["n"] or found["n2"])
        amount = across.coded.amounts[index]
        mention = _near(across, found.start())
        if amount.unit != "share" or mention is None or across.is_guarded(found.start()) or " between " in across.text:
            continue
        up = bool(found["up"] or found["up2"])
        tries = [
            each
            for one in across.spoken(mention.candidates)
            for before in _earlier(across, one, found.end())
            if (each := _fraction(amount, one, before, up=up))
        ]
        if tries:
            across.judge("change", found.span(), tries)


def _fraction(amount: Amount, candidate: Candidate, before: Observation, *, up: bool) -> tuple[Verdict, str, str] | None:
    now, then = candidate.timeline.current.number("actual"), before.number("actual")
    if now is None or not then or candidate.facts.unit == "percent" or before is candidate.timeline.current:
        return None
    by = (now - then) * 100 / then
    right = (by > 0) == up
    told = f"it went from {number_words(then)} to {number_words(now)}, {by:+.1f}%"
    return (holds_share(amount, abs(by)) if right else "false"), told, told


CHANGES = re.compile(
    rf"(?<!\S)(?:(?P<up>{UP}|gained|added|won|put on|picked up|attracted another)|(?P<down>{DOWN}|lost|shed))(?: (?:again|further|back|once more|slightly|sharply))?(?:(?: ,)? by| of)? #(?P<n>\d+)(?! of)"
)


def _changes(across: Across) -> None:
    """Hold "went down again, by 36", "lost 3,000 online visits"."""
    for found in CHANGES.finditer(across.text):
        amount = across.coded.amounts[int(found["n"])]
        mention = _near(across, found.start())
        if (
            mention is None
            or across.is_guarded(found.start())
            or amount.unit in ("%", "share", "points")
            or len(across.rows) > 1
            or " to #" in found[0]
            or " between " in across.text
        ):
            continue
        if not re.search(r"by #|of #|(?:gained|added|won|lost|shed|put on|picked up) #", found[0]):
            continue
        tries = [
            each
            for one in across.spoken(mention.candidates)
            for before in _earlier(across, one, found.end())
            if (each := _change(amount, one, before, up=bool(found["up"])))
        ]
        across.judge("change", found.span(), tries)


def _change(amount: Amount, candidate: Candidate, before: Observation, *, up: bool) -> tuple[Verdict, str, str] | None:
    now, then, unit = candidate.timeline.current.number("actual"), before.number("actual"), candidate.facts.unit
    if now is None or then is None or before is candidate.timeline.current or not (fits(amount, unit) or not amount.unit):
        return None
    by = now - then
    told = f"it went from {number_words(then)} to {number_words(now)}"
    right = by != 0 and (by > 0) == up
    return (holds(amount, abs(by), unit) if right else "false"), told, f"{number_words(now)} - {number_words(then)} = {number_words(by)}"


BUSIEST = re.compile(
    r"@(?P<when>\d+) (?:was|is|were|has been|proved|remains)(?: \S+)? the (?P<way>busiest|quietest|highest|lowest|best|worst|largest|smallest|heaviest|lightest)(?!\S)"
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


COMPARATOR = re.compile(
    r"(?<!\S)(?:(?P<over>ahead of|above|higher than|exceeds?|exceeded|beats?|over|outstrips?)|(?P<under>behind|below|lower than|lags?|lagged|lagging|lags behind|trails?|trailed|short of|under)|(?P<same>the same as|level with|in line with|equal to|matches|matched|equals|on a par with))(?: behind)? (?:~|=comparator|(?:the )?(?:national(?: average| figure| result)?|nationally|england(?: average| figure)?|country as a whole|country at large|average for england))(?!\S)"
)


def _comparators(across: Across) -> None:
    """Hold "ahead of the national average" where better and worse are not declared, as numbers."""
    for found in COMPARATOR.finditer(across.text):
        mention = _near(across, found.start())
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


RATE = re.compile(r"#(?P<n>\d+)(?: \S+){0,2}? ~(?:per|for-each|for-every|each|every|in-every)-[\d-]+")


def _rates(across: Across) -> None:
    """Hold a rate of so many for every so many of the row that is named."""
    for found in RATE.finditer(across.text):
        mention = _near(across, found.start())
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


def _successive(across: Across) -> None:
    """Hold "fewer calls in each successive quarter"."""
    for found in SUCCESSIVE.finditer(across.text):
        mention = _near(across, found.start())
        if mention is None or across.is_guarded(found.start()) or re.search(r"(?:not|n't|never) (?:\S+ )?$", across.text[: found.start()]):
            continue
        tries = [each for one in mention.candidates if (each := _steps(one, up=bool(found["up"] or found["up2"])))]
        across.judge("run", found.span(), tries)


STEPS = 3


def _steps(candidate: Candidate, *, up: bool) -> tuple[Verdict, str, str] | None:
    """Whether the last figures went up, or down, at each step; None where there are too few."""
    numbers = [
        n
        for each in candidate.timeline.observations
        if each.period.end <= candidate.timeline.current.period.end and (n := each.number("actual")) is not None
    ]
    if len(numbers) < STEPS:
        return None
    last = numbers[-STEPS:]
    right = all((two > one) if up else (two < one) for one, two in itertools.pairwise(last))
    told = f"the figures are {', '.join(map(number_words, last))}"
    return ("true" if right else "false"), told, told


def _other_way(across: Across) -> None:
    """Hold "while enquiries went the other way"."""
    for found in OTHER_WAY.finditer(across.text):
        before = [each for each in across.rows if across.place(each)[0] < found.start()]
        if len(before) != 2 or across.is_guarded(found.start()):
            continue
        ways = [_way(each) for each in before]
        if None in ways or 0 in ways:
            continue
        right = (ways[0] == ways[1]) == bool(found["same"])
        told = " and ".join("rose" if each and each > 0 else "fell" for each in ways)
        across.judge("direction", found.span(), [("true" if right else "false", f"the two {told}", "")])


def _way(mention: Mention) -> int | None:
    """1 where the figure rose since the one before, -1 where it fell, 0 where it stayed; None where that is not known or not alike."""
    found = set()
    for each in mention.candidates:
        before = each.timeline.before(each.timeline.current, "actual")
        now, then = each.timeline.current.number("actual"), before.number("actual") if before else None
        if now is not None and then is not None:
            found.add((now > then) - (now < then))
    return found.pop() if len(found) == 1 else None


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


STOOD = re.compile(
    r"(?:(?P<now>stood at|stands? at|standing at|came to|comes to|numbered|number|totalled|down to|up to|now|to)|(?P<then>from)) #(?P<n>\d+)(?: (?:in|at)(?: the end of)? @(?P<when>\d+))?"
)


def _small(across: Across) -> None:
    """Hold a small number in letters of a row of counts: "stood at five in March"."""
    for found in STOOD.finditer(across.text):
        index = int(found["n"])
        amount, mention = across.coded.amounts[index], _near(across, found.start())
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
