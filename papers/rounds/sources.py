"""Where the data of a block or figure lives, and what a figure's data says now: for questions that name file, row and column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from papers.dataset import Dataset, Indicator, Observation
from papers.drafting.authored import commentary_id
from papers.drafting.ids import block_id, table_figure
from papers.errors import Place

LEAST_TELLING = 2
"""Characters from which on a quoted figure can be told from other numbers in a sentence."""

SENTENCE = re.compile(r"(?<=[.!?])\s+")


def place_of(dataset: Dataset, block: str, key: str = "") -> str:
    """The file, row and column behind a figure, else behind its block; in words where it is computed from all of the data."""
    found = _of_figure(dataset, key) or _of_part(dataset, block) or _of_block(dataset, block)
    return str(found) if found else "computed from the data of the report"


def _of_figure(dataset: Dataset, key: str) -> Place | None:
    head, _, rest = key.partition("/")
    if head == "indicator":
        return _of_point(dataset, key)
    if head == "table":
        return next((place for own, place in _table_cells(dataset) if own == key), None)
    end, _, series = rest.partition("/")
    for each in dataset.observations:
        if each.indicator == head and each.period.end.isoformat() == end:
            return each.place_of(series)
    return _of_indicator(dataset, head)


def _of_point(dataset: Dataset, key: str) -> Place | None:
    """The figure that a chart draws, from the point's key: indicator/CS01/chart/Actual/Dec 13."""
    found = drawn_at(dataset, key)
    return found and found[0].place_of(found[1])


def drawn_at(dataset: Dataset, key: str) -> tuple[Observation, str] | None:
    """The observation of which a chart draws a series, and the name of the series, from the point's key."""
    _, _, rest = key.partition("/")
    indicator, _, named = rest.partition("/chart/")
    for each in dataset.observations:
        if each.indicator == indicator and named.endswith(f"/{each.period.label}"):
            series = named.removesuffix(f"/{each.period.label}").casefold()
            return each, series if series in each.values else "actual"
    return None


def _table_cells(dataset: Dataset) -> Iterator[tuple[str, Place]]:
    for table in dataset.tables:
        for row in table.rows:
            for heading, cell in zip(table.headings, row.cells, strict=True):
                if cell:
                    yield table_figure(table.id, row.group, row.label, heading), cell.value.place


def _of_part(dataset: Dataset, block: str) -> Place | None:
    """Where the title of an authored part is written, or its commentary."""
    return next((each.place for each in dataset.narrative if block in (block_id(each.key), commentary_id(each.key))), None)


def _of_block(dataset: Dataset, block: str) -> Place | None:
    head, _, rest = block.partition("/")
    if head == "indicator":
        return _of_indicator(dataset, rest.split("/")[0])
    if head == "table":
        return next((each.place for each in dataset.tables if each.id == rest.split("/")[0]), None)
    places = {each.slug: each.place for each in dataset.directorates} | {each.slug: each.place for each in dataset.sections}
    return places.get(rest.split("/")[0]) if head in ("section", "directorate") else None


def _of_indicator(dataset: Dataset, key: str) -> Place | None:
    found = next((each.place for each in dataset.indicators if each.id == key), None)
    return found and replace(found, column=None)


# --- figures quoted in prose


def quoted(text: str, block: str, shown: Mapping[str, str], indicators: Iterable[Indicator]) -> dict[str, str]:
    """The figures that the text quotes: of the block's own indicator, else of those whose figure no other one shows alike."""
    own = block.split("/")[1] if block.startswith("indicator/") else ""
    if own and any(each.id == own for each in indicators):
        offered = {key: value for key, value in shown.items() if key.startswith(f"{own}/")}
    else:
        counted: dict[str, int] = {}
        for value in shown.values():
            counted[value] = counted.get(value, 0) + 1
        offered = {key: value for key, value in shown.items() if counted[value] == 1}
    return {key: value for key, value in offered.items() if len(value) >= LEAST_TELLING and _stands_in(value, text)}


def sentences_with(value: str, text: str) -> list[str]:
    """The sentences of the text that quote the value."""
    return [sentence for sentence in SENTENCE.split(" ".join(text.split())) if _stands_in(value, sentence)]


def _stands_in(value: str, text: str) -> bool:
    """Whether the value stands in the text by itself, not as part of a longer number."""
    return re.search(rf"(?<![\w.,]){re.escape(value)}(?![\w%]|[.,]\d)", text) is not None
