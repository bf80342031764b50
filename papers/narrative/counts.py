"""Sentences on counts: how many have each rating, how that changed, what share met the target, how many improved."""

from __future__ import annotations

from collections.abc import Sequence

from papers.narrative.figures import Part, are, compared, counted, figure, joined
from papers.results import Band, Counts, Scheme
from papers.wording import count_word, percentage, plural, shown

LAST = " than in the last report"


def ratings(counts: Counts, scheme: Scheme, key: str, noun: str = "indicator") -> list[list[Part]]:
    """How many have each rating: the best in a sentence of its own, the others in the next, each with its change."""
    if not counts.total:
        return [["There are no key performance indicators in this report."]]
    best, *others = scheme.bands
    rest = joined([_clause(counts, band, key, first=not n) for n, band in enumerate(others)], joint=", and ")
    opening = _best(counts, best, key, noun)
    return [opening, [*rest, "."]] if others else [opening]


def _best(counts: Counts, band: Band, key: str, noun: str) -> list[Part]:
    count = counts.rating[band.word]
    phrase = f", {band.phrase}" if band.phrase else ""
    change = _change(counts, band, key, than=LAST, equal="as many as in the last report")
    return [
        *_of_all(count, counts.total, f"{key}/rating/{band.word}", key, noun),
        f" rated {band.word}{phrase}",
        *_after(": ", change),
        ".",
    ]


def _of_all(count: int, total: int, counted_key: str, key: str, noun: str = "indicator") -> list[Part]:
    """The subject and its verb: "19 of the 35 indicators are", "All three indicators are", "The only indicator is"."""
    if total == 1:
        return [figure(f"The only {noun}", counted_key), " is" if count else " is not"]
    if count == total:
        return [figure(_every(total), counted_key), f" {noun}s are"]
    some = counted(count, counted_key, first=True, none="neither" if total == 2 else "none")
    return [some, " of the ", counted(total, f"{key}/total"), f" {noun}s {are(count) if count else 'is'}"]


def _every(total: int) -> str:
    """All of them, as a sentence begins: "Both", "All three"."""
    return "Both" if total == 2 else f"All {count_word(total)}"


def _clause(counts: Counts, band: Band, key: str, *, first: bool) -> list[Part]:
    count = counts.rating[band.word]
    change = _change(counts, band, key, than="", equal="as many as before" if count else "as before")
    return [counted(count, f"{key}/rating/{band.word}", first=first), f" {are(count)} {band.word}", *_after(", ", change)]


def _change(counts: Counts, band: Band, key: str, *, than: str, equal: str) -> list[Part]:
    """The change since the last report; nothing where it can't be told."""
    if not comparable(counts):
        return []
    return compared(counts.rating[band.word], counts.previous[band.word], f"{key}/change/{band.word}", than=than, equal=equal)


def comparable(counts: Counts) -> bool:
    """Whether the counts can be held against those of the last report: it is known of all, and it rated one or more."""
    return not counts.previous_unknown and counts.previous_unrated < counts.total


def unknown(counts: Counts, key: str) -> list[Part]:
    """For how many the previous rating is not known; nothing where it is known of all, or of none."""
    if counts.previous_unknown in {0, counts.total}:
        return []
    number = counted(counts.previous_unknown, f"{key}/previous/unknown")
    noun = plural(counts.previous_unknown, "indicator", "indicators")
    return ["Previous ratings are not known for ", number, f" {noun}, so that changes of the counts are not told."]


def _after(mark: str, parts: Sequence[Part]) -> list[Part]:
    return [mark, *parts] if parts else []


def share(counts: Counts, scheme: Scheme, key: str) -> list[Part]:
    """What share of the rated indicators has the best rating, with its base; nothing where fewer than two are rated."""
    rated = counts.total - counts.unrated
    if rated < 2:
        return []
    best = scheme.bands[0].word
    percent = shown(percentage(counts.rating[best], rated), "percent")
    return [figure(percent, f"{key}/percent/{best}"), f" of the {count_word(rated)} rated indicators are {best}."]


def unrated(counts: Counts, key: str) -> list[Part]:
    """How many are not rated, and that percentages leave them out; nothing where all are rated."""
    if not counts.unrated:
        return []
    left_out = plural(counts.unrated, "is left", "are left")
    return [counted(counts.unrated, f"{key}/unrated", first=True), f" {are(counts.unrated)} not rated and {left_out} out of percentages."]


def directions(counts: Counts, key: str, noun: str = "") -> list[Part]:
    """How many improved, worsened and did not change; nothing where none has a direction. `noun` names them where it is needed."""
    told = [(word, count) for word, count in counts.direction.items() if count]
    if counts.total == 1:
        return [f"It {DONE[word]}." for word, _ in told]
    if len(told) == 1 and told[0][1] == counts.total:
        return [figure(_every(counts.total), f"{key}/direction/{told[0][0]}"), f" {DONE[told[0][0]]}."]
    clauses = [_went(word, count, key, noun if not n else None) for n, (word, count) in enumerate(told)]
    return [*joined(clauses), "."] if clauses else []


DONE = {"improved": "improved", "worsened": "worsened", "same": "did not change"}


def _went(word: str, count: int, key: str, noun: str | None) -> list[Part]:
    """One direction's clause; the first of a sentence has a noun (which may be none)."""
    nouns = plural(count, f" {noun}", f" {noun}s") if noun else ""
    return [counted(count, f"{key}/direction/{word}", first=noun is not None), f"{nouns} {DONE[word]}"]


def net(counts: Counts, key: str) -> list[Part]:
    """Whether more improved than worsened, and by how many; that none did where one word says it; nothing where none did either."""
    improved, worsened = counts.direction["improved"], counts.direction["worsened"]
    if (not improved and not worsened) or counts.total in {improved, worsened}:
        return []
    if not improved or not worsened:
        return ["None improved." if worsened else "None worsened."]
    if improved == worsened:
        return ["As many improved as worsened."]
    more, less = ("improved", "worsened") if improved > worsened else ("worsened", "improved")
    return [counted(abs(improved - worsened), f"{key}/direction/net", first=True), f" more {more} than {less}."]


def untold(counts: Counts, key: str) -> list[Part]:
    """For how many no direction can be told; nothing where each has one."""
    if not counts.no_direction:
        return []
    return ["For ", counted(counts.no_direction, f"{key}/direction/none"), " no direction can be told."]


def short(counts: Counts, scheme: Scheme, key: str) -> list[Part]:
    """The ratings of a few indicators in one sentence: "One of the three indicators is Green and two are Amber."."""
    held = [band.word for band in scheme.bands if counts.rating[band.word]]
    clauses = [_held(counts, word, key, first=not n) for n, word in enumerate(held)]
    if counts.unrated and not held:
        clauses.append([*_of_all(counts.unrated, counts.total, f"{key}/unrated", key), " not rated"])
    elif counts.unrated:
        clauses.append([counted(counts.unrated, f"{key}/unrated"), f" {are(counts.unrated)} not rated"])
    return [*joined(clauses), "."]


def _held(counts: Counts, word: str, key: str, *, first: bool) -> list[Part]:
    count, counted_key = counts.rating[word], f"{key}/rating/{word}"
    subject: list[Part] = [counted(count, counted_key), f" {are(count)}"]
    return [*(_of_all(count, counts.total, counted_key, key) if first else subject), f" {word}"]
