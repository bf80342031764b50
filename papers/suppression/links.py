"""Links between figures as their table has them, read as sums and derivations of single figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from papers.dataset import DataTable, FigureLink, Observation
from papers.suppression.algebra import Key
from papers.suppression.figures import ACTUAL, Figures, observed, tabled

EVERY = "*"


@dataclass(frozen=True, slots=True)
class At:
    """Where one figure stands: its key, its period or the labels of its row and column."""

    key: Key
    end: dt.date | None = None
    row: str = ""
    column: str = ""


class Places:
    """Finds the figures that a link names. `now` is the end of the report's period, which a table's figures are taken to be of."""

    def __init__(self, observations: Iterable[Observation], tables: Iterable[DataTable], now: dt.date) -> None:
        self.ends: dict[str, list[dt.date]] = {}
        self.series: set[tuple[str, str]] = set()
        for each in observations:
            self.ends.setdefault(each.indicator, []).append(each.period.end)
            self.series |= {(each.indicator, name) for name in each.values}
        self.tables = {table.id: table for table in tables}
        self.now = now

    def of(self, words: str) -> tuple[At, ...]:
        """The figures of that name, one for each period, row or column that it leaves open; none where there is no such figure."""
        name, *rest = (part.strip() for part in words.split("|"))
        if name in self.ends and len(rest) < 3 and (name, [*rest, ACTUAL][0]) in self.series:
            return tuple(self._observed(name, *rest))
        if name in self.tables and len(rest) == 2:
            return tuple(self._tabled(self.tables[name], *rest))
        return ()

    def _observed(self, indicator: str, series: str = ACTUAL, end: str = "") -> Iterator[At]:
        for each in sorted(self.ends[indicator]):
            if end in ("", each.isoformat()):
                yield At(observed(indicator, series, each), each)

    def _tabled(self, table: DataTable, row: str, column: str) -> Iterator[At]:
        for r, each in enumerate(table.rows):
            for c, (heading, full) in enumerate(zip(table.columns, table.headings, strict=True)):
                if row in (EVERY, each.label) and column in (EVERY, heading, full):
                    yield At(tabled(table.id, r, c), row=each.label if row == EVERY else "", column=full if column == EVERY else "")

    def before(self, words: str, end: dt.date) -> dt.date | None:
        """The last day of the period before, of the indicator that the words name."""
        earlier = [each for each in self.ends.get(words.partition("|")[0].strip(), ()) if each < end]
        return max(earlier, default=None)

    def matching(self, whole: At, words: str, end: dt.date | None) -> Key | None:
        """The figure of that name in the period and, where both leave them open, in the row and column of the other one."""
        for one in self.of(words):
            same_row, same_column = one.row in ("", whole.row) or not whole.row, one.column in ("", whole.column) or not whole.column
            if one.end in (None, end or self.now) and same_row and same_column:
                return one.key
        return None


def add_links(found: Figures, links: Sequence[FigureLink], places: Places) -> None:
    """The sums and derivations that the links say."""
    by_sum: dict[str, list[str]] = {}
    for link in links:
        if link.relation == "sum":
            by_sum.setdefault(link.figure, []).append(link.part)
        elif link.relation == "same":
            _add_sum(found, link.figure, [link.part], places)
        else:
            _add_derived(found, link, places)
    for figure, parts in by_sum.items():
        _add_sum(found, figure, parts, places)


def _add_sum(found: Figures, figure: str, parts: Sequence[str], places: Places) -> None:
    tables = any(part.partition("|")[0].strip() in places.tables for part in parts)
    for whole in places.of(figure):
        if tables and whole.end not in (None, places.now):
            continue
        keys = (places.matching(whole, part, whole.end) for part in parts)
        found.sums.append({whole.key: -1} | {key: 1 for key in keys if key})


def _add_derived(found: Figures, link: FigureLink, places: Places) -> None:
    for one in places.of(link.figure):
        ends = [one.end, places.before(link.part, one.end)] if one.end else [places.now]
        keys = (places.matching(one, link.part, end) for end in ends if end)
        found.derive(one.key, [key for key in keys if key])


def unknown_figures(links: Iterable[FigureLink], places: Places) -> Iterator[tuple[FigureLink, str]]:
    """Each link that names a figure which is not there, with the name of its column."""
    for link in links:
        named: Mapping[str, str] = {"figure": link.figure, "part": link.part}
        yield from ((link, column) for column, words in named.items() if not places.of(words))
