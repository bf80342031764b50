"""The pages of a directorate: officers, counts, narrative, indicators in full, activity, supplementary tables, staffing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from papers.assess import counts
from papers.dataset import DataTable, Directorate, Indicator, Placed, ReportSection
from papers.document import Block, Group, Heading, Inline, LineBreak, Paragraph, Table, inlines
from papers.drafting.activity import activity_block, activity_table, has_block
from papers.drafting.activity import indicator_chart as activity_indicator_chart
from papers.drafting.authored import Place, authored
from papers.drafting.blocks import COMMENTARY, commentary, indicator_block, indicator_chart
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import bold
from papers.drafting.placing import Piece, Placing
from papers.drafting.remarks import remarks
from papers.drafting.shares import TEXT_WIDTH, measure
from papers.drafting.staffing import parted, staffing_label, staffing_table
from papers.drafting.supplements import data_table
from papers.drafting.tallies import indicator_table, small_strips
from papers.drafting.trend import unit_label
from papers.narrative import directorate_summary

BETWEEN = " \u00b7 "
"""A middle dot between the officers of a line."""

LEAST_COUNTED = 2
"""Indicators from which on a directorate's counts say more than the indicator itself."""


class Pages:
    """Drafts the pages of directorates and sections of one paper, each block once."""

    def __init__(self, source: Material, placing: Placing) -> None:
        self.source, self.placing = source, placing

    def directorate(self, directorate: Directorate) -> Iterator[Piece]:
        """The directorate's heading, officers, counts and indicators, then its sections."""
        key = block_id("directorate", directorate.slug)
        sections = self.source.sections(directorate)
        yield Heading(key, 1, inlines(directorate.title))
        yield from self._officers(key, directorate.officers)
        yield from self._ratings(key, directorate)
        if _is_itself(directorate, sections):
            yield from self.section(sections[0], 1)
        else:
            for n, section in enumerate(sections):
                yield from self._headed(section, directorate, is_first=not n)

    def _headed(self, section: ReportSection, directorate: Directorate, *, is_first: bool) -> Iterator[Piece]:
        """The section under its heading, which opens a page where full blocks follow, unless the directorate's own page does for it."""
        is_full = any(i.kind == "kpi" and i.form == "full" for i in self.source.within([section]))
        yield Heading(block_id("section", section.slug), 2, inlines(section.title), new_page=is_full and not is_first)
        if section.officers != directorate.officers:
            yield from self._officers(block_id("section", section.slug), section.officers)
        yield from self.section(section, 2)

    def alone(self, section: ReportSection) -> Iterator[Piece]:
        """The section's pages on their own, under a heading of the first level."""
        yield Heading(block_id("section", section.slug), 1, inlines(section.title))
        yield from self._officers(block_id("section", section.slug), section.officers)
        yield from self.section(section, 1)

    def section(self, section: ReportSection, level: int) -> Iterator[Piece]:
        """What stands under a section's heading of that level. Activity that one table tells of stands on its first page, else last."""
        yield from authored(self.source.narrative.get(f"section/{section.slug}"), COMMENTARY, level, self.placer(level + 1))
        own = self.source.within([section])
        activity = [i for i in own if i.kind == "activity"]
        is_short = not any(self._has_block(indicator) for indicator in activity)
        yield from self._activity(section, activity if is_short else [], level + 1)
        performance = [i for i in own if i.kind == "kpi"]
        yield from self._performance(performance, level + 1, joins=level > 1 or len(performance) == 1)
        yield from self._activity(section, [] if is_short else activity, level + 1)
        yield from self.tables(section.slug)
        yield from self._staffing(section, [i for i in own if i.kind == "staffing"], level + 1)

    def _officers(self, key: str, officers: Sequence[tuple[str, str]]) -> Iterator[Piece]:
        """Label and name of each officer, two to a line where they fit."""
        parts: list[Inline | str] = []
        room = 0.0
        for label, name in officers:
            width = measure(f"{label}: ") + measure(name, bold=True)
            joins = 0 < width <= room
            parts += [*([BETWEEN] if joins else [LineBreak()] if parts else []), f"{label}: ", bold(name)]
            room = 0.0 if joins else TEXT_WIDTH - measure(BETWEEN) - width
        if parts:
            yield Paragraph(block_id(key, "officers"), inlines(*parts), "meta")

    def _ratings(self, key: str, directorate: Directorate) -> Iterator[Piece]:
        """The directorate's counts, its indicators with their ratings, and its summary in words where nobody wrote any.

        Nothing for a single indicator, whose block says it all.
        """
        own = self.source.of_directorate(directorate, "kpi")
        if len(own) < LEAST_COUNTED:
            return
        assessed = self.source.assessed
        found = counts((self.source.assessment(indicator) for indicator in own), assessed.scheme)
        yield from small_strips(self.source, key, f"{directorate.title}: ratings and directions", found)
        if not self._has_narrative(directorate):
            yield Paragraph(block_id(key, "summary"), directorate_summary(self.source.dataset, assessed, directorate, self.source.changes))
        yield indicator_table(self.source, block_id(key, "indicators"), f"{directorate.title}: indicators", [("", own)])

    def _has_narrative(self, directorate: Directorate) -> bool:
        return any(f"section/{section.slug}" in self.source.narrative for section in self.source.sections(directorate))

    def _performance(self, indicators: Sequence[Indicator], level: int, *, joins: bool) -> Iterator[Piece]:
        """The indicators in full, each group under its heading. `joins`: the first may follow on the page."""
        for group, own in grouped(indicators):
            if group:
                yield Heading(block_id("section", own[0].section, "group", group), level, inlines(group))
            for indicator in own:
                yield from self._indicator(indicator, level + 1 if group else level, new_page=not joins)
                joins = False

    def _indicator(self, indicator: Indicator, level: int, *, placed: bool = False, new_page: bool = True) -> Iterator[Piece]:
        """The indicator's block where it stands: in its section, or where a narrative places it."""
        if (not placed and self.placing.stands_elsewhere("indicator", indicator.id)) or not self.placing.take("indicator", indicator.id):
            return
        with_chart = not self.placing.stands_elsewhere("chart", indicator.id)
        if indicator.kind == "kpi":
            yield from indicator_block(self.source, indicator, level, self.placer(level + 1), with_chart=with_chart, new_page=new_page)
        else:
            yield from activity_block(self.source, indicator, level, self.placer(level + 1), with_chart=with_chart)

    def _has_block(self, indicator: Indicator) -> bool:
        """Whether the activity indicator has more to say here than its row in the table."""
        return has_block(self.source, indicator, with_chart=not self.placing.stands_elsewhere("chart", indicator.id))

    def _activity(self, section: ReportSection, indicators: Sequence[Indicator], level: int) -> Iterator[Piece]:
        if not indicators:
            return
        key = block_id("section", section.slug)
        heading = Heading(block_id(key, "activity-heading"), level, inlines("Activity"))
        table = activity_table(self.source, key, f"{section.title}: activity indicators", indicators)
        alone = [indicator for indicator in indicators if not self._has_block(indicator)]
        noted = remarks(self.source, block_id(key, "activity"), alone, lambda indicator: indicator.name, alone)
        yield Group(block_id(key, "activity", "block"), (heading, table, *noted))
        for indicator in indicators:
            yield from self._indicator(indicator, level + 1)

    def _staffing(self, section: ReportSection, indicators: Sequence[Indicator], level: int) -> Iterator[Piece]:
        """The staffing table, under a heading where the section reports more than staff, and what was noted and written of it."""
        key = block_id("section", section.slug)
        table = staffing_table(self.source, key, f"{section.title}: staffing by period", indicators)
        if table:
            if len(indicators) < len(self.source.within([section])):
                yield Heading(block_id(key, "staffing-heading"), level, inlines("Staffing"))
            yield from _with_notes(table, [*remarks(self.source, block_id(key, "staffing"), indicators, staffing_label, indicators)])
        for indicator in indicators:
            yield from commentary(self.source, indicator, 1, self.placer(2))

    def tables(self, where: str) -> Iterator[Piece]:
        """The supplementary tables that stand there and that no narrative places."""
        for table in self.source.dataset.tables:
            if table.section == where and not self.placing.stands_elsewhere("table", table.id):
                yield from self._table(table)

    def _table(self, table: DataTable) -> Iterable[Piece]:
        return data_table(table, self.source.info.small_numbers) if self.placing.take("table", table.id) else ()

    def placer(self, level: int) -> Place:
        """What drafts the things that a narrative places, with headings of that level."""
        return partial(self._place, level)

    def _place(self, level: int, placed: Placed) -> Iterator[Piece]:
        """What a narrative places, the first time that one does."""
        if placed.kind == "table":
            yield from self._table(self.source.tables[placed.id])
        elif placed.kind == "indicator":
            yield from self._indicator(self.source.indicators[placed.id], level, placed=True)
        elif self.placing.take("chart", placed.id):
            yield from self._chart(self.source.indicators[placed.id])

    def _chart(self, indicator: Indicator) -> Iterator[Piece]:
        chart = indicator_chart(self.source, indicator) if indicator.kind == "kpi" else activity_indicator_chart(self.source, indicator)
        if chart:
            label = Paragraph(block_id(chart.id, "label"), inlines(unit_label(indicator.name, indicator.unit)), "label")
            yield Group(block_id(chart.id, "block"), (label, chart))


def _with_notes(table: Table, notes: Sequence[Block]) -> Iterator[Block]:
    """The staffing table and its notes, which never stand alone on a page: the last rows of a long table stay with them."""
    *before, last = parted(table) if notes else (table,)
    yield from before
    yield Group(block_id(last.id, "block"), (last, *notes)) if notes else last


def grouped(indicators: Iterable[Indicator]) -> list[tuple[str, list[Indicator]]]:
    """The indicators in report order, each group gathered where its first member stands; one of no group stands alone under ""."""
    found: list[tuple[str, list[Indicator]]] = []
    groups: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        if indicator.group in groups:
            groups[indicator.group].append(indicator)
            continue
        own = [indicator]
        found.append((indicator.group, own))
        if indicator.group:
            groups[indicator.group] = own
    return found


def _is_itself(directorate: Directorate, sections: Sequence[ReportSection]) -> bool:
    """Whether the directorate is its own only section."""
    return [section.slug for section in sections] == [directorate.slug]
