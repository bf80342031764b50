"""What the last report published, found, read and held against this one: restatements, earlier ratings, risks, what ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from papers.dataset import Indicator, Marker, Observation, ReportInfo, Risk
from papers.errors import NOWHERE, Place
from papers.intake.findings import Findings
from papers.intake.grids import Record
from papers.intake.lineage import check_lineage, check_titles
from papers.intake.relations import Reading
from papers.intake.sources import Source
from papers.published import PublishedIndicator, PublishedReport, Restatement
from papers.records import DamagedRecordError, read_record, restated
from papers.records.freezing import published_as
from papers.records.places import record_path

REVISED: Marker = "r"

Parts = dict[str, Any]
"""Fields of the dataset that tables fill."""


def last_record(found: Source, info: ReportInfo, place: Place, findings: Findings) -> PublishedReport | None:
    """The record that the setting `previous` names, or that came with the frames; None, and a problem, where it can't be read."""
    if found.record:
        return _read(found.record, NOWHERE, info, findings)
    if not info.previous_report:
        return None
    named = (found.folder or Path()) / info.previous_report
    path = record_path(named)
    if not path.is_file():
        code = "never-published" if named.exists() and path != named else "previous-missing"
        findings.add(code, place, value=info.previous_report, name=path.name)
        return None
    shown = info.previous_report if path == named else f"{info.previous_report.rstrip('/')}/{path.name}"
    at = Place(file=shown if named.is_dir() or path == named else path.name)
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        findings.add("record-damaged", at, why="it can't be read")
        return None
    return _read(text, at, info, findings)


def named(info: ReportInfo, record: PublishedReport | None, place: Place, findings: Findings) -> ReportInfo:
    """The settings with the last report's period, where they don't say it; another than the record's is a contradiction."""
    if record is None or info.previous_period == record.period:
        return info
    if not info.previous_period:
        return replace(info, previous_period=record.period)
    findings.add("previous-period-differs", place, value=info.previous_period, data=record.period)
    return info


def _read(text: str, at: Place, info: ReportInfo, findings: Findings) -> PublishedReport | None:
    try:
        record = read_record(text, at)
    except DamagedRecordError as damaged:
        findings.add("record-damaged", at, why=str(damaged))
        return None
    if record.period_end >= info.period_end:
        findings.add("record-not-earlier", at, value=record.period_end.isoformat(), data=info.period_end.isoformat())
        return None
    return record


def with_history(parts: Parts, info: ReportInfo, record: PublishedReport | None, reading: Reading) -> Parts:
    """The parts without what ended, with what differs from the record listed and marked, and with what only the record knows."""
    parts = without_ended(parts, info)
    reasons = tuple(reading.sound("restatements"))
    check_titles(parts["indicators"], reading.findings)
    if record is None:
        return {**parts, "restatements": tuple(_typed(reasons, parts["observations"], reading.findings))}
    check_lineage(parts["indicators"], record, reading.findings)
    found = restated(record, parts["indicators"], parts["observations"], parts["floors"])
    told = tuple(_with_reasons(found, reasons, reading.findings))
    observations = _with_ratings(_marked(parts["observations"], told), parts["indicators"], record)
    risks = tuple(_risks(parts["risks"], record, reading.findings))
    return {**parts, "record": record, "restatements": told, "observations": observations, "risks": risks}


def without_ended(parts: Parts, info: ReportInfo) -> Parts:
    """The parts without indicators that ended before the report's period, and all that is of them."""
    ended = tuple(each for each in parts["indicators"] if each.ended and each.ended < info.period_end)
    gone = {each.id for each in ended}
    if not gone:
        return parts
    kept = {name: tuple(each for each in parts[name] if each.indicator not in gone) for name in ("observations", "series", "floors", "previous", "overrides")}  # fmt: skip
    return {**parts, **kept, "indicators": tuple(each for each in parts["indicators"] if each.id not in gone), "ended": ended}


def _typed(reasons: Iterable[Record], observations: Iterable[Observation], findings: Findings) -> Iterator[Restatement]:
    """Restatements of a report whose last one has no record: each says itself what was published."""
    seen = {(each.indicator, each.period.end): each for each in observations}
    for row in reasons:
        observation = seen.get((row["indicator_id"], row["period_end"]))
        if not row.text("published"):
            findings.add("restatement-unpublished", row.at("published"))
        value = observation.values.get(row["series"]) if observation else None
        label = observation.period.label if observation else ""
        now = replace(value, markers=()).typed if value else ""
        yield Restatement(
            row["indicator_id"], row["series"], row.text("published"), now, row["reason"], row["period_end"], label, row.place
        )


def _with_reasons(found: Iterable[Restatement], reasons: Iterable[Record], findings: Findings) -> Iterator[Restatement]:
    """The restatements with the reasons that the table gives; one without any is a contradiction, and so is a reason without one."""
    given = {(row["indicator_id"], row["period_end"], row["series"]): row for row in reasons}
    bare: dict[tuple[str, str, Place], list[Restatement]] = {}
    for each in found:
        row = given.pop((each.indicator, each.period_end, each.series), None)
        told = replace(each, reason=row["reason"]) if row else each
        if not told.reason:
            bare.setdefault((told.indicator, told.series, told.place), []).append(told)
        yield told
    _ask_for_reasons(bare.values(), findings)
    for row in given.values():
        findings.add("restatement-of-nothing", row.at("series"), value=row["series"], indicator=row["indicator_id"])


def _ask_for_reasons(bare: Iterable[Sequence[Restatement]], findings: Findings) -> None:
    """A problem for each cell that was changed without a reason: one of a floor rule alters the floors of several periods."""
    for first, *others in bare:
        more = f" and {len(others)} more" if others else ""
        what = f"{first.series} for {first.period}{more}" if first.period else first.series
        findings.add("restated-without-reason", first.place, value=first.was, data=first.now, indicator=first.indicator, what=what)


def _marked(observations: tuple[Observation, ...], restatements: Iterable[Restatement]) -> tuple[Observation, ...]:
    """The observations with every restated figure marked as revised."""
    revised: dict[tuple[str, object], set[str]] = {}
    for each in restatements:
        revised.setdefault((each.indicator, each.period_end), set()).add(each.series)
    return (
        tuple(_revised(each, revised.get((each.indicator, each.period.end), set())) for each in observations) if revised else observations
    )


def _revised(observation: Observation, series: set[str]) -> Observation:
    changed = {
        name: replace(value, markers=(*value.markers, REVISED))
        for name, value in observation.values.items()
        if name in series and value.number is not None and REVISED not in value.markers
    }
    return replace(observation, values={**observation.values, **changed}) if changed else observation


def _with_ratings(
    observations: tuple[Observation, ...], indicators: Iterable[Indicator], record: PublishedReport
) -> tuple[Observation, ...]:
    """The observations with the ratings that were published of their periods, where the data do not give them."""
    published = {each.id: _by_end(published_as(each, record)) for each in indicators if each.kind == "kpi"}
    return tuple(
        replace(each, published_rating=rating)
        if each.published_rating is None and (rating := published.get(each.indicator, {}).get(each.period.end))
        else each
        for each in observations
    )


def _by_end(published: PublishedIndicator | None) -> Mapping[object, str | None]:
    return {each.end: each.rating for each in published.ratings} if published else {}


def _risks(risks: Iterable[Risk], record: PublishedReport, findings: Findings) -> Iterator[Risk]:
    """The risks with their published scores, whether they are new or renamed, and those that are not in the register any more."""
    before = {each.id: each for each in record.risks}
    for risk in risks:
        last = before.pop(risk.id, None)
        if last is None:
            yield replace(risk, movement="new") if record.risks and not risk.movement and risk.previous_score is None else risk
            continue
        if risk.previous_score not in {None, last.current_score}:
            place = replace(risk.place, column="previous_score")
            findings.add("previous-score-differs", place, value=str(risk.previous_score), data=str(last.current_score), risk=risk.id)
        movement = risk.movement or ("renamed" if _folded(risk.title) != _folded(last.title) else "")
        yield replace(risk, previous_score=last.current_score, previous_level=last.current_level, movement=movement)
    yield from (
        Risk(
            each.id, each.title, None, "", None, "",
            previous_score=each.current_score, previous_level=each.current_level, movement="closed",
        )
        for each in before.values()
    )  # fmt: skip


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
