"""The two figures that a distance may lie between: those that its words name outright, those that they allow, and all others."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from papers.checks.facts import Figure
from papers.checks.grounds.against import WAS, base, set_against
from papers.checks.grounds.apart import Pair, is_size
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.pieces import FROM_TO
from papers.checks.grounds.sheet import MEASURES, SET, SHARES, agrees, in_unit, once
from papers.checks.grounds.words import COMPARE, DISTANT
from papers.checks.language.amounts import Amount
from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.dataset import Observation


def to_measures(number: Number, observations: Iterable[Observation], names: Sequence[str]) -> list[Pair]:
    """Each result of those observations with the measures that it is set against."""
    sheet = number.sheet
    pairs: list[Pair] = []
    for each in observations:
        results = sheet.figures(dict.fromkeys((sheet.main, "actual")), (each,))
        pairs += [(other, result) for other in sheet.figures(names, (each,)) for result in results if other.unit == result.unit]
    return pairs


def changes(number: Number, observations: Iterable[Observation], measures: Iterable[str] = ()) -> list[Pair]:
    """Each two results of those observations, the earlier one first; targets too where the piece speaks of them, and further `measures`.

    A change in percent is of the indicator itself, or of a series that the sentence tells of.
    """
    sheet = number.sheet
    share = number.amount.unit in SHARES
    series = [each for each in sheet.series if not share or each in sheet.told_series]
    names = dict.fromkeys(["actual", *series, *(each for each in (*number.measures, *measures) if each in MEASURES)])
    ordered = sorted(observations, key=lambda each: each.period.end)
    figures = {name: sheet.figures((name,), ordered) for name in names}
    pairs = [pair for known in figures.values() for pair in itertools.combinations(known, 2)]
    added = [[one for each in ordered for one in sheet.in_quarter(name, each)] for name in names if name in sheet.running]
    pairs += [pair for known in added for pair in itertools.combinations(known, 2)]
    return [each for each in pairs if each[0].number != each[1].number or not number.amount.value]


def every(number: Number) -> list[Pair]:
    """All pairs of the periods that the sentence names, those before them, and a year before; and targets of any time."""
    sheet = number.sheet
    observations = sheet.wide(number.said)
    names = [each for each in (*MEASURES, *sheet.series) if each != sheet.main]
    targets, results = sheet.figures(("target",), sheet.facts.observations), sheet.figures(("actual",), number.said)
    apart = [*itertools.product(targets, results), *itertools.product(results, targets)]
    return [*to_measures(number, observations, names), *changes(number, observations, sheet.spoken), *apart]


def across(number: Number) -> list[Pair]:
    """The latest result with the forecast, where the sentence tells of one, else with each figure of the rows beside it in its unit."""
    sheet = number.sheet
    now = sheet.figures(("actual",), (sheet.current,))
    if "forecast" in sheet.series and any("forecast" in each for each in sheet.words):
        return list(itertools.product(now, sheet.figures(("forecast",), sheet.facts.observations)))
    return [(two, one) for one in now for row in sheet.beside for two in row if one.unit == two.unit]


def allowed(number: Number) -> list[Pair]:
    """The pairs that the words around the number allow: with its measure, else of the periods of its piece, else with the result before."""
    sheet = number.sheet
    if number.moved:
        return list(itertools.combinations(sheet.figures((number.moved,), sheet.facts.observations), 2))
    if measures := _measures(number):
        if not sheet.reading.coded.whens:
            return to_measures(number, [sheet.current], measures)
        return to_measures(number, number.here if number.whens else once([*number.here, *number.said]), measures)
    if all(each.kind == "current" for each in sheet.reading.coded.whens):
        before = sheet.reading.timeline.before(sheet.current, "actual")
        if any("year" in each.words.lower() for each in sheet.reading.coded.whens):
            return changes(number, sheet.wide([sheet.current]))
        return changes(number, [sheet.current, *([before] if before else [])])
    if sheet.pieces[0].subject in SET and number.piece.words[0] in WAS:
        results = sheet.figures((sheet.main,), sheet.wide(number.said))
        return list(itertools.product(sheet.figures((sheet.pieces[0].subject,), sheet.facts.observations), results))
    changed = changes(number, sheet.wide(number.said))
    here = [each for when in number.whens for each in sheet.then(when)]
    if "then" in number.right[:4]:
        return changed
    return [each for each in changed if not here or each[0].observation in here or each[1].observation in here]


def _measures(number: Number) -> list[str]:
    """The measures that the distance is told from: those of its piece, else of the sentence where the words are such."""
    found = [each for each in number.measures if each in MEASURES]
    if found or not number.gap:
        return found
    spoken = [each for each in MEASURES if each in number.sheet.spoken]
    if number.gap.word in DISTANT or number.gap.word == "within":
        return spoken or ["target"]
    return spoken if number.gap.word == "by" and not number.gap.side else []


def outright(number: Number) -> list[Pair] | None:
    """The pairs that the words name outright; None where they name none."""
    if "then" in number.right[:4]:
        return None
    if (quarter := _in_quarter(number)) is not None:
        return quarter
    if number.gap and number.points_back and number.measures and number.measures[0] in MEASURES:
        return _from_measure(number, number.measures[0])
    if number.gap and "range" in number.right[:8] and number.sheet.figures(("upper",), (number.sheet.current,)):
        return to_measures(number, number.said, ("lower", "upper"))
    if said := _again(number) or _on_number(number):
        return said
    if ahead := _measure_ahead(number):
        return [
            (two, one) for one, two in to_measures(number, number.here if number.whens else once([*number.here, *number.said]), [ahead])
        ]
    beside = set_against(number) if not number.moved else ""
    if not beside and number.gap and number.gap.word not in DISTANT and (pairs := stated(number)):
        return pairs
    if beside[:1] == "=" and beside[1:] in MEASURES:
        return _of_measure_then(number, beside) or _from_measure(number, beside[1:])
    return _from_period(number, number.sheet.when(beside[1:])) if beside[:1] == "@" else None


def _measure_ahead(number: Number) -> str:
    """The measure that is itself so far from the result: "the national figure is 8 points better"; "" of none."""
    gap, left = number.gap, [each for each in number.left if each not in ("is", "was", "still", "now", "being", "some")]
    if (
        not gap
        or gap.left
        or number.right[:1] != (gap.word,)
        or not left
        or left[0][0] != "="
        or {"than", "of", "us", "it"} & set(number.right)
    ):
        return ""
    return left[0][1:] if left[0][1:] in MEASURES else ""


def _from_measure(number: Number, name: str) -> list[Pair]:
    """The pairs of a distance from that measure: of the periods of its statement, or of later ones."""
    sheet = number.sheet
    now = sheet.figures((sheet.main,), (sheet.current,))
    pairs = to_measures(number, number.here if number.whens else number.said, [name])
    if name not in SET:
        pairs += itertools.product(sheet.figures((name,), sheet.facts.observations)[-1:], now)
    later = [each for each in sheet.facts.observations if each.period.end > sheet.current.period.end]
    later += [each for when in number.whens for each in sheet.then(when)]
    pairs += itertools.product(sheet.figures((name,), later), now)
    if any(each.subject == name for each in sheet.pieces):
        pairs += itertools.combinations(sheet.figures((name,), sheet.facts.observations), 2)
    return pairs


def _from_period(number: Number, when: When) -> list[Pair] | None:
    """The pairs of a distance from that period; None where the data has none of it, or it is the latest."""
    sheet = number.sheet
    then = sheet.then_any(when)
    pairs = changes(number, once([*then, sheet.current, *number.here, *number.subject]), sheet.spoken)
    pairs += to_measures(number, then, [each for each in MEASURES if each in sheet.spoken])
    if "target" in sheet.spoken:
        pairs += itertools.product(sheet.figures(("target",), sheet.facts.observations), sheet.figures((sheet.main,), then))
    pairs = [each for each in pairs if each[0].observation in then or each[1].observation in then]
    return pairs if then and sheet.current not in then else None


def _of_measure_then(number: Number, measure: str) -> list[Pair]:
    """The pairs with a measure of the very period that follows it: "above the target for the period"; none where that is a year."""
    words = number.right[number.right.index(measure) + 1 :] if measure in number.right else ()
    words = tuple(each for each in words if each != "the")
    if len(words) < OF_PERIOD or words[0] not in ("for", "in", "of") or words[1][0] != "@":
        return []
    sheet, when = number.sheet, number.sheet.when(words[1][1:])
    if when.kind == "current" and "year" in when.words.lower():
        return []
    then = sheet.then_any(when)
    results = sheet.figures((sheet.main,), once([*then, sheet.current, *number.said]))
    return list(itertools.product(sheet.figures((measure[1:],), then), results))


OF_PERIOD = 2
"""How many words tell the period of a measure: "for June"."""


def _again(number: Number) -> list[Pair]:
    """The pairs that a change before a comma or bracket is of, where this number says it again in another unit: "down by 635, or 22%"."""
    if number.whens or number.measures or number.piece.joint not in (",", "(", "which"):
        return []
    before = [each for each in numbers_of(number.sheet) if each.at == number.at - 1 and (each.gap or number.piece.joint != "which")]
    if (
        not before
        or not before[-1].gap
        or before[-1].amount.unit == number.amount.unit
        or "%" not in (before[-1].amount.unit, number.amount.unit)
    ):
        return []
    named = outright(before[-1])
    return [each for each in (allowed(before[-1]) if named is None else named) if is_size(before[-1], each)]


def _on_number(number: Number) -> list[Pair]:
    """The pairs of "up 900 on the 40,600", "20 fewer than the 150": that figure, and any other that the sentence gives, or the latest."""
    sheet = number.sheet
    if not (told_from := base(number)):
        return []
    told = [each for each in numbers_of(sheet) if each.token.text != told_from and each is not number and not each.gap]
    told = [each for each in told if not COMPARE & set(each.left[:1]) - {"to"}]
    first = _said(number, sheet.reading.amount(told_from[1:]))
    second = [
        *sheet.figures(("actual", *sheet.series), (sheet.current,)),
        *(figure for each in told for figure in _said(number, each.amount)),
    ]
    return [(one, two) for one in first for two in second if one.unit == two.unit and one.number != two.number]


def _said(number: Number, amount: Amount) -> list[Figure]:
    """The figures that an amount of the sentence says."""
    return [each for each in in_unit(amount, number.sheet.all_figures) if agrees(amount, each)]


IN_QUARTER = matcher(r"(?: (?:in|over|during|on|this))? @(\d+)(?!\S)")


def _in_quarter(number: Number) -> list[Pair] | None:
    """The step to the latest result, of "by 33 in the quarter", "two points over the quarter"."""
    sheet = number.sheet
    found = IN_QUARTER.match(sheet.reading.text[number.token.stop :])
    before = sheet.reading.timeline.before(sheet.current, "actual")
    if not found or not before or number.moved or sheet.facts.indicator.frequency != "quarterly" or number.measures:
        return None
    when = sheet.when(found[1])
    return changes(number, [before, sheet.current]) if when.kind == "current" and when.words.lower().endswith("quarter") else None


def stated(number: Number) -> list[Pair]:
    """The two figures of "from 579 to 533", where they are what the distance is told with."""
    sheet = number.sheet
    found = list(FROM_TO.finditer(sheet.reading.text))
    beside = {each.token.index for each in numbers_of(sheet) if each.at == number.at or _goes_with(number, each)}
    bare = number.piece.joint == "which" or number.piece.words[0] in ("a", "an", "up", "down")
    if (
        len(found) != 1
        or not {int(each) for each in found[0].groups()} <= beside
        or not (
            (bare and number.gap and number.gap.left and not number.whens and not number.piece.measures)
            or found[0].end() >= number.piece.tokens[0].start
        )
    ):
        return []
    one, two = (sheet.reading.amount(each) for each in found[0].groups())
    if one.around or two.around or number.amount in (one, two):
        return []
    pairs = changes(number, sheet.facts.observations)
    pairs = [each for each in pairs if each[0].name not in MEASURES and agrees(one, each[0]) and agrees(two, each[1])]
    return [each for each in pairs if number.amount.unit != "points" or each[1].unit == "percent"]


def _goes_with(one: Number, other: Number) -> bool:
    """Whether two numbers stand in statements that a comma or a bracket joins."""
    later = max(one, other, key=lambda each: each.at).piece
    return abs(one.at - other.at) == 1 and later.joint in (",", "(", "which") and later.words[0] != "and"
