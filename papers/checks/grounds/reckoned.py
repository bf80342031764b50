"""Numbers that are reckoned from figures: a total so far, so many in every thousand, what a percentage is of a count, a part of another indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.grounds.derived import adds_up, sums
from papers.checks.grounds.number import Number
from papers.checks.grounds.sheet import APRIL, agrees, in_unit, said_by, year_of
from papers.checks.grounds.told import DOUBTED, Told
from papers.checks.grounds.words import ADDED
from papers.checks.language.amounts import holds
from papers.checks.language.matching import matcher

PER = matcher(r"~(?:in|in-every|per|for-each|for-every|each|every)-(\d[\d-]*)$")
"""A rate's base: "6 pupils in every 1,000"."""
RATE = matcher(r"rate per (\d[\d,]*)")
SO_FAR = matcher(r"(?<!\S)(?:so far|to date|since @\d+|the year|@\d+)(?!\S)")
ROLLING = matcher(r"rolling|year to date|year")
"""Bases of figures that are no single quarters."""
FEWEST = 20
"""Below which a number is no count that a percentage is of."""


def reckoned(number: Number) -> Told | None:
    """What the figures give for a number that is reckoned from them; None of any other."""
    if number.sheet.reading.is_guarded(number.token.start):
        return None
    return _of_thousand(number) or _total(number) or _of_quarters(number) or _of_count(number)


def _of_thousand(number: Number) -> Told | None:
    """So many in every thousand, of a percentage or a rate."""
    found = next((base for each in number.right[:4] if (base := PER.match(each))), None)
    if not found or number.amount.unit or number.gap:
        return None
    per = Decimal(found[1].replace("-", ""))
    sheet = number.sheet
    known = [(each, whole) for each in sheet.figures(("actual", *sheet.series, *sheet.spoken), number.said) if (whole := _whole_of(each))]
    right = next((each for each, whole in known if _says(number, each.number * per / whole, per / whole)), None)
    if right:
        return Told("true", "share", (right,))
    return Told("false", "share", (known[0][0],)) if known and not any(whole == per for _, whole in known) else None


def _whole_of(figure: Figure) -> Decimal:
    """The number of people that a percentage or rate is told for; 0 of any other figure."""
    rate = RATE.match(figure.unit)
    return Decimal(100) if figure.unit == "percent" else Decimal(rate[1].replace(",", "")) if rate else Decimal(0)


def _says(number: Number, exact: Decimal, scale: Decimal) -> bool:
    """Whether the number says the rate, as exactly as the figure is known."""
    return holds(number.amount, exact) != "false" or abs(number.amount.plain - exact) <= scale * Decimal("0.005")


def _total(number: Number) -> Told | None:
    """The sum of the quarters of the year so far: "taking the total for the year so far to 17"."""
    sheet, amount = number.sheet, number.amount
    indicator = sheet.facts.indicator
    if not ADDED & {*number.piece.words, *number.sheet.pieces[0].words} or number.gap or not _is_of_year(number):
        return None
    if indicator.frequency != "quarterly" or (ROLLING.search(indicator.basis) and "quarter" not in indicator.basis):
        return None
    names = [number.role] if number.role else [each for each in ("actual", *sheet.series) if each not in sheet.running]
    known = in_unit(amount, sheet.figures(names, sheet.facts.observations))
    here = [each for each in known if year_of(each.observation) == year_of(sheet.current) and each.unit != "percent"]
    here = [each for each in here if each.observation.period.end <= sheet.current.period.end]
    sums = [_sum([each for each in here if each.name == name]) for name in names]
    if not any(sums) or amount.unit == "%":
        return None
    if any(holds(amount, each, here[0].unit) != "false" for each in sums):
        return Told("true", "level", tuple(here[:1]))
    if said_by(amount, known) or any(
        holds(amount, each, here[0].unit) != "false"
        for each in _runs([each for each in known if each.observation.period.end <= sheet.current.period.end], names)
    ):
        return DOUBTED
    return Told("false", "level", tuple(here[-1:]), f"the sum of the year so far is {sums[0]:,f}")


QUARTERS = matcher(r"(?<!\S)(?:the|these|those|last|past) #(\d+) to @(\d+)(?! (?:has|have|was|were) (?:been|at|an|each)(?!\S))")


def _of_quarters(number: Number) -> Told | None:
    """The sum of as many quarters as the sentence says: "the four quarters to September brought in"; None of any other number."""
    sheet, amount = number.sheet, number.amount
    found = QUARTERS.search(sheet.reading.text)
    count = sheet.reading.amount(found[1]) if found else None
    if not found or not count or count.unit != "quarter" or number.gap or number.role or not (amount.unit or amount.plain >= FEWEST):
        return None
    ends = [each.period.end for each in sheet.then(sheet.when(found[2]))]
    indicator = sheet.facts.indicator
    if not ends or indicator.frequency != "quarterly" or ROLLING.search(indicator.basis):
        return None
    until = [each for each in sheet.facts.observations if each.period.end <= ends[0]]
    counted = [each for each in in_unit(amount, sheet.figures((sheet.main,), until)) if adds_up(each.unit)]
    here = counted[-int(count.value) :]
    if len(here) != count.value or any(agrees(amount, each) for each in counted):
        return None
    exact = _sum(here)
    right = holds(amount, exact, here[0].unit) != "false"
    return Told("true" if right else "false", "level", tuple(here[-1:]), f"the sum of those quarters is {exact:,f}")


HALF = matcher(r"(?<!\S)(?:first half of @\d+|(?:first |last )?#\d+ of @\d+)(?!\S)")


def _is_of_year(number: Number) -> bool:
    """Whether it is told of the year so far, or of the quarters of the year together."""
    if number.own and number.own.kind == "current" and "year" in number.own.words.lower():
        return True
    whens = number.sheet.reading.coded.whens
    text = number.sheet.reading.text
    if any(number.sheet.when(each).month == APRIL for each in re.findall(r"(?<!\S)since @(\d+)", text[number.token.stop :])):
        return True
    current = [each for each in whens if each.kind in ("current", "fy") and number.sheet.current in number.sheet.then(each)]
    return bool(current) and len(whens) <= FEW and bool(HALF.search(text))


FEW = 2


def _runs(figures: Sequence[Figure], names: Sequence[str]) -> Iterator[Decimal]:
    """The sums of a few figures in a row of each series."""
    for name in names:
        yield from sums([each.number for each in figures if each.name == name])


def _sum(figures: Sequence[Figure]) -> Decimal:
    """Their sum; 0 of a single one."""
    return sum((each.number for each in figures), Decimal(0)) if len(figures) > 1 else Decimal(0)


def _of_count(number: Number) -> Told | None:
    """What the percentage before it is of a count of the sentence: "of the 5,480 contacts 78%, or around 4,274, were answered"."""
    amount, before = number.amount, number.before
    if amount.unit or amount.word or number.left != ("or",) or not before or not before.numbers or number.right[:1]:
        return None
    sheet = number.sheet
    share = sheet.reading.amount(before.numbers[-1].index)
    others = [each for each in sheet.reading.coded.amounts if each not in (amount, share) and not each.unit and each.plain >= FEWEST]
    if share.unit != "%" or not others or share.around:
        return None
    slack = [(each.plain * share.value / 100, each.plain * share.step / 200) for each in others]
    right = any(holds(amount, exact) != "false" or abs(amount.plain - exact) <= by for exact, by in slack)
    figures = [each for other in others for each in sheet.all_figures if agrees(other, each)]
    return Told("true" if right else "false", "share", tuple(figures[:1]))


def part_of_other(number: Number) -> Told | None:
    """A part in words of what another indicator of the section counts: "a quarter of all municipal waste"; None where no such is named."""
    sheet = number.sheet
    if number.right[:1] != ("of",) or not sheet.beside or sheet.facts.unit == "percent":
        return None
    own = sheet.figures(("actual",), number.here)
    pairs = [(one, two) for one in own for row in sheet.beside for two in row if _is_part(one, two)]
    if not pairs:
        return None
    right = any(holds(number.amount, 100 * one.number / two.number) != "false" for one, two in pairs)
    return Told("true" if right else "false", "share", pairs[0])


def _is_part(one: Figure, two: Figure) -> bool:
    """Whether the first figure may be a part of the second: of the same day and unit, and smaller."""
    return one.unit == two.unit and one.observation.period.end == two.observation.period.end and one.number < two.number
