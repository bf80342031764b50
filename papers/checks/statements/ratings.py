"""Statements of a rating: "is rated Amber", "moved from Amber to Red", "was Green at the last report", "has lost its Green rating"."""

from __future__ import annotations

import re

from papers.checks.language.amounts import Verdict, holds
from papers.checks.language.periods import When
from papers.checks.reading import Reading
from papers.checks.statements.comparing import NEGATED, unnegated
from papers.checks.statements.rated import every_rating, known_ratings, ratings_of_named, went
from papers.checks.statements.ratingwords import (
    AGAIN,
    APPOSED,
    AS_BEFORE,
    ASIDE,
    BEFORE_THAT,
    DOWN,
    GAINED,
    HEAD,
    INSTEAD,
    INSUFFICIENT,
    IS_LOST,
    IS_NO_RATING,
    LOST,
    MOVED,
    OF_BAND,
    ONWARD,
    PAST,
    RATING_MOVED,
    SINGLE,
    STAYS,
    THEN,
    TOLD_BY_ANOTHER,
    UNRATED,
    UP,
    WAS,
    WHEN,
)


def ratings(reading: Reading) -> None:
    """Hold every rating that the sentence gives the indicator."""
    taken: list[tuple[int, int]] = []
    for pattern in MOVED:
        for found in reading.matches(pattern):
            if not _inside(found.span(), taken):
                taken.append(found.span())
                _moved(reading, found)
    for found in reading.matches(INSTEAD):
        if not _inside(found.span(), taken):
            taken.append(found.span())
            _hold(reading, found["first"], "current", (found.start("first") - 1, found.end("first")))
    for found in reading.matches(RATING_MOVED):
        _moves(reading, found)
    for found in reading.matches(SINGLE):
        if not _inside(found.span(), taken):
            _single(reading, found)


def _inside(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < stop for start, stop in taken)


def _moved(reading: Reading, found: re.Match[str]) -> None:
    """Hold the earlier and the present rating of a move."""
    spans = {name: (found.start(name) - 1, found.end(name)) for name in ("first", "second")}
    verb = re.search(rf"(?<!\S)(?:(?P<up>{UP})|(?P<down>{DOWN}))(?: (?!and |but )\S+){{0,3}} $", reading.text[: found.start()])
    moved = went(reading, found["first"], found["second"])
    if found["first"] == found["second"] and found[0].startswith("from"):
        reading.add("false", "rating", found.span(), says="the two ratings are the same")
        return
    if verb and found[0].startswith("from") and moved and moved != ("up" if verb["up"] else "down"):
        reading.add("false", "rating", found.span(), says="the ratings go the other way")
        return
    if onward := ONWARD.match(reading.text, found.end()):
        _hold(reading, onward["last"], "current", onward.span())
        return
    after = THEN.match(reading.text, found.end()) if found.start("first") > found.start("second") else None
    named = re.search(r"@(\d+)", found[0]) or after
    when = reading.when(named[1]) if named else None
    if (
        when is None
        and (told := ratings_of_named(reading))
        and not {found["first"], found["second"]} - told - known_ratings(reading, "current")
    ):
        reading.add("true", "rating", found.span())
    elif when and when.kind not in ("previous", "last", "current"):
        _historic(reading, found["first"], spans["first"], when, negated=False)
        _hold(reading, found["second"], "current", spans["second"])
    else:
        _hold(reading, found["first"], "previous", spans["first"])
        _hold(reading, found["second"], "current", spans["second"])


def _single(reading: Reading, found: re.Match[str]) -> None:
    head, tail = reading.text[: found.start()], reading.text[found.end() :]
    word, span = found[1], found.span()
    if _is_aside(reading, head, tail):
        return
    if LOST.search(head) or IS_LOST.match(tail):
        _lost(reading, word, span)
        return
    if WAS.search(head) and (beside := re.match(r" (?:at|with|on) #(\d+)(?! in @| at @)", tail)):
        _beside(reading, word, span, beside[1])
        return
    if until := re.match(r"(?: \S+)? (?:until|till|up to)(?: the)? @(\d+)", tail):
        _until(reading, word, span, reading.when(until[1]))
        return
    when = _when(reading, head, tail)
    several = len(set(SINGLE.findall(reading.text))) > 1
    negated = bool(NEGATED.search(unnegated(head)) or INSUFFICIENT.search(head))
    past = bool(PAST.search(head)) and not when
    if (WAS.search(head) and not when) or (when and when.kind in ("previous", "last")) or (several and past):
        _hold(reading, word, "previous", span, negated=negated)
    elif when and when.kind not in ("current", "next") and reading.observations(when, "actual") != (reading.timeline.current,):
        _historic(reading, word, span, when, negated=negated)
    elif (
        past and not negated and word in known_ratings(reading, "previous") | known_ratings(reading, "current") | ratings_of_named(reading)
    ):
        reading.add("true", "rating", span)
    elif not when or when.kind != "next":
        _present(reading, word, span, several=several, negated=negated)


def _lost(reading: Reading, word: str, span: tuple[int, int]) -> None:
    """Hold a rating that is told as lost: the one of the last report, no longer the present one."""
    head = reading.text[: span[0]]
    if ratings_of_named(reading) - {word}:
        return
    missed = re.search(r"miss\w*(?: (?!but )\S+){0,2} $", head)
    if word in known_ratings(reading, "current") or missed:
        _hold(reading, word, "current", span, negated=True)
    else:
        _hold(reading, word, "previous", span)


def _is_aside(reading: Reading, head: str, tail: str) -> bool:
    """Whether the word is no rating that the indicator has: one that it is near, that of a band, or of several indicators."""
    counted = re.search(r"#\d+ (?:\S+ ){0,4}$", head) and re.search(r"indicators|kpis|measures", reading.text)
    refused = re.search(r"(?:not|n't|never|insufficient|too little)(?: \S+){0,3} to(?: \S+){1,5} $", head)
    return bool(ASIDE.search(head) or BEFORE_THAT.search(head) or OF_BAND.search(head) or IS_NO_RATING.match(tail) or counted or refused)


def _beside(reading: Reading, word: str, span: tuple[int, int], number: str) -> None:
    """Hold an earlier rating that stands beside a result, "from Red at 77%", which says of what period it is."""
    assessment, amount = reading.facts.assessment, reading.amount(number)
    measure = reading.facts.indicator.measure
    figures = [each for each in reading.facts.all([measure]) if holds(amount, each.number, each.unit) != "false"]
    periods = [each.observation.period for each in figures]
    known = [each for each in assessment.history if each.period in periods] if assessment else []
    if words := {one.lower() for each in known for one in (each.rating, each.published) if one}:
        reading.add("true" if word in words else "false", "rating", span)


def _until(reading: Reading, word: str, span: tuple[int, int], when: When | None) -> None:
    """Hold a rating that lasted until a period: that period's, or that of the one before."""
    observed = reading.observations(when, reading.facts.indicator.measure)
    if reading.facts.assessment is None or len(observed) != 1:
        return
    before = reading.timeline.before(observed[0], "actual")
    rated = {each.period: {each.rating, each.published} for each in reading.facts.assessment.history}
    words = {one.lower() for each in (observed[0], before) if each for one in rated.get(each.period, ()) if one}
    if words:
        reading.add("true" if word in words else "false", "rating", span)


def _present(reading: Reading, word: str, span: tuple[int, int], *, several: bool, negated: bool) -> None:
    """Hold a rating that is told as the present one, and whether it is an old or a new one."""
    head, tail = reading.text[: span[0]], reading.text[span[1] :]
    if (
        several
        and word in every_rating(reading)
        and not GAINED.search(head)
        and not re.search(r"(?:is|are|now|becomes|currently|stays|remains) (?:\S+ )?$", head)
    ):
        return
    told, gained = known_ratings(reading, "current"), GAINED.search(head)
    if negated or not told or word not in told or AGAIN.search(head[-30:]) or AGAIN.match(tail[1:]):
        _hold(reading, word, "current", span, negated=negated)
    elif STAYS.search(head) or AS_BEFORE.match(tail):
        _hold(reading, word, "previous", span)
        _hold(reading, word, "current", span)
    elif gained:
        _gained(reading, word, span, "up" if gained["up"] else "down" if gained["down"] else "")
    else:
        _hold(reading, word, "current", span)


def _gained(reading: Reading, word: str, span: tuple[int, int], way: str) -> None:
    """Hold a rating that is told as new: another than before, and better or worse as the words say."""
    before = known_ratings(reading, "previous")
    if before and (before == {word} or (way and not any(went(reading, each, word) == way for each in before))):
        told = next(each.capitalize() for each in sorted(before))
        stays = f"stays {told}" if before == {word} else ""
        reading.add("false", "rating", span, says=f"the rating was {told} before", wording=stays)
    else:
        _hold(reading, word, "current", span)


def _moves(reading: Reading, found: re.Match[str]) -> None:
    """Hold what is said to have become of the rating since the last report."""
    said = "same" if found["same"] else "up" if found["up"] else "down"
    clause = reading.clause(found.start())
    named = [each for each in re.findall(r"@(\d+)", clause) if reading.coded.whens[int(each)].kind not in ("current", "previous", "last")]
    moves = {went(reading, one, two) for one in known_ratings(reading, "previous") for two in known_ratings(reading, "current")} - {""}
    if not moves or named:
        return
    if "not" in found[0].split() and not found["same"]:
        reading.add("true" if said not in moves else "false", "rating", found.span())
        return
    words = {"up": "the rating improved", "down": "the rating worsened", "same": "the rating stayed the same"}
    reading.add("true" if said in moves else "false", "rating", found.span(), says=words[min(moves)])


def _when(reading: Reading, head: str, tail: str) -> When | None:
    """The period that the rating is given for."""
    if re.match(r" (?:ever )?since(?: then| @\d+)?(?!\S)", tail):
        return None
    after = re.match(
        r"(?: (?:at|with|on) #\d+)?(?: (?!#|,|;|and |but |\*)\S+){0,3}? ?(?:in|at|for|to|during)(?: both)?(?: the)? @(\d+)", tail
    )
    beside = re.match(r" @(\d+)", tail)
    if after or (beside and reading.coded.whens[int(beside[1])].kind in TOLD_BY_ANOTHER):
        return reading.when((after or beside)[1])  # type: ignore[index]
    before = re.search(
        r"(?<!than )(?<!from )(?<!\S)(?:in|at|for|at the end of)(?: the)? @(\d+)(?: (?!#|@|but |and |to |, )\S+){0,8} $", head
    )
    if before and re.search(r"\*\w+ $", head[: before.start()]):
        before = None
    if before or (before := WHEN.search(head) or APPOSED.search(head)) or (PAST.search(head) and (before := HEAD.match(head))):
        return reading.when(before[1])
    return None


def _hold(reading: Reading, word: str, which: str, span: tuple[int, int], *, negated: bool = False) -> None:
    found = reading.facts.assessment
    known = known_ratings(reading, which)
    if found is None:
        if not negated and UNRATED.search(reading.text[: span[0]]):
            reading.add("false", "rating", span, says="the indicator is not rated")
        return
    if not known and which == "previous":
        reading.add("unknown", "rating", span)
        return
    verdict: Verdict = "true" if (word in known) != negated else "false"
    told = next((each.capitalize() for each in sorted(known)), "not rated")
    says = f"the {'rating' if which == 'current' else 'rating of the last report'} is {told}"
    figure = reading.facts.figure(
        found.current.measure, next((o for o in reading.facts.observations if o.period == found.current.period), None)
    )
    computed = found.current.reason if which == "current" else ""
    reading.add(verdict, "rating", span, figure, says=says, computed=computed, wording=told if verdict == "false" else "")


def _historic(reading: Reading, word: str, span: tuple[int, int], when: When, *, negated: bool) -> None:
    """A rating of an earlier period, as published or as the rules give it."""
    assessment = reading.facts.assessment
    observed = reading.observations(when, reading.facts.indicator.measure)
    if assessment is None or len(observed) != 1:
        return
    rated = next((each for each in assessment.history if each.period == observed[0].period), None)
    if rated is None or not (rated.rating or rated.published):
        return
    held = word in {each.lower() for each in (rated.rating, rated.published) if each}
    told = rated.published or rated.rating or ""
    figure = reading.facts.figure(rated.measure, observed[0])
    reading.add(
        "true" if held != negated else "false", "rating", span, figure, says=f"it was {told} for {rated.period.spoken}", wording=told
    )
