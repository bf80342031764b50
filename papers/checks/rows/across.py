"""Rows of tables whose columns are no periods, taken over all their columns: visits in person and online together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from papers.checks.naming import Mention, is_column
from papers.checks.periods import When
from papers.checks.rows.explaining import Told, changes, differences
from papers.checks.rows.scene import Group, Scene, row_of
from papers.checks.subjects import Candidate, stems_of


def across(scene: Scene, group: Group) -> Group | None:
    """The group's rows with a name for each of their columns; None where there are none, or the sentence tells of one column alone."""
    columns = [each for mention in group.mentions for each in _columns(scene.candidates, mention)]
    said = stems_of(scene.coded.sentence)
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


def _columns(candidates: Sequence[Candidate], mention: Mention) -> list[Candidate]:
    """Every column of the rows that the mention may be."""
    rows = {row_of(each) for each in mention.candidates if is_column(each)}
    return [each for each in candidates if is_column(each) and row_of(each) in rows]
