"""Where a risk stands among all: the highest, the second lowest, the only one of its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers.checks.language.matching import matcher
from papers.checks.language.tallying import State
from papers.checks.risks.mentions import distinct
from papers.checks.risks.sentence import RiskSentence, Time, value
from papers.checks.risks.words import AIMED_LEVEL, APART, DISTANCE, LOW, NOT, NUMBERED_RANK, OF_TARGET, ONLY, ORDINALS, PLACED, RANK
from papers.dataset import Risk


def highest(reading: RiskSentence) -> None:
    """Hold "the highest score is 25"."""
    for found in NUMBERED_RANK.finditer(reading.text):
        time: Time = "target" if "=target" in found[0] else "now"
        scores = [score for each in reading.dataset.risks if (score := value(each, "score", time)) is not None]
        among = re.search(r" of #\d+$", found[0]) and "score" not in found[0]
        nth = re.search(r"(?<!\S)(?:next|joint|equal|\S*(?:second|third|fourth|fifth|sixth))[- ]$", reading.text[: found.start()])
        if not scores or among or nth or reading.is_guarded(found.start()) or reading.coded.amounts[int(found["n"])].unit:
            continue
        extreme = min(scores) if re.match(LOW, found["way"]) else max(scores)
        reading.used.add(int(found["n"]))
        amount = reading.coded.amounts[int(found["n"])]
        reading.judge(found.span(), [(amount.value == extreme, f"the {found['way']} score is {extreme}")])


def ranks(reading: RiskSentence) -> None:
    """Hold "the highest risk on the register" and "is third" of the risk that is named."""
    for found in [*RANK.finditer(reading.text), *PLACED.finditer(reading.text)]:
        named = reading.named(found.start())
        if (
            reading.is_guarded(found.start())
            or not reading.is_scored(found.start())
            or len(named) > 2
            or re.match(
                r" (?:\*|(?:gap|difference|distance|margin|rise|fall|increase|drop|change|number|reduction)s?(?!\S))",
                reading.text[found.end() :],
            )
        ):
            continue
        if re.match(r" #\d", reading.text[found.end() :]) or (APART.search(reading.text[: found.start()]) and "scor" not in found[0]):
            continue  # the number says which risk and whether of targets, or the rank is one of distances
        if (
            APART_FROM.search(reading.text, 0, found.start())
            or ONE_AMONG.search(reading.text[: found.start()])
            or OF_SOME.match(reading.text, found.start() + len(found[0].rstrip()))
        ):
            continue  # one of some of them
        if NUMBERED_RANK.match(reading.text, found.start()) or OF_PART.search(
            reading.text[reading.clause(found.start())[0] : found.start()]
        ):
            continue  # the number says it, or it is a likelihood or an impact
        way = found.groupdict().get("way") or ""
        aimed = "=target" in reading.text[found.start() : found.end() + 12] or OF_TARGET.search(reading.text[: found.start()])
        times: Sequence[Time] = ("target",) if aimed else reading.times(*found.span())
        before = [start for start, _ in reading.places if start < found.start()]
        for risk in reading.holders(found.start()) if before else reading.named(found.start())[:1]:
            place = ORDINALS.get(found["nth"] or "", 0)
            negated = bool(re.search(rf"{NOT}(?: (?:the|a|yet))* $", reading.text[: found.start()]))
            readings = [_placed(reading, risk, place, time, low=bool(re.match(LOW, way))) for time in times]
            reading.judge(found.span(), [(right if right is None else right is not negated, says) for right, says in readings])


def _placed(reading: RiskSentence, risk: Risk, place: int, time: Time, *, low: bool) -> tuple[bool | None, str]:
    """Whether the risk is at that place among all, counted by risks or by scores."""
    scores = sorted((score for each in reading.dataset.risks if (score := value(each, "score", time)) is not None), reverse=not low)
    own = value(risk, "score", time)
    if own is None or place >= len(scores):
        return None, ""
    distinct_scores = list(dict.fromkeys(scores))
    right = own == scores[place] or own == distinct_scores[min(place, len(distinct_scores) - 1)]
    return right, f"the score of {risk.title} is {own}; others are {', '.join(map(str, scores[:4]))}"


ONE_AMONG = matcher(r"(?<!\S)(?:~one-of-\S*|(?:among|amongst)(?: the| our| its)?) $")
"""Before a place that several have."""
APART_FROM = matcher(
    r"(?<!\S)(?:apart from|except(?:ing)?(?: for)?|besides|excluding|leaving aside|setting aside|other than|after|behind|second only to) (?=[^;]*,)"
)
"""What takes risks out of those among which a place is told."""
OF_SOME = matcher(
    r"(?:(?: (?:scores?|risks?|ones?|single|current))* (?:of|on|in|among|amongst|within|for|out of))?"
    r"(?: (?:the|all|our|these|those|that|which|is|are|other|open|current|remaining|#\d+))*"
    r"(?: \*| (?:new|older|renamed|rising|falling|unchanged|remaining|others?|people|care|social)(?!\S)"
    r"| (?:risks?|ones|those|#\d+) (?:(?:that|which|are|is|stand|score|still|now) )*(?:at|above|below|with|on|owned|led|held|under|rated|without|for|due|named|here) )"
)
"""After a place among some of the risks alone: "the highest of the Amber risks"."""
OF_PART = matcher(r"=(?:likelihood|impact)(?!\S)(?!.*(?:scor|=target))")
"""What shows that a rank is one of likelihoods or of impacts."""
OTHER_SUBJECT = matcher(r" ,? ?(?:and|with|while) (?:#\d+|one|another|the (?:other|rest|remaining))(?!\S)")
"""Where something is said of other risks."""


NEXT_CLAUSE = matcher(r"(?: ,)?(?: (?:and|but|;))?$")
"""What the next clause begins with, which is no part of this one."""


def only(reading: RiskSentence, states: Sequence[State]) -> None:
    """Hold "the only risk to have gone up" and "safeguarding alone is Red": true of those named, and of no other."""
    sentence = reading.coded.sentence
    for found in ONLY.finditer(reading.text):
        start, stop = reading.clause(found.start())
        if other := OTHER_SUBJECT.search(reading.text, found.end(), stop) or NEXT_CLAUSE.search(reading.text, found.end(), stop):
            stop = other.start()
        here = [each.risk for each, (place, _) in zip(reading.mentions, reading.places, strict=True) if start <= place < stop]
        named = distinct(here) or reading.named(found.start())
        part = sentence[slice(*reading.coded.words(start, stop))]
        near = sentence[reading.coded.words(found.start(), stop)[0] : reading.coded.words(start, stop)[1]]
        fit = [each for each in states if re.search(rf"\b(?i:{each.pattern})(?![\w-])", near)]
        fit = fit or [each for each in states if re.search(rf"\b(?i:{each.pattern})(?![\w-])", part)]
        state = next(iter(sorted(fit, key=lambda each: each.family != "level")), None)
        if state is None or not named or re.search(r"(?<!\S)(?:not|n't|never|one of|but|former|latter)(?!\S)", reading.text[start:stop]):
            continue
        aimed = any(reading.is_guarded(at) for at in range(found.start(), stop))
        time: Time = "target" if aimed or AIMED_LEVEL.search(reading.text[start:stop]) else reading.times(found.start(), stop)[0]
        if time == "target" and state.family != "level":
            continue
        either: tuple[Time, ...] = (
            (time, "target") if state.family == "level" and "=target" in reading.text[start : found.start()] else (time,)
        )
        sets = [[each for each in reading.dataset.risks if _is(reading, each, state, one)] for one in either]
        holding = next((one for one in sets if {each.id for each in one} == {each.id for each in named}), sets[0])
        right = {each.id for each in holding} == {each.id for each in named}
        said = ", ".join(each.title for each in holding) or "no risk"
        reading.judge((found.start(), stop), [(right, f"{state.name}: {said}")])


def _is(reading: RiskSentence, risk: Risk, state: State, time: Time) -> bool:
    """Whether the risk is in that state at that time; of other times than now only levels are known."""
    if state.family == "level":
        return reading.level(risk, time) == state.name.lower()
    return bool(state.now(risk))


def distances(reading: RiskSentence) -> None:
    """Hold "further from its target than savings" and "the closest to its target": by points, or by how many times the target."""
    gaps = {
        each.id: (each.current_score - each.target_score, each.current_score / each.target_score)
        for each in reading.dataset.risks
        if each.current_score is not None and each.target_score
    }
    for found in DISTANCE.finditer(reading.text):
        named = [each for each in reading.named(found.start()) if each.id in gaps]
        if reading.is_guarded(found.start()) or not named or (found["than"] and len(named) != 2):
            continue
        others = [gaps[named[1].id]] if found["than"] else list(gaps.values())
        own = gaps[named[0].id]
        far = found["far"] is not None
        rights = [
            (own[n] > each[n] if far else own[n] < each[n]) if found["than"] else (own[n] >= each[n] if far else own[n] <= each[n])
            for n in (0, 1)
            for each in ([max(others, key=lambda one: one[n])] if far else [min(others, key=lambda one: one[n])])
        ]
        reading.judge(found.span(), [(each, f"{named[0].title} is {own[0]} from its target") for each in rights])


LEADS_BY = matcher(
    rf"(?<!\S)(?:highest|greatest|(?P<low>{LOW}))(?: (?:score|scoring|risk|one|of|on|in|the|our|all|whole|register|#\d+|risks))* (?:by|by a margin of) $"
)
"""Before how far a risk leads all others: "the highest on the register by five points"."""


def next_to(reading: RiskSentence, risk: Risk, *, low: bool) -> list[Risk]:
    """The other risk whose score comes next from that end."""
    others = [each for each in reading.dataset.risks if each is not risk and each.current_score is not None]
    return sorted(others, key=lambda each: each.current_score or 0, reverse=not low)[:1]
