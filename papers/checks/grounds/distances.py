"""Numbers that say how far two figures lie apart."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from papers.checks.facts import stems
from papers.checks.grounds.apart import Pair, is_side, is_size
from papers.checks.grounds.levels import SMALL, is_foreign
from papers.checks.grounds.number import Number
from papers.checks.grounds.pairs import across, allowed, every, outright, stated
from papers.checks.grounds.pieces import JOINTS
from papers.checks.grounds.sheet import BOUNDS, MEASURES, SHARES, agrees, in_unit, said_by
from papers.checks.grounds.told import DOUBTED, OTHER_CHANGE, UNKNOWN, Told, wrong_size
from papers.checks.grounds.words import AFTER_NUMBER, COMPARE, HOW, side_of
from papers.checks.language.amounts import holds
from papers.checks.reading import fits


def distance(number: Number) -> Told:
    """Whether the number is how far two figures lie apart that its words name, and on the side that they tell.

    Where they name none outright, any two that the sentence may mean are enough not to call it false.
    """
    named = outright(number)
    pairs = allowed(number) if named is None else named
    sized = [each for each in pairs if is_size(number, each)]
    if right := next((each for each in sized if is_side(number, each)), None):
        return Told("true", "change", right)
    others = every(number) or pairs or across(number)
    if not pairs and not every(number) and any(is_size(number, each) and is_side(number, each) for each in others):
        return Told("true", "change", others[0])
    if _is_counted(number):
        return OTHER_CHANGE
    if _counts_other(number, [*pairs, *others]):
        return OTHER_CHANGE
    if not others or _is_from_other(number) or _is_level(number):
        return UNKNOWN
    if not stated(number) and any(is_size(number, each) for row in number.sheet.beside for each in itertools.combinations(row, 2)):
        return DOUBTED
    if named is None and any(is_size(number, each) and (not sized or is_side(number, each)) for each in others):
        return DOUBTED
    if _is_far(number, [*pairs, *others]):
        return OTHER_CHANGE
    return UNKNOWN if _is_loose(number, sized) else wrong_size((sized or pairs or others)[0], number.amount)


def _is_loose(number: Number, sized: Sequence[Pair]) -> bool:
    """Whether the number may count something else, or be a figure after all."""
    amount, sheet = number.amount, number.sheet
    if amount.word and amount.unit == "" and sheet.facts.unit != "percent":
        return any(each.number >= SMALL for each in sheet.all_figures if each.name == "actual")
    return (
        not sized
        and amount.unit != "points"
        and (amount.unit or amount.around not in BOUNDS)
        and said_by(amount, in_unit(amount, sheet.all_figures)) is not None
    )


def _is_counted(number: Number) -> bool:
    """Whether it is a change of a count, of which a percentage has none: "the number of schools rose by 34", "25% more calls"."""
    if any(each.unit != "percent" for each in number.sheet.all_figures):
        return False
    if number.amount.unit == "%":
        noun = number.right[1] if len(number.right) > 1 and number.right[0] in ("more", "fewer", "extra", "additional") else ""
        return noun.isalpha() and noun.endswith("s") and noun not in COMPARE | HOW | AFTER_NUMBER
    words = set(number.piece.words[: number.piece.tokens.index(number.token)])
    return number.amount.unit == "" and bool({"number", "numbers"} & words)


def _is_far(number: Number, pairs: Sequence[Pair]) -> bool:
    """Whether a number is far from how much any two percentages lie apart: it is one of something else."""
    if number.amount.unit not in ("%", "") or number.amount.word or number.sheet.facts.unit != "percent":
        return False
    if number.amount.unit == "" and any(each.unit != "percent" for each in number.sheet.all_figures):
        return False
    changes = [abs(two.number - one.number) for one, two in pairs]
    shares = [abs(two.number - one.number) * 100 / one.number for one, two in pairs if one.number]
    return not any(abs(number.amount.value - each) <= each / 2 for each in (*changes, *shares))


def _is_from_other(number: Number) -> bool:
    """Whether the distance is told from something that the data has not: "2.5% above the state school average"."""
    if not number.gap or number.gap.left:
        return False
    base = next(
        (
            two
            for one, two in itertools.pairwise(each for each in number.right[:7] if each not in ("the", "our", "its", "a"))
            if one == "than" and two[0] == "#"
        ),
        "",
    )
    if base and not in_unit(
        amount := number.sheet.reading.amount(base[1:]), [each for each in number.sheet.all_figures if agrees(amount, each)]
    ):
        return True
    rest = number.right[number.right.index(number.gap.word) + 1 :] if number.gap.word in number.right else ()
    for word in rest[:5]:
        if word[0] in "=@#":
            return False
        if word in ("average", "norm", "benchmark", "median", "rate", "figure", "others"):
            return True
    return False


def _is_level(number: Number) -> bool:
    """Whether the indicator is itself a gap, and the number its figure."""
    facts = number.sheet.facts
    if facts.unit != "percent" or not {"gap", "diffe"} & stems(facts.indicator.title):
        return False
    return any(holds(number.amount, each.number) != "false" for each in number.sheet.figures(("actual", *MEASURES), number.said))


def _counts_other(number: Number, pairs: Sequence[Pair]) -> bool:
    """Whether the distance is in a unit of which the indicator has no figures, or of something else."""
    amount = number.amount
    if amount.unit in SHARES:
        return amount.unit == "points" and all(each.unit != "percent" for each in number.sheet.all_figures)
    if amount.unit == "" and amount.value in number.sheet.titled:
        return True
    if any(fits(amount, two.unit) or (amount.unit == "" and two.unit != "percent") for _, two in pairs):
        return amount.unit == "" and is_foreign(number)
    if amount.unit or amount.plain > SMALL or not any(each.unit in SHARES for each in number.sheet.reading.coded.amounts):
        return True
    noun = next((each for each in number.right if each not in HOW and side_of(each) is None), "")
    return noun[:1].isalpha() and noun not in COMPARE | JOINTS | AFTER_NUMBER | {"its"}
