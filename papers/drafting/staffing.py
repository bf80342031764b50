"""Staffing indicators: one table of them all by period, grouped as the data groups them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from papers.dataset import Indicator, Period
from papers.document import Cell, Row, Table, plain
from papers.drafting.ids import block_id, figure
from papers.drafting.material import Material
from papers.drafting.parts import cell, columns, group_row, header, row, value_cell
from papers.drafting.shares import fitted
from papers.drafting.trend import SHORT, unit_label

LONG = 14
"""Rows of a table that fills most of a page, so that what is noted under it would stand alone on the next."""

PARTED = ": "
"""Between the group and the indicator in a title such as "Health and Safety Incidents: Days lost"."""


def staffing_table(source: Material, key: str, title: str, indicators: Sequence[Indicator]) -> Table | None:
    """The indicators by period, earliest first; None where there are none."""
    periods = _periods(source, indicators)
    if not periods:
        return None
    heads = Counter(_split(indicator)[0] for indicator in indicators)
    figures = {indicator.id: _figures(source, indicator, periods) for indicator in indicators}
    rows: list[Row] = [header("Indicator", *(period.label for period in periods))]
    open_group = ""
    for indicator in indicators:
        group, label = _split(indicator)
        group, label = (group, label) if heads[group] > 1 else ("", indicator.name)
        rows += [group_row(len(periods) + 1, group)] if group and group != open_group else []
        open_group = group
        rows.append(row((cell(unit_label(label, indicator.unit)), *figures[indicator.id])))
    labels = [_split(indicator)[1] for indicator in indicators]
    texts = [[period.label, *(plain(cells[n].inlines) for cells in figures.values())] for n, period in enumerate(periods)]
    return Table(block_id(key, "staffing"), title, columns(fitted(labels, texts, short=SHORT)), tuple(rows))


def parted(table: Table) -> tuple[Table, ...]:
    """A long table in two: its last group of rows as a table of its own, with the same columns, so that notes can stay with it."""
    groups = [n for n, each in enumerate(table.rows) if each.kind == "group"]
    if len(table.rows) <= LONG or not groups:
        return (table,)
    head, rows = table.head, table.rows
    last = replace(table, id=block_id(table.id, "last"), title=f"{table.title}, continued", rows=(*head, *rows[groups[-1] :]))
    return (replace(table, rows=rows[: groups[-1]]), last)


def _split(indicator: Indicator) -> tuple[str, str]:
    """The indicator's group, if any, and its label within the group."""
    if indicator.group:
        return indicator.group, indicator.name.removeprefix(indicator.group + PARTED)
    group, parted, label = indicator.name.partition(PARTED)
    return (group, label) if parted else ("", indicator.name)


def _periods(source: Material, indicators: Sequence[Indicator]) -> list[Period]:
    """The periods for which any of the indicators has a figure, be it suppressed: one for each last day, in order."""
    found: dict[dt.date, Period] = {}
    for indicator in indicators:
        for observation in source.of(indicator):
            actual = observation.values.get("actual")
            if actual is not None and (actual.number is not None or actual.is_suppressed):
                found.setdefault(observation.period.end, observation.period)
    return sorted(found.values(), key=lambda period: period.end)


def _figures(source: Material, indicator: Indicator, periods: Sequence[Period]) -> list[Cell]:
    found = {o.period.end: o for o in source.of(indicator) if "actual" in o.values}
    values = [found[period.end].values["actual"] if period.end in found else None for period in periods]
    keys = [figure(indicator.id, period, "actual") for period in periods]
    return [value_cell(value, indicator.unit, key) for value, key in zip(values, keys, strict=True)]


def staffing_label(indicator: Indicator) -> str:
    """The indicator's label in the table."""
    return _split(indicator)[1]
