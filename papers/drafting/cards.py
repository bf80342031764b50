"""The appendix of rating cards: for each indicator a table of all that its current rating and direction rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from papers.assess import card_of, kpis_of
from papers.dataset import Indicator
from papers.document import Group, Heading, Link, Paragraph, Run, Table, inlines
from papers.drafting.ids import block_id
from papers.drafting.material import Material
from papers.drafting.parts import cell, columns, figure_run, header, indicator_link, row
from papers.drafting.placing import Piece
from papers.drafting.shares import TEXT_WIDTH, shares

KEY = "cards"
"""The part of the outline that brings the appendix; without it there is none."""

TITLE = "How each rating was found"
LEAD = (
    "Each card gives the figure and what it is held against, the rule with what earns each rating, the reason with the nearest boundary of "
    "another rating, and how the direction of travel was told."
)
LABELS = 90
"""Points: the column of labels."""

ROWS: Mapping[str, tuple[str, ...]] = {
    "Rating": ("Rating", "Last report", "Published as", "Overridden", "The rule gives", "Carried forward"),
    "Figure": ("Period", "Value", "Target", "Floor standard", "Compared"),
    "Rule": ("Rule",),
    "Reason": ("Reason",),
    "Direction": ("Direction",),
}
"""The rows of a card's table and the card's lines that they gather. The reason names the nearest boundary."""
LEFT_OUT = frozenset({"Indicator", "Nearest boundary"})
STEP = " "
"""How the labels of a rule's steps begin."""
METHOD = "Method"
"""The row of all other lines: the method of direction, its statistics and settings."""


def has_cards(source: Material) -> bool:
    """Whether the paper has the appendix."""
    return KEY in source.info.outline


def card_blocks(source: Material) -> Iterator[Piece]:
    """The appendix, directorate by directorate in report order; nothing where the report asks for none, or rates nothing."""
    if not has_cards(source) or not source.assessed.by_indicator:
        return
    yield Heading(KEY, 1, inlines(TITLE))
    yield Paragraph(block_id(KEY, "lead"), inlines(LEAD))
    for directorate in source.dataset.directorates:
        own = kpis_of(source.dataset, directorate)
        if own:
            yield Heading(block_id(KEY, "directorate", directorate.slug), 2, inlines(directorate.title))
            yield from (_card(source, indicator) for indicator in own)


def _card(source: Material, indicator: Indicator) -> Group:
    """The indicator's card under its name, which leads back to the indicator's block."""
    lines = card_of(source.dataset, source.assessed, indicator.id).lines()
    named = Paragraph(block_id(KEY, indicator.id, "name"), inlines(indicator_link(indicator, block_id("indicator", indicator.id))), "label")
    rows = [
        row((cell(label), cell(figure_run(words, f"{indicator.id}/card/{label.lower()}")))) for label, words in _gathered(lines).items()
    ]
    widths = columns(shares([LABELS, TEXT_WIDTH - LABELS]), 2)
    table = Table(card_id(indicator), f"{indicator.name}: how the rating was found", widths, (header("What", "How it was found"), *rows))
    return Group(block_id(KEY, indicator.id, "block"), (named, table))


def _gathered(lines: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The card's lines by row of its table, those of one row with semicolons between: "84%; target: 75%"."""
    found: dict[str, list[str]] = {name: [] for name in (*ROWS, METHOD)}
    for label, words in lines:
        if label not in LEFT_OUT:
            name = _row_of(label)
            found[name].append(words if label in {name, "Period"} else _labelled(label, words) if found[name] else words)
    return {name: "; ".join(parts) for name, parts in found.items() if parts}


def _labelled(label: str, words: str) -> str:
    """A line within a row: "target: 75%", but "Green: 75% or more"."""
    return f"{label.strip() if label.startswith(STEP) else label[:1].lower() + label[1:]}: {words}"


def _row_of(label: str) -> str:
    """The row of the table that the line belongs to."""
    if label.startswith(STEP):
        return "Rule"
    return next((name for name, labels in ROWS.items() if label in labels), METHOD)


def card_id(indicator: Indicator) -> str:
    """The id of the indicator's card."""
    return block_id(KEY, indicator.id)


def card_link(source: Material, indicator: Indicator) -> tuple[Link, ...]:
    """What leads from an indicator's block to its card; nothing in a paper without the appendix."""
    if not has_cards(source) or indicator.kind != "kpi":
        return ()
    return (Link((Run("How this rating was found"),), f"#{card_id(indicator)}"),)
