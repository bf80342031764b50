"""Sentences on counts: how many have each rating, how that changed, of how many that is a share, how many improved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from papers.document import Run
from papers.narrative.figures import Part, figure
from papers.narrative.phrases import Counted, Filling, Phrases, of_all
from papers.published import Changes
from papers.results import Assessed, Band, Counts, Scheme
from papers.wording import percentage

LEAST_BASE = 10
"""Rated indicators from which on a share says more than the count does; of fewer, one indicator moves it by more than ten points."""

MORE, FEWER, SAME, STILL_NONE = "more", "fewer", "same", "still_none"

WENT = {"improved": "direction.improved", "worsened": "direction.worsened", "same": "direction.same"}
"""The phrase of each direction."""


def rated(counts: Counts) -> int:
    """How many have a rating: the base of every percentage."""
    return counts.total - counts.unrated


@dataclass(frozen=True, slots=True)
class Before:
    """The counts of the last report that the present ones are held against."""

    rating: Mapping[str, int]
    unrated: int


def before(counts: Counts) -> Before | None:
    """The last report's counts, as its record has them or as its ratings add up; None where the present ones can't be held against them.

    They can't where a previous rating is not known, was given by another scheme, or where nothing was rated.
    """
    if counts.previous_unknown or counts.previous_other_scheme or not any(counts.previous.values()):
        return None
    return Before(counts.previous, counts.previous_unrated)


def ratings(
    phrases: Phrases, counts: Counts, scheme: Scheme, key: str, noun: str = "indicator", *, then: Before | None = None
) -> list[list[Part]]:
    """How many have each rating: the best in a sentence of its own, the others in the next, each with its change since `then`.

    Where some are not rated, the base are those that are, and says so.
    """
    if not counts.total:
        return [phrases.say("summary.no_indicators")]
    if not rated(counts):
        return [phrases.say("summary.none_rated", count=Counted(counts.total, f"{key}/total"), **phrases.noun(noun))]
    best, *others = scheme.bands
    change = _change(phrases, "change.best", counts, then, best.word, key=key)
    opening = phrases.say(
        "summary.best", of_all(counts.rating[best.word], rated(counts)), **_best(phrases, counts, best, key, noun), change=change
    )
    clauses = [_other(phrases, counts, then, band.word, key) for band in others]
    joint = "lists.and_clause" if then else "lists.and"
    return [opening, phrases.say("summary.sentence", clauses=phrases.listed(clauses, joint))] if others else [opening]


def _best(phrases: Phrases, counts: Counts, band: Band, key: str, noun: str) -> dict[str, Filling]:
    """What fills the places of the sentence on the best rating, but for its change."""
    base, nouns = rated(counts), phrases.noun(noun)
    return {
        "count": Counted(counts.rating[band.word], f"{key}/rating/{band.word}"),
        "total": Counted(base, f"{key}/rated" if counts.unrated else f"{key}/total"),
        **(phrases.noun("rated", **nouns) if counts.unrated else nouns),
        "percent": share(phrases, counts, band.word, key) if base >= LEAST_BASE else None,
        "word": band.word,
        "meaning": band.phrase,
    }


def _other(phrases: Phrases, counts: Counts, then: Before | None, word: str, key: str) -> list[Part]:
    count = Counted(counts.rating[word], f"{key}/rating/{word}")
    return phrases.say(
        "summary.other_rating", count=count, word=word, change=_change(phrases, "change.others", counts, then, word, key=key)
    )


def share(phrases: Phrases, counts: Counts, word: str, key: str) -> Run:
    """The share of the rated indicators that have the rating, as a figure. ValueError where none is rated."""
    return figure(phrases.text("numbers.percent", number=f"{percentage(counts.rating[word], rated(counts))}"), f"{key}/percent/{word}")


def _change(phrases: Phrases, phrase: str, counts: Counts, then: Before | None, word: str, *, key: str) -> list[Part]:
    """The change since the last report; nothing where it can't be told."""
    return changed(phrases, phrase, counts.rating[word], then.rating[word], f"{key}/change/{word}") if then else []


def changed(phrases: Phrases, phrase: str, now: int, before: int, key: str = "", *, previous: str = "") -> list[Part]:
    """What became of a count, in the words of that phrase: so many more or fewer, or as many; never "0 more"."""
    case = MORE if now > before else FEWER if now < before else SAME if now else STILL_NONE
    return phrases.say(phrase, case, count=Counted(abs(now - before), key), previous=previous)


def left_out(phrases: Phrases, counts: Counts, key: str, noun: str = "indicator") -> list[list[Part]]:
    """What percentages and changes leave out, a sentence each; the indicators without a rating first."""
    return [unrated(phrases, counts, key, noun), *_incomparable(phrases, counts, key, noun)]


def unrated(phrases: Phrases, counts: Counts, key: str, noun: str = "indicator") -> list[Part]:
    """How many are not rated, and that percentages leave them out; nothing where all are rated, or none."""
    if not counts.unrated or not rated(counts):
        return []
    return phrases.say("summary.unrated", count=Counted(counts.unrated, f"{key}/unrated"), **phrases.noun(noun))


def _incomparable(phrases: Phrases, counts: Counts, key: str, noun: str) -> list[list[Part]]:
    """Why changes of the counts are not told: previous ratings are not known of some (of none needs no words), or are another scheme's."""
    said = []
    if counts.previous_unknown not in {0, counts.total}:
        count = Counted(counts.previous_unknown, f"{key}/previous/unknown")
        said.append(phrases.say("summary.unknown", count=count, **phrases.noun(noun)))
    if counts.previous_other_scheme:
        count = Counted(counts.previous_other_scheme, f"{key}/previous/other-scheme")
        said.append(phrases.say("summary.other_scheme", count=count, **phrases.noun(noun)))
    return said


def membership(phrases: Phrases, assessed: Assessed, changes: Changes, key: str, noun: str = "indicator") -> list[list[Part]]:
    """How many indicators joined and left since the last report, and how many of the others are rated best where that makes a difference."""
    joined, left = len(changes.joiners), len(changes.leavers)
    nouns, unnamed = phrases.noun(noun), {"noun": "", "nouns": ""}
    clauses = [phrases.say("summary.joined", count=Counted(joined, f"{key}/joined"), **nouns)] if joined else []
    if left:
        clauses.append(phrases.say("summary.left", count=Counted(left, f"{key}/left"), **(unnamed if joined else nouns)))
    if not clauses:
        return []
    alike = _alike(phrases, assessed.counts, assessed.scheme.bands[0].word, changes, nouns, key=key)
    return [phrases.say("summary.sentence", clauses=phrases.listed(clauses)), alike]


def _alike(phrases: Phrases, counts: Counts, word: str, changes: Changes, nouns: Mapping[str, str], *, key: str) -> list[Part]:
    """How many of the indicators in both reports have the rating; nothing where that changed as the whole count did."""
    now, then = changes.now[word], changes.then[word]
    if not changes.kept or counts.previous_other_scheme or counts.rating[word] - changes.published.get(word, 0) == now - then:
        return []
    count, change = Counted(now, f"{key}/alike/{word}"), changed(phrases, "change.others", now, then, f"{key}/alike/change/{word}")
    total = Counted(len(changes.kept), f"{key}/alike/total")
    return phrases.say("summary.alike", count=count, total=total, word=word, change=change, **nouns)


def rounded(phrases: Phrases, counts: Counts) -> list[Part]:
    """What the rounded percentages of all ratings add up to, where that is not 100; nothing where none is rated."""
    base = rated(counts)
    total = sum(percentage(count, base) for count in counts.rating.values()) if base else 100
    return phrases.say("summary.rounded", number=phrases.text("numbers.percent", number=f"{total}")) if total != 100 else []


def directions(phrases: Phrases, counts: Counts, key: str, noun: str = "") -> list[Part]:
    """How many improved, worsened and did not change; nothing where none has a direction. `noun` names them where it is needed."""
    told = [word for word, count in counts.direction.items() if count]
    alone = len(told) == 1 and counts.direction[told[0]] == counts.total
    clauses = [_went(phrases, counts, word, key, "" if n else noun, alone=alone) for n, word in enumerate(told)]
    return phrases.say("summary.sentence", clauses=phrases.listed(clauses)) if clauses else []


def _went(phrases: Phrases, counts: Counts, word: str, key: str, noun: str, *, alone: bool) -> list[Part]:
    """The clause of one direction; `alone` where every indicator went that way."""
    count = counts.direction[word]
    nouns = phrases.noun(noun) if noun else {"noun": "", "nouns": ""}
    total = Counted(counts.total, f"{key}/total")
    return phrases.say(
        WENT[word], of_all(count, counts.total) if alone else "", count=Counted(count, f"{key}/direction/{word}"), total=total, **nouns
    )


def net(phrases: Phrases, counts: Counts, key: str) -> list[Part]:
    """Whether more improved than worsened, and by how many; nothing where all went one way, or as many went either."""
    improved, worsened = counts.direction["improved"], counts.direction["worsened"]
    if improved == worsened or counts.total in {improved, worsened}:
        return []
    if not improved or not worsened:
        case = "none_improved" if worsened else "none_worsened"
    else:
        case = "improved" if improved > worsened else "worsened"
    return phrases.say("direction.net", case, count=Counted(abs(improved - worsened), f"{key}/direction/net"))


def untold(phrases: Phrases, counts: Counts, key: str, noun: str = "indicator") -> list[Part]:
    """For how many no direction can be told; nothing where each has one."""
    if not counts.no_direction:
        return []
    return phrases.say("direction.untold", count=Counted(counts.no_direction, f"{key}/direction/none"), **phrases.noun(noun))


def short(phrases: Phrases, counts: Counts, scheme: Scheme, key: str) -> list[Part]:
    """The ratings of a few indicators in one sentence: "One of the three indicators is Green and two are Amber."."""
    held = [band.word for band in scheme.bands if counts.rating[band.word]]
    if not held:
        return phrases.say("summary.none_rated", count=Counted(counts.total, f"{key}/unrated"), **phrases.noun("indicator"))
    clauses = [_first(phrases, counts, held[0], key), *(_next(phrases, counts, word, key) for word in held[1:])]
    if counts.unrated:
        clauses.append(phrases.say("directorate.unrated", count=Counted(counts.unrated, f"{key}/unrated")))
    return phrases.say("summary.sentence", clauses=phrases.listed(clauses))


def _first(phrases: Phrases, counts: Counts, word: str, key: str) -> list[Part]:
    count, total = Counted(counts.rating[word], f"{key}/rating/{word}"), Counted(counts.total, f"{key}/total")
    return phrases.say(
        "directorate.first", of_all(count.number, total.number), count=count, total=total, word=word, **phrases.noun("indicator")
    )


def _next(phrases: Phrases, counts: Counts, word: str, key: str) -> list[Part]:
    return phrases.say("directorate.next", count=Counted(counts.rating[word], f"{key}/rating/{word}"), word=word)
