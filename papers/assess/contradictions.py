"""What was published held against what the figures give: differences are told, the computed figure is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from papers.assess.grounds import NOT_RATED
from papers.assess.overrides import needless_overrides
from papers.assess.published import SUBJECTS, computed_counts
from papers.dataset import Dataset, Indicator, PreviousRating, StatedTotal
from papers.errors import Place, Problem, problem
from papers.records import published_as
from papers.results import Assessed, Assessment, Rated
from papers.risks import risk_scheme_of, score_problems
from papers.rules import SUPPRESSED
from papers.wording import digits, with_unit

COUNTED = {
    "rating": "indicators rated {measure}",
    "previous_rating": "indicators that the last report rated {measure}",
    "rating_change": "indicators more or fewer rated {measure}",
    "direction": "indicators with the direction \u201c{measure}\u201d",
}
"""What the words of a published total count, by its subject."""

OF_LAST_REPORT = frozenset({"previous_rating", "rating_change"})
"""Subjects that need ratings of the last report by the scheme in force."""

SEVERAL = 2
"""From how many ratings on, that the last report would have had by the scheme in force, it is doubted to be the last report's."""


def contradictions(dataset: Dataset, assessed: Assessed) -> tuple[Problem, ...]:
    """Every published rating, level and total that the data contradicts, and floors on the wrong side of their target."""
    return (
        *current_ratings(dataset, assessed),
        *earlier_ratings(dataset, assessed),
        *previous_ratings(dataset, assessed),
        *previous_scheme(dataset, assessed),
        *published_counts(dataset, assessed),
        *misplaced_floors(dataset, assessed),
        *needless_overrides(dataset, assessed),
        *score_problems(dataset.risks, risk_scheme_of(dataset)),
    )


def current_ratings(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """Published current ratings, of the trend table and of the summary, that differ from the computed ones."""
    summary = {each.indicator: each for each in dataset.previous}
    for indicator, found in _kpis(dataset, assessed):
        current = found.current
        if current.unrated == SUPPRESSED:  # it was published for the figure that is left out here
            continue
        listed = summary.get(indicator.id)
        if listed and listed.published_current and listed.published_current != current.rating:
            yield _differs(
                "rating-differs", indicator, current, listed.published_current, replace(listed.place, column="published_current")
            )
        if current.published and current.published != current.rating:
            yield _differs("rating-differs", indicator, current, current.published, _printed(current))


def earlier_ratings(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """Published ratings of earlier periods that no floor of the data explains, or that have no target to be tested with."""
    told = {each.indicator for each in dataset.observations if each.published_rating}
    for indicator, found in _kpis(dataset, assessed, told):
        last = published_as(indicator, dataset.record)
        for rated in found.history:
            if rated is found.current or not rated.published or rated.published == rated.rating:
                continue
            if last and last.rated(rated.period.end):  # told when it was published, and nothing can be done about it now
                continue
            code = "earlier-rating-untested" if rated.rating is None else "earlier-rating-differs"
            yield _differs(code, indicator, rated, rated.published, _printed(rated))


def previous_ratings(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """Ratings of the last report that differ from the published one of the period that the direction looks back to."""
    summary = {each.indicator: each for each in dataset.previous}
    for indicator, found in _kpis(dataset, assessed, summary):
        listed = summary[indicator.id]
        last = published_as(indicator, dataset.record)
        if last and listed.rating != found.previous_rating and last.ratings:
            said = {"value": listed.rating or NOT_RATED, "data": found.previous_rating or NOT_RATED}
            yield problem("previous-rating-twice", replace(listed.place, column="rating"), indicator=_named(indicator), **said)
            continue
        before = next((each for each in found.history if each.period == found.direction.since), None)
        if listed.rating and before and before.published and before.published != listed.rating:
            yield _previous_differs(indicator, listed, before)


def previous_scheme(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """A rating that none of the last report's typed ones is, though this scheme gives it to several of its figures: another may have rated them."""
    if dataset.record or dataset.info.previous_scheme:
        return
    listed = {each.indicator for each in dataset.previous if each.rating}
    used = {each.rating for each in dataset.previous}
    given = Counter(_given_before(found) for _, found in _kpis(dataset, assessed, listed))
    for band in assessed.scheme.bands:
        if band.word not in used and given[band.word] >= SEVERAL:
            place = replace(dataset.previous[0].place, row=None, column="rating")
            yield problem("previous-scheme-doubtful", place, value=band.word, data=str(given[band.word]), scheme=assessed.scheme.name)


def _given_before(found: Assessment) -> str | None:
    """What the scheme in force gives the figure that the direction looks back to."""
    return next((each.computed for each in found.history if each.period == found.direction.since), None)


def _previous_differs(indicator: Indicator, listed: PreviousRating, before: Rated) -> Problem:
    place = replace(listed.place, column="rating")
    words = {"indicator": _named(indicator), "period": before.period.spoken}
    return problem("previous-rating-differs", place, value=listed.rating, data=before.published, **words)


def published_counts(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """Published counts of ratings and directions that differ from ours, or that we count nothing for.

    Whether they add up, and whether as many actions are listed as stated, needs no rules: intake looks at that.
    """
    computed, other = computed_counts(assessed.counts), assessed.counts.previous_other_scheme
    for stated in dataset.stated:
        if stated.value is None or stated.subject not in SUBJECTS or (other and stated.subject in OF_LAST_REPORT):
            continue
        count = computed.get((stated.subject, stated.measure.lower()))
        value = digits(stated.value)
        if count is None:
            words = {"subject": stated.subject.replace("_", " "), "measure": stated.measure}
            yield problem("published-count-unknown", stated.place, value=value, choices=_measures(computed, stated.subject), **words)
        elif count != stated.value:
            yield problem("published-count-differs", stated.place, value=value, data=digits(count), what=_counted(stated))


def _counted(stated: StatedTotal) -> str:
    """What a published total counts, in words."""
    form = COUNTED[stated.subject] if " " not in stated.measure and stated.measure.lower() != "total" else "{subject}, {measure},"
    return form.format(subject=stated.subject.replace("_", " "), measure=stated.measure)


def _measures(computed: Mapping[tuple[str, str], Decimal], subject: str) -> str:
    return ", ".join(measure for each, measure in computed if each == subject)


def misplaced_floors(dataset: Dataset, assessed: Assessed) -> Iterator[Problem]:
    """Floors that are better than their target, where higher or lower is better. Those of a rule can't be."""
    given = {each.indicator for each in dataset.observations if "floor" in each.values}
    for indicator, found in _kpis(dataset, assessed, given):
        for rated in found.history:
            if rated.floor is None or rated.target is None:
                continue
            better = rated.floor > rated.target if indicator.polarity == "higher" else rated.floor < rated.target
            if better:
                value, target = with_unit(rated.floor, indicator.unit), with_unit(rated.target, indicator.unit)
                words = {"indicator": _named(indicator), "period": rated.period.spoken}
                yield problem("floor-beyond-target", rated.place, value=value, data=target, **words)


def _kpis(dataset: Dataset, assessed: Assessed, only: Container[str] | None = None) -> Iterator[tuple[Indicator, Assessment]]:
    """The rated indicators with what was found of each; with `only` some ids."""
    for each in dataset.indicators:
        if each.id in assessed.by_indicator and (only is None or each.id in only):
            yield each, assessed.by_indicator[each.id]


def _named(indicator: Indicator) -> str:
    """The indicator as analysts and readers know it."""
    return f"{indicator.name} ({indicator.id})"


def _differs(code: str, indicator: Indicator, rated: Rated, published: str, place: Place) -> Problem:
    words = {"indicator": _named(indicator), "period": rated.period.spoken}
    return problem(code, place, value=published, data=rated.rating or rated.unrated, **words)


def _printed(rated: Rated) -> Place:
    """The cell that holds the rating as published."""
    return replace(rated.place, column="published_rating")
