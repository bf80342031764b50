"""What becomes of single indicators between two reports: they end, take another id, are split, or move to another section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from papers.dataset import Dataset, Indicator
from papers.errors import PapersError, Problem, problem
from papers.intake.findings import hint

Kind = Literal["end", "rename", "split", "move"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the indicator's id, and the new id, the ids it is split into, or the slug of the section it moves to."""

    kind: Kind
    indicator: str
    to: tuple[str, ...] = ()


def changed(dataset: Dataset, changes: Sequence[Change]) -> Dataset:
    """The report with its indicators changed; what ends keeps its rows and says when it ended. PapersError for every unknown name."""
    problems = list(_problems(dataset, changes))
    if problems:
        raise PapersError(problems)
    for change in changes:
        dataset = {"end": _ended, "rename": _renamed, "split": _split, "move": _moved}[change.kind](dataset, change)
    return dataset


def _problems(dataset: Dataset, changes: Iterable[Change]) -> Iterator[Problem]:
    known = [each.id for each in dataset.indicators]
    sections = [each.slug for each in dataset.sections]
    for change in changes:
        if change.indicator not in known:
            yield problem("roll-unknown", value=change.indicator, what="indicator", hint=hint(change.indicator, known))
        for name in change.to:
            if change.kind == "move" and name not in sections:
                yield problem("roll-unknown", value=name, what="section", hint=hint(name, sections))
            elif change.kind != "move" and name in known:
                yield problem("roll-taken", value=name)


def _ended(dataset: Dataset, change: Change) -> Dataset:
    end = dataset.info.period_end
    return replace(
        dataset, indicators=tuple(replace(each, ended=end) if each.id == change.indicator else each for each in dataset.indicators)
    )


def _moved(dataset: Dataset, change: Change) -> Dataset:
    indicators = (replace(each, section=change.to[0]) if each.id == change.indicator else each for each in dataset.indicators)
    return replace(dataset, indicators=tuple(indicators))


def _renamed(dataset: Dataset, change: Change) -> Dataset:
    """The indicator and all that is of it under its new id; it says what it was called."""
    old, new = change.indicator, change.to[0]
    return replace(
        dataset,
        indicators=tuple(replace(each, id=new, formerly=old) if each.id == old else each for each in dataset.indicators),
        observations=tuple(replace(each, indicator=new) if each.indicator == old else each for each in dataset.observations),
        series=tuple(replace(each, indicator=new) if each.indicator == old else each for each in dataset.series),
        floors=tuple(replace(each, indicator=new) if each.indicator == old else each for each in dataset.floors),
        links=tuple(replace(each, figure=_link(each.figure, old, new), part=_link(each.part, old, new)) for each in dataset.links),
    )


def _link(figure: str, old: str, new: str) -> str:
    first, *rest = figure.split("|")
    return "|".join([first.replace(old, new) if first.strip() == old else first, *rest])


def _split(dataset: Dataset, change: Change) -> Dataset:
    """The indicator ended, and after it those that follow: defined alike until somebody says otherwise, without its history."""
    dataset = _ended(dataset, change)
    indicators: list[Indicator] = []
    for each in dataset.indicators:
        indicators.append(each)
        if each.id == change.indicator:
            indicators += [_successor(each, name) for name in change.to]
    series = (replace(each, indicator=new) for each in dataset.series if each.indicator == change.indicator for new in change.to)
    floors = (replace(each, indicator=new) for each in dataset.floors if each.indicator == change.indicator for new in change.to)
    return replace(dataset, indicators=tuple(indicators), series=(*dataset.series, *series), floors=(*dataset.floors, *floors))


def _successor(old: Indicator, name: str) -> Indicator:
    short = f"{old.short_title} ({name})" if old.short_title else ""
    return replace(old, id=name, title=f"{old.title} ({name})", short_title=short, successor_of=old.id, ended=None, formerly="", note="")
