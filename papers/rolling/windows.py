"""An indicator's periods one report later: the window slid, targets carried on, the figures that are due awaited."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from papers.dataset import Indicator, Marker, Observation, Period, Value
from papers.intake.periods import MONTHS
from papers.intake.periods import spoken as in_full
from papers.rolling.labels import YEAR, after, label_after, says_when

MONTHS_OF = {"monthly": 1, "quarterly": 3, "termly": 4, "half-yearly": 6, "annual": 12}

CARRIED = ("target", "floor", "lower", "upper")
"""What a new period is held against until somebody sets it anew: what the period before was held against."""

REVISED: Marker = "r"
LEAST_WINDOW = 5
"""Periods: a series that has fewer grows before its window slides."""

AWAITED, EMPTY = Value(None, "awaited"), Value(None)


@dataclass(frozen=True, slots=True)
class Step:
    """From one report to the next: the last days of their periods, and how many months lie between them."""

    before: dt.date
    now: dt.date
    months: int


def slid(indicator: Indicator, observations: Sequence[Observation], step: Step) -> tuple[Observation, ...]:
    """The indicator's observations in the next report, earliest first.

    Figures of earlier periods stay as they were typed, but for the marker of a revision, which was one against the report
    before. Where labels say no year ("the same time last year"), the labels stay and the time that they mean goes on.
    """
    seen = [settled(each) for each in sorted(observations, key=lambda each: each.period.end)]
    if not seen:
        return ()
    if not all(says_when(each.period.label) for each in seen):
        return tuple(_moved_on(seen, step))
    found = list(seen)
    months = _months(indicator, seen[-1].period)
    for _ in range(_new_periods(months, seen, step)):
        found.append(_next(found, months))
    kept = found[-max(len(seen), LEAST_WINDOW) :]
    return tuple(_with_due(kept, indicator, step, _arrears(seen, indicator, step)))


def first_seen(indicator: Indicator, like: Sequence[Observation], step: Step) -> tuple[Observation, ...]:
    """The first observations of an indicator that follows another: the periods that are new in the other, without its figures."""
    new = [each for each in slid(indicator, like, step) if each.period.end > step.before]
    return tuple(_with_due([replace(each, values={}, note="") for each in new], indicator, step, 0))


def settled(observation: Observation) -> Observation:
    """The observation as it was typed, without what was true against the last report alone."""
    values = {name: replace(value, markers=tuple(m for m in value.markers if m != REVISED)) for name, value in observation.values.items()}
    return replace(observation, values=values, published_rating=None)


def _months(indicator: Indicator, last: Period) -> int:
    """How many months its next period ends after the last one: as its frequency says, or a year later where the label can name only that."""
    months = MONTHS_OF[indicator.frequency]
    return months if label_after(last.label, months) or not label_after(last.label, YEAR) else YEAR


def _new_periods(months: int, seen: Sequence[Observation], step: Step) -> int:
    """How many periods follow: as many as there are in the step, or the next long one if it is over or was always shown ahead."""
    if months <= step.months:
        return step.months // months
    ahead = sum(each.period.end > step.before for each in seen)
    still = sum(each.period.end > step.now for each in seen)
    return int(still < ahead or after(seen[-1].period.end, months) <= step.now)


def _next(seen: Sequence[Observation], months: int) -> Observation:
    """The period after the last one, held against what that was held against."""
    last = seen[-1]
    full = any(len(each.period.label.split()[0]) > 4 for each in seen)
    end = after(last.period.end, months)
    label = label_after(last.period.label, months, full=full) or f"{MONTHS[end.month - 1]} {end.year}"
    period = Period(label, end, _spoken(last.period, label, months))
    bounds = {name: Value(value.number) for name in CARRIED if (value := _latest(seen, name)) and value.number is not None}
    return Observation(last.indicator, period, bounds)


def _spoken(last: Period, label: str, months: int) -> str:
    """The label in full, as the one before was written in full."""
    own = last.spoken == in_full(last.label)
    return in_full(label) if own else label_after(last.spoken, months, full=True) or in_full(label)


def _latest(seen: Sequence[Observation], series: str) -> Value | None:
    """What the last period that is held against anything at all has of the series."""
    held = next((each for each in reversed(seen) if any(each.number(name) is not None for name in CARRIED)), None)
    return held.values.get(series) if held else None


def _moved_on(seen: Sequence[Observation], step: Step) -> Iterable[Observation]:
    """The same labels over later periods, with the figures that are known of those."""
    known = {each.period.end: each for each in seen}
    for each in seen:
        end = after(each.period.end, step.months)
        label = label_after(each.period.label, step.months) or each.period.label
        period = Period(label, end, label_after(each.period.spoken, step.months, full=True) or each.period.spoken)
        there = known.get(end)
        values = there.values if there else {name: Value(value.number) for name, value in each.values.items() if name in CARRIED}
        yield Observation(each.indicator, period, values if there else {**values, **_awaited(each)}, note=there.note if there else "")


def _awaited(each: Observation) -> dict[str, Value]:
    """The series of the period that have a figure, awaited."""
    return {name: AWAITED for name, value in each.values.items() if name not in CARRIED and value.number is not None}


def _arrears(seen: Sequence[Observation], indicator: Indicator, step: Step) -> int:
    """How many periods behind the indicator is reported: those that were over and had an empty figure, with none after them."""
    over = [each for each in seen if each.period.end <= step.before]
    empty = 0
    for each in reversed(over):
        if _is_said(each, indicator):
            break
        empty += 1
    return empty if empty < len(over) else 0


def _is_said(observation: Observation, indicator: Indicator) -> bool:
    """Whether a figure, or a word for one, stands there."""
    return bool(observation.values.get(indicator.measure, EMPTY).typed)


def _with_due(observations: Sequence[Observation], indicator: Indicator, step: Step, arrears: int) -> Iterator[Observation]:
    """The observations with figures awaited that are due with this report: after the last one, but for the periods in arrears."""
    said = [n for n, each in enumerate(observations) if _is_said(each, indicator)]
    over = [n for n, each in enumerate(observations) if each.period.end <= step.now]
    after_last = [n for n in over if not said or n > said[-1]]
    due = after_last[: len(after_last) - arrears] if arrears else after_last
    series = dict.fromkeys(("actual", indicator.measure))
    for n, each in enumerate(observations):
        missing = {name: AWAITED for name in series if not each.values.get(name, EMPTY).typed} if n in due else {}
        yield replace(each, values={**missing, **each.values, **missing}) if missing else each
