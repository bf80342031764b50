"""The executive summary: how many, how changed, what moved, where; then every indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from papers.assess import counts, kpis
from papers.dataset import Directorate, Indicator
from papers.document import Bullets, Heading, Item, Paragraph, inlines, plain
from papers.drafting.authored import Place, authored
from papers.drafting.blocks import COMMENTARY
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import NOT_RATED, bold
from papers.drafting.placing import Piece
from papers.drafting.tallies import Tally, count_strip, indicator_table, matrix
from papers.narrative import direction_summary, directorate_summary, summary
from papers.narrative.counts import before, changed
from papers.narrative.figures import Part, paragraph
from papers.narrative.phrases import Counted
from papers.narrative.ratings import unrated_words
from papers.narrative.summary import closest_to_changing, longest_running, members, not_due
from papers.results import Counts

KEY = "summary"


def summary_blocks(source: Material, place: Place) -> Iterator[Piece]:
    """The summary's blocks under its heading. The lead answers first; the tables show where; the last table names them all."""
    found, indicators = source.assessed.counts, kpis(source.dataset)
    yield Heading(KEY, 1, inlines("Executive summary"))
    told = [summary(source.phrases, source.assessed, source.changes), direction_summary(source.phrases, source.assessed)]
    lead = inlines(*paragraph(told))
    yield Paragraph(block_id(KEY, "lead"), lead, "lead")
    yield from authored(source.narrative.get(KEY), COMMENTARY, 1, place)
    if not indicators:
        return
    yield count_strip(source, KEY, "Indicators by rating", found, changes(source, found))
    yield Heading(block_id(KEY, "matrix-heading"), 2, inlines("Ratings by directorate"))
    yield matrix(source, KEY, "Ratings and directions by directorate", _tallies(source), Tally(("Total",), KEY, found))
    yield from _moved(source, indicators)
    yield from _standing(source, indicators)
    yield from _directorates(source, place)
    yield Heading(block_id(KEY, "indicators-heading"), 2, inlines("All indicators"))
    yield indicator_table(source, block_id(KEY, "indicators"), "All key performance indicators", _groups(source))
    unrated = unrated_words(source.phrases, ((each, source.assessment(each).current) for each in indicators))
    if unrated:
        yield Paragraph(block_id(KEY, "unrated"), inlines(unrated), "note")


class NoneMoved(NamedTuple):
    """The phrases that no rating changed: of all indicators, of the others, of those whose previous rating is known."""

    all: str
    other: str
    known: str


NONE_MOVED = NoneMoved("moved.none", "moved.none_else", "moved.none_known")


def changes(source: Material, found: Counts) -> Mapping[str, str]:
    """By rating, how its count changed on the last report: "1 fewer than Quarter 2 2013/14"; none where it can't be told."""
    then = before(found)
    if then is None:
        return {}
    told = {word: _change(source, found.rating[word], then.rating[word]) for word in found.rating}
    return {**told, NOT_RATED: _change(source, found.unrated, then.unrated)}


def _change(source: Material, now: int, before: int) -> str:
    previous = source.info.previous_period or source.phrases.text("change.last_report")
    return plain(inlines(*changed(source.phrases, "change.strip", now, before, previous=previous)))


def _rated(source: Material) -> list[tuple[Directorate, tuple[Indicator, ...]]]:
    """The directorates that have key performance indicators, with them."""
    found = [(directorate, source.of_directorate(directorate, "kpi")) for directorate in source.dataset.directorates]
    return [(directorate, own) for directorate, own in found if own]


def _tallies(source: Material) -> list[Tally]:
    """The directorates counted; those of one title in the matrix share a row."""
    rows: dict[str, list[Indicator]] = {}
    keys: dict[str, str] = {}
    for directorate, own in _rated(source):
        title = directorate.matrix_title or directorate.title
        rows.setdefault(title, []).extend(own)
        keys.setdefault(title, f"directorate/{directorate.slug}")
    return [Tally((title,), keys[title], _counted(source, own)) for title, own in rows.items()]


def _counted(source: Material, indicators: Sequence[Indicator]) -> Counts:
    return counts((source.assessment(indicator) for indicator in indicators), source.assessed.scheme)


def _moved(source: Material, indicators: Sequence[Indicator]) -> Iterator[Piece]:
    """The indicators whose rating changed; a sentence where none did; nothing where no previous rating is known."""
    if source.assessed.counts.previous_unknown == len(indicators):
        return
    yield Heading(block_id(KEY, "moved-heading"), 2, inlines("What moved"))
    changed = moved(source, indicators)
    if changed:
        yield indicator_table(source, block_id(KEY, "moved"), "Indicators whose rating changed", [("", changed)])
    said = unmoved(source, changed, NONE_MOVED)
    if said:
        yield Paragraph(block_id(KEY, "unmoved" if changed else "moved"), inlines(*paragraph(said)))
    if source.changes:
        names = {indicator.id: indicator.name for indicator in indicators}
        said = [tell(source.phrases, source.changes, names) for tell in (members, not_due)]
        yield from [Paragraph(block_id(KEY, "members"), inlines(*paragraph(said)))] if any(said) else []


def _standing(source: Material, indicators: Sequence[Indicator]) -> Iterator[Piece]:
    """Which have had the worst rating for longest, and which are closest to changing theirs, a list each; nothing where none is."""
    found = [(indicator, source.assessment(indicator)) for indicator in indicators]
    phrases, scheme = source.phrases, source.assessed.scheme
    units = {indicator.id: source.unit(indicator) for indicator in indicators}
    lists = {
        "longest": (phrases.text("moved.longest", word=scheme.bands[-1].word), longest_running(phrases, found, scheme)),
        "closest": (phrases.text("moved.closest"), closest_to_changing(phrases, found, units)),
    }
    for name, (label, items) in lists.items():
        if items:
            yield Paragraph(block_id(KEY, name, "label"), inlines(label), "label")
            yield Bullets(block_id(KEY, name), tuple(Item(words) for words in items))


def moved(source: Material, indicators: Sequence[Indicator]) -> list[Indicator]:
    """The indicators whose rating is not the one that the last report published by the same scheme, where that is known and there is a new result."""
    found = [(indicator, source.assessment(indicator)) for indicator in indicators if indicator.id not in source.unheld]
    told = [(indicator, each) for indicator, each in found if each.previous_known and not each.previous_other]
    return [indicator for indicator, each in told if each.current.rating != each.previous_rating]


def unmoved(source: Material, changed: Sequence[Indicator], phrase: NoneMoved, **nouns: str) -> list[list[Part]]:
    """Of how many it can't be told whether their rating changed, and that none of the others did where that is so.

    `nouns` fill the places of the phrases for the latter.
    """
    phrases, counts = source.phrases, source.assessed.counts
    others = counts.previous_other_scheme
    said = [phrases.say("moved.other_scheme", count=Counted(others), **(nouns or phrases.noun("indicator")))] if others else []
    if changed or others + counts.previous_unknown == counts.total:
        return said
    which = phrase.known if counts.previous_unknown else phrase.other if others else phrase.all
    return [*said, phrases.say(which, **nouns)]


def _directorates(source: Material, place: Place) -> Iterator[Piece]:
    """A paragraph for each directorate, and what was written of it."""
    yield Heading(block_id(KEY, "directorates-heading"), 2, inlines("Directorate by directorate"))
    for directorate, _ in _rated(source):
        said = directorate_summary(source.dataset, source.assessed, directorate, source.changes)
        yield Paragraph(block_id(KEY, "directorate", directorate.slug), inlines(bold(f"{directorate.title}."), " ", *said))
        yield from authored(source.narrative.get(f"directorate/{directorate.slug}"), COMMENTARY, 2, place)


def _groups(source: Material) -> list[tuple[str, Sequence[Indicator]]]:
    """Every indicator under its directorate's title, and its section's where the directorate has several."""
    groups: list[tuple[str, Sequence[Indicator]]] = []
    for directorate, _ in _rated(source):
        sections = source.sections(directorate)
        for section in sections:
            own = source.within([section], "kpi")
            title = directorate.title if section.slug == directorate.slug else f"{directorate.title}: {section.title}"
            groups += [(title, own)] if own else []
    return groups
