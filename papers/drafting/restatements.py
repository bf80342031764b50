"""What differs from what was published: figures as a table, titles and definitions as a list, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from papers.dataset import Period
from papers.document import Block, Bullets, Cell, Heading, Item, Paragraph, Row, Table, inlines
from papers.drafting.ids import block_id, figure
from papers.drafting.material import Material
from papers.drafting.parts import bold, cell, columns, figure_cell, header, row
from papers.drafting.shares import shares
from papers.narrative.notes import closed
from papers.published import Restatement
from papers.records.figures import FIGURE, bare
from papers.records.restating import DEFINITIONS
from papers.wording import capital, with_unit

KEY = "restatements"
LEAD = "What differs from the figures of the last report is marked [r] where it stands."
NO_REASON = "No reason is given."

SERIES = {
    "actual": "Actual",
    "target": "Target",
    "floor": "Floor standard",
    "lower": "Lower threshold",
    "upper": "Upper threshold",
    "green_below": "Target band, below",
    "green_above": "Target band, above",
    "floor_below": "Floor band, below",
    "floor_above": "Floor band, above",
}
"""Series of every indicator, as the table names them."""

WIDTHS = (112, 58, 60, 115, 68, 58)


def restatement_blocks(source: Material) -> Iterator[Block]:
    """Heading, table and list of what was restated; nothing where nothing was."""
    found = source.dataset.restatements
    if not found:
        return
    yield Heading(block_id(KEY), 2, inlines("Restated since the last report"))
    figures = [each for each in found if each.series not in DEFINITIONS]
    if figures:
        yield Paragraph(block_id(KEY, "lead"), inlines(LEAD))
        head = header("Indicator", "Period", "Figure", "Reason", "Published", "Now")
        rows = [_row(source, each) for each in figures]
        yield Table(block_id(KEY, "figures"), "Restated figures and their reasons", columns(shares([*WIDTHS]), 4), (head, *rows))
    yield from _definitions(source, [each for each in found if each.series in DEFINITIONS])


def _row(source: Material, each: Restatement) -> Row:
    key = figure(each.indicator, Period("", each.period_end, ""), each.series) if each.period_end else ""
    unit = _unit(source, each)
    now = _figure(each.now, unit)
    return row(
        (
            cell(_name(source, each)),
            cell(each.period),
            cell(_label(source, each)),
            _reason(each),
            cell(_figure(each.was, unit)),
            figure_cell(now, key) if key else cell(now),
        )
    )


def _reason(each: Restatement) -> Cell:
    return cell(closed(each.reason) if each.reason else NO_REASON)


def _definitions(source: Material, found: Sequence[Restatement]) -> Iterator[Bullets]:
    """Titles, units and polarities that changed, each as a sentence with its reason."""
    items = [
        Item(
            inlines(
                bold(f"{_name(source, each)}."),
                f" The {each.series} was published as \u201c{each.was}\u201d and is now \u201c{each.now}\u201d. ",
                closed(each.reason) if each.reason else NO_REASON,
            )
        )
        for each in found
    ]
    if items:
        yield Bullets(block_id(KEY, "definitions"), tuple(items))


def _name(source: Material, each: Restatement) -> str:
    indicator = source.indicators.get(each.indicator)
    return indicator.name if indicator else each.indicator


def _label(source: Material, each: Restatement) -> str:
    """The series as its own table labels it."""
    own = next((info.label for info in source.series.get(each.indicator, ()) if info.name == each.series), None)
    return SERIES.get(each.series) or own or capital(each.series)


def _unit(source: Material, each: Restatement) -> str:
    own = next((info.unit for info in source.series.get(each.indicator, ()) if info.name == each.series), None)
    indicator = source.indicators.get(each.indicator)
    return own or (indicator.unit if indicator else "")


def _figure(text: str, unit: str) -> str:
    """The figure with its unit, for the rows of this table have many; words as they stand."""
    found = FIGURE.fullmatch(bare(text))
    return found["qualifier"] + with_unit(Decimal(found["number"]), unit) if found else text
