"""Numbers that the figures give though none of them is it: what a share leaves, sums, differences, shares of counts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.checks.grounds.number import Number
from papers.checks.grounds.sheet import MEASURES, Sheet
from papers.checks.grounds.told import UNKNOWN, Told
from papers.checks.language.amounts import SCALES, holds

RUN = range(2, 6)
"""How many figures in a row a number may be the sum of."""


def derived(sheet: Sheet) -> Iterator[Decimal]:
    """Every number that the figures give by what a share leaves, by a sum or difference of counts, by a share of a count."""
    figures = sheet.all_figures
    results = {"actual", *sheet.series} - set(MEASURES)
    yield from (100 - each.number for each in figures if each.unit == "percent" and sheet.leaves)
    for one, two in itertools.combinations(figures, 2):
        together = one.observation is two.observation
        if one.unit == two.unit and together and {one.name, two.name} <= results:
            yield one.number + two.number
        if one.unit == two.unit and adds_up(one.unit) and one.name == two.name:
            yield one.number - two.number
        if "percent" in (one.unit, two.unit) and one.unit != two.unit and together:
            yield one.number * two.number / 100
    aims = [each for each in figures if each.name == "target" and adds_up(each.unit)]
    yield from (aim.number - each.number for aim in aims for each in sheet.figures((sheet.main,), (sheet.current,)))
    for name in ("actual", "target", *sheet.series):
        counts = [each.number for each in figures if each.name == name and adds_up(each.unit)]
        yield from sums(counts)


def adds_up(unit: str) -> bool:
    """Whether figures of several periods in the unit can be added: counts and amounts, no percentages, averages or rates."""
    return unit not in ("percent", "days") and not unit.startswith("rate")


AVERAGE = frozenset(("average", "averaged", "averaging", "mean"))


def means(sheet: Sheet) -> Iterator[Decimal]:
    """The means of a few results in a row, where the sentence tells of an average and the title of none."""
    if AVERAGE & sheet.words - set(sheet.facts.indicator.title.lower().split()):
        for name in ("actual", *sheet.series):
            known = [each.number for each in sheet.all_figures if each.name == name]
            yield from (total / count for count, total in _runs(known))


def _runs(numbers: Sequence[Decimal]) -> Iterator[tuple[int, Decimal]]:
    """How many, and the sum, of a few numbers in a row."""
    yield from ((size, sum(numbers[at : at + size], Decimal(0))) for size in RUN for at in range(len(numbers) - size + 1))


def sums(numbers: Sequence[Decimal]) -> Iterator[Decimal]:
    """The sums of a few numbers in a row."""
    yield from (total for _, total in _runs(numbers))


def share_of_count(number: Number) -> Told:
    """A percentage in brackets after a count: that count's share of another number of the sentence, or of a figure."""
    sheet, before = number.sheet, number.before
    if number.piece.joint != "(" or len(number.piece.numbers) != 1 or not before or not before.numbers:
        return UNKNOWN
    part = sheet.reading.amount(before.numbers[-1].index)
    if part.unit or not part.plain:
        return UNKNOWN
    wholes = [each.plain for each in sheet.reading.coded.amounts if each is not part and each.unit == "" and each.plain >= part.plain]
    counts = [each for each in sheet.figures(("actual", *sheet.series), number.said) if each.unit != "percent"]
    wholes += [each.number * SCALES.get(each.unit, Decimal(1)) for each in counts]
    shares = [100 * each / whole for whole in wholes if whole for each in (part.plain, abs(whole - part.plain))]
    if not shares or any(holds(number.amount, each) != "false" for each in shares):
        return Told("true" if shares else "unknown", "share")
    return UNKNOWN if sheet.around else Told("false", "share", tuple(counts[:1]))
