"""Statements of one number by another: a third of what it was, half the 18,000 of June, more than the 40,400, sums of two."""

from __future__ import annotations

import re
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.amounts import SCALES, Amount, Verdict, holds
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading, fits, number_words
from papers.checks.statements.comparing import current_figure, relative, subject_series
from papers.wording import with_unit

_WHAT = r"(?: of)? (?:the |its |that |their )*(?:time|figure|level|number|rate|size|total|amount|those|what|length|sum|result)"
THEN = matcher(rf"#(\d+){_WHAT}(?: (?!#|,|;|=|@|than)\S+){{0,6}}? (?:in|at|of|for)(?: the)? @(\d+)")
OF_NUMBER = matcher(r"#(\d+)(?: of)? (?:the|its|their|that) #(\d+)(?!\d)(?! (?:=|of the =))")
AGAIN = matcher(r"#(\d+) as (?:much|many|high|long|large|big) again as(?: (?!#|,|;)\S+){0,4}? (?:=(\w+)|@(\d+))")
""""half as much again as the target": once and a half of it."""
EXCEEDS = matcher(
    r"(?<!\S)(?:(exceed\w*|surpass\w*|beats?|tops?|outstrip\w*|overtakes?|overtook|outnumber\w*|(?:is|are|was|were) (?:already |now )?(?:more|higher|greater|larger) than)"
    r"|(falls? short of|fell short of|(?:is|are|was|were) (?:still |now )?(?:less|lower|fewer|smaller) than))(?: (?:the|its|all|even))* #(\d+)(?!\d)(?! (?:of the )?=)"
)
TOGETHER = matcher(
    r"(?<!\S)(?:together|combined|between them|in all|altogether|in total|jointly|added together|adding up to|add up to|making)(?!\S)"
)
PARTS = 2
LIKELY = Decimal("0.2")
"""How far from a sum, as a share of it, a number may be that is taken for it."""
NEARLY = Decimal("2.5")
"""How many percent a ratio in words may be off."""


def ratios(reading: Reading) -> None:
    """Hold what is said of one number by another."""
    for found in reading.matches(THEN):
        _then(reading, found)
    for found in reading.matches(OF_NUMBER):
        _of_number(reading, found)
    for found in reading.matches(AGAIN):
        _again(reading, found)
    for found in reading.matches(EXCEEDS):
        _exceeds(reading, found)
    if TOGETHER.search(reading.text):
        _together(reading)


def _then(reading: Reading, found: re.Match[str]) -> None:
    """A share of what the figure was in an earlier period."""
    amount, when = reading.amount(found[1]), reading.when(found[2])
    series = subject_series(reading, found.start())
    now = current_figure(reading, found.start(), series)
    then = relative(reading, when, now, series) if when and now else None
    if amount.unit != "share" or now is None or then is None or not then.number or then.observation is now.observation:
        return
    reading.used.add(int(found[1]))
    _tell(reading, amount, now.number * 100 / then.number, found, (now, then))


def _again(reading: Reading, found: re.Match[str]) -> None:
    """By what part of another measure, or of an earlier figure, the figure is more than that."""
    amount, when = reading.amount(found[1]), reading.when(found[3]) if found[3] else None
    now = current_figure(reading, found.start(), "actual")
    other = (
        reading.facts.figure(found[2], now.observation)
        if now and found[2]
        else relative(reading, when, now, "actual")
        if when and now
        else None
    )
    if amount.unit != "share" or now is None or other is None or not other.number or other is now:
        return
    reading.used.add(int(found[1]))
    more = now.number * 100 / other.number - 100
    _tell(reading, amount, amount.value if abs(more - amount.value) <= 2 * NEARLY else more, found, (now, other))


def _of_number(reading: Reading, found: re.Match[str]) -> None:
    """A share of a number that the sentence gives."""
    amount, whole = reading.amount(found[1]), reading.amount(found[2])
    if (
        amount.unit != "share"
        or not whole.plain
        or not any(fits(whole, each) for each in (reading.facts.unit, *(info.unit for info in reading.facts.series)))
    ):
        return
    own = [*_subjects(reading, found.start(), whole), *_parts(reading, whole)]
    now = reading.facts.figure("actual", reading.timeline.current)
    if own and now is not None:
        reading.used.add(int(found[1]))
        _tell(
            reading, amount, min((each * 100 / whole.plain for each in own), key=lambda each: abs(each - amount.value)), found, (now, None)
        )


def _parts(reading: Reading, whole: Amount) -> list[Decimal]:
    """What the percentages of the present result are of a whole that is given."""
    figures = [
        each
        for info in reading.facts.series
        if info.unit == "percent" and (each := reading.facts.figure(info.name, reading.timeline.current))
    ]
    return [each.number * whole.plain / 100 for each in figures]


def _subjects(reading: Reading, at: int, like: Amount) -> list[Decimal]:
    """The numbers of that kind that stand before, and the indicator's present figure."""
    before = [reading.amount(each) for each in re.findall(r"#(\d+)", reading.text[:at])]
    same = [each for each in before if each.unit == like.unit and (like.unit or each.plain >= PARTS)]
    now = reading.facts.figure("actual", reading.timeline.current)
    present = [now.number * SCALES.get(now.unit, Decimal(1))] if now and fits(like, now.unit) else []
    return [*(each.plain for each in same), *present]


def _tell(reading: Reading, amount: Amount, ratio: Decimal, found: re.Match[str], figures: tuple[Figure, Figure | None]) -> None:
    """Hold a share in words against a ratio in percent."""
    now, then = figures
    verdict = holds(amount, ratio)
    if verdict == "false" and abs(ratio - amount.value) <= NEARLY and amount.around in ("", "about", "nearly"):
        verdict = "rounded"
    says = f"{now.says}; {then.says}" if then else now.says
    reading.add(verdict, "ratio", found.span(), now, says=says, computed=f"it is {ratio:.0f}%")


def _exceeds(reading: Reading, found: re.Match[str]) -> None:
    """One number said to be more or less than another."""
    than = reading.amount(found[3])
    known = [each.name for each in reading.facts.series] + ["actual"]
    figures = [each for name in known for each in reading.facts.all([name]) if fits(than, each.unit)]
    if than.around or not any(holds(than, each.number, each.unit) == "true" for each in figures):
        return
    subjects = [each for each in _subjects(reading, found.start(), than) if each != than.plain]
    if not subjects:
        return
    held = any((each > than.plain) == bool(found[1]) for each in subjects)
    own = subjects[0]
    computed = f"{number_words(own)} against {number_words(than.plain)}"
    verdict: Verdict = "true" if held else "false"
    reading.add(
        verdict, "ratio", found.span(), figures[-1], computed=computed, wording="" if held else f"is {'less' if found[1] else 'more'} than"
    )


def _together(reading: Reading) -> None:
    """The largest of three numbers of a kind as the sum of the other two."""
    numbers = [
        (at, each)
        for at, each in enumerate(reading.coded.amounts)
        if each.unit in ("%", "") and not each.word and fits(each, reading.facts.unit)
    ]
    if len(numbers) != PARTS + 1:
        return
    whole = max(numbers, key=lambda each: each[1].plain)
    parts = [each[1].plain for each in numbers if each[0] != whole[0]]
    total = sum(parts, Decimal(0))
    if abs(whole[1].plain - total) > LIKELY * total:
        return
    reading.used.add(whole[0])
    verdict = holds(whole[1], total)
    reading.add(
        verdict,
        "level",
        reading.coded.of_number(whole[0]),
        says=f"the sum of {number_words(parts[0])} and {number_words(parts[1])} is {number_words(total)}",
        wording=with_unit(total, reading.facts.unit) if verdict == "false" else "",
    )
