"""The executive summary in sentences: counts, directions, what moved, and a paragraph for each directorate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papers.assess import counts as count
from papers.assess import kpis_of
from papers.dataset import Dataset, Directorate, Indicator
from papers.document import inlines
from papers.narrative import counts as say
from papers.narrative.figures import Part, Words, figure, joined, paragraph
from papers.results import Assessed, Assessment, Counts, Scheme

KEY = "summary"


def summary(assessed: Assessed) -> Words:
    """The counts of the whole report against the last one, the share that met its target, and what is not rated."""
    found, scheme = assessed.counts, assessed.scheme
    return inlines(*paragraph([*say.ratings(found, scheme, KEY), say.share(found, scheme, KEY), *_left_out(found)]))


def _left_out(found: Counts) -> list[list[Part]]:
    """What percentages and changes leave out."""
    return [say.unrated(found, KEY), say.unknown(found, KEY)]


def direction_summary(assessed: Assessed, noun: str = "indicator") -> Words:
    """How many improved, worsened and did not change, and the net of it. Empty where no direction can be told at all.

    `noun` is what the paper calls its indicators.
    """
    found = assessed.counts
    return inlines(*paragraph([say.directions(found, KEY, noun), say.net(found, KEY), say.untold(found, KEY)]))


def directorate_summary(dataset: Dataset, assessed: Assessed, directorate: Directorate) -> Words:
    """The directorate's counts, what moved up or down by name, and what is rated worst by name."""
    own = kpis_of(dataset, directorate)
    if not own:
        return inlines(f"{directorate.title} has no key performance indicators in this report.")
    return inlines(*paragraph(_sentences(own, assessed, f"directorate/{directorate.slug}")))


def _sentences(own: Sequence[Indicator], assessed: Assessed, key: str) -> Iterable[list[Part]]:
    found = [(indicator, assessed.by_indicator[indicator.id]) for indicator in own]
    counts = count((each for _, each in found), assessed.scheme)
    yield say.short(counts, assessed.scheme, key)
    yield say.directions(counts, key)
    yield say.untold(counts, key)
    moves = [_moved(indicator, each, assessed.scheme) for indicator, each in found if _changed(each)]
    yield from moves or [_nothing_moved(found)]
    yield from _worst([(indicator, each) for indicator, each in found if not _changed(each)], assessed.scheme)


def _changed(found: Assessment) -> bool:
    """Whether the indicator has two ratings and they differ; one that joined or lost its rating has not moved."""
    return None not in {found.previous_rating, found.current.rating} and found.previous_rating != found.current.rating


def _nothing_moved(found: Sequence[tuple[Indicator, Assessment]]) -> list[Part]:
    """That no rating changed; nothing where the last report rated none of them, or not all that it said is known."""
    if not any(each.previous_rating for _, each in found) or not all(each.previous_known for _, each in found):
        return []
    return ["Its rating has not changed." if len(found) == 1 else "No rating changed."]


def _moved(indicator: Indicator, found: Assessment, scheme: Scheme) -> list[Part]:
    """One that moved: "Young people who are NEET moved up from Red to Amber."."""
    words = [band.word for band in scheme.bands]
    now, before = found.current.rating or "", found.previous_rating or ""
    way = "up" if before not in words or words.index(now) < words.index(before) else "down"
    parts: list[Part] = [figure(before, f"{indicator.id}/previous"), " to ", figure(now, f"{indicator.id}/rating")]
    return [f"{indicator.name} moved {way} from ", *parts, "."]


def _worst(found: Sequence[tuple[Indicator, Assessment]], scheme: Scheme) -> Iterable[list[Part]]:
    """The indicators at the worst rating that have not moved to it, by name: those that stay there, then those that are new."""
    word = scheme.bands[-1].word
    worst = [(indicator, each.previous_rating == word) for indicator, each in found if each.current.rating == word]
    for stayed, opening in ((True, f"Still rated {word}: "), (False, f"Rated {word}: ")):
        names: list[list[Part]] = [[indicator.name] for indicator, stays in worst if stays == stayed]
        yield [opening, *joined(names, joint="; ", comma="; "), "."] if names else []
