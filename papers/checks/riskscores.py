"""Numbers told of a risk: its score, target, last score, likelihood and impact, and how far they lie apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from papers.checks.mentions import distinct
from papers.checks.quantities import holds_share
from papers.checks.risksentence import RiskSentence, attribute
from papers.checks.riskwords import DOWN, GAP, LINK, NOW_BEFORE, PAST, SCORE_WORD, UNTARGETED, UP
from papers.dataset import Risk
from papers.risks import movement


def gaps(reading: RiskSentence) -> None:
    """Hold "three above its target score"."""
    for found in GAP.finditer(reading.text):
        index = next(found[each] for each in ("n", "n2", "n3", "n4") if found[each])
        told = int(reading.coded.amounts[int(index)].value)
        under = found["side"] in ("below", "under", "lower than", "less than")
        reading.used.add(int(index))
        for risk in reading.holders(found.start()):
            if risk.target_score is None or risk.current_score is None:
                reading.add("unknown" if risk.target_score is None else "false", "risk", found.span(), "there is no such score")
                continue
            by = risk.current_score - risk.target_score
            right = by == (-told if under else told)
            reading.add(
                "true" if right else "false",
                "risk",
                found.span(),
                f"the score of {risk.title} is {risk.current_score}, its target {risk.target_score}",
                f"{risk.current_score} - {risk.target_score} = {by}",
            )


def untargeted(reading: RiskSentence) -> None:
    """Hold "has no target score"."""
    for found in UNTARGETED.finditer(reading.text):
        for risk in reading.holders(found.start()):
            right = risk.target_score is None
            reading.add(
                "true" if right else "false", "risk", found.span(), f"the target of {risk.title} is {risk.target_score or risk.target_note}"
            )


def scores(reading: RiskSentence) -> None:
    """Hold every number that is a score, a target, a score of the last report, a likelihood or an impact."""
    paired = _respectively(reading)
    for index, amount in enumerate(reading.coded.amounts):
        span = reading.coded.of_number(index)
        if amount.unit == "share" and re.search(r"(?:by|down|up) $", reading.text[: span[0]]) and not reading.is_guarded(span[0]):
            _fraction(reading, index, span)
        if (
            index in reading.used
            or amount.unit not in ("", "points")
            or amount.value != int(amount.value)
            or amount.around
            or not SCORE_WORD.search(reading.text)
        ):
            continue
        role = _role(reading, *span)
        if role is None:
            continue
        name, of = role
        holders = [paired[index]] if index in paired else reading.holders(span[0])
        reading.used.add(index)
        _aim(reading, span, holders, name)
        reading.hold(span, holders, int(amount.value), of, name)


def _aim(reading: RiskSentence, span: tuple[int, int], holders: list[Risk], name: str) -> None:
    """Hold "is to come down to" against where the score stands."""
    way = re.search(
        r"(?<!\S)(?:(?P<up>up|rise|raised)|down|fall|drop|reduced|cut) (?:back )?to (?:its =target of )?$", reading.text[: span[0]]
    )
    if name != "target score" or way is None:
        return
    for risk in holders:
        if risk.current_score is not None and risk.target_score is not None and risk.current_score != risk.target_score:
            right = (risk.target_score > risk.current_score) == bool(way["up"])
            told = f"the score of {risk.title} is {risk.current_score}, its target {risk.target_score}"
            reading.add("true" if right else "false", "risk", (way.start(), span[1]), told)


def _fraction(reading: RiskSentence, index: int, span: tuple[int, int]) -> None:
    """Hold "down by a third" of the score since the last report."""
    for risk in reading.holders(span[0]):
        by = movement(risk).by
        if by is not None and risk.previous_score:
            share = abs(Decimal(by)) * 100 / risk.previous_score
            told = f"{risk.title} went from {risk.previous_score} to {risk.current_score}, {share:.0f}%"
            reading.add(holds_share(reading.coded.amounts[index], share), "risk", span, told)


def _respectively(reading: RiskSentence) -> dict[int, Risk]:
    """Which number is which risk's where "respectively" says so."""
    risks = distinct(each.risk for each in reading.mentions)
    numbers = [n for n, each in enumerate(reading.coded.amounts) if each.unit == ""]
    return dict(zip(numbers, risks, strict=True)) if "respectively" in reading.text and len(risks) == len(numbers) else {}


COUNTED = re.compile(r" (?!points?|is|was|as|its|this|plus|(?:risk )?scores?|levels|stands|remains|falls|rises|goes|comes)[a-z]{3,}s(?!\S)")
"""After a number that counts other things."""
GROUP = re.compile(r"(?<!\S)(?:team|sample|group|staff|total|panel|board|list) of $")


def _role(reading: RiskSentence, start: int, stop: int) -> tuple[str, Callable[[Risk], int | None]] | None:
    """What the number is of: the name of the score, and how a risk has it; None where that is not plain."""
    before, after = reading.text[:start], reading.text[stop:]
    if (
        GROUP.search(before)
        or re.match(
            r" (?:of the |of )?(?:\S+ )?(?:risks?|actions?|indicators?|others?|people|years?|months?|days?|quarters?|recommendations?|plans?)(?!\S)| =target| in (?:every )?#| of (?:the |our )?#",
            after,
        )
        or COUNTED.match(after)
    ):
        return None
    for measure, of in (("likelihood", ("current_likelihood", "target_likelihood")), ("impact", ("current_impact", "target_impact"))):
        if re.search(rf"={measure} (?:{LINK} )*$", before) or re.match(
            rf" (?:for|in|on|of|out of #\d+ for) (?:its |the )?={measure}", after
        ):
            aimed = "=target" in reading.between(start) or reading.is_guarded(start)
            return measure, attribute(of[aimed])
    if re.search(r"(?:(?:an?|any|every|one|each|#\d+) (?:risk )?|~one-)(?:of|at|with) $", before) or (
        re.search(r"(?<!\S)actions?(?!\S)", reading.text)
        and not re.search(r"(?:scores?|scored|scoring|rated|=target)(?: \S+){0,2} $", before)
    ):
        return None
    if (
        re.search(rf"=target (?:{LINK} )*$", before)
        or re.search(r"#\d+ against $", before)
        or re.search(r"(?:against|towards?) (?:a |its |the )?=target (?:of )?$", before)
    ):
        return "target score", attribute("target_score")
    if re.search(r"(?<!\S)(?:more|less|higher|lower|fewer|above|below|over|under)(?!\S)", " ".join(after.split()[:2])) or re.search(
        r"(?:by|rise of|fall of|drop of|increase of|reduction of|rose|fell|up|down) $", before
    ):
        return _difference(reading, start, stop)
    if reading.is_guarded(start):
        return (
            ("score", attribute("current_score"))
            if before.endswith("from ")
            else ("target score", attribute("target_score"))
            if re.search(r"(?:to|at|of|below) $", before)
            else None
        )
    if (
        re.search(
            r"(?:from|was|were|previously|formerly|had been|after|against|compared with|up on|down on)(?: (?:a score of|a|its|score|scored?|\*\w+|at))* $",
            before,
        )
        or re.match(rf" (?:{PAST})", after)
        or reading.is_past(start)
    ):
        return "score in the last report", attribute("previous_score")
    return ("score", attribute("current_score")) if NOW_BEFORE.search(before) else None


def _difference(reading: RiskSentence, start: int, stop: int) -> tuple[str, Callable[[Risk], int | None]] | None:
    """A change since the last report, without its sign."""
    if len({each.risk.id for each in reading.mentions}) > 1 or reading.is_guarded(start):
        return None
    if not re.search(
        rf"(?:{UP}|{DOWN}|rise|fall|drop|increase|reduction|more|less|higher|lower)", reading.text[max(0, start - 40) : stop + 30]
    ):
        return None
    up = re.search(rf"(?<!\S)(?:{UP}|rise|increase|more|higher)(?!\S)", reading.text[max(0, start - 40) : stop + 10])
    down = re.search(rf"(?<!\S)(?:{DOWN}|fall|drop|reduction|less|lower)(?!\S)", reading.text[max(0, start - 40) : stop + 10])
    if bool(up) == bool(down):
        return None

    def change(risk: Risk) -> int | None:
        by = movement(risk).by
        return None if by is None else by if up else -by

    return "rise" if up else "fall", change
