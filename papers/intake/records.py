"""Rows as the records of a report, in report order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from papers.dataset import (
    Directorate,
    FigureLink,
    FloorRule,
    Indicator,
    Override,
    PreviousRating,
    ReportSection,
    Risk,
    RiskAction,
    SeriesInfo,
    StatedTotal,
)
from papers.intake.columns import BY_NAME, FLOORS, INDICATORS, OFFICERS
from papers.intake.findings import Findings
from papers.intake.grids import Record
from papers.intake.relations import Reading
from papers.intake.vocabulary import BUILT_IN


def directorates(reading: Reading) -> tuple[Directorate, ...]:
    """The directorates in report order."""
    found = [
        Directorate(record["slug"], record["title"], _order(record, position), _officers(record), record.text("matrix_title"), record.place)
        for position, record in enumerate(reading.sound("directorates"), 1)
    ]
    return tuple(sorted(found, key=lambda one: one.order))


def _order(record: Record, position: int) -> int:
    order: int | None = record["order"]
    return position if order is None else order


def _officers(record: Record) -> tuple[tuple[str, str], ...]:
    """Label and name of each officer that the row gives."""
    return tuple((record.text(f"{name}_label") or label, record.text(name)) for name, label, _ in OFFICERS if record.text(name))


def sections(reading: Reading, owners: tuple[Directorate, ...]) -> tuple[ReportSection, ...]:
    """The sections in report order; a directorate that lists none is its own."""
    records = {record["slug"]: (position, record) for position, record in enumerate(reading.sound("sections"), 1)}
    officers = {owner.slug: owner.officers for owner in owners}
    given = [
        ReportSection(
            slug,
            record["directorate"],
            record["title"],
            _order(record, position),
            _officers(record) or officers.get(record["directorate"], ()),
            record.text("committee"),
            record.place,
        )
        for slug, (position, record) in records.items()
    ]
    divided = {section.directorate for section in given}
    own = [_own_section(owner, reading) for owner in owners if owner.slug not in divided]
    rank = {owner.slug: index for index, owner in enumerate(owners)}
    return tuple(sorted([*given, *own], key=lambda one: (rank.get(one.directorate, len(rank)), one.order)))


def _own_section(owner: Directorate, reading: Reading) -> ReportSection:
    committee = reading.known("directorates")[owner.slug].text("committee")
    return ReportSection(owner.slug, owner.slug, owner.title, owner.order, owner.officers, committee, owner.place)


def indicators(reading: Reading, within: tuple[ReportSection, ...]) -> tuple[Indicator, ...]:
    """The indicators in report order: by section, then by row."""
    rank = {section.slug: index for index, section in enumerate(within)}
    found = [Indicator(**_given(record, INDICATORS.names), place=record.place) for record in reading.sound("indicators")]
    return tuple(sorted(found, key=lambda one: rank.get(one.section, len(rank))))


def _given(record: Record, names: Iterable[str]) -> dict[str, Any]:
    """The fields that the row gives; the record's own defaults stand for the others."""
    return {name: record[name] for name in names if record[name] is not None}


def series(reading: Reading, units: Mapping[str, str]) -> tuple[SeriesInfo, ...]:
    """The declared series; `units` are those of indicators, for series that give none."""
    found = []
    for record in reading.sound("series"):
        if record["name"] in {*BUILT_IN, *BY_NAME["observations"].names}:
            reading.findings.add("series-name-taken", record.at("name"), value=record["name"])
        owner = record["indicator_id"]
        unit = record.text("unit") or units.get(owner, "")
        found.append(
            SeriesInfo(owner, record["name"], record["kind"], record["label"], unit, record.text("source"), record.place, record["people"])
        )
    return tuple(found)


def floors(reading: Reading) -> tuple[FloorRule, ...]:
    """The floor rules, their open ends closed by the first and the last day there is."""
    found = tuple(_floor(record) for record in reading.sound("floors"))
    for record, rule in zip(reading.sound("floors"), found, strict=True):
        if rule.end < rule.start:
            reading.findings.add("end-before-start", record.at("end"), value=str(rule.end), data=str(rule.start))
        for name in ("distance", "green_below", "green_above", "floor_below", "floor_above"):
            if record[name] is not None and record[name] < 0:
                reading.findings.add("negative-distance", record.at(name), value=str(record[name]))
    _check_overlaps(found, reading.findings)
    return found


def _floor(record: Record) -> FloorRule:
    fields = _given(record, (name for name in FLOORS.names if name not in ("indicator_id", "start", "end")))
    return FloorRule(record["indicator_id"], record["start"] or dt.date.min, record["end"] or dt.date.max, **fields, place=record.place)


def _check_overlaps(rules: tuple[FloorRule, ...], findings: Findings) -> None:
    before: dict[str, list[FloorRule]] = {}
    for rule in rules:
        others = before.setdefault(rule.indicator, [])
        earlier = next((other for other in others if other.start <= rule.end and rule.start <= other.end), None)
        if earlier:
            findings.add("floors-overlap", rule.place, value=rule.indicator, first=earlier.place.row)
        others.append(rule)


def previous(reading: Reading) -> tuple[PreviousRating, ...]:
    """The ratings that the last report published."""
    return tuple(
        PreviousRating(record["indicator_id"], record["rating"], record["published_current"], record.text("note"), record.place)
        for record in reading.sound("previous_ratings")
    )


def overrides(reading: Reading) -> tuple[Override, ...]:
    """The ratings that a person decided; the words "not rated" stand for none."""
    return tuple(
        Override(
            record["indicator_id"],
            record["period_end"],
            None if record["rating"].casefold() == "not rated" else record["rating"],
            record["by"],
            record["date"],
            record["reason"],
            record.place,
        )
        for record in reading.sound("overrides")
    )


def risks(reading: Reading) -> tuple[Risk, ...]:
    """The risks; a score that is not likelihood times impact is a contradiction."""
    found = []
    for record in reading.sound("risks"):
        fields = _given(record, BY_NAME["risks"].names)
        for name in ("current", "target"):
            fields |= {f"{name}_score": record[f"{name}_score"], f"{name}_level": record.text(f"{name}_level")}
            _check_score(record, name, reading.findings)
        found.append(Risk(**fields, place=record.place))
    return tuple(found)


def _check_score(record: Record, name: str, findings: Findings) -> None:
    score, likelihood, impact = (record[f"{name}_{part}"] for part in ("score", "likelihood", "impact"))
    if None not in (score, likelihood, impact) and score != likelihood * impact:
        findings.add("score-not-product", record.at(f"{name}_score"), value=str(score), data=str(likelihood * impact), risk=record["id"])


def actions(reading: Reading) -> tuple[RiskAction, ...]:
    """The mitigating actions."""
    return tuple(
        RiskAction(record["risk_id"], record["batch"], record["status"], record["action"], record["due"], record.place)
        for record in reading.sound("risk_actions")
    )


def stated(reading: Reading) -> tuple[StatedTotal, ...]:
    """The totals as published."""
    return tuple(
        StatedTotal(record["subject"], record["measure"], record["value"], record["unlisted"], record.text("note"), record.place)
        for record in reading.sound("stated_totals")
    )


def links(reading: Reading) -> tuple[FigureLink, ...]:
    """Which figures hang together."""
    return tuple(FigureLink(each["figure"], each["relation"], each["part"], each.place) for each in reading.sound("links"))
