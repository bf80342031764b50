"""What is noted of indicators that a table alone tells of: each remark once, as a list, after what it is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from papers.dataset import Indicator
from papers.document import Bullets, Item, inlines
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import bold
from papers.drafting.trend import BASIS
from papers.narrative.markers import marker_notes
from papers.narrative.notes import closed, figure_notes
from papers.wording import capital, listed

EVIDENT = frozenset({"", "snapshot", "quarter", "quarter end", "month", "month end"})
"""What a figure covers where the label of its period says as much."""


def remarks(
    source: Material, key: str, indicators: Iterable[Indicator], label: Callable[[Indicator], str], marked: Iterable[Indicator] = ()
) -> Iterator[Bullets]:
    """The list of remarks under the block `key`, indicators named by `label`, and what markers of the `marked` ones stand for.

    Nothing where nothing is noted.
    """
    subjects: dict[str, list[str]] = {}
    for indicator in indicators:
        for subject, remark in _noted(source, indicator, label(indicator)):
            subjects.setdefault(remark, []).append(subject)
    items = [Item(inlines(bold(f"{listed(about)}."), f" {closed(remark)}")) for remark, about in subjects.items() if remark]
    values = (value for indicator in marked for each in source.of(indicator) for value in each.values.values())
    items += [Item(inlines(words)) for words in marker_notes(values, source.info.small_numbers)]
    if items:
        yield Bullets(block_id(key, "notes"), tuple(items))


def _noted(source: Material, indicator: Indicator, label: str) -> Iterator[tuple[str, str]]:
    """What each remark is on, and the remark: what the figures cover, where they come from, notes on it and on its periods."""
    yield label, _basis(indicator)
    yield label, f"Source: {indicator.data_source}" if indicator.data_source else ""
    yield label, indicator.note
    yield from ((f"{label}, {each.period.label}", each.note) for each in source.of(indicator))
    found = figure_notes(source.phrases, source.of(indicator), source.series.get(indicator.id, ()))
    yield from ((f"{label}, {listed(of)}", note) for note, of in found.items())


def _basis(indicator: Indicator) -> str:
    """What a figure covers, where neither its period nor its title says so."""
    if indicator.basis in EVIDENT or indicator.basis in indicator.title:
        return ""
    return BASIS.get(indicator.basis, capital(indicator.basis))
