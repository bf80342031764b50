"""Numbers within words: periods, titles, notes and settings of the data, and sentences that rules give, as papers print them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from papers.dataset import Dataset, Indicator, Narrative, Value
from papers.errors import NOWHERE, Place, Problem
from papers.results import Assessed, Counts, Rated
from papers.risks import risk_scheme_of
from papers.wording import UNITS, date_words, digits, percentage

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

RISKS = "risks"
"""What the blocks of the risk register are about."""

UNPRINTED = frozenset({"order", "checksum", "current_score", "previous_score", "target_score"})
"""Fields that no paper prints, or prints with a key of their own."""

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
"""A number as it stands in a text, with its commas and its point."""


class Wordings:
    """The texts of a report's data that hold numbers, each with the place that it comes from; and numbers by what they are about."""

    def __init__(self, dataset: Dataset, assessed: Assessed, problems: Iterable[Problem], settings: Place = NOWHERE) -> None:
        self.texts: dict[str, Place] = {}
        self.numbers: dict[str, dict[str, Place]] = {}
        scheme = risk_scheme_of(dataset)
        self._walk(dataset.info, settings, "")
        for part in (dataset, assessed.scheme, scheme):
            self._walk(part, NOWHERE, "")
        for score in scheme.scores:
            self._number(Decimal(score), NOWHERE, RISKS)
        for each in problems:
            self._text(each.message, each.place)
        self._counts(dataset, assessed.counts)
        for name, found in assessed.by_indicator.items():
            place = found.current.place
            for text in (found.direction.reason, found.current.reason):
                self._text(text, place)
                for _, said in numbers_of(text):
                    self.numbers.setdefault(name, {}).setdefault(said, place)
            for number in (found.current.margin, *_distances(found.current), *(each for _, each in found.direction.statistics)):
                self._number(number, place, name)

    @cached_property
    def _by_number(self) -> Mapping[str, list[str]]:
        """The texts by each number that they hold."""
        found: dict[str, list[str]] = {}
        for text in self.texts:
            for number in set(NUMBER.findall(text)):
                found.setdefault(number, []).append(text)
        return found

    def of(self, text: str, start: int, number: str, block: str) -> Place | None:
        """Where a number at `start` of the text comes from: a text of the data that stands around it, or a number of what the block is about."""
        said = text.casefold()
        for known in self._by_number.get(number, ()):
            if said.rfind(known, max(0, start - len(known) + 1), start + len(known)) >= 0:
                return self.texts[known]
        return next((found[number] for owner in ("", *block.split("/")) if number in (found := self.numbers.get(owner, {}))), None)

    def _walk(self, node: object, place: Place, owner: str) -> None:
        """Take the texts and numbers of a record and of all in it. `owner` is the indicator or risk that they are about."""
        if isinstance(node, Narrative | Place | Problem):
            return
        if is_dataclass(node) and not isinstance(node, type):
            self._record(node, place, owner)
        elif isinstance(node, str):
            self._text(node, place)
        elif isinstance(node, dt.date):
            self._text(date_words(node), place)
        elif isinstance(node, int | Decimal) and not isinstance(node, bool):
            self._number(Decimal(node), place, owner)
        elif isinstance(node, Mapping):
            for each in node.values():
                self._walk(each, place, owner)
        elif isinstance(node, tuple | list):
            for each in node:
                self._walk(each, place, owner)

    def _record(self, node: DataclassInstance, place: Place, owner: str) -> None:
        own = getattr(node, "place", NOWHERE)
        at = own if own != NOWHERE else place
        if isinstance(node, Value):  # its number is traced by its key
            self._text(node.note, at)
            self._text(node.text, at)
            return
        about = str(getattr(node, "indicator", "") or (getattr(node, "id", "") if isinstance(node, Indicator) else "") or owner)
        for each in fields(node):
            if each.name not in UNPRINTED:
                self._walk(getattr(node, each.name), at, about)

    def _counts(self, dataset: Dataset, counts: Counts) -> None:
        """What papers say of counts in passing: of how many they are told, what the rounded shares add up to, how late an action is."""
        rated = counts.total - counts.unrated
        shares = sum((percentage(each, rated) for each in counts.rating.values()), Decimal(0)) if rated else None
        for number in (Decimal(rated), Decimal(counts.total), shares):
            self._number(number, NOWHERE, "")
        for each in dataset.actions:
            self._number(Decimal((dataset.info.data_date - each.due).days) if each.due else None, each.place, RISKS)

    def _text(self, text: str, place: Place) -> None:
        if NUMBER.search(text):
            self.texts.setdefault(" ".join(text.casefold().split()), place)
            if text in UNITS:
                self.texts.setdefault(text.casefold().removeprefix("rate "), place)

    def _number(self, number: Decimal | None, place: Place, owner: str) -> None:
        if number is not None:
            self.numbers.setdefault(owner, {}).setdefault(digits(abs(number)), place)


def _distances(rated: Rated) -> Iterator[Decimal]:
    """How far the figure stands from its target and its floor."""
    for end in (rated.target, rated.floor):
        if rated.actual is not None and end is not None:
            yield rated.actual - end


def numbers_of(text: str) -> Iterator[tuple[int, str]]:
    """The numbers in a text, each with where it begins."""
    return ((found.start(), found[0]) for found in NUMBER.finditer(text))
