"""Whether a number that no measure stands beside is told of the indicator, and whether it may be a slip for its figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from papers.checks.facts import Figure, stem
from papers.checks.language.amounts import SCALES, Amount, holds
from papers.checks.language.matching import matcher
from papers.checks.reading import Reading
from papers.checks.statements.aboutness import is_other, speaks

PART = matcher(
    r"(?<!\S)(?:respectively|each of|\u00a3|not|never|rather|instead|without|excluding|includes?|including|of these|of those|of them|of whom|of which|additional|extra|between|former"
    r"|altogether|in all|forecast)(?!\S)"
)
"""Words beside which a number is a part, a sum or a denial."""


GROUP = matcher(
    r"(?<!\S)(?:boys|girls|men|women|primary|secondary|academies|academy|district|districts|compliments|handling|respectively|over the #\d+|in all|altogether)(?!\S)"
)


PLACE = matcher(r"\b(?:[Ii]n|[Aa]t|[Ff]or) (?:the |neighbouring |nearby )?(?!Kent\b|Contact\b|England\b|Quarter\b|[A-Z]+\b)([A-Z][a-z]+)")


PARTED = matcher(r"(?<!\S)of (?:these|those|which|whom|them)(?!\S)")


MONTHS = matcher(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn)")


NEAR = Decimal("0.2")
"""How far from the figure, as a share of it, a number may be that is still taken for it where nothing else tells."""


def is_near(reading: Reading, amount: Amount, figures: Iterable[Figure]) -> bool:
    """Whether a wrong number may be a slip for the figure: close to it, its digits in another order or scale, or another of its figures."""
    digits = sorted(re.sub(r"\D", "", f"{amount.value:f}").strip("0"))
    for each in figures:
        scale = SCALES.get(each.unit, Decimal(1))
        if abs(amount.plain - each.number * scale) <= NEAR * abs(each.number * scale) or abs(amount.plain - each.number) <= NEAR * abs(
            each.number
        ):
            return True
        if digits == sorted(re.sub(r"\D", "", f"{each.number:f}").strip("0")) or is_slip(amount.value, each.number):
            return True
    names = {name for each in reading.facts.observations for name in each.values}
    return any(holds(amount, each.number, each.unit) == "true" for each in reading.facts.all(sorted(names)))


def is_slip(said: Decimal, meant: Decimal) -> bool:
    """Whether the two numbers differ in one digit alone."""
    one, two = f"{said:f}", f"{meant:f}"
    return len(one) == len(two) >= 2 and sum(a != b for a, b in zip(one, two, strict=True)) == 1


def is_claimed(reading: Reading, index: int, span: tuple[int, int]) -> bool:
    """Whether the words around the number say that it is the indicator's figure."""
    amount = reading.amount(index)
    clause = reading.clause(span[0])
    if PART.search(clause) or in_group(reading) or PARTED.search(reading.text) or _elsewhere_place(reading) or is_other(reading, clause):
        return False
    after = re.sub(r"^ ~(?:per|for)-\S+", "", reading.text[span[1] :])
    if re.match(r"(?: (?!#|,|;)\S+){0,2} (?:more|fewer|less|higher|lower|extra|additional|further)(?!\S)", after):
        return False
    if amount.word and amount.value <= 12 and amount.unit == "":
        return False
    if found := re.match(r" of (?!@)((?:[^\s,.;]+ ?){1,7})", after):
        return reading.names_subject(found[1])
    noun = " ".join(re.split(r" (?:and|but|,|#|@)", f" {after.strip()} ")[0].split()[:4])
    if amount.unit == "" and not re.match(r"\s*(?:[,.;)]|$|in |at |for |by |to |and |against |compared |which |on )", after):
        return reading.names_subject(noun)
    return speaks(reading, clause) or reading.names_subject(reading.text[: span[0]])


def is_certain(reading: Reading, index: int, span: tuple[int, int]) -> bool:
    """Whether so much names the indicator that a number far from its figure is wrong too."""
    amount = reading.amount(index)
    if amount.unit == "" or amount.around in ("past", "over", "under", "least", "most"):
        return False
    told = {stem(each) for each in reading.clause(span[0]).split() if each[:1].isalpha()} & reading.facts.words
    others = set(re.findall(r"=(\w+)", reading.text)) - {"target", "floor"}
    return len(told) >= 2 and len(reading.coded.amounts) == 1 and not others


def in_group(reading: Reading, until: int | None = None) -> bool:
    """Whether the sentence, or what stands in it before that place, speaks of a part of those whom the indicator is about."""
    return any(not reading.names_subject(each[0]) for each in GROUP.finditer(reading.text[:until]))


def _elsewhere_place(reading: Reading) -> bool:
    """Whether the sentence speaks of one place or group that the data does not tell of."""
    return any(not MONTHS.match(found[1]) for found in PLACE.finditer(reading.coded.sentence))
