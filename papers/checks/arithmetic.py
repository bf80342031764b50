"""Numbers of a sentence held against each other, whatever they are about: parts and a sum, a part of a whole and its share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from papers.checks.language.amounts import Amount, Verdict, holds
from papers.checks.language.coding import Coded
from papers.checks.language.matching import matcher
from papers.checks.language.quantities import holds_share
from papers.checks.reading import Finding, finding_at, number_words

OF_ALL = matcher(
    r"#(?P<part>\d+) (?:[^\s#]+ ){0,4}?(?:out of|of|from|on|among) (?:the |our |its |all |these |those |a total of |\S+'s )*#(?P<whole>\d+)(?: (?!;|@)\S+){0,12}? (?:\(|,|or|that is|-|\u2013) (?:that is |or |which is |just |some |about )*#(?P<share>\d+)(?= \)| ,| \.| of (?:them|the total|all)|$)"
)
SHARE_OF = matcher(
    r"#(?P<part>\d+) (?:[^\s#]+ ){1,9}?(?:are|is|was|were|come to|came to|represent|represents|account for|accounted for|amount to) (?:about |just |some |only )?#(?P<share>\d+) of (?:the |all |our |its |all the )*#(?P<whole>\d+)"
)
"""The 151,000 tonnes at the centres are 22% of the 673,300."""
OF_THEM = matcher(
    r"#(?P<whole>\d+) (?:[^\s#]+ ){1,10}?#(?P<part>\d+) (?:[^\s#]+ ){0,4}?(?:from|of|out of|among) (?:them|these|those) (?:\(|,) (?:about |or |that is )?#(?P<share>\d+)"
)
"""60,511 contacts and 26,280 enquiries from them, about 43%."""
APART = matcher(r"^(?:(?!#).)*#(?P<a>\d+)(?:(?!#).)*#(?P<b>\d+)(?:(?!#).)*(?:difference|gap) of #(?P<n>\d+)(?:(?!#).)*$")
"""84 of the 96 schools, more than nine in ten."""
SHARE_FIRST = matcher(
    r"#(?P<share>\d+)(?: (?!#|;)\S+){0,10}? \( #(?P<part>\d+) (?:out )?of (?:the |all |our )?#(?P<whole>\d+)(?: \S+){0,2} \)"
)
"""88% (84 of 96)."""
LISTED = matcher(r"\( #(\d+) \)")
SUMMED = matcher(
    r"(?:come to|came to|comes to|make|makes|made|total|totals|totalled|totalling|add up to|adds up to|sum to|amount to|number|together are) #(?P<n>\d+)(?! \)| of)"
)
IN_ALL = matcher(
    r"(?:, |and |or |making |, making |\( ?|a total of |so )#(?P<n>\d+) (?:\S+ ){0,2}?(?:in all|altogether|in total|together|all told|between them|combined)(?!\S)|(?:making|giving|a total of|totalling|in all|altogether) #(?P<n2>\d+)(?: in all)?"
)
AND = matcher(r"#(\d+)(?: (?!#|;|\.)\S+){0,6}?(?: ,)? and #(\d+)")
FEW = 3


MULTIPLE = matcher(
    r"(?<!\S)(?:(?P<more>(?:well |just |a little |slightly )?(?:more than|over)|at least)|(?P<less>(?:well |just |a little |slightly )?(?:less than|under))|(?P<near>nearly|almost|not quite|close to))? ?(?P<times>double|twice|treble|triple) the #(?P<base>\d+)"
)
"""1,623 awards, more than double the 875 of the first quarter."""
OFF = Decimal("0.1")
"""How much of a multiple it may be off where it is rounded."""


def arithmetic(coded: Coded) -> Iterator[Finding]:
    """The sums, shares and multiples that the sentence's own numbers contradict."""
    for multiple in MULTIPLE.finditer(coded.text):
        yield from _multiple(coded, multiple)
    if found := APART.match(coded.text):
        yield from _apart(coded, found)
    for pattern in (OF_ALL, SHARE_OF, OF_THEM, SHARE_FIRST):
        for found in pattern.finditer(coded.text):
            yield from _share(coded, found)
    yield from _list(coded)
    yield from _pair(coded)


def _multiple(coded: Coded, found: re.Match[str]) -> Iterator[Finding]:
    """Hold "more than double the 875" against every number before it of the same unit."""
    base = coded.amounts[int(found["base"])]
    before = [coded.amounts[int(each[1])] for each in re.finditer(r"#(\d+)", coded.text[: found.start()])]
    many = Decimal(2 if found["times"] in ("double", "twice") else 3)
    ratios = [each.plain / base.plain for each in before if base.plain and each.unit == base.unit and each.plain > base.plain]
    if ratios and not any(_is_multiple(found, each, many) for each in ratios):
        told = f"it is {ratios[-1]:.2f} times {number_words(base.plain)}"
        yield _finding(coded, found.span(), "false", told)


def _is_multiple(found: re.Match[str], ratio: Decimal, many: Decimal) -> bool:
    near = abs(ratio - many) <= many * OFF
    return ratio >= many if found["more"] else ratio <= many if found["less"] else near and (ratio <= many or not found["near"])


OF_THOSE = matcher(r"\bof[ -](?:those|these|them|which|whom)\b")
"""What makes a number a part of another than the whole: "16 of the 26 were due, and eleven of those (69%) are complete"."""


def _share(coded: Coded, found: re.Match[str]) -> Iterator[Finding]:
    part, whole, share = (coded.amounts[int(found[each])] for each in ("part", "whole", "share"))
    if part.unit or whole.unit or share.unit not in ("%", "share") or not 0 < part.plain <= whole.plain or part.around or whole.around:
        return
    exact = part.plain * 100 / whole.plain
    verdict = holds_share(share, exact)
    others = [each for each in coded.amounts[: int(found["part"])] if not each.unit and each.plain >= part.plain]
    if OF_THOSE.search(found[0]) and any(holds_share(share, part.plain * 100 / each.plain) != "false" for each in others):
        return
    told = f"{number_words(part.plain)} of {number_words(whole.plain)} is {exact:.1f}%"
    yield _finding(coded, coded.of_number(int(found["share"])), "unknown" if verdict != "false" else verdict, told)


def _apart(coded: Coded, found: re.Match[str]) -> Iterator[Finding]:
    """Hold "a difference of 1,482" between the two numbers before it."""
    one, two, by = (coded.amounts[int(found[each])] for each in ("a", "b", "n"))
    if one.unit == two.unit and (by.unit == one.unit or (one.unit == "%" and by.unit == "points")) and not (one.around or two.around):
        exact = abs(one.plain - two.plain)
        if holds(Amount(by.value, "", by.scale, by.around, by.word), exact) == "false":
            told = f"{number_words(max(one.plain, two.plain))} - {number_words(min(one.plain, two.plain))} = {number_words(exact)}"
            yield _finding(coded, coded.of_number(int(found["n"])), "false", told)


def _list(coded: Coded) -> Iterator[Finding]:
    """Hold "A (35), B (5) and C (2) make up 42"."""
    listed = [coded.amounts[int(each[1])] for each in LISTED.finditer(coded.text)]
    last = list(LISTED.finditer(coded.text))
    if len(listed) < FEW or len({each.unit for each in listed}) > 1:
        return
    found = SUMMED.search(coded.text, last[-1].end())
    amount = coded.amounts[int(found["n"])] if found else None
    if found and amount and amount.unit == listed[0].unit:
        yield from _summed(coded, listed, amount, int(found["n"]))


def _pair(coded: Coded) -> Iterator[Finding]:
    """Hold "44,000 in person and 55,000 online, 99,000 in all"."""
    for found in IN_ALL.finditer(coded.text):
        index = int(found["n"] or found["n2"])
        pair = next((each for each in AND.finditer(coded.text, 0, found.start() + 1)), None)
        if (
            pair
            and len(re.findall(r"#\d+", coded.text[: found.start() + 1])) == 2
            and " more " not in pair[0]
            and " from " not in coded.text
            and "likelihood" not in coded.text
        ):
            parts = [coded.amounts[int(each)] for each in pair.groups()]
            amount = coded.amounts[index]
            if len({each.unit for each in (*parts, amount)}) == 1 and amount.unit not in ("%", "share", "points"):
                yield from _summed(coded, parts, amount, index)


def _summed(coded: Coded, parts: list[Amount], amount: Amount, index: int) -> Iterator[Finding]:
    total = sum((each.plain for each in parts), Decimal(0))
    rounding = sum((each.step for each in parts), Decimal(0)) if any(each.scale > 1 or each.step > 1 for each in parts) else Decimal(0)
    verdict: Verdict = holds(amount, total)
    if verdict == "false" and abs(amount.plain - total) > rounding and not any(each.around for each in parts):
        told = f"{' + '.join(number_words(each.plain) for each in parts)} = {number_words(total)}"
        yield _finding(coded, coded.of_number(index), "false", told)


def _finding(coded: Coded, span: tuple[int, int], verdict: Verdict, told: str) -> Finding:
    return finding_at(coded, span, verdict, "sum", told, computed=told, wording=told if verdict == "false" else "")
