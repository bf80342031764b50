"""The executive summary in sentences: counts, directions, what moved, and a paragraph for each directorate."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from papers.assess import counts as count
from papers.assess import kpis_of
from papers.dataset import Dataset, Directorate, Indicator
from papers.document import inlines
from papers.narrative import counts as say
from papers.narrative.figures import Part, Words, figure, paragraph
from papers.narrative.phrases import Counted, Phrases, phrases_of
from papers.narrative.running import PERIODS, Near, Running, closest, longest, run_of
from papers.published import Changes, Renamed
from papers.results import Assessed, Assessment, Scheme
from papers.wording import gap

KEY = "summary"

MOST_NAMED = 3
"""Indicators that the summary names as longest at the worst rating, and as closest to changing."""

MOST_NOT_DUE = 10
"""Indicators without a new result that the summary names; more are counted."""

Found = Sequence[tuple[Indicator, Assessment]]
"""Indicators with what was found of them."""


def summary(phrases: Phrases, assessed: Assessed, changes: Changes | None = None) -> Words:
    """The counts of the whole report against the last one, with the share that met the target, what is left out, who joined and left."""
    found = assessed.counts
    told = say.ratings(phrases, found, assessed.scheme, KEY, then=say.before(found))
    members = say.membership(phrases, assessed, changes, KEY) if changes else []
    return inlines(*paragraph([*told, *say.left_out(phrases, found, KEY), *members]))


def direction_summary(phrases: Phrases, assessed: Assessed, noun: str = "indicator") -> Words:
    """How many improved, worsened and did not change, and the net of it. Empty where no direction can be told at all.

    `noun` is what the paper calls its indicators.
    """
    found = assessed.counts
    told = [say.directions(phrases, found, KEY, noun), say.net(phrases, found, KEY), say.untold(phrases, found, KEY, noun)]
    return inlines(*paragraph(told))


def directorate_summary(dataset: Dataset, assessed: Assessed, directorate: Directorate, changes: Changes | None = None) -> Words:
    """The directorate's counts, what moved up or down by name, and what is rated worst by name.

    By the record of the last report an indicator without a new result since has neither moved nor stayed, and one that is new says so.
    """
    own, phrases = kpis_of(dataset, directorate), phrases_of(dataset)
    if not own:
        return inlines(*phrases.say("directorate.no_indicators", title=directorate.title))
    return inlines(*paragraph(_sentences(phrases, own, assessed, changes, key=f"directorate/{directorate.slug}")))


def _sentences(
    phrases: Phrases, own: Sequence[Indicator], assessed: Assessed, changes: Changes | None, *, key: str
) -> Iterable[list[Part]]:
    found = [(indicator, assessed.by_indicator[indicator.id]) for indicator in own]
    counts = count((each for _, each in found), assessed.scheme)
    yield say.short(phrases, counts, assessed.scheme, key)
    yield say.directions(phrases, counts, key)
    yield say.untold(phrases, counts, key)
    late, new = (changes.not_due, changes.joiners) if changes else ((), ())
    told = {indicator.id: _told(phrases, indicator, each, assessed, new=new) for indicator, each in found if indicator.id not in late}
    yield from [said for said in told.values() if said] or [_unmoved(phrases, found, late)]
    yield from _worst(phrases, [(indicator, each) for indicator, each in found if not told.get(indicator.id)], assessed.scheme)


def _told(phrases: Phrases, indicator: Indicator, found: Assessment, assessed: Assessed, *, new: Collection[str]) -> list[Part]:
    """What became of the indicator's rating since the last report, or that it is new; nothing where neither is so."""
    if indicator.id not in new or found.previous_rating:
        return _change(phrases, indicator, found, assessed)
    now = found.current.rating
    return phrases.say("directorate.joined", name=indicator.name, now=figure(now, f"{indicator.id}/rating")) if now else []


def _change(phrases: Phrases, indicator: Indicator, found: Assessment, assessed: Assessed) -> list[Part]:
    """What became of the indicator's rating since the last report; nothing where it is the same, or there was no last report."""
    now, before = found.current.rating, found.previous_rating
    if not found.previous_known or now == before or not _had_ratings(assessed):
        return []
    name, was = indicator.name, figure(before, f"{indicator.id}/previous") if before else None
    is_now = figure(now, f"{indicator.id}/rating") if now else None
    if now is None:
        return phrases.say("directorate.lost", name=name, before=was)
    if before is None:
        return phrases.say("directorate.gained", name=name, now=is_now)
    words = [band.word for band in assessed.scheme.bands]
    if found.previous_other:
        return phrases.say("directorate.other_scheme", name=name, before=was, now=is_now)
    way = "up" if words.index(now) < words.index(before) else "down"
    return phrases.say("directorate.moved", way, name=name, before=was, now=is_now)


def _had_ratings(assessed: Assessed) -> bool:
    """Whether the last report rated anything that this one does."""
    return any(each.previous_rating for each in assessed.by_indicator.values())


def _unmoved(phrases: Phrases, found: Found, not_due: Collection[str]) -> list[Part]:
    """That no rating changed, or could; nothing where the last report rated none of them, or not all that it said is known."""
    if all(indicator.id in not_due for indicator, _ in found):
        return phrases.say("directorate.not_due", "one" if len(found) == 1 else "other")
    if not any(each.previous_rating for _, each in found):
        return []
    if any(each.previous_other or not each.previous_known for _, each in found):
        return []
    return phrases.say("directorate.unmoved", "one" if len(found) == 1 else "other")


def _worst(phrases: Phrases, found: Found, scheme: Scheme) -> Iterator[list[Part]]:
    """The indicators at the worst rating that have not moved to it, by name: for how long, those that stay there, the others."""
    word = scheme.bands[-1].word
    worst = [(indicator, each, run_of(indicator, each)) for indicator, each in found if each.current.rating == word]
    yield from (running(phrases, indicator, word, run) for indicator, each, run in worst if run and each.previous_rating == word)
    rest = [(indicator, each.previous_rating == word) for indicator, each, run in worst if not run or each.previous_rating != word]
    stay, other = ([[indicator.name] for indicator, stays in rest if stays == wanted] for wanted in (True, False))
    if stay:
        yield phrases.say("directorate.still", word=word, names=_names(phrases, stay))
    if other:
        yield phrases.say("directorate.worst", word=word, names=_names(phrases, other))


def _names(phrases: Phrases, names: Iterable[Sequence[Part]]) -> list[Part]:
    return phrases.listed(names, "lists.semicolon", "lists.semicolon")


def members(phrases: Phrases, changes: Changes, names: Mapping[str, str]) -> list[Part]:
    """Which indicators joined, left, were renamed or moved since the last report. `names` are by id."""
    left = {each.id: each.name for each in changes.leavers}
    after = {before for before, joined in changes.successors.items() if before in left and joined}
    new = [name for name in changes.joiners if not any(name in joined for joined in changes.successors.values())]
    gone = [[name] for before, name in left.items() if before not in after]
    return paragraph(
        [
            phrases.say("moved.joined", names=_names(phrases, [[names[name]] for name in new])) if new else [],
            *(_successors(phrases, left[each], [names[name] for name in changes.successors[each]]) for each in left if each in after),
            phrases.say("moved.left", names=_names(phrases, gone)) if gone else [],
            *(_renamed(phrases, names[each.indicator], each) for each in changes.renamed if each.title != each.former_title),
            *(phrases.say("moved.elsewhere", name=names[each.indicator], before=each.before, now=each.now) for each in changes.moved),
        ]
    )


def not_due(phrases: Phrases, changes: Changes, names: Mapping[str, str]) -> list[Part]:
    """Which indicators have no new result since the last report, so that they have neither moved nor stayed; nothing where all have.

    Where there are many they are counted: a list of names that fills a page tells less than their number.
    """
    if len(changes.not_due) > MOST_NOT_DUE:
        return phrases.say("moved.not_due_many", count=Counted(len(changes.not_due), f"{KEY}/not-due"), **phrases.noun("indicator"))
    without = [[names[name]] for name in changes.not_due]
    return phrases.say("moved.not_due", names=_names(phrases, without)) if without else []


def _successors(phrases: Phrases, before: str, names: Sequence[str]) -> list[Part]:
    return phrases.say("moved.successors", before=before, names=_names(phrases, [[name] for name in names]))


def _renamed(phrases: Phrases, name: str, renamed: Renamed) -> list[Part]:
    return phrases.say("moved.renamed", name=name, before=f"\u201c{renamed.former_title}\u201d")


def running(phrases: Phrases, indicator: Indicator, word: str, run: Running) -> list[Part]:
    """For how long the indicator has had that rating: "Red for five quarters running: Measure 3."."""
    case, told = _run(phrases, indicator, run)
    return phrases.say("directorate.running", case, name=indicator.name, word=word, **told)


def _run(phrases: Phrases, indicator: Indicator, run: Running) -> tuple[str, dict[str, Part]]:
    """The case and the places of a run: so many periods where they follow one another, else since when."""
    length = figure(phrases.counted(run.periods, PERIODS[indicator.frequency]), f"{indicator.id}/run")
    return "periods" if run.even else "since", {"run": length, "since": figure(run.first.spoken, f"{indicator.id}/since")}


def longest_running(phrases: Phrases, found: Found, scheme: Scheme) -> list[Words]:
    """The indicators that have had the worst rating for longest, an item each; none where none has had it twice running."""
    items = []
    for indicator, run in longest(found, scheme.bands[-1].word, MOST_NAMED):
        case, told = _run(phrases, indicator, run)
        items.append(inlines(*phrases.say("moved.longest_item", case, name=indicator.name, **told)))
    return items


def closest_to_changing(phrases: Phrases, found: Found, units: dict[str, str]) -> list[Words]:
    """The indicators closest to a boundary of their ratings, an item each: "...: Green, 0.4 percentage points above the target."."""
    return [inlines(*_close(phrases, *each, units[each[0].id])) for each in closest(found, MOST_NAMED)]


def _close(phrases: Phrases, indicator: Indicator, found: Assessment, at: Near, unit: str) -> list[Part]:
    case = "above" if at.distance > 0 else "below" if at.distance < 0 else "on"
    now = figure(found.current.rating or "", f"{indicator.id}/rating")
    distance = figure(gap(abs(Decimal(at.distance)), unit), f"{indicator.id}/margin")
    return phrases.say("moved.closest_item", case, name=indicator.name, now=now, distance=distance, boundary=at.boundary)
