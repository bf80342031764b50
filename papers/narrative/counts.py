"""Sentences on counts: how many have each rating, how that changed, of how many that is a share, how many improved."""

from __future__ import annotations

from papers.document import Run
from papers.narrative.figures import Part, figure
from papers.narrative.phrases import Counted, Phrases, of_all
from papers.results import Band, Counts, Scheme
from papers.wording import percentage

LEAST_BASE = 10
"""Rated indicators from which on a share says more than the count does; of fewer, one indicator moves it by more than ten points."""

MORE, FEWER, SAME, STILL_NONE = "more", "fewer", "same", "still_none"

WENT = {"improved": "direction.improved", "worsened": "direction.worsened", "same": "direction.same"}
"""The phrase of each direction."""


def rated(counts: Counts) -> int:
    """How many have a rating: the base of every percentage."""
    return counts.total - counts.unrated


def ratings(phrases: Phrases, counts: Counts, scheme: Scheme, key: str, noun: str = "indicator") -> list[list[Part]]:
    """How many have each rating: the best in a sentence of its own, the others in the next, each with its change.

    Where some are not rated, the base are those that are, and says so.
    """
    if not counts.total:
        return [phrases.say("summary.no_indicators")]
    if not rated(counts):
        return [phrases.say("summary.none_rated", count=Counted(counts.total, f"{key}/total"), **phrases.noun(noun))]
    best, *others = scheme.bands
    opening = _best(phrases, counts, best, key, noun)
    clauses = [_other(phrases, counts, band, key) for band in others]
    joint = "lists.and_clause" if comparable(counts) else "lists.and"
    return [opening, phrases.say("summary.sentence", clauses=phrases.listed(clauses, joint))] if others else [opening]


def _best(phrases: Phrases, counts: Counts, band: Band, key: str, noun: str) -> list[Part]:
    count, base = counts.rating[band.word], rated(counts)
    nouns = phrases.noun(noun)
    return phrases.say(
        "summary.best",
        of_all(count, base),
        count=Counted(count, f"{key}/rating/{band.word}"),
        total=Counted(base, f"{key}/rated" if counts.unrated else f"{key}/total"),
        **(phrases.noun("rated", **nouns) if counts.unrated else nouns),
        percent=share(phrases, counts, band.word, key) if base >= LEAST_BASE else None,
        word=band.word,
        meaning=band.phrase,
        change=_change(phrases, counts, band, key, "change.best"),
    )


def _other(phrases: Phrases, counts: Counts, band: Band, key: str) -> list[Part]:
    count = Counted(counts.rating[band.word], f"{key}/rating/{band.word}")
    return phrases.say("summary.other_rating", count=count, word=band.word, change=_change(phrases, counts, band, key, "change.others"))


def share(phrases: Phrases, counts: Counts, word: str, key: str) -> Run:
    """The share of the rated indicators that have the rating, as a figure. ValueError where none is rated."""
    return figure(phrases.text("numbers.percent", number=f"{percentage(counts.rating[word], rated(counts))}"), f"{key}/percent/{word}")


def _change(phrases: Phrases, counts: Counts, band: Band, key: str, phrase: str) -> list[Part]:
    """The change since the last report; nothing where it can't be told."""
    if not comparable(counts):
        return []
    now, before = counts.rating[band.word], counts.previous[band.word]
    return changed(phrases, phrase, now, before, f"{key}/change/{band.word}")


def changed(phrases: Phrases, phrase: str, now: int, before: int, key: str = "", *, previous: str = "") -> list[Part]:
    """What became of a count, in the words of that phrase: so many more or fewer, or as many; never "0 more"."""
    case = MORE if now > before else FEWER if now < before else SAME if now else STILL_NONE
    return phrases.say(phrase, case, count=Counted(abs(now - before), key), previous=previous)


def comparable(counts: Counts) -> bool:
    """Whether the counts can be held against those of the last report: it is known of all, by this scheme, and it rated one or more."""
    return not counts.previous_unknown and not counts.previous_other_scheme and counts.previous_unrated < counts.total


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
    """Whether more improved than worsened, and by how many; nothing where all went one way, or none did either."""
    improved, worsened = counts.direction["improved"], counts.direction["worsened"]
    if (not improved and not worsened) or counts.total in {improved, worsened}:
        return []
    if not improved or not worsened:
        case = "none_improved" if worsened else "none_worsened"
    else:
        case = "equal" if improved == worsened else "improved" if improved > worsened else "worsened"
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
