"""Rows of tables whose columns are no periods, taken over all their columns: visits in person and online together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.language.matching import matcher
from papers.checks.language.periods import When
from papers.checks.naming import Mention, is_column, table_of
from papers.checks.rows.explaining import Told, changes, differences, levels, shares
from papers.checks.rows.scene import Group, Scene, row_of
from papers.checks.subjects import Candidate, stems_of

TOTAL = matcher(r"(?<!\S)(?:its|their|the|our) (?:overall |combined |joint )?totals?(?: (?!#|,|;)\S+)* $")
"""Before a number of all columns, whichever was named before."""


def across(scene: Scene, group: Group, at: int = -1) -> Group | None:
    """The group's rows with a name for each of their columns; None where there are none, or what is told of that place is one column alone."""
    columns = [each for mention in group.mentions for each in _columns(scene.candidates, mention)]
    stop = scene.text.find(" , ", at) if at >= 0 else -1
    begin = scene.clause(at)[0] if at >= 0 else 0
    begin = 0 if TOTAL.search(scene.text, begin, max(at, 0)) else begin
    low, high = scene.coded.words(begin, stop if stop > at else len(scene.text))
    said = stems_of(scene.coded.sentence[low:high])
    names = {each.facts.indicator.basis for each in columns}
    named = [each for each in names if stems_of(each) <= said]
    units = {each.facts.unit for each in columns}
    if len(names) < 2 or len(named) == 1 or len(units) != 1 or units <= {"percent"}:
        return None
    return replace(group, mentions=tuple(replace(group.mentions[0], candidates=(each,)) for each in columns))


def between_columns(scene: Scene, group: Group, whens: Sequence[When | None]) -> Iterator[Told]:
    """How far a row's columns lie apart: "more visits online than in person at the one library"."""
    for mention in group.mentions:
        for one, two in itertools.permutations(_columns(scene.candidates, mention), 2):
            if one.facts.unit == two.facts.unit and row_of(one) == row_of(two):
                first, second = (replace(group, mentions=(replace(mention, candidates=(each,)),)) for each in (one, two))
                yield from differences(first, second, whens)


def across_changes(scene: Scene, group: Group, whens: Sequence[When | None], bases: Sequence[When]) -> Iterator[Told]:
    """The changes of the group's rows over all their columns."""
    whole = across(scene, group)
    if whole:
        yield from changes(whole, whens, bases)


def columns_apart(scene: Scene, group: Group, whens: Sequence[When | None]) -> Iterator[Told]:
    """The figures of each column of the group's rows, where the sentence does not tell of one alone."""
    whole = across(scene, group)
    if whole:
        for each in whole.mentions:
            yield from levels(replace(whole, mentions=(each,)), whens, single=True)


def column_shares(scene: Scene, group: Group, whens: Sequence[When | None], at: int) -> Iterator[Told]:
    """The share in all columns of the group's row of the one that is named after that place: "of which just under half were online"."""
    said = stems_of(re.split(r" [,;(] ", scene.text[at:])[0])
    for mention in group.mentions:
        columns = _columns(scene.candidates, mention)
        for one in (each for each in columns if stems_of(each.facts.indicator.basis) <= said):
            same = [replace(mention, candidates=(each,)) for each in columns if row_of(each) == row_of(one)]
            if len(same) > 1 and len({each.facts.unit for each in columns}) == 1:
                yield from shares(
                    replace(group, mentions=(replace(mention, candidates=(one,)),)), replace(group, mentions=tuple(same)), whens
                )


def totals_of(scene: Scene, group: Group, whens: Sequence[When | None]) -> Iterator[Told]:
    """The totals of the tables that the group's rows are in."""
    for each in totals_in(scene, group):
        yield from levels(each, whens, single=True)


def totals_in(scene: Scene, group: Group) -> list[Group]:
    """The total of each table that the group's rows are in."""
    tables = {table_of(one) for each in group.mentions for one in each.candidates}
    totals = [each for each in scene.candidates if each.total and table_of(each) in tables]
    return [replace(group, mentions=(replace(group.mentions[0], candidates=(each,)),)) for each in totals]


def all_before(scene: Scene, at: int) -> Group | None:
    """Every row that is named before that place as one group: "A had 30, B 25 and C 24, together 43%"; None of fewer than two."""
    rows = [each for each in scene.groups if each.stop <= at and not each.is_whole and each.mentions]
    mentions = tuple(mention for each in rows for mention in each.mentions)
    return replace(rows[0], mentions=mentions) if len(mentions) > 1 else None


def _columns(candidates: Sequence[Candidate], mention: Mention) -> list[Candidate]:
    """Every column of the rows that the mention may be."""
    rows = {row_of(each) for each in mention.candidates if is_column(each)}
    return [each for each in candidates if is_column(each) and row_of(each) in rows]
