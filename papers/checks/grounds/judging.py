"""Whether the data gives a ground for a number of a sentence."""

from __future__ import annotations

import itertools
from decimal import Decimal

from papers.checks.grounds.apart import is_side, is_size
from papers.checks.grounds.coming import to_come
from papers.checks.grounds.distances import distance
from papers.checks.grounds.levels import LARGE, QUARTER, is_foreign, level
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.others import is_of_another
from papers.checks.grounds.owners import counts_another, has_other_subject, is_of_other
from papers.checks.grounds.pairs import allowed, every
from papers.checks.grounds.reckoned import part_of_other, reckoned
from papers.checks.grounds.sheet import BOUNDS, MEASURES, SET, agrees, in_unit, said_by
from papers.checks.grounds.told import DOUBTED, OTHER_CHANGE, OTHER_SHARE, UNKNOWN, Told
from papers.checks.grounds.words import PACE, RANGED, RATIO
from papers.checks.language.amounts import SCALES, Amount, holds, rounds_to
from papers.checks.reading import UNIT_WORDS, fits

DURATIONS = frozenset(("quarter", "month", "year", "week", "minute", "second", "period", "result", "time"))
"""Units of time that only say how long something took."""
SPANS = DURATIONS | {"day", "hour"}
"""Units of time, which are taken for each other."""
TENTH = 10
"""A tenth: of a point, as officers say it of a percentage."""
UNITS = {unit: nouns[0] for unit, nouns in UNIT_WORDS.items() if unit not in ("years", "FTE")}
"""The nouns of the units that a figure can be said in by mistake; years are told of everything, and FTE is written after posts."""


EVERY = (("every",), ("each",))
"""Words before the whole of a ratio: "three in every ten days"."""


def judge(number: Number) -> Told:
    """Whether the data gives a ground for the number: true, false, or unknown where it may be of something else."""
    return _other_unit(number) or reckoned(number) or to_come(number) or _set_aside(number) or _held(number)


def _set_aside(number: Number) -> Told | None:
    """What is no statement about a result: a time, a part, a range, another definition, a hope, a denial; None of any other number."""
    amount, sheet = number.amount, number.sheet
    if amount.unit in DURATIONS and not fits(amount, sheet.facts.unit):
        return UNKNOWN
    if number.is_part and _is_step(number):
        return level(number)
    if number.is_elsewhere or _is_pace(number) or is_of_another(number):
        return DOUBTED
    if number.is_part or _is_of_one_side(number):
        return UNKNOWN
    if number.piece.joint == "after" and not number.left and amount.word and not amount.unit and sheet.facts.unit == "percent":
        return Told("true", "change")
    if number.piece.joint == "(" and number.before and RANGED & set(number.before.words[-2:]) and len(number.piece.numbers) > 1:
        return UNKNOWN
    if number.left[:1] == ("than",) and any(
        is_foreign(each) for each in numbers_of(sheet) if each.at == number.at and each.token.start < number.token.start
    ):
        return UNKNOWN
    led = number.before.words[-1:] if number.piece.joint in ("that", "which") and number.before else ()
    if RANGED & {*number.left[:4], *number.right[:4], *led}:
        ends = sheet.figures(("lower", "upper"), [sheet.current, *number.said])
        return Told("true", figures=tuple(ends[:1])) if said_by(amount, in_unit(amount, ends)) else DOUBTED
    if sheet.reading.is_guarded(number.token.start):
        return _hoped(number)
    return _left(number) if number.is_negated else None


def _is_of_one_side(number: Number) -> bool:
    """Whether it is the percentage of a group, where the indicator is how far two groups lie apart."""
    title = number.sheet.facts.indicator.title.lower()
    return number.amount.unit == "%" and "gap" in title.split() and not number.role and number.right[:1] == ("of",)


def _is_pace(number: Number) -> bool:
    """Whether it is so many in a time or in every so many: "15 repairs a day", "600 interviews a quarter", "three in every ten days"."""
    if {number.right[:2], number.right[1:3]} & PACE or number.left[:1] in EVERY or number.right[:2] == ("in", "every"):
        return True
    if not number.amount.unit and {each for each in itertools.pairwise(number.right[:8]) if each[0] in ("every", "each")} & PACE:
        return True
    counted = any(each[0] == "#" for each in number.left[1:4]) and number.left[0].endswith("s")
    return counted and number.amount == Amount(Decimal(25), "share", word=True) and number.right[:1] != ("of",)


def _held(number: Number) -> Told:
    """The number as a tenth of a point, a distance, a part in words, or a figure."""
    amount = number.amount
    if counts_another(number):
        return OTHER_CHANGE
    if amount.unit == "share" and amount.value == TENTH and number.right[:1] != ("of",) and number.sheet.facts.unit == "percent":
        told = any(abs(two.number - one.number) * TENTH == 1 for one, two in every(number))
        return Told("true", "change") if told else UNKNOWN
    if number.gap:
        apart = distance(number)
        return OTHER_CHANGE if apart.verdict != "true" and (_is_of_strange(number) or is_of_other(number)) else apart
    if amount.unit == "%" and number.sheet.facts.unit != "percent" and (whole := _whole(number)):
        return Told("true", "share") if _is_part_of(number, whole) else UNKNOWN
    said = _share(number) if amount.unit == "share" else level(number)
    ends = number.left[:1] == ("to",) and not number.role and any(each.gap and each.at == number.at for each in numbers_of(number.sheet))
    return DOUBTED if said.verdict == "false" and ends and has_other_subject(number) else said


def _is_of_strange(number: Number) -> bool:
    """Whether it is told of the number just before it, which is none of the data: "15,200 requests, 2,100 more than in June"."""
    if (
        number.piece.joint not in (",", "(")
        or (number.role and not number.gap)
        or not number.before
        or number.piece.tokens[0] is not number.token
    ):
        return False
    if not number.before.numbers:
        return number.before.words[-1][0].isdigit()
    told = [each for each in numbers_of(number.sheet) if each.at == number.at - 1]
    before = next((each for each in reversed(told) if "of" not in each.left[:2]), told[-1])
    if before.gap or before.amount.unit in ("quarter", "month", "year"):
        return False
    ground = judge(before)
    strange = ground.doubted or not said_by(before.amount, in_unit(before.amount, number.sheet.all_figures))
    return strange and ground.verdict != "true"


def _is_step(number: Number) -> bool:
    """Whether a part is told of a quarter, of counts that run on through the year."""
    return bool(number.own and number.sheet.running and number.amount.plain >= LARGE and QUARTER.search(number.own.words))


def _left(number: Number) -> Told:
    """A number under "not": a percentage may be of those whom the indicator does not count."""
    percent = [100 - each.number for each in number.sheet.figures(("actual",), number.said) if each.unit == "percent"]
    return DOUBTED if number.amount.unit in ("%", "share") and any(holds(number.amount, each) != "false" for each in percent) else UNKNOWN


def _other_unit(number: Number) -> Told | None:
    """A figure of the indicator, or the distance of two, said in another unit: hours for weeks, miles for thousands of miles."""
    sheet, amount = number.sheet, number.amount
    unit = sheet.facts.unit
    noun, scaled = UNITS.get(unit, ""), SCALES.get(unit, 1) != 1
    if amount.scale != 1 or not (noun or unit.startswith("GBP")) or (scaled and "000s" in sheet.reading.coded.sentence):
        return None
    if scaled and number.gap and amount.unit == noun and not any(each.scale != 1 for each in sheet.reading.coded.amounts):
        apart = next((each for each in allowed(number) if abs(each[1].number - each[0].number) == amount.value), None)
        return Told("false", "unit", apart) if apart else None
    if amount.unit in (noun, "\u00a3"):
        if number.gap and has_other_subject(number):
            return None
        figures = [each for each in sheet.all_figures if each.unit == unit and rounds_to(each.number, amount.value, amount.step)]
        return Told("false", "unit", tuple(figures[:1])) if figures and scaled else None
    if not noun or amount.unit not in UNITS.values() or (noun in SPANS) != (amount.unit in SPANS):
        return None
    figures = [each for each in sheet.figures(("actual",), number.said) if each.number == amount.value]
    pairs = allowed(number) if number.gap else []
    found = next((each for each in pairs if abs(each[1].number - each[0].number) == amount.value), tuple(figures[:1]))
    return Told("false", "unit", found) if found else None


def _hoped(number: Number) -> Told:
    """A number under "will" or "would": only a target can be held, against those of every period, or a forecast of the data."""
    sheet = number.sheet
    if "forecast" in sheet.series and any("forecast" in each for each in sheet.words):
        return _forecast(number)
    if number.role not in SET or number.gap:
        return UNKNOWN
    figures = in_unit(number.amount, sheet.figures((number.role,), sheet.facts.observations))
    if not figures or said_by(number.amount, figures):
        return UNKNOWN
    return Told("false", "target", tuple(figures[-1:]))


def _forecast(number: Number) -> Told:
    """A number of what is forecast: the figure, or how far it lies from the latest result."""
    sheet, amount = number.sheet, number.amount
    ahead = sheet.figures(("forecast",), sheet.facts.observations)
    now = sheet.figures(("actual",), (sheet.current,))
    known = in_unit(amount, ahead + now)
    if not known or amount.word:
        return UNKNOWN
    pairs = itertools.product(now, ahead)
    right = any(is_size(number, each) and is_side(number, each) for each in pairs) if number.gap else said_by(amount, known)
    return Told("true" if right else "false", "forecast", tuple(ahead[-1:]))


def _share(number: Number) -> Told:
    """A part in words, "nearly half", "one in six": of the percentage itself, a change, or one figure by another."""
    sheet, amount = number.sheet, number.amount
    if whole := _whole(number):
        results = [each for each in sheet.figures(("actual", *sheet.series), number.said) if each.unit == "percent"]
        if not any(each.unit == "percent" for each in sheet.figures(sheet.spoken - set(MEASURES), [sheet.current])) and any(
            agrees(whole, each)
            for each in in_unit(whole, sheet.figures(("actual", *sheet.series), [sheet.current]))
            if each.unit != "percent"
        ):
            return OTHER_SHARE
        right = (whole.unit != "%" and said_by(amount, results)) or _is_part_of(number, whole)
        return Told("true" if right else "false", "share", tuple(sheet.figures(("actual",), [sheet.current])))
    near = sheet.then(number.own) if number.own else number.said
    names = dict.fromkeys(("actual", *sheet.series, *sheet.spoken))
    percent = [each.number for each in sheet.figures(names, near) if each.unit == "percent"]
    if any(holds(amount, each) != "false" for each in (*percent, *(100 - each for each in percent if sheet.leaves))):
        return Told("true", "share")
    if amount.around not in BOUNDS and (any(is_size(number, each) for each in every(number)) or _is_ratio(number)):
        return Told("true", "share")
    if sheet.facts.unit != "percent" or not near:
        return part_of_other(number) or UNKNOWN
    return Told("false", "share", tuple(sheet.figures(("actual",), near)[:1]))


def _whole(number: Number) -> Amount | None:
    """The number that it is a part of: "half of the 28 days"; None of any other."""
    base = next((each for each in number.right[1:3] if number.right[0] == "of" and each[0] == "#"), "")
    return number.sheet.reading.amount(base[1:]) if base else None


def _is_part_of(number: Number, whole: Amount) -> bool:
    """Whether it is what a result is of that figure: "half of the 28 days"; so it is where the number is no figure."""
    sheet = number.sheet
    wholes = [each for each in in_unit(whole, sheet.all_figures) if agrees(whole, each) and each.number]
    results = sheet.figures(("actual", *sheet.series), number.said)
    pairs = [(one, two) for one in results for two in wholes if one.unit == two.unit]
    return not pairs or any(holds(number.amount, Decimal(100) * one.number / two.number) != "false" for one, two in pairs)


def _is_ratio(number: Number) -> bool:
    """Whether it is one figure divided by another; of percentages only where the words say of what."""
    sheet = number.sheet
    said = bool(RATIO & sheet.words) or number.right[:2] == ("of", "the") or any(each[0] == "=" for each in number.right[:4])
    figures = [each for each in sheet.all_figures if each.observation in number.said and (each.unit != "percent" or said)]
    pairs = (each for each in itertools.permutations(figures, 2) if each[0].unit == each[1].unit and each[1].number)
    return any(holds(number.amount, Decimal(100) * one.number / two.number) != "false" for one, two in pairs)
