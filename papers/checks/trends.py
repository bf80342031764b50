"""Statements of one row or indicator that need no unit: changes by a fraction, quarter after quarter, the other way, small counts."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from papers.checks.across import Across
from papers.checks.amounts import Amount, Verdict, holds
from papers.checks.grammar import DOWN_NOUN, DOWN_VERB, UP_NOUN, UP_VERB
from papers.checks.naming import Mention
from papers.checks.periods import When
from papers.checks.quantities import holds_share
from papers.checks.reading import COMPARED, number_words
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


def trends(across: Across) -> None:
    """Hold every such statement."""
    for rule in (_fractions, _successive, _other_way, _counts):
        rule(across)


def _near(across: Across, at: int) -> Mention | None:
    """What is told of at that place: the last one named before it, else the first one."""
    before = [each for each in across.rows if across.place(each)[0] < at]
    return before[-1] if before else across.rows[0] if across.rows else None


def _earlier(across: Across, candidate: Candidate) -> list[Observation]:
    """The observations that the current one may be compared with: of the period that is named for it, else the one before and a year before."""
    timeline = candidate.timeline
    compared: list[When] = []
    for each in re.finditer(r"@(\d+)", across.text):
        head = re.split(r"[,;#*]", across.text[: each.start()])[-1]
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
            for before in _earlier(across, one)
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


def _successive(across: Across) -> None:
    """Hold "fewer calls in each successive quarter"."""
    for found in SUCCESSIVE.finditer(across.text):
        mention = _near(across, found.start() if across.rows and across.place(across.rows[0])[0] < found.start() else len(across.text))
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
        mention = next((each for each in across.rows if stop < across.place(each)[0] <= stop + 2), None)
        if mention is None or amount.unit or amount.value > SMALL or index in across.used or not _is_level(across, start, mention):
            continue
        tries: list[tuple[Verdict, str, str]] = []
        for values, unit in across.values([mention]):
            if unit == "count":
                tries.append((holds(amount, values[0], unit), f"the figure is {number_words(values[0])}", ""))
        across.judge("level", (start, stop), tries)


def _is_level(across: Across, start: int, mention: Mention) -> bool:
    """Whether the number says how many there were, not how many more, or how many of them did something."""
    before = across.text[:start]
    after = across.text[across.place(mention)[1] :]
    return not (
        across.is_guarded(start)
        or re.search(r"(?:of|the|these|those|other|more|another|further|by|to|from|only|last|first|in|on|at|for|with|new|and) $", before)
        or re.match(r" (?:more|fewer|less|of|who|whose|which|that|led|involved|resulted|relate)(?!\S)", after)
        or mention.cover < 1
        or not re.match(
            r" (?:cases? |incidents? )?(?:was|were|is|are|have been|has been|happened|occurred|took place|in|,|\.|at)(?!\S)", after
        )
    )
