"""The size and the way of a change, held against two figures, or any two that a sentence may mean."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from papers.checks.facts import Figure
from papers.checks.language.amounts import Amount, Verdict, holds
from papers.checks.reading import Reading, fits, number_words
from papers.checks.statements.comparing import (
    broken,
    relative,
    sense,
)
from papers.wording import gap, with_unit


def hold_change(
    reading: Reading,
    index: int,
    way: str,
    pair: tuple[Figure | None, Figure],
    span: tuple[int, int],
    *,
    strict: bool = True,
    turned: bool = False,
) -> None:
    """Hold the size and the direction of a change against two figures; not `strict`, against any two that the sentence may mean."""
    then, now = pair
    amount = reading.amount(index)
    reading.used.add(index)
    if then is None or (broken(reading, then, now) and reading.facts.indicator.direction):
        reading.add("unknown", "change", span)
        return
    change = now.number - then.number
    computed = f"{with_unit(now.number, now.unit)} ({now.observation.period.spoken}) less {with_unit(then.number, then.unit)} ({_told(then, now)}) is {number_words(change)}"
    verdict, size = size_verdict(amount, change, then, now)
    if verdict == "unknown":
        reading.add("unknown", "change", span)
        return
    verdict = _directed(reading, verdict, way, change)
    growth = [each.name for each in reading.facts.series if each.kind == "extra" and each.unit == "percent"] if amount.unit == "%" else []
    if verdict == "false" and any(holds(amount, each.number) != "false" for each in reading.facts.all(growth)):
        verdict = "unknown"
    past = (
        turned
        and (when := reading.subject_when(reading.coded.of_number(index)[0]))
        and when.kind in ("ago", "back", "lastyear", "previous", "last")
    )
    pairs = [] if strict or past else list(spoken_pairs(reading, now.name))
    pairs += turned_pairs(reading, now.name) if turned and not strict else ()
    if verdict == "false" and any(fits_pair(reading, amount, way, each) for each in pairs):
        reading.add("true", "change", span, now, computed=computed)
        return
    wording = f"{'more' if change > 0 else 'less'} by {size}" if change else "the same"
    reading.add(
        verdict, "change", span, now, says=f"{now.says}; {then.says}", computed=computed, wording=wording if verdict == "false" else ""
    )


def _directed(reading: Reading, verdict: Verdict, way: str, change: Decimal) -> Verdict:
    """The verdict on a size, false where the words say the other direction."""
    said = sense(reading, way)
    actual = "up" if change > 0 else "down" if change < 0 else ""
    return "false" if verdict != "false" and said and actual and said != actual else verdict


def fits_pair(reading: Reading, amount: Amount, way: str, pair: tuple[Figure, Figure]) -> bool:
    """Whether the amount is that of the change, and goes its way."""
    then, now = pair
    change = now.number - then.number
    return _directed(reading, size_verdict(amount, change, then, now)[0], way, change) in ("true", "rounded")


def turned_pairs(reading: Reading, series: str) -> Iterator[tuple[Figure, Figure]]:
    """The present figure and one of a period that the sentence names: "a year ago it was two points higher"."""
    current = reading.facts.figure(series, reading.timeline.current)
    for when in reading.coded.whens if current else ():
        told = relative(reading, when, current, series) if current else None
        if current and told and told.observation is not current.observation:
            yield current, told


def spoken_pairs(reading: Reading, series: str) -> Iterator[tuple[Figure, Figure]]:
    """Every earlier and later figure of the periods that the sentence names or gives a figure of, each also with the one before it."""
    current = reading.facts.figure(series, reading.timeline.current)
    spoken = [current] if current else []
    for when in reading.coded.whens:
        spoken += [each for each in (relative(reading, when, current, series) if current else None,) if each]
        spoken += reading.figures(when, series)[:2]
    given = [each for each in reading.coded.amounts if each.unit or each.value >= 100]
    spoken += [
        figure
        for figure in reading.facts.all([series])
        for each in given
        if fits(each, figure.unit) and holds(each, figure.number, figure.unit) == "true"
    ]
    for each in spoken:
        if before := reading.facts.figure(series, reading.timeline.before(each.observation, series)):
            yield before, each
    for then, now in itertools.permutations(spoken, 2):
        if then.observation.period.end < now.observation.period.end:
            yield then, now


def _told(then: Figure, now: Figure) -> str:
    return then.measure if then.name != now.name else then.observation.period.spoken


def size_verdict(amount: Amount, change: Decimal, then: Figure, now: Figure) -> tuple[Verdict, str]:
    """Whether the amount is the size of the change, in the unit of the figures or in percent of the earlier one; the size in words."""
    unit = now.unit
    size = gap(change, unit)
    share = abs(change) * 100 / abs(then.number) if then.number else None
    if amount.unit == "share":
        return (holds(amount, share), f"{share:.1f}%") if share is not None else ("unknown", size)
    if unit == "percent":
        if amount.unit in ("points", ""):
            return _finer(amount, change, then, now), size
        if amount.unit == "%" and share is not None:
            verdict = holds(amount, share)
            likely = any(abs(amount.value - each) <= each / 2 for each in (share, abs(change)))
            verdict = "unknown" if verdict == "false" and not likely else verdict
            return verdict, f"{size} ({share:.1f}%)"
        return "unknown", size
    if amount.unit == "%":
        return (holds(amount, share), f"{share:.1f}%") if share is not None else ("unknown", size)
    if amount.unit and not fits(amount, unit):
        return "unknown", size
    return _finer(amount, change, then, now), size


def _finer(amount: Amount, change: Decimal, then: Figure, now: Figure) -> Verdict:
    """A change in points told with more decimals than the figures have can't be said to be wrong within their rounding."""
    verdict = holds(amount, abs(change), "" if now.unit == "percent" else now.unit)
    exponents = (each.number.as_tuple().exponent for each in (then, now) if each.name == now.name)
    step = Decimal(1).scaleb(max(each for each in exponents if isinstance(each, int)))
    if verdict == "false" and amount.step < step and abs(amount.value - abs(change)) < step:
        return "rounded"
    return verdict


def ratio_verdict(ratio: Decimal, factor: Decimal, around: str) -> Verdict:
    """Whether the ratio is the factor that is told, or beyond it."""
    if around in ("more than", "over", "just over", "well over"):
        return "true" if (ratio > factor if factor > 1 else ratio < factor) else "false"
    nearness = abs(ratio - factor) / factor
    return "true" if nearness <= Decimal("0.005") else "rounded" if nearness <= Decimal("0.1") else "false"


def hold_ratio(reading: Reading, found: re.Match[str], factor: Decimal, around: str, pair: tuple[Figure, Figure]) -> None:
    """Hold "double", "twice", "half" against the ratio of two figures."""
    then, now = pair
    ratio = now.number / then.number
    verdict = ratio_verdict(ratio, factor, around)
    computed = f"{number_words(now.number)} divided by {number_words(then.number)} is {ratio:.2f}"
    reading.add(
        verdict,
        "ratio",
        found.span(),
        now,
        says=f"{now.says}; {then.says}",
        computed=computed,
        wording=f"{ratio:.1f} times" if verdict == "false" else "",
    )
