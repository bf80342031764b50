"""The two figures that a distance may lie between: those that its words name outright, those that they allow, and all others."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from papers.checks.facts import Figure
from papers.checks.grounds.number import Number, numbers_of
from papers.checks.grounds.sheet import MEASURES, SET, SHARES, agrees, in_unit, once
from papers.checks.grounds.words import COMPARE, DISTANT, SET_AGAINST
from papers.checks.language.amounts import Amount, holds
from papers.checks.reading import fits
from papers.dataset import Observation

Pair = tuple[Figure, Figure]
"""What a number is told from, and what it is told of: a target and a result, an earlier and a later figure."""
FROM_TO = re.compile(r"(?<!\S)from #(\d+)(?: (?!#|from |to )\S+){0,4} to #(\d+)")


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
        return changes(number, [sheet.current, *([before] if before else [])])
    across = changes(number, sheet.wide(number.said))
    here = [each for when in number.whens for each in sheet.then(when)]
    return [each for each in across if not here or each[0].observation in here or each[1].observation in here]


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
    sheet = number.sheet
    if (quarter := _in_quarter(number)) is not None:
        return quarter
    if again := _again(number):
        return again
    if named := _on_number(number):
        return named
    beside = _set_against(number) if not number.moved else ""
    if not beside and number.gap and number.gap.word not in DISTANT and (pairs := stated(number)):
        return pairs
    if beside[:1] == "=" and beside[1:] in MEASURES:
        pairs = to_measures(number, number.here if number.whens else number.said, [beside[1:]])
        later = [each for each in sheet.facts.observations if each.period.end > sheet.current.period.end]
        later += [each for when in sheet.reading.coded.whens for each in sheet.then(when)]
        pairs += itertools.product(sheet.figures((beside[1:],), later), sheet.figures((sheet.main,), (sheet.current,)))
        if any(each.subject == beside[1:] for each in sheet.pieces):
            pairs += itertools.combinations(sheet.figures((beside[1:],), sheet.facts.observations), 2)
        return pairs
    if beside[:1] == "@":
        then = sheet.then_any(sheet.when(beside[1:]))
        pairs = changes(number, once([*then, sheet.current, *number.here]), sheet.spoken)
        pairs += to_measures(number, then, [each for each in MEASURES if each in sheet.spoken])
        if "target" in sheet.spoken:
            pairs += itertools.product(sheet.figures(("target",), sheet.facts.observations), sheet.figures((sheet.main,), then))
        pairs = [each for each in pairs if each[0].observation in then or each[1].observation in then]
        return pairs if then and sheet.current not in then else None
    return None


def _again(number: Number) -> list[Pair]:
    """The pairs that a change before a comma or bracket is of, where this number says it again in another unit: "down by 635, or 22%"."""
    if number.whens or number.measures or number.piece.joint not in (",", "("):
        return []
    before = [each for each in numbers_of(number.sheet) if each.at == number.at - 1]
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
    """The pairs of "up 900 on the 40,600": that figure, and any other that the sentence gives, or the latest."""
    sheet = number.sheet
    if number.right[:1] != ("on",) or not (base := next((each for each in number.right[1:3] if each[0] == "#"), "")):
        return []
    told = [each for each in numbers_of(sheet) if each.token.text != base and each is not number and not each.gap]
    first = _said(number, sheet.reading.amount(base[1:]))
    second = [
        *sheet.figures(("actual", *sheet.series), (sheet.current,)),
        *(figure for each in told for figure in _said(number, each.amount)),
    ]
    return [(one, two) for one in first for two in second if one.unit == two.unit and one.number != two.number]


def _said(number: Number, amount: Amount) -> list[Figure]:
    """The figures that an amount of the sentence says."""
    return [each for each in in_unit(amount, number.sheet.all_figures) if agrees(amount, each)]


IN_QUARTER = re.compile(r"(?: (?:in|over|during|on|this))? @(\d+)(?!\S)")


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
    if len(found) != 1 or not {int(each) for each in found[0].groups()} <= beside or found[0].end() < number.piece.tokens[0].start:
        return []
    one, two = (sheet.reading.amount(each) for each in found[0].groups())
    if one.around or two.around or number.amount in (one, two):
        return []
    pairs = changes(number, sheet.facts.observations)
    pairs = [each for each in pairs if each[0].name not in MEASURES and agrees(one, each[0]) and agrees(two, each[1])]
    return [each for each in pairs if number.amount.unit != "points" or each[1].unit == "percent"]


def _goes_with(one: Number, other: Number) -> bool:
    """Whether two numbers stand in statements that a comma or a bracket joins."""
    return abs(one.at - other.at) == 1 and max(one, other, key=lambda each: each.at).piece.joint in (",", "(")


def _set_against(number: Number) -> str:
    """The token of what the distance is told from: right after it, else before it in its piece, else where the sentence began; "" of none."""
    return _after(number) or _before(number) or ("" if number.whens or number.piece.measures else _led(number))


def _after(number: Number) -> str:
    compared = bool(number.gap and number.gap.left)
    before = ""
    for at, word in enumerate(number.right[:8]):
        if word[0] == "@" and number.right[at + 1 : at + 2] and number.right[at + 1][0] == "=":
            return number.right[at + 1]
        if compared and word in ("it", "them", "this", "that"):
            return ""
        if word[0] == "=" or (word[0] == "@" and compared and before in BASED):
            return word
        if word[0] == "@" or (word[0] == "#" and not (compared and before in BASED)):
            return ""
        compared = compared or word in COMPARE | DISTANT | {"of", "last"}
        before = word if word not in ("the", "in", "at") or before not in BASED else before
    return ""


BASED = frozenset(("since", "than", "from", "on", "against", "to", "with", "compared", "over", "below", "above"))
"""Words before a period that is compared with; "in" and "at" alone only say when."""


def _before(number: Number) -> str:
    if number.piece.measures or any(each[0] == "#" for each in number.right):
        return ""
    pairs = zip(number.left, number.left[1:], strict=False)
    return next((one for one, two in pairs if one[0] == "@" and two in ("on", "since", "with", "against", "to")), "")


def _led(number: Number) -> str:
    """The period that the sentence began with: "Compared with June, ...", "Set against the year before, ..."."""
    pieces = number.sheet.pieces[: number.at]
    led = [each.periods[-1].text for each in pieces if each.periods and SET_AGAINST & set(_first(each.words))]
    led += [two.words[0] for one, two in itertools.pairwise(pieces) if SET_AGAINST & set(one.words[-2:]) and two.words[0][0] == "@"]
    return led[0] if len(led) == 1 else ""


def _first(words: Sequence[str]) -> Sequence[str]:
    return words[:2] if words[0] in ("set", "but") else words[:1]


def is_size(number: Number, pair: Pair) -> bool:
    """Whether the number is how far the two figures lie apart: in percent of the first, in points, or in their unit."""
    one, two = pair
    amount, change = number.amount, abs(two.number - one.number)
    if number.gap and number.gap.word == "within":
        return two.unit == "percent" and change <= amount.value
    if amount.unit in ("%", "share"):
        return bool(one.number) and holds(amount, change * 100 / abs(one.number)) != "false"
    if amount.unit == "points":
        return two.unit == "percent" and holds(amount, change) != "false"
    if amount.unit and not fits(amount, two.unit):
        return False
    return holds(amount, change, two.unit) != "false"


def _is_turned(number: Number, pair: Pair) -> bool:
    """Whether the earlier figure is what is told of: "a year ago it was two points lower"."""
    past = number.piece.tokens[0].is_period and {"was", "were", "had", "stood"} & set(number.piece.words)
    return bool(
        past and number.subject and pair[0].name == pair[1].name and pair[0].observation is number.subject[0] and len(number.whens) == 1
    )


def is_side(number: Number, pair: Pair) -> bool:
    """Whether the second figure lies on the side of the first that the words tell."""
    change = (pair[1].number - pair[0].number) * (-1 if _is_turned(number, pair) else 1)
    side = number.gap.side if number.gap else ""
    if not side or not change or (pair[0].name in SET and any(each.subject in SET for each in number.sheet.pieces)):
        return True
    if side in ("up", "down"):
        return (side == "up") == (change > 0)
    polarity = number.sheet.facts.indicator.polarity
    return polarity not in ("lower", "higher") or (side == "better") == ((change > 0) == (polarity == "higher"))
