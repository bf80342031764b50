"""The order of two numbers: "from 4.8% to 3.9%" where the data went from 3.9% to 4.8%; "rose to 41,300, from 42,600"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.facts import Figure
from papers.checks.grounds.number import numbers_of
from papers.checks.grounds.pieces import FROM_TO
from papers.checks.grounds.sheet import MEASURES, Sheet, agrees, in_unit
from papers.checks.grounds.told import Told
from papers.checks.grounds.words import side_of
from papers.checks.language.matching import matcher
from papers.checks.reading import fits, number_words
from papers.checks.statements.comparing import WAYS, sense, way_of

APART = matcher(r"(?<!\S)(?:gap|lead|margin|difference|distance|shortfall)(?!\S)")
HIGHER_AT = matcher(
    r"(?<!\S)(higher|lower) at #(\d+)|(?<!\S)(?:=?forecasts?|expected)(?: is for an?| is for (?:this|it|that|them) to| to) (increase|rise|grow|fall|decrease|reduce|drop|reduction|growth) to #(\d+)"
    r"|(?<!\S)=?forecasts?(?: (?:is|are|was|being|for|of|now))* an? (?:\S+ )?(increase|rise|growth|fall|decrease|reduction|drop) to #(\d+)"
)
TO_FROM = matcher(r"(?<!\S)(\S+)(?: ((?!#)\S+))? to #(\d+)(?: (?!#|;|but |and )\S+){0,7}? from #(\d+)")
THAN = matcher(rf"(?<!\S)({'|'.join(WAYS)}) than(?: (?:the|our|its|a))? #(\d+)")
RESTATED = matcher(
    r"(?<!\S)(?:restated|corrected|revised|recalculated) from #(\d+) to #(\d+)"
    r"|#(\d+) (?:has|have|had|was|were)(?: been| now| since)* (?:restated|corrected|revised|recalculated) (?:as|to|at) #(\d+)"
)
SPREAD = matcher(
    r"(?<!\S)(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|differ(?:s|ed|ing)?|spread|anything|anywhere|fluctuat\w+)(?: (?!#)\S+){0,4} $"
)
"""Before the lowest and the highest of several figures, whichever came first."""
Span = tuple[int, int]


def orders(sheet: Sheet) -> Iterator[tuple[Span, Told]]:
    """Where the coded text tells of two numbers the wrong way round."""
    for found in FROM_TO.finditer(sheet.reading.text):
        ends = SPREAD.search(sheet.reading.text[: found.start()])
        if not ends and not sheet.reading.is_guarded(found.start()) and (told := _followed(sheet, found)):
            yield found.span(), told
    for found in RESTATED.finditer(sheet.reading.text):
        results = [each for each in sheet.all_figures if each.name == sheet.main]
        before, after = (_figures(sheet, index, results) for index in (found[1] or found[3], found[2] or found[4]))
        if before and not after:
            yield found.span(), Told("false", "change", (before[-1],))
    yield from _contradicted(sheet)
    yield from _compared(sheet)


def _followed(sheet: Sheet, found: re.Match[str]) -> Told | None:
    """Two figures told as one after the other, that follow each other the other way round only; or distances that nothing gives."""
    apart = APART.search(sheet.reading.text[: found.start()])
    between = sheet.reading.text[apart.end() : found.start()].split() if apart else []
    measures = [each for each in MEASURES if f"={each}" in between]
    if apart and not measures:
        return None
    known = _distances(sheet, measures) if apart else sheet.all_figures
    earlier, later = (_figures(sheet, index, known) for index in found.groups())
    if apart and known and not (earlier and later) and sheet.facts.unit == "percent":
        return Told("false", "change", (known[-1],))
    pairs = [
        (one, two) for one, two in itertools.product(earlier, later) if one.name == two.name and one.observation is not two.observation
    ]
    wrong = pairs and all(one.observation.period.end > two.observation.period.end for one, two in pairs)
    return Told("false", "change", pairs[0]) if wrong else None


def _distances(sheet: Sheet, measures: Sequence[str]) -> list[Figure]:
    """How far the results lie from those measures, each with the result's own cell and period."""
    found = []
    for each in sheet.facts.observations:
        for result, measure in itertools.product(sheet.figures((sheet.main,), (each,)), sheet.figures(measures, (each,))):
            number = abs(result.number - measure.number)
            found.append(replace(result, number=number, measure=f"the distance from {measure.measure}", name=measure.name))
    return found


def _figures(sheet: Sheet, index: str, known: Sequence[Figure]) -> list[Figure]:
    """The figures that a number says; none of one that is rounded, which may be several."""
    amount = sheet.reading.amount(index)
    if amount.around:
        return []
    if amount.unit in ("", "points") and sheet.facts.unit == "percent" and known is not sheet.all_figures:
        return [each for each in known if each.number == amount.value]
    return [each for each in in_unit(amount, known) if agrees(amount, each)]


def _contradicted(sheet: Sheet) -> Iterator[tuple[Span, Told]]:
    """What the sentence says of its own two numbers: "82,600 weeks, and the forecast is higher at 80,700"."""
    text = sheet.reading.text
    for found in HIGHER_AT.finditer(text):
        before = [int(each) for each in re.findall(r"#(\d+)", text[: found.start()])]
        way = found[1] or ("higher" if side_of(found[3] or found[5]) == "up" else "lower")
        index = int(found[2] or found[4] or found[6])
        alike = [each for each in before if _is_alike(sheet, each, index)]
        if len(alike) == 1 and (told := _against(sheet, alike[0], index, way)):
            yield found.span(), told
    for found in TO_FROM.finditer(text):
        side = side_of(found[1]) or side_of(found[2])
        if (
            side in ("up", "down")
            and _is_alike(sheet, int(found[4]), int(found[3]))
            and (told := _against(sheet, int(found[4]), int(found[3]), "higher" if side == "up" else "lower"))
        ):
            yield found.span(), told


def _compared(sheet: Sheet) -> Iterator[tuple[Span, Told]]:
    """A figure set against another number: "7,771, lower than the 7,109 of a year before"."""
    numbers = numbers_of(sheet)
    for found in THAN.finditer(sheet.reading.text):
        before = [each for each in numbers if each.token.stop <= found.start() and each.role is None]
        other = next(each for each in numbers if each.token.text == f"#{found[2]}")
        if (
            not before
            or before[-1].gap
            or not _is_alike(sheet, before[-1].token.index, other.token.index)
            or sheet.reading.is_guarded(found.start())
        ):
            continue
        way = sense(sheet.reading, way_of(found[1], sheet.facts.unit))
        if way in ("up", "down") and (
            told := _against(sheet, other.token.index, before[-1].token.index, "higher" if way == "up" else "lower")
        ):
            yield found.span(), told


def _is_alike(sheet: Sheet, one: int, two: int) -> bool:
    """Whether two numbers may be of one series: large ones, in the indicator's unit."""
    first, second = sheet.reading.amount(one), sheet.reading.amount(two)
    plain = {"", first.unit} >= {second.unit} or {"", second.unit} >= {first.unit}
    return (
        plain
        and first.plain > 1
        and (fits(first, sheet.facts.unit) or first.unit == "")
        and 2 * min(first.plain, second.plain) > max(first.plain, second.plain)
    )


def _against(sheet: Sheet, first: int, second: int, way: str) -> Told | None:
    """That the second number is not higher, or lower, than the first."""
    one, two = sheet.reading.amount(first), sheet.reading.amount(second)
    near = abs(one.plain - two.plain) < max(one.step, two.step)
    if {one.around, two.around} - {"", "about"} or near or (two.plain > one.plain) == (way == "higher"):
        return None
    computed = f"{number_words(two.plain)} is {'lower' if way == 'higher' else 'higher'} than {number_words(one.plain)}"
    return Told("false", "change", tuple(sheet.figures(("actual",), (sheet.current,))), computed)
