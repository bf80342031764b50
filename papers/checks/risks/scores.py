"""Numbers told of a risk: its score, target, last score, likelihood and impact; what the scores add up to."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from papers.checks.language.amounts import holds
from papers.checks.language.matching import matcher
from papers.checks.risks.mentions import distinct
from papers.checks.risks.sentence import AIMING, RiskSentence, Time, told, value
from papers.checks.risks.words import (
    AGAIN,
    AGED,
    APART,
    AS_IS,
    ATTRIBUTE,
    COUNTED,
    FOLLOWED,
    FOR_RISK,
    GAP,
    LINKED,
    LOW,
    MEASURED,
    RATED,
    TOTAL,
    UNTARGETED,
)
from papers.dataset import Risk


def untargeted(reading: RiskSentence) -> None:
    """Hold "has no target score"."""
    for found in UNTARGETED.finditer(reading.text):
        for risk in reading.holders(found.start()):
            right = risk.target_score is None
            reading.judge(found.span(), [(right, f"the target of {risk.title} is {risk.target_score or risk.target_note}")])


def scores(reading: RiskSentence) -> None:
    """Hold every number that is a score, a target, a score of the last report, a likelihood or an impact."""
    for index, amount in enumerate(reading.coded.amounts):
        span = reading.coded.of_number(index)
        if (
            index in reading.used
            or amount.unit
            or amount.around
            or amount.value % 1
            or amount.value > 2 * reading.highest
            or not _is_score(reading, *span)
            or (amount.word and amount.value <= FEW and not _is_measured(reading, *span))
        ):
            continue
        reading.used.add(index)
        first = _first_of_row(reading, span)
        times = tuple(dict.fromkeys((*_times(reading, *span), *(_times(reading, *first) if first != span else ()))))
        groups = _groups(reading, index, span)
        for measures in _measures(reading, *span):
            number = int(amount.value)
            reading.judge(span, [_of_group(group, each, time, number) for each in measures for group in groups for time in times])


def _is_score(reading: RiskSentence, start: int, stop: int) -> bool:
    """Whether the words around the number let it be a score, not a count of other things."""
    before, after = reading.text[:start], reading.text[stop:]
    if COUNTED.match(after) or AGED.search(before) or not (FOLLOWED.match(after) or RATED.search(before)):
        return False
    if (
        (SPREAD.search(before) and not FOR_RISK.match(after))
        or DENIED.search(before)
        or re.match(r" or (?:below|less|lower|under|above|more|higher|over)(?!\S)", after)
        or RANGED.search(before)
        or (re.search(r"(?<!\S)against $", before) and re.match(r" to #\d", after) and OTHERS.search(reading.words(start)))
    ):
        return False
    if GAP.search(before) or (APART.search(before) and not MEASURED.search(before)):
        return False
    if re.search(r"(?<!\S)actions?(?!\S)", reading.text) and not MEASURED.search(before):
        return False
    if reading.is_guarded(start) and not (reading.is_aimed(start) or reading.is_sought(start, stop) or before.endswith("from ")):
        return False
    return bool(LINKED.search(before) or re.match(r" (?:for|in|on|of) (?:its |the )?=(?:likelihood|impact)", after))


SPREAD = matcher(
    r"(?<!\S)(?:scores|risks|others|rest|=target|all|they)(?: [^\s,;#]+){0,2} (?:range|ranges|ranging|run|running|go|span|vary|lie|fall) (?:from|between) (?:#\d+ (?:to|and) )?$"
)
"""Before an end of what several risks range over."""
RANGED = matcher(r"(?<!\S)(?:others?|any|rest|risks)(?!\S)[^;]* against #\d+ to $")
DENIED = matcher(r"(?<!\S)(?:not|rather than|instead of)(?: (?:at|to|on|the|of|a|score|=target))* $")
"""Before a number that is not so: "set at 9 and not at 8"."""
OTHERS = matcher(r"(?<!\S)(?:others?|any|rest|risks)(?!\S)")
"""What shows that numbers "against" a score are those of the other risks: "higher than any other, at 15 against 9 to 12"."""
FEW = 3
"""Up to which number in words it is more likely a count than a score."""


def _is_measured(reading: RiskSentence, start: int, stop: int) -> bool:
    """Whether a word just before the number, or after it, says that it is a score."""
    return bool(MEASURED.search(reading.text[:start])) or _measures(reading, start, stop) != (("score",),)


def _measures(reading: RiskSentence, start: int, stop: int) -> tuple[tuple[str, ...], ...]:
    """What the number measures: of each group one, a score, a likelihood or an impact.

    The word just before or after it tells; where numbers lie between, it may be any that the clause tells of.
    """
    before = re.sub(r"(=likelihood|=impact) , (?=(?:[a-z@]\S* )?scored )", r"\1 ", reading.text[reading.clause(start)[0] : start])
    after = re.match(r" (?:for|in|on|of|out of #\d+ for) (?:its |the )?=(likelihood|impact)", reading.text[stop:])
    if after:
        return ((after[1],),)
    paired = re.match(r" and #\d", reading.text[stop:])
    if both := re.search(r"=(likelihood|impact) and (?:its |the )?=(likelihood|impact)(?: [^\s#]+)*(?P<second> #\d+ and)? $", before):
        return ((both[2],),) if both["second"] else ((both[1],),) if paired else ((both[1],), (both[2],))
    if pair := AGAIN.search(before):
        return ((pair["one" if paired and not pair["first"] else "two"],),)
    found = ATTRIBUTE.findall(before)
    others = [each for each in found if each in ("likelihood", "impact")]
    if set(found) <= {"target"} and (told := re.findall(r"=(likelihood|impact)", reading.text[:start])):
        return (("score", *dict.fromkeys(told)),)
    if not others:
        return (("score",),)
    near = re.split(r"#\d+(?: (?:for|in|on) (?:its |the )?=\w+)?| [,(] ", before)[-1]
    told = ATTRIBUTE.findall(SCORED_AT.sub("", near))
    if told and told[-1] in ("likelihood", "impact"):
        return ((told[-1],),)
    if told and told[-1] != "target":
        return (("score",),)
    return (("score", *dict.fromkeys(others)),)


SCORED_AT = matcher(
    r"(?:(?<==likelihood)|(?<==impact))(?: (?:is|are|was|were|has|been|now|also|still|currently|again|each|both|remains?|stays?|@\d+))* (?:scores?|scored|scoring)(?!\S)"
)
"""After a likelihood or an impact: what tells its own number."""


def _times(reading: RiskSentence, start: int, stop: int) -> tuple[Time, ...]:
    """The times that the number may be of."""
    if (
        re.match(r" (?:at )?=target", reading.text[stop:])
        or re.search(r"=target (?::|,|\() $", reading.text[:start])
        or (
            re.search(r"#\d+ to $", reading.text[:start])
            and reading.is_aimed(start)
            and AIMING.search(reading.words(start)[: start - reading.clause(start)[0]])
        )
    ):
        return ("target",)
    if re.search(rf"(?:highest|{LOW})(?: is)? $", reading.text[:start]) and "=target" in reading.text[:start]:
        return ("target",)
    times = reading.times(start, stop)
    if re.search(r"(?<!\S)would(?!\S)", reading.text[:start]) and "target" not in times:
        times = (*times, "target")
    before = reading.text[reading.clause(start)[0] : start]
    if TOLD_AFTER.search(reading.text[:start]):
        return (*times, "target")
    if before.endswith(" to ") and any(end <= start for _, end in reading.aims):
        return (*times, "target")
    if before.endswith("at ") and ASIDE.match(reading.text[stop:]):
        return (*times, "target")
    if before.endswith("=target at ") and re.match(r" (?:against|compared with|and) #", reading.text[stop:]):
        return (*times, "now")
    aimed = "=target" in before and re.search(r"=(?:likelihood|impact)", before)
    if re.search(r"#\d+ to $", before) and "=target" in reading.words(start):
        return (*times, "target")
    if not aimed:
        return times
    return (*times, "now", "target") if before.endswith("from ") else (*times, "target")


TOLD_AFTER = matcher(
    r"=target (?::|;) (?:it|this) (?:is|lies|stands)(?: (?:at|now|only|just))* $|(?<!\S)residual(?: (?:risk|score|level|rating|of|is|at))* $"
)
"""Before a number that may be a target told of just before it, or what is to be left of a risk."""
ASIDE = matcher(r" ,(?: (?:it|this|also|still))* (?:has|have|is|carries|with) (?:(?!score)[^\s#,]+ ){0,4}=target(?!\S)")
"""After a score that is told before the target that it may be: "and, at 4, has the lowest target"."""


def _groups(reading: RiskSentence, index: int, span: tuple[int, int]) -> list[list[Risk]]:
    """The risks that the number may be of: that which "for" names after it; those named before; in a list, the one at its place."""
    place = FOR_RISK.match(reading.text[span[1] :])
    own = [
        each.risk
        for each, (start, _) in zip(reading.mentions, reading.places, strict=True)
        if place and start - span[1] - place.end() in range(8)
    ]
    if own:
        return [own[:1]]
    groups = [reading.holders(span[0])]
    if reading.mentions and re.match(r"(?: ?[;,])? it(?!\S)", reading.text[reading.clause(span[0])[0] : span[0]]):
        groups.append([reading.mentions[0].risk])
    if reading.mentions and AS_IS.search(reading.text[: span[0]]):
        groups.append([reading.mentions[0].risk])
    groups += _in_row(reading, index)
    risks = reading.named(span[0])
    start, stop = reading.clause(span[0])
    numbers = [n for n, each in enumerate(reading.coded.amounts) if each.unit == "" and start <= reading.coded.of_number(n)[0] < stop]
    if len(risks) == len(numbers) > 1 and index in numbers and _is_listed(reading, start, stop):
        groups.append([risks[numbers.index(index)]])
        if "respectively" in reading.text:
            return groups[1:]
    return groups


ROW = matcher(r"#(?P<first>\d+)(?:(?: ,)? and #\d+| , #\d+)+")
"""Numbers side by side, which may be those of as many risks."""


def _first_of_row(reading: RiskSentence, span: tuple[int, int]) -> tuple[int, int]:
    """Where the first number of the row stands in which the number is; its own place where it is in none."""
    row = next((each for each in ROW.finditer(reading.text) if each.start() <= span[0] < each.end()), None)
    return reading.coded.of_number(int(row["first"])) if row else span


def _in_row(reading: RiskSentence, index: int) -> list[list[Risk]]:
    """The risk at the number's place in a row, of as many that are named last before it: "A and B score 25 and 20"."""
    for row in ROW.finditer(reading.text):
        numbers = [int(each) for each in re.findall(r"#(\d+)", row[0])]
        named = zip(reading.mentions, reading.places, strict=True)
        risks = distinct(each.risk for each, (start, _) in named if start < row.start())[-len(numbers) :]
        if index in numbers and len(risks) == len(numbers):
            return [[risks[numbers.index(index)]]]
    return []


def _is_listed(reading: RiskSentence, start: int, stop: int) -> bool:
    """Whether the names all stand before the numbers, or all behind them."""
    names = [place for place, _ in reading.places if start <= place < stop]
    numbers = [start + each.start() for each in re.finditer(r"#\d+", reading.text[start:stop])]
    if not names:
        return bool(re.match(r" ?[;,:]?(?: (?:and|but|now|today))? (?:they|these|both|the two)(?!\S)", reading.text[start:stop]))
    return bool(numbers) and (max(names) < numbers[0] or min(names) > numbers[-1])


def _of_group(group: list[Risk], measure: str, time: Time, number: int) -> tuple[bool | None, str]:
    """Whether each of the risks has that number, and what the first that has not has."""
    known = [each for each in distinct(group) if value(each, measure, time) is not None]
    untargeted = [each for each in distinct(group) if each.current_score is not None and each.target_score is None]
    if time == "target" and measure == "score" and untargeted and not known:
        return False, f"{untargeted[0].title} has no target score"
    wrong = [each for each in known if value(each, measure, time) != number]
    return (None, "") if not known else (not wrong, told((wrong or known)[0], measure, time))


def totals(reading: RiskSentence) -> None:
    """Hold "the scores add up to 66" and "the scores average 13"."""
    for found in TOTAL.finditer(reading.text):
        time: Time = "target" if re.search(r"=target(?: \S+){0,2} $", reading.text[: found.start()]) or "=target" in found[0] else "now"
        known = [score for each in reading.dataset.risks if (score := value(each, "score", time)) is not None]
        if (
            reading.mentions
            or not known
            or reading.is_guarded(found.start())
            or not re.search(r"(?<!\S)(?:scores?|=target)(?!\S)", reading.text)
        ):
            continue
        index = int(found["n"])
        reading.used.add(index)
        total = Decimal(sum(known))
        right = total / len(known) if found["mean"] else total
        amount = reading.coded.amounts[index]
        verdict = holds(replace(amount, around="") if amount.around == "most" else amount, right)
        reading.add(
            verdict,
            "sum",
            found.span(),
            f"the {'targets' if time == 'target' else 'scores'} add up to {total}, {total / len(known):.1f} on average",
        )
