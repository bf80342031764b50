"""Every way in which a number of a sentence may be right: figures of what is named, their sums, differences and shares."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from papers.checks.language.amounts import SCALES, Amount, Verdict, holds
from papers.checks.language.periods import When
from papers.checks.language.quantities import holds_share
from papers.checks.naming import is_column, key_of, table_of
from papers.checks.reading import fits, number_words
from papers.checks.rows.periods import covers, earlier, observed
from papers.checks.rows.scene import Group
from papers.checks.subjects import Candidate
from papers.dataset import Observation

NEAR = Decimal(6)
"""How many percent "a little over half" may be off."""
OF_IT = Decimal("0.13")
"""How much of the share itself it may be off."""
Line = tuple[Candidate, ...]
"""One candidate for each name of a group, alike in unit and kind of column."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that the number may be, and in words what it is."""

    value: Decimal
    unit: str
    words: str
    way: int = 0


def lines(group: Group) -> Iterator[Line]:
    """The candidates of the group's names that can stand side by side."""
    for first in group.mentions[0].candidates:
        others = [_beside(first, each.candidates) for each in group.mentions[1:]]
        if all(others):
            yield (first, *(each[0] for each in others))


def _beside(first: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that can stand beside the first: in its column, else in another one of its unit where columns are no periods."""
    same = [each for each in candidates if _like(each) == _like(first)]
    return same or [each for each in candidates if is_column(each) and is_column(first) and each.facts.unit == first.facts.unit]


def _like(candidate: Candidate) -> tuple[str, str]:
    indicator = candidate.facts.indicator
    return candidate.facts.unit, indicator.basis if "|" in indicator.id else ""


def figures(line: Line, when: When | None) -> Iterator[tuple[Decimal, Observation]]:
    """The sum of the line in each period that is meant, with the first one's observation."""
    seen = [observed(each, when) for each in line]
    for several in zip(*seen, strict=False):
        numbers = [number for each in several if (number := each.number("actual")) is not None]
        if len(numbers) == len(line):
            yield sum(numbers, Decimal(0)), several[0]


def levels(group: Group, whens: Sequence[When | None], *, single: bool) -> Iterator[Told]:
    """The figures of the group's names, summed; and each by itself."""
    for line in lines(group):
        unit = line[0].facts.unit
        parts: list[Line] = [line] if len(line) == 1 or (unit != "percent" and not unit.startswith("rate")) else []
        parts += [(each,) for each in line] if single and len(line) > 1 else []
        for part, when in itertools.product(parts, whens):
            for value, seen in figures(part, when):
                yield Told(value, unit, f"{_names(part)} in {seen.period.spoken}: {_with_scale(value, unit)}")


def history(group: Group) -> Iterator[Told]:
    """The figures of every period."""
    for mention in group.mentions:
        for each in mention.candidates:
            for seen in each.timeline.observations:
                if (value := seen.number("actual")) is not None:
                    yield Told(value, each.facts.unit, f"{each.facts.indicator.title} in {seen.period.spoken}")


def so_far(group: Group, many: int) -> Iterator[Told]:
    """The sums of that many results that follow each other, of each of the group's names."""
    for each in (one for mention in group.mentions for one in mention.candidates if one.facts.unit != "percent"):
        told = [(seen.period, number) for seen in each.timeline.observations if (number := seen.number("actual")) is not None]
        for at in range(len(told) - many + 1):
            value = sum((number for _, number in told[at : at + many]), Decimal(0))
            span = f"{told[at][0].spoken} to {told[at + many - 1][0].spoken}"
            yield Told(value, each.facts.unit, f"{each.facts.indicator.title}, {span}: {_with_scale(value, each.facts.unit)}")


def sums_before(group: Group) -> Iterator[Told]:
    """The sum of the group's names in every period."""
    for line in lines(group):
        for seen in line[0].timeline.observations:
            numbers = [number for each in line if (number := _at(each, seen)) is not None]
            if len(numbers) == len(line):
                yield Told(sum(numbers, Decimal(0)), line[0].facts.unit, f"{_names(line)} in {seen.period.spoken}")


def extras(group: Group, whens: Sequence[When | None]) -> Iterator[Told]:
    """The figures of other units that are told beside the group's own: a rate beside a number."""
    for candidate in (one for each in group.mentions for one in each.candidates):
        for series in (each for each in candidate.facts.series if each.unit != candidate.facts.unit and each.unit.startswith("rate")):
            for seen in (found for when in whens for found in observed(candidate, when)):
                if (value := seen.number(series.name)) is not None:
                    yield Told(value, series.unit, f"{series.label} in {seen.period.spoken}: {number_words(value)}")


def body_sums(whole: Group, candidates: Sequence[Candidate], whens: Sequence[When | None]) -> Iterator[Told]:
    """The sums of the rows of the table whose total is named: rounded by themselves, they may come to another number."""
    for total in (one for each in whole.mentions for one in each.candidates if one.total):
        rows = tuple(
            each for each in candidates if each.kind == "body" and table_of(each) == table_of(total) and _column(each) == _column(total)
        )
        for when in whens:
            for value, seen in figures(rows, when) if rows else ():
                yield Told(value, total.facts.unit, f"the rows in {seen.period.spoken}: {_with_scale(value, total.facts.unit)}")


def _column(candidate: Candidate) -> str:
    indicator = candidate.facts.indicator
    return indicator.basis if indicator.title.endswith(f" {indicator.basis}") else f"|{indicator.basis}"


def changes(group: Group, whens: Sequence[When | None], bases: Sequence[When]) -> Iterator[Told]:
    """The changes of the group's names, of all together and of each."""
    for line in lines(group):
        parts: list[Line] = [line, *((each,) for each in line)] if len(line) > 1 else [line]
        for part, when in itertools.product(parts, whens):
            yield from _changes(part, when, bases)


def _changes(part: Line, when: When | None, bases: Sequence[When]) -> Iterator[Told]:
    unit = part[0].facts.unit
    for now in observed(part[0], when):
        for base in bases or (None,):
            for then in earlier(part[0], now, base) if base is None or covers(part[0], base) else ():
                pairs = [(_at(each, now), _at(each, then)) for each in part]
                if all(one is not None and two is not None for one, two in pairs):
                    new = sum((one for one, _ in pairs if one is not None), Decimal(0))
                    old = sum((two for _, two in pairs if two is not None), Decimal(0))
                    words = f"{_names(part)} went from {_with_scale(old, unit)} ({then.period.spoken}) to {_with_scale(new, unit)}"
                    yield from steps(new, old, unit, words)


def steps(new: Decimal, old: Decimal, unit: str, words: str) -> Iterator[Told]:
    """A change as an amount, and in percent of what it is from."""
    way = (new > old) - (new < old)
    yield Told(abs(new - old), "points" if unit == "percent" else unit, words, way)
    if old:
        yield Told(abs(new - old) * 100 / old, "%", words, way)


def _at(candidate: Candidate, seen: Observation) -> Decimal | None:
    return next((each.number("actual") for each in candidate.timeline.observations if each.period.end == seen.period.end), None)


def differences(one: Group, two: Group, whens: Sequence[When | None]) -> Iterator[Told]:
    """How much more the first group has than the second."""
    both = replace(one, mentions=(*one.mentions, *two.mentions))
    for line in lines(both):
        cut = len(one.mentions)
        for when in whens:
            for (first, _), (second, _) in zip(figures(line[:cut], when), figures(line[cut:], when), strict=False):
                unit = line[0].facts.unit
                words = f"{_names(line[:cut])}: {_with_scale(first, unit)}, {_names(line[cut:])}: {_with_scale(second, unit)}"
                yield from steps(first, second, unit, words)


def shares(part: Group, whole: Group, whens: Sequence[When | None], *, over: bool = False) -> Iterator[Told]:
    """The first group in percent of the second; only where it is no more, unless more is asked for."""
    both = replace(part, mentions=(*part.mentions, *whole.mentions))
    for line in lines(both):
        cut = len(part.mentions)
        if line[0].facts.unit == "percent" or line[0].facts.unit.startswith("rate"):
            continue
        for when in whens:
            for (first, _), (second, _) in zip(figures(line[:cut], when), figures(line[cut:], when), strict=False):
                if second and (over or first <= second):
                    share = first * 100 / second
                    yield Told(share, "%", f"{number_words(first)} of {number_words(second)} is {share:.1f}%")


def ratios(one: Group, two: Group, whens: Sequence[When | None]) -> Iterator[Told]:
    """How many times the second group's figure the first one's is."""
    for each in shares(one, two, whens, over=True):
        yield replace(each, value=each.value / 100, unit="times")


def columns_of_totals(groups: Sequence[Group]) -> Iterator[Told]:
    """What the groups' rows have in a column of totals."""
    for each in (
        one for group in groups for mention in group.mentions for one in mention.candidates if one.facts.indicator.basis == "total"
    ):
        if (value := each.timeline.current.number("actual")) is not None:
            yield Told(value, each.facts.unit, "")


def other_measures(groups: Sequence[Group]) -> Iterator[Told]:
    """The targets, thresholds and averages of what the groups name."""
    for candidate in (one for each in groups for mention in each.mentions for one in mention.candidates):
        for seen in candidate.timeline.observations:
            others = [found for name, value in seen.values.items() if name != "actual" and (found := value.number) is not None]
            yield from (Told(other, candidate.facts.unit, "") for other in others)


def says(amount: Amount, told: Told) -> Verdict | None:
    """Whether the number says the figure; None where its unit is another."""
    if (told.unit == "times") != (amount.unit == "time"):
        return None
    if told.unit == "times":
        return holds(amount, told.value)
    if told.unit in ("%", "points"):
        if told.unit == "points" and amount.unit not in ("points", ""):
            return None
        if told.unit == "%" and amount.unit not in ("%", "share"):
            return None
        plain = replace(amount, unit="%") if amount.unit == "points" else amount
        off = told.value - plain.value
        near = amount.unit == "share" and 0 < {"past": off, "nearly": -off}.get(amount.around, Decimal(0)) <= max(NEAR, plain.value * OF_IT)
        return "rounded" if near else holds_share(plain, told.value)
    return holds(amount, told.value, told.unit) if fits(amount, told.unit) else None


def _names(line: Line) -> str:
    return " and ".join(dict.fromkeys(each.facts.indicator.title if not table_of(each) else key_of(each).split("|")[-1] for each in line))


def _with_scale(value: Decimal, unit: str) -> str:
    return number_words(value * SCALES.get(unit, Decimal(1))) + ("%" if unit == "percent" else "")
