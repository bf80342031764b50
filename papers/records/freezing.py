"""A report as its record: everything of it that the next report is held against, as it was printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace

from papers.dataset import Dataset, FloorRule, Indicator, Observation, Risk
from papers.published import PublishedIndicator, PublishedPeriod, PublishedRating, PublishedReport, PublishedRisk, Words
from papers.records.figures import figures_of, note_on, rules_by_indicator
from papers.results import Assessed, Assessment, Band, Counts, Rated


def freeze(dataset: Dataset, assessed: Assessed) -> PublishedReport:
    """The record of the report. What earlier reports published of its indicators, and of those that ended, goes on in it."""
    info, earlier = dataset.info, dataset.record
    indicators = tuple(_indicators(dataset, assessed))
    here = {each.id for each in indicators} | {each.formerly for each in dataset.indicators if each.formerly}
    return PublishedReport(
        info.organisation,
        info.title,
        info.period,
        info.period_end,
        info.date,
        info.version,
        dataset.checksum,
        assessed.scheme.rule,
        tuple(_bands(assessed, indicators, earlier)),
        _counts(assessed.counts),
        indicators,
        tuple(_risk(risk) for risk in dataset.risks if risk.movement != "closed"),
        tuple(each for each in (*earlier.indicators, *earlier.ended) if each.id not in here) if earlier else (),
    )


def _indicators(dataset: Dataset, assessed: Assessed) -> Iterator[PublishedIndicator]:
    seen: dict[str, list[Observation]] = {}
    for each in dataset.observations:
        seen.setdefault(each.indicator, []).append(each)
    rules = rules_by_indicator(dataset.floors)
    titles = _directorates(dataset)
    for indicator in dataset.indicators:
        found, earlier = assessed.by_indicator.get(indicator.id), published_as(indicator, dataset.record)
        periods = tuple(_period(indicator, each, rules.get(indicator.id, ())) for each in seen.get(indicator.id, ()))
        yield PublishedIndicator(
            indicator.id,
            indicator.title,
            indicator.short_title,
            indicator.section,
            titles.get(indicator.section, ""),
            indicator.kind,
            indicator.unit,
            indicator.polarity,
            indicator.frequency,
            found.current.period.end if found else None,
            found.current.rating if found else None,
            (found.current.unrated or "") if found else "",
            (found.direction.went or "") if found else "",
            periods,
            tuple(_ratings(found, earlier, _former_rule(assessed, dataset.record))),
        )


def published_as(indicator: Indicator, record: PublishedReport | None) -> PublishedIndicator | None:
    """What the record holds of the indicator, under the id that it had; None where it was not published."""
    return (record.indicator(indicator.formerly or indicator.id) or record.indicator(indicator.id)) if record else None


def _directorates(dataset: Dataset) -> Mapping[str, str]:
    """The title of the directorate of each section."""
    titles = {each.slug: each.title for each in dataset.directorates}
    return {**titles, **{each.slug: titles.get(each.directorate, "") for each in dataset.sections}}


def _period(indicator: Indicator, observation: Observation, rules: Sequence[FloorRule]) -> PublishedPeriod:
    period, figures = observation.period, figures_of(indicator, observation, rules)
    notes = {series: note for series in figures if (note := note_on(observation, series, rules))}
    return PublishedPeriod(period.end, period.label, period.spoken, figures, notes)


def _former_rule(assessed: Assessed, earlier: PublishedReport | None) -> str:
    """The rule of the last report, where it is not this one's."""
    return earlier.rule if earlier and earlier.rule != assessed.scheme.rule else ""


def _ratings(found: Assessment | None, earlier: PublishedIndicator | None, rule: str) -> Iterator[PublishedRating]:
    """Every rating published so far, earliest first: those of earlier reports, and over them those that this one prints.

    One that an earlier report gave keeps the rule that it was given by, which is `rule` unless it says another itself.
    """
    known = {each.end: replace(each, rule=each.rule or rule) for each in (earlier.ratings if earlier else ())}
    if found:
        known |= {each.end: each for each in _given(found, known)}
    yield from (known[end] for end in sorted(known))


def _given(found: Assessment, known: Mapping[dt.date, PublishedRating]) -> Iterator[PublishedRating]:
    """The ratings that this report prints, but for those that it prints as they are known."""
    for rated in found.history:
        end, rating = rated.period.end, _printed(rated, found.current)
        if _is_printed(rated, found.current) and not (end in known and rated.published == rating == known[end].rating):
            yield PublishedRating(end, rating)


def _is_printed(rated: Rated, current: Rated) -> bool:
    return rated.actual is not None or rated.override is not None or rated.period == current.period


def _printed(rated: Rated, current: Rated) -> str | None:
    """The rating that the papers print: an earlier one as it was published, where that is known."""
    if rated.override or rated.period == current.period:
        return rated.rating
    return rated.published or rated.rating


def _bands(assessed: Assessed, indicators: Iterable[PublishedIndicator], earlier: PublishedReport | None) -> Iterator[Words]:
    """The scheme's bands, then those of former schemes that a rating on record is in."""
    own = [*assessed.scheme.bands, *assessed.scheme.former]
    yield from map(_band, own)
    used = {rated.rating for each in indicators for rated in each.ratings} - {band.word for band in own}
    yield from (band for band in (earlier.bands if earlier else ()) if band["word"] in used)


def _band(band: Band) -> Words:
    return {one.name: getattr(band, one.name) for one in fields(band)}


def _counts(counts: Counts) -> Mapping[str, int]:
    return {**counts.rating, "unrated": counts.unrated, "total": counts.total, **counts.direction}


def _risk(risk: Risk) -> PublishedRisk:
    return PublishedRisk(
        risk.id,
        risk.title,
        risk.current_score,
        risk.current_level,
        risk.target_score,
        risk.target_level,
        risk.current_likelihood,
        risk.current_impact,
    )
