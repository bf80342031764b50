"""The next report made from this one, in memory."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from papers.dataset import Dataset, FigureLink, Observation, ReportInfo, Risk, RiskAction
from papers.errors import PapersError, problem
from papers.risks import is_done
from papers.rolling.changing import Change, changed
from papers.rolling.commentary import commentary
from papers.rolling.labels import OF_YEAR, SPAN, YEAR, after, label_after
from papers.rolling.tables import table_after
from papers.rolling.windows import Step, first_seen, settled, slid

QUARTER = 3
CLEARED = ("meeting_date", "decision_no")
"""Fields of the cover report that belong to one meeting."""

DATED = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Rolled:
    """The next report: its data, and its narrative's files by their path in the folder."""

    dataset: Dataset
    narrative: Mapping[str, str]


def roll(dataset: Dataset, previous: str, changes: Sequence[Change] = (), *, period: str = "", period_end: dt.date | None = None) -> Rolled:
    """The report after `dataset`, which is as typed. `previous` is the path from the next report to this one.

    The next period follows from how this one is written; `period` and `period_end` say it where that is not so. PapersError where
    neither does, and for changes of what there is not.
    """
    step, name = _step(dataset.info, period, period_end)
    present = _with_indicators(changed(_without_past(dataset, step), changes), step)
    now = replace(
        present,
        info=_info(dataset.info, step, name, previous),
        previous=(),
        overrides=(),
        restatements=(),
        stated=(),
        record=None,
        risks=tuple(_risk(each) for each in present.risks if each.movement != "closed"),
        actions=tuple(_actions(present, step)),
        tables=tuple(table_after(each, step.months) for each in present.tables),
    )
    now = replace(now, links=tuple(each for each in now.links if _holds(each, now)))
    return Rolled(now, commentary(dataset, now))


def _without_past(dataset: Dataset, step: Step) -> Dataset:
    """The report without what became of indicators before it: those that ended are gone, new ids are their ids."""
    indicators = (each for each in dataset.indicators if not each.ended or each.ended >= step.before)
    return replace(dataset, indicators=tuple(replace(each, formerly="", successor_of="") for each in indicators))


def _with_indicators(present: Dataset, step: Step) -> Dataset:
    """The report with its observations slid on, and without the rows of indicators that are gone."""
    kept = {each.id for each in present.indicators}
    observations = tuple(_observations(present, step))
    fresh = {each.indicator for each in observations if step.before < each.period.end <= step.now}
    return replace(
        present,
        indicators=tuple(replace(each, direction="", direction_reason="") if each.id in fresh else each for each in present.indicators),
        observations=observations,
        series=tuple(each for each in present.series if each.indicator in kept),
        floors=tuple(each for each in present.floors if each.indicator in kept),
    )


def _observations(present: Dataset, step: Step) -> Iterator[Observation]:
    seen: dict[str, list[Observation]] = {}
    for each in present.observations:
        seen.setdefault(each.indicator, []).append(each)
    for indicator in present.indicators:
        if indicator.ended:
            yield from (settled(each) for each in seen.get(indicator.id, ()))
        elif indicator.successor_of:
            like = first_seen(indicator, seen.get(indicator.successor_of, ()), step)
            yield from (replace(each, indicator=indicator.id) for each in like)
        else:
            yield from slid(indicator, seen.get(indicator.id, ()), step)


def _risk(risk: Risk) -> Risk:
    """The risk with its score as that of the last report, and nothing said of what moved since."""
    return replace(risk, previous_score=risk.current_score, movement="", note="")


def _actions(present: Dataset, step: Step) -> Iterator[RiskAction]:
    """The actions on which something is left to do, under the next batch."""
    gone = {risk.id for risk in present.risks if risk.movement == "closed"}
    for each in present.actions:
        if not is_done(each) and each.risk not in gone:
            yield replace(each, batch=label_after(each.batch, step.months) or each.batch)


def _holds(link: FigureLink, now: Dataset) -> bool:
    """Whether the periods and columns that the link names are still there."""
    periods = {(each.indicator, each.period.end.isoformat()) for each in now.observations}
    columns = {(table.id, name) for table in now.tables for name in (*table.columns, *table.spanners)}
    known = {each.id for each in now.indicators}
    for text in (link.figure, link.part):
        first, *rest = (part.strip() for part in text.split("|"))
        if first in known and any(DATED.fullmatch(part) and (first, part) not in periods for part in rest):
            return False
        if first not in known and len(rest) > 1 and rest[-1] != "*" and (first, rest[-1]) not in columns:
            return False
    return True


def _info(info: ReportInfo, step: Step, name: str, previous: str) -> ReportInfo:
    """The settings of the next report: its period and days, this one as the last, nothing of this one's meeting."""
    cover = {key: text.replace(info.period, name) for key, text in info.cover.items() if key not in CLEARED}
    return replace(
        info,
        period=name,
        period_end=step.now,
        previous_period=info.period,
        previous_report=previous,
        previous_scheme="",
        date=after(info.date, step.months),
        data_date=after(info.data_date, step.months),
        version="1",
        title=info.title.replace(info.period, name),
        notice=info.notice.replace(info.period, name),
        cover=cover,
    )


def _step(info: ReportInfo, period: str, period_end: dt.date | None) -> tuple[Step, str]:
    """From this report's period to the next, and the next one's name."""
    months = _months(info.period)
    name = period or (label_after(info.period, months, full=True) if months else None)
    end = period_end or (after(info.period_end, months) if months else None)
    if name is None or end is None or end <= info.period_end:
        raise PapersError([problem("roll-no-period", value=info.period)])
    whole = (end.year - info.period_end.year) * YEAR + end.month - info.period_end.month
    return Step(info.period_end, end, max(whole, 1)), name


def _months(period: str) -> int | None:
    """How long a report's period is, as its name says: a quarter, a month, a year; None where it does not say."""
    if OF_YEAR.search(period):
        return QUARTER
    if label_after(period, 1):
        return 1
    return YEAR if SPAN.search(period) else YEAR if label_after(period, YEAR) else None
