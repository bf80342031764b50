"""Statements of one row or indicator that need no unit: changes by a fraction, quarter after quarter, the other way, small counts."""

from __future__ import annotations

import itertools
import re

from papers.checks.across import Across
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


def trends(across: Across) -> None:
    """Hold every such statement."""
    for rule in (_swapped, _fractions, _changes, _successive, _other_way):
        rule(across)


def near(across: Across, at: int) -> Mention | None:
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
        mention = near(across, found.start())
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
        mention = near(across, found.start())
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


def _successive(across: Across) -> None:
    """Hold "fewer calls in each successive quarter"."""
    for found in SUCCESSIVE.finditer(across.text):
        mention = near(across, found.start())
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


FROM_TO = re.compile(r"(?<!\S)from (?:the |a |its )?#(\d+)(?: (?!#|,|;|@)\S+){0,6} to (?:the |just |only )?#(\d+)(?!\d)")


def _swapped(across: Across) -> None:
    """Hold "from 47 to 30" where the figures are those of the two periods, the other way round."""
    for found in FROM_TO.finditer(across.text):
        near = [each for each in across.rows if across.place(each)[0] < found.start()] or list(across.rows[:1])
        if across.is_guarded(found.start()) or not near or len(re.findall(r"#\d+", found[0])) > 2:
            continue
        first, second = (across.coded.amounts[int(found[n])] for n in (1, 2))
        tries = [each for one in near[-1].candidates if (each := _turned(one, first, second))]
        if tries and all(each[0] == "false" for each in tries):
            across.judge("direction", found.span(), tries)


def _turned(candidate: Candidate, first: Amount, second: Amount) -> tuple[Verdict, str, str] | None:
    """Whether the two figures stand in the other order; None where they are not the figures of two periods that follow each other."""
    now = candidate.timeline.current
    before = candidate.timeline.before(now, "actual")
    new, old = now.number("actual"), before.number("actual") if before else None
    unit = candidate.facts.unit
    if new is None or old is None or new == old:
        return None
    if holds(first, old, unit) != "false" and holds(second, new, unit) != "false":
        return "true", "", ""
    if holds(first, new, unit) != "false" and holds(second, old, unit) != "false":
        return "false", f"it went from {number_words(old)} to {number_words(new)}", ""
    return None
