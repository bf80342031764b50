"""Whether a number without a ground is near enough to what the data has to be meant for it: slips, other periods and sums lie near."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.grounds.derived import sums
from papers.checks.grounds.number import Number
from papers.checks.grounds.sheet import MEASURES
from papers.checks.language.amounts import SCALES
from papers.checks.reading import fits

NEAR = Decimal("1.35")
"""How many times another figure a number may be: of wrong ones that officers wrote few lie farther off, of numbers of other things most do."""

REST = Decimal("1.1")
"""How many times the rest of a percentage it may be, where no words tell of the rest."""


def is_likely(number: Number) -> bool:
    """Whether the number is about as large as a figure of the indicator, the rest of a percentage, a step of a running total, or a sum of figures."""
    amount = number.amount
    rest = [100 - each.number for each in number.sheet.all_figures if each.unit == "percent" and each.name not in MEASURES]
    if amount.unit in ("%", "share") and any(_is_near(amount.value, each, REST) for each in rest):
        return True
    for each in _values(number):
        if _digits(amount.plain) == _digits(each) or _is_near(amount.plain, each) or _is_near(amount.value, each):
            return True
    return False


def _adds_up(figure: Figure) -> bool:
    """Whether figures of several periods may be added: no percentages and rates."""
    return figure.unit != "percent" and not figure.unit.startswith("rate")


def _digits(number: Decimal) -> str:
    """The digits of a number wherever its point stands: per 1,000 for per 10,000, hours for millions of hours."""
    return "".join(str(each) for each in number.normalize().as_tuple().digits)


def _is_near(one: Decimal, two: Decimal, times: Decimal = NEAR) -> bool:
    return one == two or max(one, two) <= times * min(one, two)


def _values(number: Number) -> Iterator[Decimal]:
    """What the number may have been meant for."""
    sheet = number.sheet
    known = [each for each in sheet.all_figures if fits(number.amount, each.unit)]
    steps = [step for name in sheet.running for each in sheet.facts.observations for step in sheet.in_quarter(name, each)]
    for each in (*known, *steps):
        yield each.number * SCALES.get(each.unit, 1)
        yield each.number
        if each.unit == "percent" and sheet.leaves:
            yield 100 - each.number
    for name in (*sheet.series, "actual"):
        yield from sums([each.number * SCALES.get(each.unit, 1) for each in known if each.name == name and _adds_up(each)])
