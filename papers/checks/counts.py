"""Statements that count indicators: "19 of the 35 (54%) are Green", "two thirds met their target", "one more than at the last report"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from papers.checks.amounts import Amount, Verdict, holds
from papers.checks.coding import Coded
from papers.checks.grammar import guarded
from papers.checks.reading import Finding
from papers.results import Assessment

THING = r"(?:=target|key|performance|indicators?|kpis?|measures?|rated|all|the|of|our|its|these|those|this|corporate|\S+'s|other|remaining)"
IS = r"(?:is|are|was|were|have|has|had|been|now|also|currently|being|still|,|\(|\)|or|#\d+|their|its|the|rated|remain|remains|showed|show|saw|seen|an|at|either|per|cent|that|:|stood|of|them|in|on|a|each|which|came|to|reported|ended)"
GOOD = r"(?:met|meeting|meet|achieved|achieving|hit|hitting|reached|exceeded|exceeding|at or better than|at or above|on|on or above|ahead of|beat|beating)"
BAD = r"(?:missed|missing|below|short of|failed to meet|behind|not met|did not meet|failing to meet|off)"
STATE = (
    rf"(?P<rating>\*\w+)|(?P<better>improved|improving|better|improvement|up)|(?P<worse>worsened|worsening|worse|deteriorated|declined|fell back|got worse|went backwards|slipped)"
    rf"|(?P<same>stayed the same|the same|unchanged|remained the same|did not change|no change|stayed where they were|stayed as they were|level|stood still)|(?P<met>{GOOD}(?: or (?:better|exceeded|above|exceeding|beat|bettered))?(?: (?:than|their|its|the|or exceeded their))* =target)|(?P<missed>{BAD}(?: (?:their|its|the))* =target)|(?P<annual>annual)|(?P<unrated>not rated|unrated)"
)
COUNT = re.compile(
    rf"(?P<n>#\d+|all|none|both|no|most|a majority|the majority)(?: (?:out )?of)?(?: (?:the|its|their|our|these|\S+'s))*(?: (?P<whole>#\d+))?(?P<between>(?: (?!\*|#|and |but |,|;)\S+){{0,8}}?)(?: {IS})*? (?:{STATE})(?!\S)"
)
HEAD = re.compile(r"^(?:out )?of (?:the |our |its |these )?(?P<whole>#\d+)(?: \S+){1,7}? ,")
THAN_BEFORE = re.compile(
    r"#(\d+) (more|fewer|less) \*(\w+)(?: \S+){0,4}? than|\*(\w+)(?: \S+){0,4}? (?:up|down|increase\w*|fell|rose|decrease\w*|reduc\w*|drop\w*)(?: \S+){0,3} (?:by|of) #(\d+)"
)
SHARE_AFTER = re.compile(r"^(?: ,| \(| or| which is)+ #(\d+)")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the assessments of a part of the report."""

    assessments: Sequence[Assessment]
    annual: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.assessments)


def counts(coded: Coded, counted: Counted) -> Iterator[Finding]:
    """Hold every count and share of indicators in the sentence."""
    if not counted.total:
        return
    guards = guarded(coded.text)
    head = HEAD.match(coded.text)
    whole = coded.amounts[int(head["whole"][1:])] if head else None
    if head and not re.search(r"indicators|kpis|measures", head[0]):
        whole = None
    if whole and whole.unit == "" and not holds_whole(whole, counted):
        yield _finding(coded, (0, head.end() if head else 1), "false", f"there are {counted.total} indicators", str(counted.total))
    previous = bool(
        re.search(r"(?:at|in) (?:the )?@\d+(?: ,)? (?:there )?(?:were|was)|(?:were|was) (?:\S+ ){0,3}(?:at|in) (?:the )?@", coded.text)
    ) and any(each.kind == "previous" for each in coded.whens)
    for found in THAN_BEFORE.finditer(coded.text):
        yield from _moved(coded, found, counted)
    spoken = " indicator" in f" {coded.text}" or " kpi" in coded.text or " measure" in coded.text or whole is not None
    for found in COUNT.finditer(coded.text, head.end() - 1 if head else 0):
        if any(start <= found.start("n") < stop for start, stop in guards) or previous:
            continue
        yield from _count(coded, found, counted, spoken=spoken)


def holds_whole(amount: Amount, counted: Counted) -> bool:
    """Whether the number is that of all indicators, or of all that are rated."""
    rated = sum(each.current.rating is not None for each in counted.assessments)
    return amount.value in (counted.total, rated)


def _moved(coded: Coded, found: re.Match[str], counted: Counted) -> Iterator[Finding]:
    """One more or fewer of a rating than at the last report."""
    if not found[1]:
        return
    word = found[3]
    now = sum((each.current.rating or "").lower() == word for each in counted.assessments)
    before = sum((each.previous_rating or "").lower() == word for each in counted.assessments)
    change = (now - before) * (1 if found[2] == "more" else -1)
    verdict: Verdict = "true" if coded.amounts[int(found[1])].value == change else "false"
    yield _finding(
        coded, found.span(), verdict, f"{now} are rated {word.capitalize()}, after {before}", f"{now} less {before} is {now - before}"
    )


def _count(coded: Coded, found: re.Match[str], counted: Counted, *, spoken: bool) -> Iterator[Finding]:
    said = found["n"]
    amount = coded.amounts[int(said[1:])] if said.startswith("#") else None
    between = found["between"]
    about = spoken or bool(re.search(r"indicators?|kpis?|measures?", between)) or (found["rating"] is not None and not between.strip())
    if (
        not about
        or (amount and amount.unit not in ("", "%", "share"))
        or re.search(r"(?<!\S)(?:risks?|actions?|quarters|months|years|residents|pupils|schools)(?!\S)", between)
    ):
        return
    if (not spoken and amount is None) or (
        amount
        and amount.unit in ("%", "share")
        and not found["rating"]
        and not re.search(r"indicators|kpis|measures|targets", between + found[0])
    ):
        return
    if re.search(r"(?<!\S)(?:more|fewer|less|additional|extra|further|new)(?!\S)", between):
        return
    if re.match(r" or ", coded.text[found.end() :]) or re.search(
        r"(?<!\S)or (?:\S+ )?$", coded.text[: found.end() - len(found[0].split()[-1])]
    ):
        return
    number = _counter(found)(counted)
    what = f"{number} of {counted.total}"
    within = found["whole"]
    every = re.match(r"#(\d+)(?: \S+)? in every #(\d+)", coded.text[found.start("n") :])
    if (
        within
        and not holds_whole(coded.amounts[int(within[1:])], counted)
        and coded.amounts[int(within[1:])].unit == ""
        and "every" not in between
    ):
        yield _finding(coded, found.span("whole"), "false", f"there are {counted.total} indicators", str(counted.total))
    if every or "in every" in coded.text[found.start() : found.end()]:
        yield from _in_every(coded, found, number, counted)
        return
    verdict = _verdict(said, amount, number, counted)
    if verdict:
        yield _finding(coded, found.span(), verdict, what, f"counted: {what}")
    after = SHARE_AFTER.match(coded.text[found.end("n") :]) or re.search(r"#(\d+)", found[0][len(said) :])
    share = coded.amounts[int(after[1])] if after else None
    if share and share.unit in ("%", "share") and amount and amount.unit == "":
        yield _finding(
            coded,
            found.span(),
            _share(share, number, counted),
            what,
            f"{number} divided by {counted.total} is {Decimal(number * 100) / counted.total:.1f}%",
        )


def _in_every(coded: Coded, found: re.Match[str], number: int, counted: Counted) -> Iterator[Finding]:
    """Hold "three in every five"."""
    numbers = re.search(r"#(\d+)(?: \S+){0,3} in every #(\d+)", coded.text)
    if numbers:
        part, whole = (coded.amounts[int(numbers[n])].value for n in (1, 2))
        share = Amount((part * 100 / whole), "%")
        verdict: Verdict = (
            "true"
            if share.value * counted.total == 100 * number
            else "rounded"
            if abs(share.value - Decimal(number * 100) / counted.total) <= 3
            else "false"
        )
        yield _finding(coded, found.span(), verdict, f"{number} of {counted.total}", f"{Decimal(number * 100) / counted.total:.1f}%")


def _counter(found: re.Match[str]) -> Callable[[Counted], int]:
    """What counts the indicators of the state that is told."""
    if found["rating"]:
        word = found["rating"][1:]
        return lambda counted: sum((each.current.rating or "").lower() == word for each in counted.assessments)
    if found["annual"]:
        return lambda counted: counted.annual
    if found["unrated"]:
        return lambda counted: sum(each.current.rating is None for each in counted.assessments)
    went = "improved" if found["better"] else "worsened" if found["worse"] else "same" if found["same"] else ""
    if went:
        return lambda counted: sum(each.direction.went == went for each in counted.assessments)
    met = found["met"] is not None
    return lambda counted: sum(_met(each) is met for each in counted.assessments)


def _met(assessment: Assessment) -> bool | None:
    """Whether the best rating was given, which is what meeting the target means; None without a rating."""
    rating = assessment.current.rating
    return None if rating is None else rating.lower() in ("green", "blue", "met")


def _verdict(said: str, amount: Amount | None, number: int, counted: Counted) -> Verdict | None:
    if amount is None:
        if said in ("most", "a majority", "the majority"):
            return "true" if number * 2 > counted.total else "false"
        return "true" if number == (0 if said in ("none", "no") else counted.total) else "false"
    if amount.unit in ("%", "share"):
        return _share(amount, number, counted)
    if amount.value == counted.total and number != counted.total and not amount.word:
        return "false"
    return holds(amount, Decimal(number))


def _share(amount: Amount, number: int, counted: Counted) -> Verdict:
    """A share of all indicators, or of all that are rated."""
    rated = sum(each.current.rating is not None for each in counted.assessments)
    for whole in dict.fromkeys([counted.total, rated or 1]):
        exact = Decimal(number * 100) / whole
        near = Decimal(2) if amount.word else Decimal(0)
        verdict = holds(amount, exact)
        if verdict == "false" and amount.around in ("", "about", "nearly") and abs(exact - amount.value) <= near:
            verdict = "rounded"
        if verdict != "false":
            return verdict
    return "false"


def _finding(coded: Coded, span: tuple[int, int], verdict: Verdict, says: str, computed: str) -> Finding:
    start, stop = coded.words(*span)
    return Finding(verdict, "count", start, stop, coded.sentence[start:stop], says, computed, wording=says if verdict == "false" else "")
