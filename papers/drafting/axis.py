"""The value axis of a chart: ticks at numbers that read well."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from papers.document import Tick

MOST_STEPS = 5
"""Grid lines above the lowest one: more than these crowd a chart 170 points high."""

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))


def ticks(
    values: Iterable[Decimal],
    label: Callable[[Decimal], str],
    *,
    from_zero: bool,
    decimals: int,
    ceiling: Decimal | None = None,
    most: int = MOST_STEPS,
) -> tuple[Tick, ...]:
    """Ticks that enclose the values, 1, 2, 2.5 or 5 times a power of ten apart, none finer than `decimals` places.

    `from_zero` starts the axis at zero (bars need it); `ceiling` (100 for a percentage) is not passed unless a value does;
    there are at most `most` steps between the ticks.
    """
    low, high = _range(list(values), from_zero=from_zero)
    step = next(step for step in _steps(decimals) if _count(low, high, step) <= most)
    first, last = _floor(low, step), _ceil(high, step)
    if first == last:
        last += step
    if ceiling is not None and high <= ceiling < last:
        last = ceiling
    places = [first + step * n for n in range(int((last - first) / step) + 1)]
    return tuple(Tick(_plain(value), label(_plain(value))) for value in places if value <= last)


def _plain(value: Decimal) -> Decimal:
    """The same number without an exponent: 20, not 2E+1."""
    return Decimal(format(value, "f"))


def _range(values: list[Decimal], *, from_zero: bool) -> tuple[Decimal, Decimal]:
    ends = [*values, Decimal(0)] if from_zero or not values else values
    return min(ends), max(ends)


def _steps(decimals: int) -> Iterator[Decimal]:
    finest = Decimal(1).scaleb(-decimals)
    for power in range(-decimals - 1, 30):
        for step in STEPS:
            size = step.scaleb(power)
            if size % finest == 0:
                yield size


def _count(low: Decimal, high: Decimal, step: Decimal) -> Decimal:
    return (_ceil(high, step) - _floor(low, step)) / step


def _floor(value: Decimal, step: Decimal) -> Decimal:
    return (value // step - (1 if value % step < 0 else 0)) * step


def _ceil(value: Decimal, step: Decimal) -> Decimal:
    return -_floor(-value, step)
