"""Amounts as prose gives them, held against exact figures: digits, scale, words around them ("nearly", "over"), rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from typing import Literal

Verdict = Literal["true", "rounded", "false", "doubtful", "unknown"]
Around = Literal["", "about", "nearly", "past", "over", "under", "least", "most"]

LOOSE = Decimal("0.05")
"""How far "about", "nearly" and "over" may reach, as a share of what is said."""

ABOUT = Decimal("0.04")
"""How far "about" may be off either way."""
NEARLY = Decimal(5)
"""How many percent "nearly half" may be short."""
SHORT = Decimal("2.5")
"""How many percent "nearly 40%" may be short, where it is a count of tens."""
ROUND = Decimal("0.1")
"""How far "about" may be off where the number has one telling digit: "some 200" of 217."""
PAST = Decimal("0.1")
"""How far "just over" may reach."""

SCALES = {
    "thousands": Decimal(1000),
    "thousand miles": Decimal(1000),
    "million hours": Decimal(1_000_000),
    "GBP thousands": Decimal(1000),
    "GBP millions": Decimal(1_000_000),
    "millions": Decimal(1_000_000),
}
"""What a figure of the unit is multiplied by to be a plain number."""

JUST_OVER = Decimal(3)
"""How many percent "just over a fifth" may be past it."""
FRACTION = Decimal(2)
"""How many percent a fraction in words may be off: 67% is two thirds."""

ROUND_FROM = 1000
"""From which number on zeros at the end are taken for rounding: 2,800 may stand for 2,754, but 80 not for 84."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a sentence: `value` as written, `scale` of "thousand" or "m", `unit` "%", "points", "£", a noun such as "days" or ""."""

    value: Decimal
    unit: str = ""
    scale: Decimal = Decimal(1)
    around: Around = ""
    word: bool = False
    """Whether it is written in letters."""

    @property
    def plain(self) -> Decimal:
        """The number without its scale: 184 thousand is 184,000."""
        return self.value * self.scale

    @property
    def step(self) -> Decimal:
        """What its last telling digit counts: 1 of 84, 0.1 of 8.4, 100 of 2,800."""
        exponent = self.value.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        if step == 1 and self.value >= ROUND_FROM:
            while self.value % (step * 10) == 0:
                step *= 10
        return step * self.scale


def holds(said: Amount, figure: Decimal, unit: str = "") -> Verdict:
    """Whether the amount says the figure, which counts in the unit: exactly, by rounding, or not.

    A number without a scale may count in the unit's own scale: 2,912 of a figure in thousand miles.
    """
    scale = SCALES.get(unit, Decimal(1))
    tries = [_holds(said, said.plain, said.step, figure * scale)]
    if scale != 1 and said.scale == 1:
        tries.append(_holds(said, said.value, said.step, figure))
    verdicts: tuple[Verdict, ...] = ("true", "rounded")
    return next((each for each in verdicts if each in tries), "false")


def _holds(said: Amount, stated: Decimal, step: Decimal, figure: Decimal) -> Verdict:
    if said.unit == "share" and said.around == "nearly":
        return "rounded" if -Decimal("0.05") <= stated - figure <= NEARLY else "false"
    if said.unit == "share" and said.around in ("", "about"):
        off = abs(stated - figure)
        return "true" if not off else "rounded" if off <= (FRACTION if said.around == "" else max(2 * FRACTION, stated / 10)) else "false"
    figure = abs(figure) if stated >= 0 else figure
    if said.around == "past":
        least = JUST_OVER if said.unit == "share" else min(step, Decimal(1)) / 2
        return "true" if 0 < figure - stated <= max(least, abs(stated) * PAST) else "false"
    if said.around in ("over", "least"):
        return _beyond(figure - stated, equal=said.around == "least")
    if said.around in ("under", "most"):
        return _beyond(stated - figure, equal=said.around == "most")
    if said.around == "nearly":
        tens = SHORT if said.unit == "%" and stated % 10 == 0 else Decimal(0)
        return "rounded" if 0 <= stated - figure <= max(step, tens, abs(stated) * LOOSE) else "false"
    if stated == figure:
        return "true"
    if said.around == "" and step < (last := _step_of(figure)) and rounds_to(stated, figure, last):
        return "rounded"
    near = abs(stated - figure)
    if said.around == "about":
        return "rounded" if near <= max(step / 2, abs(stated) * (ROUND if _is_round(said) else ABOUT)) else "false"
    return "rounded" if rounds_to(figure, stated, step) else "false"


def _is_round(said: Amount) -> bool:
    """Whether it is a count of tens, hundreds or thousands: 200, 3,000."""
    plain = f"{said.plain:f}".partition(".")[0]
    return said.unit not in ("%", "points", "share") and len(plain) > 1 and not plain[1:].strip("0")


def _step_of(figure: Decimal) -> Decimal:
    """What the last digit of a figure counts."""
    exponent = figure.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _beyond(by: Decimal, *, equal: bool) -> Verdict:
    """Whether it lies beyond by that much; "over 80" holds of all that is over it."""
    return "true" if by > 0 or (equal and by == 0) else "false"


MOST_DIGITS = 20
"""Digits beyond which a number is a part such as a third, that nothing rounds to."""


def rounds_to(figure: Decimal, stated: Decimal, step: Decimal) -> bool:
    """Whether the figure, rounded to the step, is what is stated; a half may go either way."""
    scaled = figure / step
    if scaled.adjusted() > MOST_DIGITS:
        return figure == stated
    return any(scaled.quantize(Decimal(1), rounding=way) * step == stated for way in (ROUND_HALF_UP, ROUND_HALF_DOWN))
