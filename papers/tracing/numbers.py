"""Every number that a paper prints, with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from papers.dataset import Dataset
from papers.document import (
    Block,
    Bullets,
    Chart,
    Chip,
    Commentary,
    Document,
    Heading,
    Inline,
    Link,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Travel,
    plain,
    walk,
)
from papers.errors import NOWHERE, Place, Problem
from papers.results import Assessed
from papers.tracing.origins import Origin, Origins
from papers.tracing.wordings import Wordings, numbers_of
from papers.travel.xmr import LIMIT
from papers.wording import digits

From = Literal["cell", "computed", "text", "paper", "authored", "untraced"]
"""A cell of the data; a computation over it; a text or setting of the data, or what a rule says; the paper's own numbering, pages and
words; a person's commentary; or nothing that is known."""

PER = re.compile(r" per [\d,]+$")
"""What a rate is told of, which sentences say and cells leave out."""

Judge = Callable[[str, str], str]
"""What is to be said of a person's text, with the id of the commentary that it stands in: how its sentences agree with the data."""

OWN = re.compile(r"^\d+(?:\.\d+)*\.?(?= )|(?<=\bpage )\d+|(?<=\bpages )\d+ to \d+|\b" + re.escape(str(LIMIT)) + r" times\b")
"""Numbers of a paper itself: of paragraphs, of pages, and the constant of control charts."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A number as it is printed: the block that it stands in, the words around it, its key, what it comes from and where that stands."""

    block: str
    shown: str
    comes: From
    key: str = ""
    place: Place = NOWHERE
    says: str = ""
    number: str = ""
    """The number alone, where the words around it are shown."""

    def as_json(self) -> dict[str, object]:
        """The number with the keys of the schema papers.trace/1."""
        where = {name: getattr(self.place, name) for name in ("file", "sheet", "row", "column")}
        shown = {"shown": self.shown, "number": self.number or None}
        return {"block": self.block, **shown, "from": self.comes, "key": self.key or None, **where, "says": self.says or None}


class Tracer:
    """Traces the papers of one report."""

    def __init__(
        self,
        dataset: Dataset,
        assessed: Assessed,
        problems: Iterable[Problem] = (),
        judge: Judge | None = None,
        *,
        settings: Place = NOWHERE,
    ) -> None:
        self.origins, self.wordings = Origins(dataset, assessed), Wordings(dataset, assessed, problems, settings)
        self.judge = judge

    def trace(self, document: Document) -> Iterator[Traced]:
        """Every number of the paper in reading order; what stands in commentaries is authored."""
        authored = {inner.id: block.id for block in walk(document) if isinstance(block, Commentary) for inner in walk(block)}
        for block in walk(document):
            if block.id in authored:
                yield from self._authored(block, authored[block.id])
            elif isinstance(block, Chart):
                yield from self._chart(block)
            else:
                for inlines in _texts(block):
                    yield from self._inlines(block.id, inlines)

    def _authored(self, block: Section | Block, commentary: str) -> Iterator[Traced]:
        """The texts of a commentary's block that hold numbers, each with what the judge says of it."""
        for text in map(plain, _texts(block)):
            if any(numbers_of(text)):
                yield Traced(commentary, text, "authored", says=self.judge(text, commentary) if self.judge else "")

    def _inlines(self, block: str, inlines: tuple[Inline, ...]) -> Iterator[Traced]:
        """The numbers of one text: those of figures by their keys, the others by the words that they stand in."""
        whole, at = plain(inlines), 0
        for each in _flat(inlines):
            text = plain([each])
            key = each.figure if isinstance(each, Run | Chip | Travel) else None
            found = list(numbers_of(text))
            if key:
                yield self._figure(block, text, key)
            else:
                for start, number in found:
                    yield self._word(block, whole, at + start, number)
            at += len(text)

    def _figure(self, block: str, text: str, key: str) -> Traced:
        origin = self.origins.of(key)
        if origin is None or not _agrees(text, origin):
            return Traced(block, text, "untraced", key, says=(origin and origin.shown) or "")
        comes: From = "computed" if origin.says else "cell"
        return Traced(block, text, comes, key, origin.place, origin.says)

    def _word(self, block: str, text: str, start: int, number: str) -> Traced:
        if any(own.start() <= start < own.end() for own in OWN.finditer(text)):
            return Traced(block, _around(text, start), "paper", number=number)
        return _told(block, text, start, number, self.wordings.of(text, start, number, block))

    def _chart(self, chart: Chart) -> Iterator[Traced]:
        """The points of a chart, and the numbers of the sentence that stands for it where it can't be seen."""
        owner = next((part for part in chart.id.split("/") if part in self.origins.indicators), "")
        for series in chart.series:
            for category, value, label in zip(chart.categories, series.values, series.labels, strict=True):
                if value is not None:
                    yield self._point(
                        Traced(chart.id, f"{series.name}, {category}: {label or value}", "untraced"), series.kind, owner, value
                    )
        for start, number in numbers_of(chart.alt):
            place = self.origins.cell_of(owner, number) or self.wordings.of(chart.alt, start, number, chart.id)
            yield _told(chart.id, chart.alt, start, number, place)

    def _point(self, point: Traced, kind: str, owner: str, value: Decimal) -> Traced:
        """The point with its cell, or as computed where it is of a line that rules draw."""
        if kind in DRAWN:
            return replace(point, comes="computed", says="drawn by the method of direction of travel")
        place = self.origins.cell_of(owner, digits(abs(value)))
        return replace(point, comes="cell", place=place) if place else point


WINDOW = 30
"""Characters at least that are shown on each side of a number in a text."""
ELSEWHERE = "a rule of a scheme, or a count"

DRAWN = frozenset({"mean", "limit", "trend"})
"""Lines of a chart that no cell holds."""


def _told(block: str, text: str, start: int, number: str, place: Place | None) -> Traced:
    """The number of a text with the place that it comes from; of schemes and counts there is no file."""
    if place is None:
        return Traced(block, _around(text, start), "untraced", number=number)
    return Traced(block, _around(text, start), "text", place=place, says="" if place.file else ELSEWHERE, number=number)


def _around(text: str, start: int) -> str:
    """The whole words around the place in the text."""
    first, last = max(0, start - WINDOW), min(len(text), start + WINDOW)
    first = text.rfind(" ", 0, first) + 1 if first else 0
    last = text.find(" ", last) if text.find(" ", last) >= 0 else len(text)
    return text[first:last].strip()


def _flat(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for each in inlines:
        if isinstance(each, Link):
            yield from each.runs
        else:
            yield each


def _texts(block: Section | Block) -> Iterator[tuple[Inline, ...]]:
    """The texts of the block itself, not of those within it."""
    match block:
        case Heading() | Paragraph():
            yield block.inlines
        case Bullets(items=items):
            yield from (item.inlines for item in items)
        case Table(rows=rows):
            yield from (cell.inlines for row in rows for cell in row.cells)
        case Picture(caption=caption):
            yield caption


def _agrees(text: str, origin: Origin) -> bool:
    """Whether the text shows the origin's numbers; words in the place of numbers, and origins without a known one, are taken."""
    told = [number for _, number in numbers_of(PER.sub("", text))]
    if origin.shown is None or not told:
        return True
    return told == [number for _, number in numbers_of(PER.sub("", origin.shown))]
