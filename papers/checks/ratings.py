"""Statements of a rating: "is rated Amber", "moved from Amber to Red", "was Green at the last report"."""

from __future__ import annotations

import re

from papers.checks.amounts import Verdict
from papers.checks.comparing import NEGATED
from papers.checks.periods import When
from papers.checks.reading import Reading

MOVED = re.compile(r"(?<!\S)from \*(\w+)(?: (?:in|at|@\d+|the|last|rating)){0,4} to \*(\w+)")
SINGLE = re.compile(r"(?<!\S)\*(\w+)(?!\S)")
STAYS = re.compile(r"(?:stays|stayed|stay|remains|remained|remain|still|again|continues|continued|unchanged|kept|keeps)(?: \S+){0,6} $")


def ratings(reading: Reading) -> None:
    """Hold every rating that the sentence gives the indicator."""
    moved = []
    for found in reading.matches(MOVED):
        moved.append(found.span())
        named = re.search(r"@(\d+)", found[0])
        when = reading.when(named[1]) if named else None
        first = (found.start(), found.start() + len(f"from *{found[1]}"))
        if when and when.kind not in ("previous", "last"):
            _historic(reading, found, when, negated=False)
        else:
            _hold(reading, found[1], "previous", first)
        _hold(reading, found[2], "current", (found.end() - len(f"*{found[2]}"), found.end()))
    for found in reading.matches(SINGLE):
        if any(start <= found.start() < stop for start, stop in moved):
            continue
        _single(reading, found)


def _single(reading: Reading, found: re.Match[str]) -> None:
    head, tail = reading.text[: found.start()], reading.text[found.end() :]
    if re.search(
        r"(?:away from|avoid\w*|near|nearly|almost|close to|closer to|turning|risk of|rather than|instead of|short of|out of|towards|neither|nor|not yet|both|step from)(?: \S+)? $",
        head,
    ):
        return
    if len(set(SINGLE.findall(reading.text))) > 1:
        _either(reading, found)
        return
    if re.search(r"#\d+ (?:\S+ ){0,4}$", head) and re.search(r"indicators|kpis|measures", reading.text):
        return
    when = _when(reading, head, tail)
    former = bool(
        re.search(
            r"(?:was|were|had been|previously|formerly|used to be|rather than|instead of|up from|down from|from)(?: \S+){0,2} $", head
        )
    ) and bool(
        (when and when.kind in ("previous", "last"))
        or re.search(r"(?:previously|formerly|up from|down from|had been|from) (?:\S+ )?$", head)
    )
    if re.search(
        r"(?:rather than|instead of|threshold for|floor for|short of|to be|to reach|would be|closer to|than|between|or|back to being|rated|into) $",
        head,
    ) and re.search(r"(?:rather than|instead of|threshold for|short of|closer to|than|between|or) $", head):
        return
    if re.match(r" (?:threshold|band|floor|to|-)(?!\S)", tail) and not re.match(r" to @", tail):
        return
    negated = bool(NEGATED.search(head)) or bool(re.search(r"no longer (?:\S+ ){0,3}$", head))
    if former or (when and when.kind in ("previous", "last")):
        _hold(reading, found[1], "previous", found.span(), negated=negated)
        return
    if when and when.kind not in ("current", "next"):
        _historic(reading, found, when, negated=negated)
        return
    if when and when.kind == "next":
        return
    _hold(reading, found[1], "current", found.span(), negated=negated)
    if STAYS.search(head) and not negated:
        _hold(reading, found[1], "previous", found.span())


def _either(reading: Reading, found: re.Match[str]) -> None:
    """One of several ratings in a sentence: now's or that of the last report, whichever it is."""
    assessment = reading.facts.assessment
    known = (
        {(each.rating or "").lower() for each in assessment.history} | {(each.published or "").lower() for each in assessment.history}
        if assessment
        else set()
    )
    if assessment and found[1] not in known | {(assessment.previous_rating or "").lower()}:
        _hold(reading, found[1], "current", found.span())


def _when(reading: Reading, head: str, tail: str) -> When | None:
    """The period that the rating is given for."""
    after = re.match(r"(?: (?!#|,|;|and |but |\*)\S+){0,3}? ?(?:in|at|for|to|during)(?: the)? @(\d+)", tail)
    if after:
        return reading.when(after[1])
    before = re.search(r"(?:in|at|for|at the end of)(?: the)? @(\d+)(?: (?!#)\S+){0,8} $", head)
    if before:
        return reading.when(before[1])
    return reading.subject_when(len(head)) if reading.carry else None


def _hold(reading: Reading, word: str, which: str, span: tuple[int, int], *, negated: bool = False) -> None:
    found = reading.facts.assessment
    if found is None:
        return
    ratings_known = {found.current.rating} if which == "current" else {found.previous_rating}
    if which == "previous":
        before = next((each for each in found.history if each.period == found.direction.since), None)
        ratings_known |= {before.published or before.rating} if before else set()
    if which == "current" and found.current.published:
        ratings_known.add(found.current.published)
    held = word in {each.lower() for each in ratings_known if each}
    if not any(ratings_known) and which == "previous":
        reading.add("unknown", "rating", span)
        return
    verdict: Verdict = "true" if held != negated else "false"
    told = next((each for each in ratings_known if each), None) or "not rated"
    says = f"the {'rating' if which == 'current' else 'rating of the last report'} is {told}"
    figure = reading.facts.figure(
        found.current.measure, next((o for o in reading.facts.observations if o.period == found.current.period), None)
    )
    reading.add(
        verdict,
        "rating",
        span,
        figure,
        says=says,
        computed=found.current.reason if which == "current" else "",
        wording=told if verdict == "false" else "",
    )


def _historic(reading: Reading, found: re.Match[str], when: When, *, negated: bool) -> None:
    """A rating of an earlier period, as published or as the rules give it."""
    assessment = reading.facts.assessment
    observed = reading.observations(when, reading.facts.indicator.measure)
    if assessment is None or len(observed) != 1:
        return
    rated = next((each for each in assessment.history if each.period == observed[0].period), None)
    if rated is None or not (rated.rating or rated.published):
        return
    held = found[1] in {each.lower() for each in (rated.rating, rated.published) if each}
    told = rated.published or rated.rating or ""
    figure = reading.facts.figure(rated.measure, observed[0])
    reading.add(
        "true" if held != negated else "false",
        "rating",
        found.span(),
        figure,
        says=f"it was {told} for {rated.period.spoken}",
        wording=told,
    )
