"""Who joined, who left and how ratings changed like for like since the last report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from papers.dataset import Dataset, Indicator
from papers.published import Changes, Moved, PublishedIndicator, PublishedReport, Renamed
from papers.records.freezing import published_as
from papers.results import Assessed

KPI = "kpi"

Pair = tuple[Indicator, PublishedIndicator]


def changes_of(dataset: Dataset, assessed: Assessed) -> Changes | None:
    """How the report's key performance indicators differ from the last report's; None where the data do not name its record."""
    record = dataset.record
    if record is None:
        return None
    here = [each for each in dataset.indicators if each.id in assessed.by_indicator]
    then = {each.id: each for each in record.indicators if each.kind == KPI}
    pairs = [(each, found) for each in here if (found := published_as(each, record)) and found.id in then]
    return _changes(dataset, assessed, record, here, pairs)


def _changes(dataset: Dataset, assessed: Assessed, record: PublishedReport, here: Sequence[Indicator], pairs: Sequence[Pair]) -> Changes:
    words = [band.word for band in assessed.scheme.bands]
    kept = [each.id for each, _ in pairs]
    before = [found.rating for _, found in pairs]
    present = [assessed.by_indicator[name].current.rating for name in kept]
    stayed = {found.id for _, found in pairs}
    joiners = [each for each in here if each.id not in kept]
    return Changes(
        period=record.period,
        joiners=tuple(each.id for each in joiners),
        leavers=tuple(each for each in record.indicators if each.kind == KPI and each.id not in stayed),
        successors=_successors(joiners),
        renamed=tuple(_renamed(pairs)),
        moved=tuple(_moved(dataset, pairs)),
        not_due=tuple(each.id for each, found in pairs if found.current == assessed.by_indicator[each.id].current.period.end),
        kept=tuple(kept),
        then=_counted(before, words),
        now=_counted(present, words),
        then_unrated=sum(word not in words for word in before),
        now_unrated=sum(word is None for word in present),
        published=record.counts,
    )


def _counted(ratings: Iterable[str | None], words: Sequence[str]) -> Mapping[str, int]:
    found = Counter(ratings)
    return {word: found[word] for word in words}


def _successors(joiners: Iterable[Indicator]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for each in joiners:
        if each.successor_of:
            found[each.successor_of] = (*found.get(each.successor_of, ()), each.id)
    return found


def _renamed(pairs: Iterable[Pair]) -> Iterable[Renamed]:
    for each, found in pairs:
        if (each.id, each.title) != (found.id, found.title):
            yield Renamed(each.id, each.title, found.id, found.title)


def _moved(dataset: Dataset, pairs: Iterable[Pair]) -> Iterable[Moved]:
    titles = {each.slug: each.title for each in dataset.directorates}
    within = {**titles, **{each.slug: titles.get(each.directorate, "") for each in dataset.sections}}
    for each, found in pairs:
        if found.directorate and within.get(each.section) != found.directorate:
            yield Moved(each.id, found.directorate, within.get(each.section, ""))
